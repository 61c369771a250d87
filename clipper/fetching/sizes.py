"""Limits as facts for a report. Pure."""


def megabytes(limit_bytes: int) -> str:
    """Give a limit as "20 MB"; smaller ones as "500 kB"."""
    return f"{limit_bytes // 1_000_000} MB" if limit_bytes >= 1_000_000 else f"{limit_bytes // 1_000} kB"

"""Where a library lies: whether SQLite's WAL can be trusted there."""

from pathlib import Path


def unsafe(folder: Path) -> str | None:
    """Give "network:nfs", "cloud:Dropbox" and the like for a folder where two machines may write; None: a sound place."""
    raise NotImplementedError

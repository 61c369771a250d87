"""The one door to SQLite: a connection for each thread, one way to write, foreign errors made ours."""

from pathlib import Path


class Database:
    """library.db in a folder, opened, made or migrated. Usable from any thread. read_only: writing is refused."""

    folder: Path
    read_only: bool

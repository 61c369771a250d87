"""A write that is interrupted just where it was committed: what rows name stays."""

from pathlib import Path

import pytest
from store_samples import an_addition

from clipper.progress import Progress
from clipper.store import adding
from clipper.store.check import check
from clipper.store.database import Database


class Interrupted(Database):
    """Ctrl+C comes after the commit, before the write has returned."""

    def _tell_others(self) -> None:
        raise KeyboardInterrupt


def test_an_interrupt_after_the_commit_takes_no_capture_away(folder: Path) -> None:
    database = Interrupted(folder)

    with pytest.raises(KeyboardInterrupt):
        adding.add(database, [an_addition(1), an_addition(2)])

    with database.read() as connection:
        assert connection.execute("SELECT count(*) FROM captures").fetchone() == (2,)
    assert check(database, Progress()) == ()
    database.close()


def test_an_interrupt_after_the_commit_leaves_a_new_capture_of_a_clipping(folder: Path) -> None:
    database = Interrupted(folder)
    with pytest.raises(KeyboardInterrupt):
        adding.add(database, [an_addition(1)])

    with pytest.raises(KeyboardInterrupt):
        adding.recapture(database, 1, an_addition(2))

    assert check(database, Progress()) == ()
    database.close()

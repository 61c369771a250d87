"""Intake: what was handed in and is no clipping yet, written before anything is fetched."""

from collections.abc import Sequence

from clipper.model import Changes, Fault, IntakeRow, Request


class Intake:
    """The rows handed in. A row leaves in the transaction that adds its clipping (Addition.intake)."""

    def put(self, requests: Sequence[Request]) -> tuple[IntakeRow, ...]:
        """Write requests in one transaction, in order, as waiting. Raise LibraryError("invalid", "tag")."""
        raise NotImplementedError

    def rows(self) -> tuple[IntakeRow, ...]:
        """Give all rows, the oldest first."""
        raise NotImplementedError

    def row(self, id: int) -> IntakeRow | None:
        """Give one row; None where it has left."""
        raise NotImplementedError

    def fail(self, id: int, fault: Fault) -> Changes:
        """Say why a row could not become a clipping. It stays until retried or dismissed; one that left is passed over."""
        raise NotImplementedError

    def retry(self, ids: Sequence[int]) -> tuple[IntakeRow, ...]:
        """Set rows to waiting again, tries one more, fault gone. Give those that are there, in the order asked for."""
        raise NotImplementedError

    def done(self, id: int) -> Changes:
        """Take a row away that needs no clipping, since its page was known."""
        raise NotImplementedError

    def dismiss(self, ids: Sequence[int]) -> Changes:
        """Take rows away that the user gives up."""
        raise NotImplementedError

"""Phrases with a number in them. A QObject, since lupdate (6.11) sees a plural only in a call of tr()."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

if TYPE_CHECKING:
    from clipper.answers import Answer


class Counted(QObject):
    """Says how many. Make one where it is needed; it keeps nothing."""

    def found(self, answer: "Answer") -> str:
        """Say how many clippings were found, and how quickly where it was searched for."""
        there = self.tr("%Ln clipping(s)", "", answer.total)
        if not answer.query.strip():
            return there
        if answer.engine == "sql" and "unanswerable" not in answer.complaints:
            return self.tr("{clippings}, by a simple search while the index is made").format(clippings=there)
        took = max(1, round(answer.took_ms))
        return self.tr("{clippings} in {took} ms").format(clippings=there, took=QLocale().toString(took))

    def elsewhere(self, number: int) -> str:
        """Say how many a search would find in all clippings that finds nothing in a view or a tag."""
        return self.tr("In all clippings it finds %Ln.", "", number)

    def minutes_to_read(self, minutes: int) -> str:
        """Say how long a text is."""
        return self.tr("%n min", "", minutes)

    def wait(self, minutes: int) -> str:
        """Say when a site that asks to wait may be asked again. {detail}: its answer."""
        return self.tr("The site asks to wait (status {detail}). Retry in %n minute(s).", "", minutes)

    def addresses(self, number: int) -> str:
        """Say what a drop of addresses will do."""
        return self.tr("Clip %Ln address(es)", "", number)

    def files(self, number: int) -> str:
        """Say what a drop of files will do."""
        return self.tr("Import %Ln file(s)", "", number)

    def folders(self, number: int) -> str:
        """Say what a drop of folders will do."""
        return self.tr("Import all in %Ln folder(s)", "", number)

    def things(self, number: int) -> str:
        """Say what a drop of addresses and files will do."""
        return self.tr("Clip %Ln thing(s)", "", number)

    def selected(self, number: int) -> str:
        """Say how many clippings are selected."""
        return self.tr("%Ln clipping(s) selected", "", number)

    def more(self, number: int) -> str:
        """Say how many are not listed."""
        return self.tr("and %Ln more", "", number)

    def exporting(self, number: int) -> str:
        """Say what is to be exported."""
        return self.tr("Export %Ln clipping(s)", "", number)

    def exported(self, number: int) -> str:
        """Say how many files an export wrote."""
        return self.tr("%Ln file(s) written", "", number)

    def not_exported(self, number: int) -> str:
        """Say how many an export left out."""
        return self.tr("%Ln clipping(s) could not be exported", "", number)

    def there_already(self, number: int) -> str:
        """Say how many files of an export are there already."""
        return self.tr("%Ln file(s) of the same name are there already and were left as they are.", "", number)

    def failures(self, number: int) -> str:
        """Say how many things handed in failed."""
        return self.tr("%Ln failed", "", number)

    def waiting(self, number: int) -> str:
        """Say how many things handed in wait."""
        return self.tr("%Ln waiting", "", number)

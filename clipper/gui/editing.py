"""What the user does to clippings and tags: each a write in a job, with undo and a word about it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from clipper.gui.jobs import Job, Runner
from clipper.gui.models.details import Value
from clipper.gui.reading.selection import Selected
from clipper.gui.undo import TakenBack
from clipper.model import Changes
from clipper.passages import Edited

if TYPE_CHECKING:  # the window is painted before the library's code is imported
    from clipper.app import App

# Enough for a day's work; an edit of 5,000 clippings is some 500 KB.
MOST_UNDONE = 200
# What is taken back together: what the user did to the article itself, not to its particulars.
OF_THE_BODY = ("text", "html", "image", "flags")


class Editing(QObject):
    """done(text): something was changed that one wants to hear of; it can be undone where the stack says so.

    said(text): there was nothing to do.
    """

    done = Signal(str)
    said = Signal(str)

    def __init__(self, app: "App", runner: Runner, stack: QUndoStack, parent: QObject) -> None:
        super().__init__(parent)
        self._library, self._correcting = app.library, app.correcting
        self._runner = runner
        self._stack = stack
        stack.setUndoLimit(MOST_UNDONE)

    def trash(self, ids: Sequence[int]) -> None:
        """Move clippings to the trash."""
        text = self.tr("%Ln clipping(s) moved to the trash.", "", len(ids))
        self._write(lambda: self._library.clippings.trash(ids), self.tr("Move to Trash"), text)

    def restore(self, ids: Sequence[int]) -> None:
        """Take clippings out of the trash."""
        text = self.tr("%Ln clipping(s) restored.", "", len(ids))
        self._write(lambda: self._library.clippings.restore(ids), self.tr("Restore"), text)

    def empty_trash(self) -> None:
        """Delete what is in the trash; the user was asked. Older edits may name what is gone: they go, too."""
        job = self._runner.start(lambda _progress: self._library.clippings.empty_trash(), lane="write")
        job.finished.connect(self._emptied)

    def set_read(self, ids: Sequence[int], read: bool) -> None:
        """Mark clippings read or unread."""
        name = self.tr("Mark as Read") if read else self.tr("Mark as Unread")
        self._write(lambda: self._library.clippings.set_read(ids, read), name)

    def note_read(self, id: int) -> None:
        """Mark a clipping read because it was shown: no deed of the user's, so nothing to undo."""
        self._runner.start(lambda _progress: self._library.clippings.set_read((id,), True), lane="write", quiet=True)

    def set_starred(self, ids: Sequence[int], starred: bool) -> None:
        """Star clippings or take the star away."""
        name = self.tr("Star") if starred else self.tr("Take Star Away")
        self._write(lambda: self._library.clippings.set_starred(ids, starred), name)

    def set_note(self, id: int, note: str) -> None:
        """Write the note on a clipping."""
        self._write(lambda: self._library.clippings.set_note(id, note), self.tr("Change Note"))

    def set_title(self, id: int, title: str) -> None:
        """Correct a clipping's title; "" puts the article's own back."""
        correct = self._library.corrections.set
        self._write(lambda: correct(id, "title", title or None), self.tr("Correct Title"))

    def set_details(self, id: int, corrections: Mapping[str, Value | None]) -> Job:
        """Correct fields of a clipping at once; None puts the article's own back. The caller hears of faults."""
        write = partial(self._library.corrections.set_several, id, corrections)
        return self._write(write, self.tr("Correct Details"), quiet=True)

    def leave_out(self, id: int, selected: Selected) -> None:
        """Take paragraphs out of the text of an article."""
        lines, chosen, pictures = selected.lines, selected.chosen, selected.pictures
        job = self._write(
            lambda: self._correcting.leave_out(id, lines, chosen, pictures),
            self.tr("Leave Out Paragraphs"),
            self.tr("What was selected is left out of the text."),
        )
        job.finished.connect(self._look_whether_left_out)

    def rewrite(self, id: int, html: str, edited: Sequence[Edited]) -> Job:
        """Let edited passages be the text of an article. The caller hears of faults."""
        write = partial(self._correcting.rewrite, id, html, edited)
        return self._write(write, self.tr("Edit Text"), self.tr("The text was changed."), quiet=True)

    def mark_checked(self, id: int) -> None:
        """Let no doubt be about an article: the user has looked."""
        write = partial(self._library.corrections.set, id, "flags", ())
        self._write(write, self.tr("Mark as Checked"), self.tr("The article is no longer marked as doubtful."))

    def show_as_extracted(self, id: int) -> None:
        """Let the text of an article, its lead picture and the doubts about it be as they were extracted."""
        write = partial(self._library.corrections.set_several, id, dict.fromkeys(OF_THE_BODY))
        self._write(write, self.tr("Back to What Was Extracted"), self.tr("The article is as it was extracted."))

    def add_tags(self, ids: Sequence[int], names: Sequence[str]) -> Job:
        """Put tags on clippings."""
        return self._write(lambda: self._library.tags.add(ids, names), self.tr("Add Tag"))

    def remove_tags(self, ids: Sequence[int], names: Sequence[str]) -> Job:
        """Take tags off clippings."""
        return self._write(lambda: self._library.tags.remove(ids, names), self.tr("Take Tag Off"))

    def rename_tag(self, old: str, new: str) -> Job:
        """Rename a tag; onto another it joins it."""
        text = self.tr("“{old}” is now called “{new}”.").format(old=old, new=new)
        return self._write(lambda: self._library.tags.rename(old, new), self.tr("Rename Tag"), text)

    def merge_tags(self, names: Sequence[str], into: str) -> Job:
        """Join tags into one."""
        text = self.tr("“{old}” was joined into “{new}”.").format(old="”, “".join(names), new=into)
        return self._write(lambda: self._library.tags.merge(names, into), self.tr("Merge Tags"), text)

    def delete_tag(self, name: str) -> Job:
        """Take a tag off all clippings."""
        text = self.tr("The tag “{name}” was deleted.").format(name=name)
        return self._write(lambda: self._library.tags.delete(name), self.tr("Delete Tag"), text)

    def _look_whether_left_out(self, changes: Changes) -> None:
        if not changes.edits:
            self.said.emit(self.tr("Nothing of the article's text is selected."))

    def _write(self, write: Callable[[], Changes], name: str, text: str = "", *, quiet: bool = False) -> Job:
        job = self._runner.start(lambda _progress: write(), lane="write", quiet=quiet)
        job.finished.connect(lambda changes: self._written(changes, name, text))
        return job

    def _written(self, changes: Changes, name: str, text: str) -> None:
        if changes.edits:
            self._stack.push(TakenBack(name, changes.edits, self._library.undo, self._runner))
            if text:
                self.done.emit(text)

    def _emptied(self, changes: Changes) -> None:
        self._stack.clear()
        self.done.emit(self.tr("%Ln clipping(s) deleted for good.", "", len(changes.clippings)))

"""What the help with the query language says: topics with examples that can be tried. The whole of docs/search.md."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject


@dataclass(frozen=True, slots=True)
class Topic:
    """A heading, examples with what they mean, and what else is to be known, a sentence or a few each."""

    name: str
    rows: Sequence[tuple[str, str]]
    notes: Sequence[str] = ()


class HelpTopics(QObject):
    """A QObject, so that its words are translated; it keeps nothing."""

    def all(self) -> tuple[Topic, ...]:
        """Give the topics in the order in which they are needed."""
        return (
            *(self._words(), self._combined(), self._letters(), self._near()),
            *(self._fields(), self._days(), self._own(), self._order(), self._window()),
        )

    def _words(self) -> Topic:
        return Topic(
            self.tr("Words"),
            (
                (self.tr("budget deficit"), self.tr("both words, in any order")),
                (self.tr('"budget deficit"'), self.tr("exactly these words in a row")),
            ),
            (
                self.tr(
                    "What is found has all the words, somewhere in its title, text, authors, site or section."
                    " The last word may be half typed; a space ends it."
                ),
                self.tr(
                    "A word finds its other forms, too: house finds houses, and Haus finds Häuser. Capitals and accents"
                    " make no difference, and neither does ä or ae, ß or ss. In German a word finds longer ones that"
                    " end in it: Ministerium finds Verteidigungsministerium."
                ),
                self.tr(
                    "In quotation marks words are found exactly as they are written there, small words like “the” as"
                    " well."
                ),
            ),
        )

    def _combined(self) -> Topic:
        return Topic(
            self.tr("One or the other, and not"),
            (
                (self.tr("budget OR deficit"), self.tr("one of them, or both")),
                (self.tr("budget -deficit"), self.tr("the first without the second")),
                (self.tr("budget NOT deficit"), self.tr("the same")),
                (self.tr("(budget OR deficit) minister"), self.tr("brackets keep together what belongs together")),
                (self.tr("budget -(deficit OR minister)"), self.tr("without either of them")),
            ),
            (
                self.tr(
                    "OR, AND and NOT count only in capitals. OR comes last: a b OR c means a and b, or else c. A minus"
                    " stands right before a word, a quotation mark or a bracket."
                ),
            ),
        )

    def _letters(self) -> Topic:
        return Topic(
            self.tr("Letters left open, and wrong letters"),
            (
                (self.tr("minist*"), self.tr("words that begin so")),
                (self.tr("*crat"), self.tr("words that end so")),
                (self.tr("*crat*"), self.tr("words with this anywhere in them")),
                (self.tr("organi?ation"), self.tr("one letter, whichever")),
                (self.tr("Shevardnadse~"), self.tr("also with one or two wrong letters")),
                (self.tr("Meier~1"), self.tr("with one wrong letter at most")),
            ),
            (
                self.tr(
                    "With * and ? words are compared as they are written, other forms are not found. A pattern needs"
                    " its first letter, or two letters in a row."
                ),
                self.tr(
                    "With ~ a letter may be wrong, missing, too much, or swapped with the next: one in words shorter"
                    " than five letters, else two."
                ),
            ),
        )

    def _near(self) -> Topic:
        return Topic(
            self.tr("Close together"),
            (
                (self.tr("chancellor NEAR/5 resign"), self.tr("both, at most five words apart")),
                (self.tr("chancellor NEAR resign"), self.tr("at most ten words apart")),
                (self.tr('"chancellor resigned yesterday"~8'), self.tr("all of them close together, in any order")),
            ),
        )

    def _fields(self) -> Topic:
        return Topic(
            self.tr("Where"),
            (
                (self.tr("title:budget"), self.tr("in the title only")),
                (self.tr("title:(budget OR deficit)"), self.tr("a field before a bracket holds for all in it")),
                (self.tr("text:budget"), self.tr("in the text only")),
                (self.tr('author:"Jane Doe"'), self.tr("by this author")),
                (self.tr("site:guardian"), self.tr("from this site, by its name or address")),
                (self.tr("-site:guardian"), self.tr("from all sites but this")),
                (self.tr("url:/politics/"), self.tr("with this in its address")),
                (self.tr("section:economy"), self.tr("from this section of the site")),
                (self.tr("lang:de"), self.tr("in this language")),
            ),
            (
                self.tr(
                    "A field stands before its words without a space. Sites, authors and tags are offered as you type."
                ),
            ),
        )

    def _days(self) -> Topic:
        return Topic(
            self.tr("When"),
            (
                (self.tr("date:2026-03"), self.tr("published in this month; a year or a day will do, too")),
                (self.tr("date:2026-03..2026-06"), self.tr("published from March to June")),
                (self.tr("date:>=2026-03-15"), self.tr("on this day or later; also >, < and <=")),
                (
                    self.tr("after:2026-03-15"),
                    self.tr("published that day or later; before: earlier than it"),
                ),
                (self.tr("after:7d before:today"), self.tr("in the last seven days, but not today")),
                (self.tr("added:7d"), self.tr("added within the last seven days")),
            ),
            (
                self.tr(
                    "Days are written 2026, 2026-03, 2026-03-15, 15.3.2026, march-2026, today, yesterday, or as a time"
                    " back from today: 7d, 2w, 3m, 1y."
                ),
            ),
        )

    def _own(self) -> Topic:
        return Topic(
            self.tr("Yours"),
            (
                (self.tr("tag:europe"), self.tr("with this tag, or one below it")),
                (self.tr('note:"ask again"'), self.tr("with these words in your note")),
                (
                    self.tr("is:unread"),
                    self.tr("not read yet; also read, starred, tagged, untagged, doubtful, trashed"),
                ),
                (self.tr("has:picture"), self.tr("with a picture; also note, tag, flag, capture")),
                (self.tr("flag:paywall"), self.tr("with this doubt about the article; also cut_short, live_blog …")),
                (self.tr("id:1,2"), self.tr("the clippings of these numbers")),
            ),
        )

    def _order(self) -> Topic:
        return Topic(
            self.tr("Order"),
            ((self.tr("budget sort:newest"), self.tr("the newest first; also oldest, added, relevance")),),
            (
                self.tr(
                    "By relevance, what has the words more often, in the title, or in a short text comes first; the"
                    " newer of equals before the older."
                ),
                self.tr("Fields, values and operators are understood in English and in German."),
            ),
        )

    def _window(self) -> Topic:
        return Topic(
            self.tr("In the window"),
            (),
            (
                self.tr(
                    "While you type, words and values are offered: Down chooses, Tab takes the first, Esc closes the"
                    " list. Enter searches and goes to the clippings found."
                ),
                self.tr(
                    "F3 goes to the next hit in the article and then to the next clipping, Shift+F3 back. L shows"
                    " clippings like the selected one."
                ),
                self.tr(
                    "Refine, over the list, counts what was found by site, author, date, language, tag and more. A"
                    " choice goes into the search box, and is taken out there or by a second choice."
                ),
                self.tr(
                    "The bookmark in the box keeps a search in the side pane, with the number of clippings that are"
                    " new since you last opened it."
                ),
            ),
        )

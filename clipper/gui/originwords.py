"""The English for where a value came from, and for pages read anew, marked for translation; sentences.py fills it."""

from clipper.gui.wording import QT_TRANSLATE_NOOP

SOURCES = {
    "json-ld": QT_TRANSLATE_NOOP("sentences", "From what the page tells search engines"),
    "meta": QT_TRANSLATE_NOOP("sentences", "From the head of the page"),
    "byline": QT_TRANSLATE_NOOP("sentences", "From the byline"),
    "url": QT_TRANSLATE_NOOP("sentences", "From the address"),
    "text": QT_TRANSLATE_NOOP("sentences", "From the text"),
    "title": QT_TRANSLATE_NOOP("sentences", "From the headline"),
    "link": QT_TRANSLATE_NOOP("sentences", "From a link of the page"),
    "picture": QT_TRANSLATE_NOOP("sentences", "From a picture of the page"),
    "agency": QT_TRANSLATE_NOOP("sentences", "From the mark of an agency"),
    "detected": QT_TRANSLATE_NOOP("sentences", "Recognised by the words of the text"),
    "given": QT_TRANSLATE_NOOP("sentences", "As it was handed in"),
    "": QT_TRANSLATE_NOOP("sentences", "From the page"),
}
SURE = QT_TRANSLATE_NOOP("sentences", "{where}, {sure}")
CONFIDENCES = (
    (0.9, QT_TRANSLATE_NOOP("sentences", "certain")),
    (0.7, QT_TRANSLATE_NOOP("sentences", "fairly certain")),
    (0.5, QT_TRANSLATE_NOOP("sentences", "likely")),
    (0.0, QT_TRANSLATE_NOOP("sentences", "a guess")),
)
ABOUT = QT_TRANSLATE_NOOP("sentences", "{title}: {words}")
REEXTRACTED = {
    "kept": QT_TRANSLATE_NOOP("sentences", "Nothing was found on the page this time, so the article stays as it was."),
    "no_page": QT_TRANSLATE_NOOP("sentences", "No page was kept with it, since the article was given as it stands."),
    "unknown": QT_TRANSLATE_NOOP("sentences", "It is not in the library any more."),
    "damaged": QT_TRANSLATE_NOOP(
        "sentences", "The page that was kept is missing or damaged; the article stays as it was."
    ),
    "too_slow": QT_TRANSLATE_NOOP("sentences", "Reading the page took too long; the article stays as it was."),
    "too_large": QT_TRANSLATE_NOOP("sentences", "Reading the page took too much memory; the article stays as it was."),
    "failed": QT_TRANSLATE_NOOP("sentences", "The page could not be read anew; the article stays as it was."),
}

"""The English of every code, marked for translation; sentences.py picks and fills it.

{detail} is the fact behind a code.
"""


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark text for lupdate, which knows this name. (PySide6's own gives an object to a type checker.)"""
    return text


FAULTS = {
    "no_host": QT_TRANSLATE_NOOP(
        "sentences", "There is no site of this name ({detail}). Check the address, or whether you are online."
    ),
    "refused": QT_TRANSLATE_NOOP("sentences", "The site does not answer ({detail}). Retry later."),
    "tls": QT_TRANSLATE_NOOP(
        "sentences",
        "The site's certificate cannot be trusted ({detail}). Open it in the browser and drop the saved page here.",
    ),
    "timeout": QT_TRANSLATE_NOOP("sentences", "The site took too long to answer. Retry later."),
    "too_large": QT_TRANSLATE_NOOP("sentences", "The page is larger than Clipper reads (20 MB)."),
    "private_address": QT_TRANSLATE_NOOP(
        "sentences",
        "The address leads into a private network ({detail}). Allow private addresses in the settings if you trust it.",
    ),
    "scheme": QT_TRANSLATE_NOOP("sentences", "Only http and https addresses can be clipped, not {detail}."),
    "redirects": QT_TRANSLATE_NOOP(
        "sentences", "The site sends the address round in circles. Open it in the browser and drop the saved page here."
    ),
    "not_a_page": QT_TRANSLATE_NOOP(
        "sentences", "This is no web page ({detail}). Only pages with text can be clipped."
    ),
    "empty": QT_TRANSLATE_NOOP(
        "sentences", "The page is empty. Retry later, or open it in the browser and drop the saved page here."
    ),
    "damaged": QT_TRANSLATE_NOOP(
        "sentences", "What came is damaged and cannot be read. Retry, or save the page anew in the browser."
    ),
    "too_slow": QT_TRANSLATE_NOOP("sentences", "Reading the page took too long, so it was given up."),
    "not_a_known_format": QT_TRANSLATE_NOOP(
        "sentences", "Clipper does not know this kind of file ({detail}). Save the page as HTML and drop that."
    ),
    "not_found": QT_TRANSLATE_NOOP("sentences", "The file is not there any more ({detail})."),
    "unreadable": QT_TRANSLATE_NOOP("sentences", "The file cannot be read ({detail}). Check its permissions."),
    "unexpected": QT_TRANSLATE_NOOP(
        "sentences", "Reading the page failed in an unexpected way. The details are in the log."
    ),
}
UNKNOWN_FAULT = QT_TRANSLATE_NOOP(
    "sentences", "It did not work ({detail}). Retry, or open the page in the browser and drop the saved page here."
)

STATUSES = {
    "401": QT_TRANSLATE_NOOP(
        "sentences",
        "The site asks for a login (status {detail}). Log in with the browser and drop the saved page here.",
    ),
    "403": QT_TRANSLATE_NOOP(
        "sentences",
        "The site refuses Clipper (status {detail}). Open the page in the browser and drop the saved page here.",
    ),
    "404": QT_TRANSLATE_NOOP("sentences", "The page is not there (status {detail}). Check the address."),
    "410": QT_TRANSLATE_NOOP("sentences", "The site has taken the page away (status {detail})."),
    "429": QT_TRANSLATE_NOOP("sentences", "The site asks for fewer requests (status {detail}). Retry later."),
    "451": QT_TRANSLATE_NOOP("sentences", "The site may not show the page here for legal reasons (status {detail})."),
    "4xx": QT_TRANSLATE_NOOP(
        "sentences",
        "The site refuses the request (status {detail}). Open the page in the browser and drop the saved page here.",
    ),
    "5xx": QT_TRANSLATE_NOOP("sentences", "The site has a fault of its own (status {detail}). Retry later."),
    "": QT_TRANSLATE_NOOP("sentences", "The site gave an answer without a page (status {detail}). Retry later."),
}

FLAGS = {
    "consent": (
        QT_TRANSLATE_NOOP("sentences", "The site showed its consent notice instead of the article."),
        QT_TRANSLATE_NOOP(
            "sentences", "Open the original in the browser, answer the notice, save the page, and drop the file here."
        ),
    ),
    "paywall": (
        QT_TRANSLATE_NOOP("sentences", "Only the free part of the article is here."),
        QT_TRANSLATE_NOOP(
            "sentences",
            "If you subscribe: open the original in the browser, sign in there, save the page, and drop the file here.",
        ),
    ),
    "bot_check": (
        QT_TRANSLATE_NOOP("sentences", "The site asked whether a person is reading."),
        QT_TRANSLATE_NOOP("sentences", "Open the original in the browser, save the page, and drop the file here."),
    ),
    "login": (
        QT_TRANSLATE_NOOP("sentences", "The site asked for a login instead of showing the article."),
        QT_TRANSLATE_NOOP(
            "sentences", "Open the original in the browser, sign in there, save the page, and drop the file here."
        ),
    ),
    "error_page": (
        QT_TRANSLATE_NOOP("sentences", "This looks like an error page of the site."),
        QT_TRANSLATE_NOOP("sentences", "Fetch it again later, or look in the browser whether it is still there."),
    ),
    "media_only": (
        QT_TRANSLATE_NOOP("sentences", "This page is a video, a sound or a gallery with little text."),
        QT_TRANSLATE_NOOP("sentences", "Open the original to see or hear it."),
    ),
    "no_article": (
        QT_TRANSLATE_NOOP("sentences", "No article was found on this page."),
        QT_TRANSLATE_NOOP("sentences", "The page itself is kept; look at it as it was saved."),
    ),
    "cut_short": (
        QT_TRANSLATE_NOOP("sentences", "A part of the article may be missing."),
        QT_TRANSLATE_NOOP("sentences", "Look at the page as it was saved."),
    ),
    "live_blog": (
        QT_TRANSLATE_NOOP("sentences", "This is a live blog: it shows how things stood when it was clipped."),
        QT_TRANSLATE_NOOP("sentences", "Fetch it again for what came later."),
    ),
    "doubtful": (
        QT_TRANSLATE_NOOP("sentences", "It is not certain which part of the page is the article."),
        QT_TRANSLATE_NOOP("sentences", "Compare it with the page as it was saved."),
    ),
}

TOO_NEW = QT_TRANSLATE_NOOP(
    "sentences",
    "This library was written by a newer Clipper (version {detail}). It was not touched. Update Clipper to open it.",
)
BUSY = QT_TRANSLATE_NOOP("sentences", "Another program holds the library. Try again in a moment.")
DAMAGED = QT_TRANSLATE_NOOP(
    "sentences", "Something in the library is damaged ({detail}). Nothing was changed. A safety copy can be put back."
)
DATABASE_GONE = QT_TRANSLATE_NOOP(
    "sentences",
    "The library's database is gone ({detail}), while its pages are still there. Put it back, or choose a safety copy.",
)
NO_CAPTURE = QT_TRANSLATE_NOOP("sentences", "No page was saved with this clipping; it was added as it stands.")
GONE = QT_TRANSLATE_NOOP("sentences", "This is not in the library any more ({detail}).")

SEARCH = {
    "damaged": QT_TRANSLATE_NOOP(
        "sentences", "The search index is damaged and is being made anew. Until then searching is slower."
    ),
    "missing": QT_TRANSLATE_NOOP(
        "sentences", "The search index is missing and is being made anew. Until then searching is slower."
    ),
    "foreign": QT_TRANSLATE_NOOP(
        "sentences", "The search index was not written by Clipper, so it is not opened but made anew."
    ),
    "unwritable": QT_TRANSLATE_NOOP(
        "sentences", "The search index cannot be written ({detail}). What is newest may not be found."
    ),
    "locked": QT_TRANSLATE_NOOP(
        "sentences", "Another program is writing the search index. What is newest may be found a little later."
    ),
}
EXPORT = {
    "exists": QT_TRANSLATE_NOOP("sentences", "There is a file of this name already ({detail}). It was left as it is."),
    "read_only": QT_TRANSLATE_NOOP("sentences", "Nothing may be written there ({detail}). Choose another folder."),
    "full": QT_TRANSLATE_NOOP(
        "sentences", "The disk is full, so nothing was written. Make room, or choose another folder."
    ),
    "no_folder": QT_TRANSLATE_NOOP("sentences", "The folder is not there ({detail}). Choose another one."),
    "too_slow": QT_TRANSLATE_NOOP("sentences", "Setting the pages took too long. Export fewer clippings at once."),
    "failed": QT_TRANSLATE_NOOP("sentences", "The file could not be written ({detail}). What was there is as it was."),
}
LIBRARY = {
    "read_only": QT_TRANSLATE_NOOP("sentences", "The library can only be read, so nothing was changed ({detail})."),
    "full": QT_TRANSLATE_NOOP("sentences", "The disk is full, so nothing was changed. Make room and try again."),
    "no_folder": QT_TRANSLATE_NOOP("sentences", "The library's folder is not there ({detail})."),
    "exists": QT_TRANSLATE_NOOP(
        "sentences", "There is something of this name already ({detail}). It was left as it is."
    ),
}
INVALID = {
    "tag": QT_TRANSLATE_NOOP("sentences", "A tag has 1 to 200 characters and no line breaks."),
    "date": QT_TRANSLATE_NOOP("sentences", "This is no date. Write it as 2026-11-24."),
    "language": QT_TRANSLATE_NOOP("sentences", "A language is a code of two letters, as en or de."),
    "title": QT_TRANSLATE_NOOP("sentences", "A title has at least one character."),
    "text": QT_TRANSLATE_NOOP("sentences", "At least one paragraph of the text has to stay."),
    "note": QT_TRANSLATE_NOOP("sentences", "The note is too long to be kept."),
    "search_name": QT_TRANSLATE_NOOP("sentences", "The name of a search has 1 to 200 characters and no line breaks."),
    "name_taken": QT_TRANSLATE_NOOP("sentences", "There is a saved search of this name already."),
    "query": QT_TRANSLATE_NOOP("sentences", "There are no words to be saved."),
    "": QT_TRANSLATE_NOOP("sentences", "This cannot be kept ({detail})."),
}

BAD_SETTING = QT_TRANSLATE_NOOP("sentences", "The setting “{detail}” was not understood, so its usual value is used.")
COMPLAINTS = {
    "file": QT_TRANSLATE_NOOP("sentences", "The settings file cannot be read, so the usual settings are used."),
    "open_quote": QT_TRANSLATE_NOOP("sentences", "A quotation mark is not closed; the rest was read as a phrase."),
    "open_bracket": QT_TRANSLATE_NOOP("sentences", "A bracket is not closed; it was closed at the end."),
    "unknown_field": QT_TRANSLATE_NOOP("sentences", "There is no field “{detail}”; it was searched for as a word."),
    "bad_date": QT_TRANSLATE_NOOP("sentences", "“{detail}” is no date. Write 2026, 2026-11 or 2026-11-24."),
    "unknown_value": QT_TRANSLATE_NOOP("sentences", "“{detail}” was not understood and was left out."),
    "unknown_value:is": QT_TRANSLATE_NOOP(
        "sentences",
        "“{detail}” was left out: is: takes read, unread, starred, tagged, untagged, doubtful and trashed.",
    ),
    "unknown_value:has": QT_TRANSLATE_NOOP(
        "sentences", "“{detail}” was left out: has: takes picture, note, tag, flag and capture."
    ),
    "unknown_value:sort": QT_TRANSLATE_NOOP(
        "sentences", "“{detail}” was left out: sort: takes relevance, newest, oldest and added."
    ),
    "bad_id": QT_TRANSLATE_NOOP("sentences", "“{detail}” is no number of a clipping."),
    "no_words": QT_TRANSLATE_NOOP("sentences", "There are no words to search for in it."),
    "no_wildcard": QT_TRANSLATE_NOOP("sentences", "In quotation marks a * stands for nothing; it was left out."),
    "no_near": QT_TRANSLATE_NOOP("sentences", "NEAR stands between two words or phrases; here it was read as AND."),
    "short_wildcard": QT_TRANSLATE_NOOP(
        "sentences", "“{detail}” would find nearly everything and was left out. Give its first letter, or two in a row."
    ),
    "short_fuzzy": QT_TRANSLATE_NOOP(
        "sentences", "“{detail}” is too short to be searched for with ~; it was searched for as it stands."
    ),
    "wide_fuzzy": QT_TRANSLATE_NOOP(
        "sentences", "Words may differ by two letters at most; “{detail}” was searched for with ~2."
    ),
    "too_long": QT_TRANSLATE_NOOP("sentences", "The search is too long; its end was left out."),
    "too_deep": QT_TRANSLATE_NOOP(
        "sentences", "There are too many brackets in each other; the inner ones were left out."
    ),
    "no_similar": QT_TRANSLATE_NOOP("sentences", "Clippings like this one are found once the search index is made."),
    "rough_order": QT_TRANSLATE_NOOP(
        "sentences", "The search index is being made, so the order of the results is rough."
    ),
    "unanswerable": QT_TRANSLATE_NOOP(
        "sentences",
        "The search index could not answer this, so the library itself was searched. The details are in the log.",
    ),
}
UNKNOWN_COMPLAINT = QT_TRANSLATE_NOOP("sentences", "A part of the search was not understood ({detail}).")

WARNINGS = {
    "network": QT_TRANSLATE_NOOP(
        "sentences",
        "The library lies on a network drive ({detail}). Two computers could damage it; a local folder is safer.",
    ),
    "cloud": QT_TRANSLATE_NOOP(
        "sentences",
        "The library lies in a folder that {detail} synchronises. That can damage it; a local folder is safer.",
    ),
}
PROBLEMS = {
    "database": QT_TRANSLATE_NOOP("sentences", "The database is damaged ({detail}). Put a safety copy back."),
    "reference": QT_TRANSLATE_NOOP("sentences", "Something in the database points to nothing ({detail})."),
    "text_digest": QT_TRANSLATE_NOOP("sentences", "The text of clipping {detail} is not what was written."),
    "html_digest": QT_TRANSLATE_NOOP("sentences", "The article of clipping {detail} is not what was written."),
    "list_row": QT_TRANSLATE_NOOP("sentences", "The list shows clipping {detail} differently from its article."),
    "missing_file": QT_TRANSLATE_NOOP("sentences", "A file of the library is missing ({detail})."),
    "capture_digest": QT_TRANSLATE_NOOP("sentences", "A saved page is not what was written ({detail})."),
    "picture_digest": QT_TRANSLATE_NOOP("sentences", "A picture is not what was written ({detail})."),
    "orphan_file": QT_TRANSLATE_NOOP("sentences", "A file in the library belongs to no clipping ({detail})."),
    "index_behind": QT_TRANSLATE_NOOP("sentences", "The search index has not taken in everything yet."),
    "index_broken": QT_TRANSLATE_NOOP("sentences", "The search index cannot be used ({detail}). It is made anew."),
    "index_differs": QT_TRANSLATE_NOOP(
        "sentences", "The search index and the library differ over clipping {detail}. Make the index anew."
    ),
    "unreadable": QT_TRANSLATE_NOOP("sentences", "Clipping {detail} cannot be read from the database."),
}
UNKNOWN_PROBLEM = QT_TRANSLATE_NOOP("sentences", "Something in the library is not as it should be ({detail}).")

REMARKS = {
    "no_standard": QT_TRANSLATE_NOOP("sentences", "The PDF is complete, but not in the archive format PDF/A."),
    "glyphs_missing": QT_TRANSLATE_NOOP(
        "sentences", "This computer has no font for some characters; they are missing in the PDF."
    ),
    "picture_left_out": QT_TRANSLATE_NOOP("sentences", "A picture could not be read and was left out."),
}
UNKNOWN_REMARK = QT_TRANSLATE_NOOP("sentences", "The export is not quite complete ({detail}).")

OUTCOMES = {
    "added": QT_TRANSLATE_NOOP("sentences", "Clipped."),
    "known": QT_TRANSLATE_NOOP("sentences", "Already in the library."),
    "failed": QT_TRANSLATE_NOOP("sentences", "It did not work."),
    "differs": QT_TRANSLATE_NOOP("sentences", "The address was here already, but the text differs: both are kept."),
}
STEPS = {
    "fetch": QT_TRANSLATE_NOOP("sentences", "Fetching"),
    "read": QT_TRANSLATE_NOOP("sentences", "Reading"),
    "extract": QT_TRANSLATE_NOOP("sentences", "Finding the article"),
    "pictures": QT_TRANSLATE_NOOP("sentences", "Fetching pictures"),
    "add": QT_TRANSLATE_NOOP("sentences", "Keeping"),
    "index": QT_TRANSLATE_NOOP("sentences", "Indexing"),
    "rebuild": QT_TRANSLATE_NOOP("sentences", "Making the index anew"),
    "search": QT_TRANSLATE_NOOP("sentences", "Searching"),
    "check": QT_TRANSLATE_NOOP("sentences", "Checking"),
    "copy": QT_TRANSLATE_NOOP("sentences", "Copying"),
    "document": QT_TRANSLATE_NOOP("sentences", "Gathering"),
    "export": QT_TRANSLATE_NOOP("sentences", "Setting the pages"),
    "typeset": QT_TRANSLATE_NOOP("sentences", "Setting the pages"),
    "write": QT_TRANSLATE_NOOP("sentences", "Writing"),
}

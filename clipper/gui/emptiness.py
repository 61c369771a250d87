"""What a list says that has nothing in it. Pure."""

from PySide6.QtCore import QCoreApplication

from clipper.model import View

translate = QCoreApplication.translate


def nothing(view: View, *, searched: bool) -> tuple[str, str]:
    """Give a headline and what it means. searched: there are words that nothing of the view has."""
    if searched:
        advice = translate("Emptiness", "Other words may find it. Esc brings all clippings back.")
        return translate("Emptiness", "Nothing found"), advice
    if view == "doubtful":
        says = translate("Emptiness", "Clipper has no doubt about any article: none looks wrong, or cut short.")
        return translate("Emptiness", "Nothing doubtful"), says
    if view == "trash":
        return translate("Emptiness", "Nothing here"), translate("Emptiness", "The trash is empty.")
    return translate("Emptiness", "Nothing here"), translate("Emptiness", "No clipping is in this list.")

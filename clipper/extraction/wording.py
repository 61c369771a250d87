"""Phrases, one a line -> patterns. A phrase is a regular expression in lower case."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrases:
    """A pattern that knows lower case alone: of many alternatives, one that ignores case takes 2.5 times as long."""

    pattern: re.Pattern[str]

    def match(self, text: str) -> bool:
        """Tell whether a text is one of the phrases, or begins with one, in whatever case."""
        low = text.replace("İ", "i").lower() if "İ" in text else text.lower()  # lower() makes two signs of it
        return self.pattern.match(low) is not None


def whole(text: str) -> Phrases:
    """Make phrases that are all a block says, but for marks around them."""
    return Phrases(re.compile(rf"^[\W_]*{alternatives(text)}[\W_]*$"))


def opening(text: str) -> Phrases:
    """Make phrases that a block begins with."""
    return Phrases(re.compile(rf"^[\W_]*{alternatives(text)}(?!\w)"))


def alternatives(text: str) -> str:
    """Join phrases, one a line, to a part of a pattern."""
    return "(?:" + "|".join(line.strip() for line in text.strip().splitlines()) + ")"

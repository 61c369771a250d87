"""What a list held that could not be clipped, gathered while the good rows go on."""

from collections import Counter
from pathlib import Path

from clipper.errors import SourceError

MAX_NAMED = 10


class Complaints:
    """Gathers the bad rows of one list. Names ten, counts the rest."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lines: list[int] = []
        self._schemes: Counter[str] = Counter()
        self.count = 0

    def line(self, number: int) -> None:
        """Note a line that cannot be read; the first is 1."""
        self.count += 1
        if len(self._lines) < MAX_NAMED:
            self._lines.append(number)

    def scheme(self, address: str) -> None:
        """Note an address that is none of the web."""
        self._schemes[address.partition(":")[0].strip().lower()[:40]] += 1

    def speak(self) -> None:
        """Raise SourceError(damaged or scheme) where there is something to say."""
        if self.count:
            more = f" (+{self.count - len(self._lines)})" if self.count > len(self._lines) else ""
            raise SourceError("damaged", ", ".join(map(str, self._lines)) + more, path=str(self._path))
        if self._schemes:
            named = ", ".join(f"{scheme} ({count})" for scheme, count in self._schemes.most_common(MAX_NAMED))
            raise SourceError("scheme", named, path=str(self._path))

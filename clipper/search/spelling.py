"""How much two words differ by their letters. Pure; knows no engine."""

MOST_EDITS = 2
_SHORT = 5  # letters; a shorter word is another one with two letters changed


def reach(word: str) -> int:
    """Give how many edits a mistyped word may differ by."""
    return 1 if len(word) < _SHORT else 2


def distance(left: str, right: str, most: int) -> int:
    """Count the letters put in, left out, changed or swapped between two words; most + 1 where it is more."""
    if abs(len(left) - len(right)) > most or len(set(left) ^ set(right)) > 2 * most:
        return most + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, start=1):
        last, before, row = before, row, [i]
        for j, b in enumerate(right, start=1):
            step = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                step = min(step, last[j - 2] + 1)
            row.append(step)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)

"""A long text named by its first words, as the words of undo name it."""

_LONGEST = 60


def short(text: str) -> str:
    """Return the first words of a text, on one line."""
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"

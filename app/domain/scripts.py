"""In which script words are written."""

import unicodedata


def has_hangul(text: str) -> bool:
    """Tell whether a text has Korean letters."""
    return any(unicodedata.name(letter, "").startswith("HANGUL") for letter in text)


def is_eastern(text: str) -> bool:
    """Tell whether a text has Korean letters or Chinese characters."""
    return any(unicodedata.name(letter, "").startswith(("HANGUL", "CJK")) for letter in text)

"""Texts as a search sees them: without case, accents and the differences of width.

Hangul stays in syllables, so that a syllable is found as it is typed; ``initials`` gives the initial
consonants of its syllables, by which Koreans search: ㅎㄱ finds 한국.
"""

from __future__ import annotations

import unicodedata

_FIRST_SYLLABLE, _LAST_SYLLABLE = 0xAC00, 0xD7A3
_SYLLABLES_PER_INITIAL = 588
INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
#: Letters that no decomposition takes apart (Unicode gives them none).
_PLAIN = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"}
    | dict.fromkeys("’‘ʼ`´", "'")
    | dict.fromkeys("–—‑‐", "-")
    # Taken apart, a consonant typed alone becomes the first part of a syllable that never came.
    | {chr(0x1100 + place): letter for place, letter in enumerate(INITIALS)}
)


def folded(text: str) -> str:
    """Return a text without case and accents, spaces single; Hangul stands in whole syllables."""
    if text.isascii():
        return " ".join(text.lower().split())
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(unicodedata.normalize("NFC", bare).translate(_PLAIN).split())


def initials(text: str) -> str:
    """Return a folded text with each Hangul syllable as its initial consonant; other letters stay."""
    return "".join(_initial(letter) for letter in text)


def is_initials(text: str) -> bool:
    """Tell whether a text is searched by initial consonants: it has one standing alone."""
    return any(letter in INITIALS for letter in text)


def _initial(letter: str) -> str:
    code = ord(letter)
    if not _FIRST_SYLLABLE <= code <= _LAST_SYLLABLE:
        return letter
    return INITIALS[(code - _FIRST_SYLLABLE) // _SYLLABLES_PER_INITIAL]

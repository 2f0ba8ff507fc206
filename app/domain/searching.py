"""What a text is found by: the tokens that are kept of it, and those that a search looks for.

A word of Hangul is kept from each of its syllables on, so that what stands inside it is the beginning of
something kept; syllables are kept in their parts, so that one half typed finds the whole. The same
endings are kept as initial consonants. Other words are kept whole. Every search is for beginnings.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from app.domain.folding import INITIALS, folded, initials

LONGEST = 24  # letters of a word that count
MOST_WORDS = 8  # words of a search that count
LONGEST_START = 60  # letters of a title by which it is found from its beginning

_FIRST_SYLLABLE, _LAST_SYLLABLE = "\uac00", "\ud7a3"
_PARTS = {letter: chr(0x1100 + place) for place, letter in enumerate(INITIALS)}


def tokens(text: str, *, by_initials: bool) -> frozenset[str]:
    """Return the tokens kept of a text; ``by_initials`` keeps initial consonants too."""
    found: set[str] = set()
    for word in set(_words(folded(text))):
        if word.isascii():
            found.add(word[:LONGEST])
            continue
        for ending in _endings(word):
            found.add(_parts(ending))
            if by_initials and _is_syllable(ending[0]):
                found.add(initials(ending))
    return frozenset(found)


def wanted(text: str) -> tuple[str, ...]:
    """Return the beginnings of tokens that a search for ``text`` looks for, all of which must be there."""
    words = dict.fromkeys(_words(folded(text)))
    return tuple(dict.fromkeys(_sought(word[:LONGEST]) for word in list(words)[:MOST_WORDS]))


def start(text: str) -> str:
    """Return the beginning of a title, or of what is searched, in the form in which they are compared."""
    return _parts(folded(text)[:LONGEST_START])


def _words(text: str) -> Iterator[str]:
    return iter("".join(letter if letter.isalnum() else " " for letter in text).split())


def _endings(word: str) -> Iterator[str]:
    yield word[:LONGEST]
    for place in range(1, len(word)):
        if _is_syllable(word[place]) or _is_syllable(word[place - 1]):
            yield word[place : place + LONGEST]


def _sought(word: str) -> str:
    syllables = word.rstrip(INITIALS)
    if not syllables or any(letter in INITIALS for letter in syllables):
        return initials(word)
    # A consonant after syllables begins the next one, which is still being typed.
    return _parts(syllables) + "".join(_PARTS[letter] for letter in word[len(syllables) :])


def _parts(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _is_syllable(letter: str) -> bool:
    return _FIRST_SYLLABLE <= letter <= _LAST_SYLLABLE

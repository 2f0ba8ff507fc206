"""How long words take to be read aloud (pure).

The pace is that of a speech which is interpreted, slower than talk: 120 words a minute. Korean and Chinese
are counted in syllables and characters, of which 300 go into one.
"""

from typing import Final

from app.domain.prose import lines_of
from app.domain.scripts import is_eastern

WORDS_A_MINUTE: Final = 120
SIGNS_A_MINUTE: Final = 300


def reading_minutes(text: str) -> int:
    """Return how many minutes a text takes when it is read aloud, rounded up; 0 where it says nothing."""
    words = " ".join(line.words for line in lines_of(text))
    signs = sum(map(is_eastern, words))
    rest = "".join(" " if is_eastern(letter) else letter for letter in words)
    spoken = sum(any(map(str.isalnum, word)) for word in rest.split())
    seconds = 60 * spoken / WORDS_A_MINUTE + 60 * signs / SIGNS_A_MINUTE
    return -int(-seconds // 60)

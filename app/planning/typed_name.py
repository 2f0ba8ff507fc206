"""A person's name as it is typed, taken apart: which part is the family's, and which script it is in."""

from __future__ import annotations

from typing import NamedTuple

from app.domain.scripts import is_eastern

_FAMILY_SYLLABLES = 1  # 김민수; the few families of two syllables are mended by hand
_SHORTEST, _LONGEST = 2, 4  # syllables of a Korean name written in one word


class TypedName(NamedTuple):
    """The parts of a name; ``native`` is the name in its own script where it was typed in it."""

    family: str
    given: str
    family_first: bool
    native: str


def read_name(text: str) -> TypedName:
    """Take a typed name apart.

    ``KIM Min-su`` and ``Kim, Min-su`` say which part is the family's; without such a sign the last word is.
    A name in Hangul or Chinese characters begins with the family and is kept as the native name too; one
    that is typed beside the name in Latin letters is the native name alone.
    """
    text = " ".join(text.split())
    latin = " ".join(word for word in text.split() if not is_eastern(word))
    if latin and latin != text:
        native = " ".join(word for word in text.split() if is_eastern(word))
        return read_name(latin)._replace(native=native)
    family, comma, given = (part.strip() for part in text.partition(","))
    if comma and family and given:
        eastern = is_eastern(text)
        return TypedName(family, given, family_first=eastern, native=family + given if eastern else "")
    words = text.split()
    if is_eastern(text):
        if len(words) == 1 and _SHORTEST <= len(text) <= _LONGEST:
            return TypedName(
                text[:_FAMILY_SYLLABLES], text[_FAMILY_SYLLABLES:], family_first=True, native=text
            )
        return TypedName(words[0], " ".join(words[1:]), family_first=True, native=text)
    shouted = [word for word in words if len(word) > 1 and word.isupper() and not word.endswith(".")]
    if 0 < len(shouted) < len(words):
        family = " ".join(shouted)
        given = " ".join(word for word in words if word not in shouted)
        return TypedName(family, given, family_first=words[0] in shouted, native="")
    return TypedName(words[-1] if words else "", " ".join(words[:-1]), family_first=False, native="")


def family_leads(family: str, given: str) -> bool:
    """Tell whether the names themselves say that the family is named first: both are Hangul or Chinese."""
    return is_eastern(family) and is_eastern(given)

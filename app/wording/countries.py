"""The names of countries in the language in force, and finding a country by a part of its name."""

from functools import cache

from babel import Locale

from app.domain.folding import folded, initials, is_initials
from app.domain.particulars import pieces
from app.reference.countries import COUNTRY_CODES
from app.wording.language import language

_KOREAN = "ko"
#: Names that people type and no table has.
_ALSO = {
    "KR": ("한국", "남한", "rok"),
    "KP": ("북한", "dprk"),
    "US": ("usa", "u.s."),
    "GB": ("uk", "britain"),
}
_NEVER = 4  # the rank of a word that has nothing of what was typed


def country_name(code: str) -> str:
    """Return what a country of an ISO 3166 code is called; an unknown code stays as it is."""
    return _names(language()).get(code, code)


def countries_named(text: str) -> str:
    """Return countries that commas part, with names in place of codes."""
    return ", ".join(country_name(piece) for piece in pieces(text))


def coded_countries(text: str) -> str:
    """Return countries that commas part, with codes in place of whole names; what has none stays."""
    return ", ".join(_code(piece) for piece in pieces(text))


def _code(piece: str) -> str:
    found = find_countries(piece, limit=1)
    return found[0] if found and folded(piece) in _words(found[0], country_name(found[0])) else piece


def find_countries(text: str, limit: int = 12) -> tuple[str, ...]:
    """Return the codes of countries found by code, or by name in the language in force, English or Korean."""
    wanted = folded(text)
    if is_initials(wanted):
        wanted = initials(wanted)
    ranked = sorted(
        (min(_rank(wanted, word) for word in _words(code, name)), name, code)
        for code, name in _names(language()).items()
    )
    return tuple(code for rank, _name, code in ranked[:limit] if rank < _NEVER)


def _rank(wanted: str, word: str) -> int:
    if word == wanted:
        return 0
    if word.startswith(wanted):
        return 1
    if f" {wanted}" in word:
        return 2
    return 3 if wanted in word else _NEVER


@cache
def _names(tag: str) -> dict[str, str]:
    territories = Locale.parse(tag).territories
    return {code: territories.get(code, code) for code in sorted(COUNTRY_CODES)}


@cache
def _words(code: str, name: str) -> tuple[str, ...]:
    korean = folded(_names(_KOREAN)[code])
    english = folded(_names("en")[code])
    return code.lower(), folded(name), english, korean, initials(korean), *_ALSO.get(code, ())

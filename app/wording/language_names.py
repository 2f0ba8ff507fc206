"""The names of languages in the language in force, and finding a language by a part of its name."""

import re
from functools import cache

from babel import Locale

from app.domain.folding import folded
from app.domain.tags import language_tag
from app.wording.language import language

_BETWEEN = re.compile(r"\s*[,;/]\s*")
#: Offered before anything is typed, and first among equals: the working languages of most visits.
_USUAL = ("ko", "en", "fr", "de", "es", "it", "nl", "ja", "zh", "ru", "ar", "pt")
_NEVER = 3  # the rank of a word that has nothing of what was typed


def language_name(tag: str) -> str:
    """Return what a language of a BCP 47 tag is called: ``Korean``; an unknown tag stays as it is."""
    names = _names(language())
    code, _dash, rest = tag.strip().partition("-")
    name = names.get(tag.strip().replace("-", "_")) or names.get(code.lower())
    if not name:
        return tag
    whole = not rest or tag.strip().replace("-", "_") in names
    return name if whole else f"{name} ({rest})"


def languages_named(text: str) -> str:
    """Return languages as they were typed, with names in place of tags: ``Korean`` for ``ko``."""
    parts = (part for part in _BETWEEN.split(text.strip()) if part)
    return ", ".join(language_name(language_tag(part) or part) for part in parts)


def tagged_languages(text: str) -> str:
    """Return languages as they were typed, with tags in place of names: ``ko`` for ``Korean``."""
    parts = (part for part in _BETWEEN.split(text.strip()) if part)
    return ", ".join(_tag(part) for part in parts)


def _tag(part: str) -> str:
    found = () if language_tag(part) else find_languages(part, limit=1)
    return found[0] if found and not _rank(folded(part), found[0])[0] else part


def find_languages(text: str, limit: int = 12) -> tuple[str, ...]:
    """Return the tags of languages found by tag, or by name in the language in force, English or Korean."""
    wanted = folded(text)
    if not wanted:
        return _USUAL[:limit]
    tags = [tag for tag in _names("en") if tag.isalpha()]
    ranked = sorted((*_rank(wanted, tag), language_name(tag), tag) for tag in tags)
    return tuple(tag for rank, _usual, _name, tag in ranked[:limit] if rank < _NEVER)


def _rank(wanted: str, tag: str) -> tuple[int, int]:
    words = (tag, *(folded(_names(reader).get(tag, "")) for reader in (language(), "en", "ko")))
    usual = _USUAL.index(tag) if tag in _USUAL else len(_USUAL)
    if wanted in words:
        return 0, usual
    if any(word.startswith(wanted) for word in words):
        return 1, usual
    return (2 if any(wanted in word for word in words) else _NEVER), usual


@cache
def _names(reader: str) -> dict[str, str]:
    return {str(tag): str(name) for tag, name in Locale.parse(reader).languages.items()}

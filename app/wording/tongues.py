"""The language in which somebody is written to, out of the languages as they were typed.

People type ``ko, en``, ``Korean, English``, ``한국어, 영어`` or ``Deutsch (Muttersprache)``.
"""

import re
from functools import cache

from babel import Locale

from app.domain.scripts import has_hangul
from app.wording.language import DEFAULT, message_languages

_KOREAN = "ko"
_BETWEEN = re.compile(r"[,;/|·、，\n]|\s+(?:and|und|et|및)\s+")
_ASIDE = re.compile(r"\(.*?(\)|$)")
_THREE_LETTERS = {"eng": "en", "kor": "ko", "fra": "fr", "fre": "fr", "deu": "de", "ger": "de"}


def tongue_of(languages: str, native_name: str = "") -> str:
    """Return the tag of the language to write to somebody in: their first if we have it, else English.

    Somebody of whom no language is stated, but whose own name is in Hangul, reads Korean.
    """
    first = next((part for part in map(_bare, _BETWEEN.split(languages)) if part), "")
    if not first and has_hangul(native_name) and _KOREAN in message_languages():
        return _KOREAN
    words = first.split()
    for name in (first, words[0] if words else ""):
        tag = _known().get(name) or _known().get(re.split(r"[-_]", name)[0])
        if tag:
            return tag
    return DEFAULT


def own_name(tag: str) -> str:
    """Return what a language calls itself, with a capital letter: ``Français``."""
    name = Locale.parse(tag).display_name or tag
    return name[:1].upper() + name[1:]


def _bare(part: str) -> str:
    return " ".join(_ASIDE.sub(" ", part).casefold().split()).strip(" .:*")


@cache
def _known() -> dict[str, str]:
    """Return tags by code and by name, in each of the languages that we write."""
    tags = message_languages()
    found = {tag: tag for tag in tags} | {key: tag for key, tag in _THREE_LETTERS.items() if tag in tags}
    for reader in tags:
        names = Locale.parse(reader).languages
        found |= {str(names[tag]).casefold(): tag for tag in tags if tag in names}
    return found

"""The language in force: gettext catalogues under ``resources/translations``.

One language is in force in a process. Papers are made in a process of their own (``app.jobs``), which
is how the language of the paper stays apart from the language of the screen. A message to somebody is
worded within :func:`in_language`; its words have small catalogues of their own (``messages.po``).
"""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO

from app.paths import RESOURCES

DOMAIN = "aide-memoire"
MESSAGES = "messages"
DEFAULT = "en"
_OWN_NAMES = {"en": "English", "ko": "한국어", "fr": "Français"}


class _Language:
    name = DEFAULT
    catalogue: gettext.NullTranslations = gettext.NullTranslations()


def install(name: str) -> None:
    """Put a language in force, by its tag (``en``, ``ko``, ``fr``); English where a catalogue is missing."""
    _Language.name = name
    _Language.catalogue = gettext.translation(
        DOMAIN, RESOURCES / "translations", languages=[name], fallback=True
    )


@contextmanager
def in_language(name: str) -> Iterator[None]:
    """Put a language in force for a while: for words that are not the screen's.

    Words that its whole catalogue lacks, or all where there is none, are taken from that of messages.
    """
    before = _Language.name, _Language.catalogue
    install(name)
    messages = _messages(name)
    if messages is not None:
        _Language.catalogue.add_fallback(messages)  # a copy of this moment: it is dropped again
    try:
        yield
    finally:
        _Language.name, _Language.catalogue = before


@cache
def message_languages() -> tuple[str, ...]:
    """Return the tags of the languages in which people can be written to, English first."""
    found = RESOURCES.glob(f"translations/*/LC_MESSAGES/{MESSAGES}.po")
    return (DEFAULT, *sorted(path.parts[-3] for path in found))


@cache
def _messages(name: str) -> gettext.GNUTranslations | None:
    path = RESOURCES / "translations" / name / "LC_MESSAGES" / f"{MESSAGES}.po"
    if not path.is_file():
        return None
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with path.open("rb") as source:
        write_mo(compiled, read_po(source, locale=name))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def language() -> str:
    """Return the tag of the language in force."""
    return _Language.name


def languages() -> list[tuple[str, str]]:
    """Return tag and own name of each language whose words are shipped, English first."""
    shipped = sorted(path.parts[-3] for path in RESOURCES.glob(f"translations/*/LC_MESSAGES/{DOMAIN}.mo"))
    return [(tag, _OWN_NAMES.get(tag, tag)) for tag in dict.fromkeys([DEFAULT, *shipped])]


def _(text: str) -> str:
    """Return ``text`` in the language in force."""
    return _Language.catalogue.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of a sentence that fits ``count``, in the language in force."""
    return _Language.catalogue.ngettext(one, many, count)


def pgettext(context: str, text: str) -> str:
    """Return ``text`` in the language in force, where one English word has two meanings."""
    return _Language.catalogue.pgettext(context, text)

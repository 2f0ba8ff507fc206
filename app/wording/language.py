"""The language in force: gettext catalogues under ``resources/translations``.

One language is in force in a process. Papers are made in a process of their own (``app.jobs``), which
is how the language of the paper stays apart from the language of the screen.
"""

import gettext

from app.paths import RESOURCES

DOMAIN = "aide-memoire"
DEFAULT = "en"


class _Language:
    name = DEFAULT
    catalogue: gettext.NullTranslations = gettext.NullTranslations()


def install(name: str) -> None:
    """Put a language in force, by its tag (``en``, ``ko``, ``fr``); English where a catalogue is missing."""
    _Language.name = name
    _Language.catalogue = gettext.translation(
        DOMAIN, RESOURCES / "translations", languages=[name], fallback=True
    )


def language() -> str:
    """Return the tag of the language in force."""
    return _Language.name


def _(text: str) -> str:
    """Return ``text`` in the language in force."""
    return _Language.catalogue.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of a sentence that fits ``count``, in the language in force."""
    return _Language.catalogue.ngettext(one, many, count)


def pgettext(context: str, text: str) -> str:
    """Return ``text`` in the language in force, where one English word has two meanings."""
    return _Language.catalogue.pgettext(context, text)

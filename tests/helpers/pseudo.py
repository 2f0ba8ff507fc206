"""A machine-made language: longer than English, accented and in brackets; it proves that nothing is cut.

``Edit`` becomes ``⟦Éđíţ ~~⟧``. What stands on the screen without brackets was not asked of gettext, and what
lacks its closing bracket was cut.
"""

import gettext
import re
from collections.abc import Iterator
from contextlib import contextmanager

from app.wording.language import _Language

#: A locale that Babel knows the days and countries of, and that nobody will translate to.
TAG = "en_IM"
OPENING, CLOSING = "⟦", "⟧"

_PLACEHOLDERS = re.compile(r"(\{[^{}]*\})")
_DAYS = re.compile(r"[EdMy ,.]+")
_ACCENTS = str.maketrans("ACDEGHIJKLNORSTUWYZacdeghijklnorstuwyz", "ÅÇĐÉĜĤÎĴĶĻÑÖŘŠŢÛŴÝŽåçđéĝĥîĵķļñöřšţûŵýž")
_LONGER = 0.4
_ROOM = "~"


def pseudo(text: str) -> str:
    """Return a message in the pseudo-language; placeholders, and how days are written, stay as they are."""
    if not text.strip() or _DAYS.fullmatch(text):
        return f"{OPENING}{text}{CLOSING}" if text.strip() else text
    parts = _PLACEHOLDERS.split(text)
    accented = "".join(part if part.startswith("{") else part.translate(_ACCENTS) for part in parts)
    letters = sum(map(str.isalpha, "".join(part for part in parts if not part.startswith("{"))))
    # Broken into words as a translation would be, so that what wraps can wrap.
    more = "".join(_ROOM if number % 8 else f" {_ROOM}" for number in range(max(1, round(letters * _LONGER))))
    return f"{OPENING}{accented}{more}{CLOSING}"


class PseudoTranslations(gettext.NullTranslations):
    """Translates whatever it is asked."""

    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        del context
        return pseudo(message)


@contextmanager
def pseudo_language() -> Iterator[None]:
    """Put the pseudo-language in force for a while."""
    before = _Language.name, _Language.catalogue
    _Language.name, _Language.catalogue = TAG, PseudoTranslations()
    try:
        yield
    finally:
        _Language.name, _Language.catalogue = before

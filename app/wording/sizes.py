"""Sizes of files and lengths of ways in words of the language in force."""

from babel import Locale
from babel.numbers import format_decimal

from app.wording.language import _, language, ngettext

_STEP = 1024
_WHOLE_FROM = 10  # above, a digit behind the point tells nothing


def size_words(size: int) -> str:
    """Return how large a file of so many bytes is: ``812 bytes``, ``14 KB``, ``1.5 MB``."""
    if size < _STEP:
        return ngettext("{count} byte", "{count} bytes", size).format(count=size)
    kilobytes = size / _STEP
    if round(kilobytes) < _STEP:
        return _("{number} KB").format(number=_number(kilobytes))
    return _("{number} MB").format(number=_number(kilobytes / _STEP))


def distance(km: float) -> str:
    """Return how long a way is: ``0.6 km``, ``4.2 km``, ``38 km``."""
    return _("{number} km").format(number=_number(km))


def _number(value: float) -> str:
    tag = language()
    pattern = "#,##0" if value >= _WHOLE_FROM else "0.#"
    return format_decimal(value, pattern, locale=Locale.parse("en_GB" if tag == "en" else tag))

"""Numbers and degrees as people type them: ``1 200``, ``48,85``, ``48° 51′ 30″ N``. Pure functions."""

import math
import re

_MINUTES, _SECONDS = 60, 3600
_BELOW = {"s", "w", "남", "서"}
_MINUS = str.maketrans(dict.fromkeys("−–‒", "-"))
_THOUSANDS = re.compile(r"(?<=\d)[\s'’](?=\d{3}(?:\D|$))")
_WHOLE = re.compile(r"[+-]?\d{1,12}")
_DECIMAL = re.compile(r"[+-]?(?:\d{1,12}(?:[.,]\d*)?|[.,]\d+)")
_PART = r"(\d+(?:[.,]\d+)?)"
_DEGREES = re.compile(
    rf"([nsew]?)\s*([+-]?)\s*{_PART}\s*[°º]?\s*(?:{_PART}\s*['′’]\s*)?(?:{_PART}\s*(?:[\"″”]|''|′′)\s*)?([nsewo]?)",
    re.IGNORECASE,
)


def read_whole(text: str) -> int | None:
    """Return the whole number that a text means, or nothing."""
    plain = _plain(text)
    return int(plain) if _WHOLE.fullmatch(plain) else None


def read_decimal(text: str) -> float | None:
    """Return the number that a text means; a comma is a point."""
    plain = _plain(text)
    return float(plain.replace(",", ".")) if _DECIMAL.fullmatch(plain) else None


def read_degrees(text: str) -> float | None:
    """Return decimal degrees; south and west are negative."""
    found = _DEGREES.fullmatch(text.strip().translate(_MINUS))
    if found is None:
        return None
    before, sign, degrees, minutes, seconds, after = found.groups()
    if (before and after) or (sign and (before or after)):
        return None
    whole, of_minutes, of_seconds = (_part(part) for part in (degrees, minutes, seconds))
    if of_minutes >= _MINUTES or of_seconds >= _MINUTES:
        return None
    size = whole + of_minutes / _MINUTES + of_seconds / _SECONDS
    return -size if sign == "-" or (before or after).casefold() in _BELOW | {"o"} else size


def number_text(value: float) -> str:
    """Return a number as it is typed back: no more digits than it has."""
    return str(int(value)) if math.isfinite(value) and value == int(value) else repr(value)


def _plain(text: str) -> str:
    return _THOUSANDS.sub("", text.strip().translate(_MINUS))


def _part(text: str | None) -> float:
    return float(text.replace(",", ".")) if text else 0.0

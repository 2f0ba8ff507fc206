"""What the particulars of people, organisations and visits may say; each is returned as it is stored.

A particular may be empty. The error names the column of the same name.
"""

import re
from collections.abc import Collection
from datetime import date

from app.domain.errors import PlanningError
from app.domain.tags import language_tag

FIRST_YEAR, LAST_YEAR = 1900, 2200  # of any day that is entered; outside them it was mistyped
LONGEST_VISIT = 120  # days, both ends counted; beyond it a day was mistyped
_BETWEEN = re.compile(r"\s*[,;/\n]\s*")
_MAIL = re.compile(r"""[^\s@<>()\[\],;:\\"]+@[^\s@<>()\[\],;:\\"./]+(\.[^\s@<>()\[\],;:\\"./]+)+""")
_SITE = re.compile(
    r"""(https?://)?[^\s/:@<>"'.?#]+(\.[^\s/:@<>"'.?#]+)+(:\d{1,5})?([/?#][^\s<>"]*)?""", re.IGNORECASE
)
_SEXES = ("F", "M", "X")  # as the machine-readable line of a passport has them (ICAO 9303)


def pieces(text: str) -> list[str]:
    """Return what commas, semicolons and slashes part."""
    return [piece for piece in _BETWEEN.split(text.strip()) if piece]


def mail_address(text: str) -> str:
    """Return one e-mail address.

    Raises:
        PlanningError: ``mail_unreadable``.
    """
    if text.strip() and not _MAIL.fullmatch(text.strip()):
        raise PlanningError("mail_unreadable", field="email")
    return text.strip()


def web_address(text: str) -> str:
    """Return an address of the web, with or without ``https://``.

    Raises:
        PlanningError: ``website_unreadable``.
    """
    if text.strip() and not _SITE.fullmatch(text.strip()):
        raise PlanningError("website_unreadable", field="website")
    return text.strip()


def language_tags(text: str) -> str:
    """Return languages by their tags: ``ko, en``.

    Raises:
        PlanningError: ``language_unknown``.
    """
    tags = [language_tag(piece) for piece in pieces(text)]
    if None in tags:
        raise PlanningError("language_unknown", field="languages")
    return ", ".join(tag for tag in tags if tag is not None)


def sex_letter(text: str) -> str:
    """Return the sex as a passport has it.

    Raises:
        PlanningError: ``sex_unknown``.
    """
    letter = text.strip().upper()
    if letter and letter not in _SEXES:
        raise PlanningError("sex_unknown", field="sex")
    return letter


def country_codes(text: str, known: Collection[str]) -> str:
    """Return countries by those of their codes that are known: ``FR, KR``.

    Raises:
        PlanningError: ``country_unknown``, with the ``country``.
    """
    codes = [piece.upper() for piece in pieces(text)]
    for code, piece in zip(codes, pieces(text), strict=True):
        if code not in known:
            raise PlanningError("country_unknown", field="citizenships", country=piece)
    return ", ".join(codes)


def check_birth(born_on: date | None, today: date) -> None:
    """Refuse a day of birth that is still to come.

    Raises:
        PlanningError: ``day_to_come``.
    """
    if born_on is not None and born_on > today:
        raise PlanningError("day_to_come", field="born_on")


def check_year(day: date, field: str) -> None:
    """Refuse a day of a year that nobody can mean.

    Raises:
        PlanningError: ``time_out_of_range``.
    """
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise PlanningError("time_out_of_range", field=field)


def check_length(starts_on: date, ends_on: date, field: str) -> None:
    """Refuse a visit that goes on for months: one of its days was mistyped.

    Raises:
        PlanningError: ``visit_too_long``, with the most ``days``.
    """
    if (ends_on - starts_on).days >= LONGEST_VISIT:
        raise PlanningError("visit_too_long", field=field, days=LONGEST_VISIT)

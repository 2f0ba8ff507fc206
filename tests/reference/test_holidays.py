"""Days that everybody knows, in the language asked for where the library speaks it."""

from datetime import date

import pytest

from app.reference.countries import COUNTRY_CODES
from app.reference.holidays import holiday_name


@pytest.mark.parametrize(
    ("day", "country", "language", "name"),
    [
        (date(2026, 2, 17), "KR", "ko", "설날"),
        (date(2026, 2, 17), "KR", "en", "Korean New Year"),
        (date(2026, 2, 17), "KR", "fr", "Korean New Year"),
        (date(2026, 2, 16), "KR", "ko", "설날 전날"),
        (date(2026, 7, 4), "US", "en", "Independence Day"),
        (date(2026, 7, 4), "US", "ko", "Independence Day"),
        (date(2026, 7, 3), "US", "en", "Independence Day (observed)"),
        (date(2026, 7, 14), "FR", "fr", "Fête nationale"),
        (date(2026, 7, 14), "fr ", "en", "National Day"),
        (date(2026, 10, 3), "DE", "de", "Tag der Deutschen Einheit"),
        (date(2026, 4, 27), "NL", "de", "King's Day"),
    ],
)
def test_known_holidays(day: date, country: str, language: str, name: str) -> None:
    assert holiday_name(day, country, language) == name


def test_two_on_one_day_stand_side_by_side() -> None:
    assert holiday_name(date(2025, 5, 5), "KR", "en") == "Buddha's Birthday · Children's Day"


@pytest.mark.parametrize(
    ("day", "country"), [(date(2026, 7, 15), "FR"), (date(2026, 7, 14), ""), (date(2026, 1, 1), "ZZ")]
)
def test_any_other_day_has_no_name(day: date, country: str) -> None:
    assert holiday_name(day, country, "en") == ""


def test_every_country_can_be_asked() -> None:
    known = [code for code in sorted(COUNTRY_CODES) if holiday_name(date(2026, 1, 1), code, "ko")]
    assert {"KR", "US", "FR", "NL", "DE", "JP", "XK"} <= set(known)

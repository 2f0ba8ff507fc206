"""The particulars of people, organisations and visits: what is taken, and how it is stored."""

from collections.abc import Callable
from datetime import date

import pytest

from app.domain.errors import PlanningError
from app.domain.particulars import (
    check_birth,
    check_length,
    check_year,
    country_codes,
    language_tags,
    mail_address,
    sex_letter,
    web_address,
)


def _countries(text: str) -> str:
    return country_codes(text, {"KR", "FR"})


@pytest.mark.parametrize(
    ("read", "text", "stored"),
    [
        (mail_address, " min-su.kim+visit@mofa.go.kr ", "min-su.kim+visit@mofa.go.kr"),
        (mail_address, "用户@例子.广告", "用户@例子.广告"),
        (web_address, "https://www.esa.int", "https://www.esa.int"),
        (web_address, "cnes.fr/en?x=1#top", "cnes.fr/en?x=1#top"),
        (web_address, "HTTP://example.org:8080/a_(b)", "HTTP://example.org:8080/a_(b)"),
        (language_tags, "KO, en; pt-br/zh_hant_tw", "ko, en, pt-BR, zh-Hant-TW"),
        (sex_letter, " f", "F"),
        (_countries, "kr; FR", "KR, FR"),
        *((read, "", "") for read in (mail_address, web_address, language_tags, sex_letter, _countries)),
    ],
)
def test_what_is_meant_is_taken(read: Callable[[str], str], text: str, stored: str) -> None:
    assert read(text) == stored


@pytest.mark.parametrize(
    ("read", "text", "code", "field"),
    [
        (mail_address, "not an address", "mail_unreadable", "email"),
        (mail_address, "a@b.org, c@d.org", "mail_unreadable", "email"),
        (mail_address, "a@b", "mail_unreadable", "email"),
        (mail_address, "a@b..org", "mail_unreadable", "email"),
        (web_address, "javascript:alert(1)", "website_unreadable", "website"),
        (web_address, "javascript:alert.x/1", "website_unreadable", "website"),
        (web_address, "file:///etc/passwd", "website_unreadable", "website"),
        (web_address, "https://user:word@example.org", "website_unreadable", "website"),
        (web_address, "the ministry", "website_unreadable", "website"),
        (language_tags, "klingon; 12, <b>", "language_unknown", "languages"),
        (sex_letter, "Q", "sex_unknown", "sex"),
        (sex_letter, "male", "sex_unknown", "sex"),
        (_countries, "KR, Nowhereland", "country_unknown", "citizenships"),
    ],
)
def test_what_means_nothing_is_refused(read: Callable[[str], str], text: str, code: str, field: str) -> None:
    with pytest.raises(PlanningError) as caught:
        read(text)
    assert (caught.value.code, caught.value.field) == (code, field)


def test_days_that_nobody_can_mean_are_refused() -> None:
    today = date(2026, 11, 30)
    check_birth(None, today)
    check_birth(today, today)
    with pytest.raises(PlanningError, match="day_to_come"):
        check_birth(date(2999, 1, 1), today)
    check_year(date(1900, 1, 1), "due_on")
    for day in (date(1, 1, 1), date(1899, 12, 31), date(2201, 1, 1)):
        with pytest.raises(PlanningError, match="time_out_of_range"):
            check_year(day, "due_on")
    check_length(date(2026, 1, 1), date(2026, 4, 30), "ends_on")
    with pytest.raises(PlanningError, match="visit_too_long"):
        check_length(date(2026, 1, 1), date(2026, 5, 1), "ends_on")

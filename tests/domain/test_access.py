"""What a site asks for, read from words; the last day to send; language tags."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.access import (
    PHRASES,
    Asked,
    asked_fields,
    last_day_to_send,
    missing_fields,
    with_field,
)
from app.domain.tags import language_tag

NASA = (
    "Full name, sex, date and place of birth, all citizenships, passport number, country and expiry, visa "
    "class, employer, title, purpose, dates"
)
A = Asked

pieces = st.sampled_from([*PHRASES.values(), "date and place of birth", "purpose", "Nationality", "dates"])
texts = st.lists(pieces, max_size=8).map(", ".join)


def _others(text: str) -> list[str]:
    """Return what a request asks for beside the fields that are known."""
    pieces = (piece.strip() for piece in re.split(r"[,;\n]", text))
    return [piece for piece in pieces if piece and not asked_fields(piece)]


def test_a_hosts_own_words_are_read() -> None:
    assert set(asked_fields(NASA)) == set(Asked) - {A.PHONE, A.EMAIL}
    assert _others(NASA) == ["purpose", "dates"]
    assert asked_fields("Full name, nationality; Passport no.\nemployer") == (
        A.FULL_NAME,
        A.CITIZENSHIPS,
        A.PASSPORT_NUMBER,
        A.EMPLOYER,
    )
    assert asked_fields("") == ()


def test_a_field_is_taken_out_of_a_phrase_for_two() -> None:
    assert with_field("Full name, date and place of birth, purpose", A.BORN_ON, wanted=False) == (
        "Full name, place of birth, purpose"
    )
    assert with_field("", A.TITLE, wanted=True) == "Title"
    assert with_field("Title, purpose", A.FULL_NAME, wanted=True) == "Full name, Title, purpose"
    assert with_field("Full name, dates", A.SEX, wanted=True) == "Full name, sex, dates"


@given(texts, st.sampled_from(Asked), st.booleans())
def test_ticking_one_field_leaves_all_others(text: str, field: Asked, wanted: bool) -> None:  # noqa: FBT001
    before, words = set(asked_fields(text)), with_field(text, field, wanted=wanted)
    assert set(asked_fields(words)) == (before | {field} if wanted else before - {field})
    assert [each.casefold() for each in _others(words)] == [each.casefold() for each in _others(text)]
    assert with_field(words, field, wanted=wanted) == words


def test_only_what_is_asked_for_is_missing() -> None:
    assert missing_fields("Full name, sex, title", {A.FULL_NAME, A.EMAIL}) == (A.SEX, A.TITLE)


@pytest.mark.parametrize(
    ("wanted_on", "days", "last"),
    [
        (date(2024, 1, 23), 0, date(2024, 1, 23)),
        (date(2024, 1, 23), 1, date(2024, 1, 22)),
        (date(2024, 1, 22), 1, date(2024, 1, 19)),
        (date(2024, 1, 22), 10, date(2024, 1, 8)),
        (date(2024, 1, 21), 0, date(2024, 1, 19)),
        (date(2024, 1, 21), 1, date(2024, 1, 19)),
    ],
)
def test_weekends_are_not_counted(wanted_on: date, days: int, last: date) -> None:
    assert last_day_to_send(wanted_on, days) == last


@given(st.dates(date(2000, 1, 10), date(2100, 1, 1)), st.integers(0, 60))
def test_the_last_day_leaves_so_many_working_days(wanted_on: date, days: int) -> None:
    last = last_day_to_send(wanted_on, days)
    between = [last + timedelta(days=each) for each in range((wanted_on - last).days)]
    assert last.weekday() < 5
    working = sum(each.weekday() < 5 for each in between)
    assert working == (days if wanted_on.weekday() < 5 else max(1, days))


def test_public_holidays_are_not_counted_either() -> None:
    christmas = {date(2026, 12, 24), date(2026, 12, 25)}.__contains__
    assert last_day_to_send(date(2026, 12, 28), 1, christmas) == date(2026, 12, 23)
    assert last_day_to_send(date(2026, 12, 28), 2, christmas) == date(2026, 12, 22)
    assert last_day_to_send(date(2026, 12, 25), 0, christmas) == date(2026, 12, 23)


def test_less_than_no_days_are_refused() -> None:
    with pytest.raises(ValueError, match="after the day"):
        last_day_to_send(date(2024, 1, 1), -1)


@pytest.mark.parametrize(
    ("text", "tag"),
    [("KO", "ko"), (" zh_hant_tw ", "zh-Hant-TW"), ("pt-br", "pt-BR"), ("es-419", "es-419"), ("fil", "fil")],
)
def test_a_tag_is_written_by_rule(text: str, tag: str) -> None:
    assert language_tag(text) == tag


@pytest.mark.parametrize("text", ["", "Korean", "한국어", "k", "en-", "en-GBR", "en GB", "ｅｎ"])
def test_what_is_no_tag_is_refused(text: str) -> None:
    assert language_tag(text) is None

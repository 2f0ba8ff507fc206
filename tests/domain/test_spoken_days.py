"""Days in words, in four languages, relative to a day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.spoken_days import read_spoken_day, read_two_days
from app.wording.day_names import day_names

WEDNESDAY = date(2026, 3, 18)
DAYS = st.dates(date(1950, 1, 1), date(2149, 12, 31))


def read(text: str, today: date = WEDNESDAY) -> date | None:
    return read_spoken_day(text, today, day_names())


def on(month: int, day: int, year: int = 2026) -> date:
    return date(year, month, day)


SAID = {
    on(3, 18): ("today", "Heute", "aujourd’hui", "오늘"),
    on(3, 19): ("tomorrow", "by tomorrow", "morgen", "demain", "내일", "내일까지"),
    on(3, 20): (
        "the day after tomorrow", "übermorgen", "après-demain", "모레", "Friday", "by Fri", "this friday",
        "Freitag", "nächsten Freitag", "bis Freitag", "vendredi", "vendredi prochain", "금요일",
        "이번 주 금요일", "this week", "end of the week", "fin de semaine", "Ende der Woche", "이번 주까지",
    ),
    on(3, 25): ("in a week", "a week", "1 week", "in einer Woche", "dans une semaine", "일주일 후",
                "Wednesday"),
    on(3, 27): (
        "next Friday", "friday next week", "Friday of next week", "next week", "end of next week",
        "Freitag nächster Woche", "nächste Woche Freitag", "Ende nächster Woche", "la semaine prochaine",
        "vendredi de la semaine prochaine", "다음 주 금요일", "다음주 금", "다음 주",
    ),
    on(3, 28): ("in 10 days", "in zehn Tagen", "dans dix jours", "열흘 뒤", "10일 후"),
    on(3, 31): (
        "end of March", "end March", "March", "end of the month", "Ende März", "Ende des Monats",
        "fin mars", "fin du mois", "d’ici fin mars", "3월 말", "3월까지", "이번 달 말", "월말",
    ),
    on(4, 1): (
        "in two weeks", "within 2 weeks", "two weeks from now", "a fortnight", "in zwei Wochen",
        "in 14 Tagen", "dans deux semaines", "d'ici deux semaines", "dans quinze jours", "2주 후", "이주 후",
    ),
    on(4, 3): ("다다음 주 금요일",),
    on(4, 10): ("early April", "Anfang April", "début avril", "4월 초"),
    on(4, 15): ("mid-April", "mid April", "Mitte April", "mi-avril", "4월 중순"),
    on(4, 18): ("in a month", "in einem Monat", "dans un mois", "한 달 후"),
    on(4, 30): ("next month", "nächsten Monat", "le mois prochain", "다음 달"),
    on(12, 31): ("end of year", "end of the year", "Ende des Jahres", "fin de l’année", "연말"),
    on(2, 12, 2027): ("12 Feb", "by Feb 12", "12 February 2027", "bis zum 12. Februar", "le 12 février",
                      "2월 12일까지", "2027-02-12", "12.2."),
    on(2, 28, 2027): ("in February", "im Februar", "en février", "2027년 2월"),
    on(3, 15, 2027): ("mid-March", "3월 중순"),
    on(3, 18, 2027): ("in a year", "in einem Jahr", "dans un an", "일 년 후"),
    on(12, 31, 2027): ("next year", "nächstes Jahr", "l’année prochaine"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "meant"), [(text, day) for day, texts in SAID.items() for text in texts])
def test_words_mean_a_day(text: str, meant: date) -> None:
    assert read(text) == meant
    assert read(f"  {text.upper()} ") == meant


@pytest.mark.parametrize("text", ["", "soon", "week", "month", "the", "by", "next", "end of", "in", "NASA"])
def test_what_says_no_day_gives_none(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "today", "meant"),
    [
        ("in a month", date(2026, 1, 31), date(2026, 2, 28)),
        ("in a year", date(2024, 2, 29), date(2025, 2, 28)),
        ("in 11 months", date(2026, 1, 31), date(2026, 12, 31)),
        ("next month", date(2026, 12, 5), date(2027, 1, 31)),
        ("this week", date(2026, 3, 21), date(2026, 3, 21)),  # a Saturday
        ("next friday", date(2026, 3, 21), date(2026, 3, 27)),
        ("friday", date(2026, 3, 20), date(2026, 3, 27)),  # said on a Friday
        ("29 Feb", date(2026, 3, 18), date(2028, 2, 29)),
        ("23", date(2026, 3, 25), date(2026, 4, 23)),
        ("2026-02-12", date(2026, 3, 18), date(2026, 2, 12)),  # its year is said, so it is past
        ("tomorrow", date.max, None),
        ("next week", date.max, None),
        ("next month", date.max, None),
        ("in 999 years", date(9900, 1, 1), None),
        ("1 Jan", date.max, date(9999, 1, 1)),
    ],
)
def test_edges_of_months_weeks_and_the_calendar(text: str, today: date, meant: date | None) -> None:
    assert read(text, today) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("3/4", (on(4, 3), on(3, 4, 2027))),
        ("by 3/4", (on(4, 3), on(3, 4, 2027))),
        ("05-06-2026", (on(6, 5), on(5, 6))),
        ("4/4", None),
        ("3/14", None),
        ("14/3", None),
        ("3.4.", None),
        ("2026-03-04", None),
        ("3 April", None),
        ("in two weeks", None),
        ("", None),
    ],
)
def test_a_day_that_may_be_two_is_told(text: str, meant: tuple[date, date] | None) -> None:
    assert read_two_days(text, WEDNESDAY, day_names()) == meant


@given(
    st.text(max_size=12) | st.from_regex(r"[0-9]{1,2}[/.-][0-9]{1,2}([/.-][0-9]{2,4})?", fullmatch=True), DAYS
)
def test_one_of_two_days_is_the_one_that_is_read(text: str, today: date) -> None:
    two = read_two_days(text, today, day_names())
    if two is not None:
        assert read(text, today) == two[0]
        assert (two[0].day, two[0].month) == (two[1].month, two[1].day)


@given(DAYS, st.integers(0, 400))
def test_a_count_of_days_is_that_many_days_on(today: date, count: int) -> None:
    for text in (f"in {count} days", f"in {count} Tagen", f"dans {count} jours", f"{count}일 후"):
        assert read(text, today) == today + timedelta(days=count)


@given(DAYS, st.integers(0, 6))
def test_a_weekday_is_the_next_one_whatever_the_language(today: date, weekday: int) -> None:
    names = (
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
        ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        ("월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일"),
    )
    found = {read(words[weekday], today) for words in names}
    assert len(found) == 1
    (day,) = found
    assert day is not None
    assert (day.weekday(), 1 <= (day - today).days <= 7) == (weekday, True)
    following = read(f"next {names[0][weekday]}", today)
    assert following is not None
    assert following.isocalendar().week == (today + timedelta(days=7)).isocalendar().week
    assert read(f"다음 주 {names[3][weekday]}", today) == following


@given(DAYS, st.integers(1, 12))
def test_a_month_is_its_last_day_and_never_past(today: date, month: int) -> None:
    day = read(f"{month}월 말", today)
    assert day is not None
    assert day >= today
    assert day.month == month
    assert (day + timedelta(days=1)).month == month % 12 + 1
    assert (day - today).days <= 366
    assert read(f"end of {date(2000, month, 1):%B}", today) == day


@given(DAYS, DAYS)
def test_a_day_without_its_year_is_the_next_and_with_it_is_itself(today: date, day: date) -> None:
    assert read(day.isoformat(), today) == day
    assert read(f"{day.day} {day:%B} {day.year}", today) == day
    found = read(f"{day.day} {day:%b}", today)
    assert found is not None
    assert (found.day, found.month) == (day.day, day.month)
    assert found >= today
    if (day.month, day.day) != (2, 29):
        assert (found - today).days <= 366


@given(st.text(max_size=24), st.dates())
def test_no_text_breaks_it(text: str, today: date) -> None:
    read(text, today)


PHRASES = "in next end of the this a two week month friday march 다음 주 말 까지 3월 fin mi- prochain bis 99"
WORDS = st.sampled_from(PHRASES.split())


@given(st.lists(WORDS, max_size=6), st.dates())
def test_no_words_break_it(words: list[str], today: date) -> None:
    read(" ".join(words), today)

"""A promise in one line: who, to whom, by when, and what is left of the words."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.promise_line import Named, PromiseLine, begun_name, read_promise_line
from app.domain.spoken_days import read_spoken_day
from app.wording.day_names import day_names

TODAY = date(2026, 3, 10)
KNOWN = (
    Named("lee", ("Lee Seo-yeon", "이서연")),
    Named("le", ("Lee",)),
    Named("nasa", ("NASA Headquarters", "NASA")),
)


def read(line: str) -> PromiseLine:
    return read_promise_line(line, KNOWN, lambda words: read_spoken_day(words, TODAY, day_names()))


def test_who_owes_to_whom_and_by_when() -> None:
    assert read("Send the draft @Lee Seo-yeon @NASA due in two weeks") == PromiseLine(
        "Send the draft", ("lee", "nasa"), due_words="in two weeks", due_on=TODAY + timedelta(days=14)
    )
    assert read("@NASA Headquarters sends the list due 12 May @이서연").ids == ("nasa", "lee")
    assert read("Ask @lee, then @nasa.").ids == ("le", "nasa")


@pytest.mark.parametrize(
    ("line", "text", "day"),
    [
        ("Send it due tomorrow", "Send it", date(2026, 3, 11)),
        ("Send it by letter by 12 May", "Send it by letter", date(2026, 5, 12)),
        ("Send it by letter", "Send it by letter", None),
        ("Entwurf senden fällig in drei Tagen", "Entwurf senden", date(2026, 3, 13)),
        ("Entwurf senden bis morgen", "Entwurf senden", date(2026, 3, 11)),
        ("Envoyer le projet d'ici demain", "Envoyer le projet", date(2026, 3, 11)),
        ("초안 보내기 5월 12일까지", "초안 보내기", date(2026, 5, 12)),
        ("Pay what is due", "Pay what is", None),
    ],
)
def test_days_as_they_are_spoken(line: str, text: str, day: date | None) -> None:
    found = read(line)
    assert (found.text, found.due_on, found.unreadable) == (text, day, False)


def test_a_day_that_is_none_and_a_name_that_is_nobodys_are_told() -> None:
    assert read("Send it due some day").unreadable
    assert read("Send it due some day").due_words == "some day"
    assert read("Send it @Nobody soon") == PromiseLine("Send it soon", unknown="Nobody")
    assert read("Send it @").unknown == "@"
    assert read("Write to a@nasa.gov") == PromiseLine("Write to a@nasa.gov")


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        ("Marguerite O’Hallaran", "Marguerite O'Hallaran"),
        ("Marguerite O'Hallaran", "marguerite o’hallaran"),
        ("Jean‑Luc Maréchal", "Jean-Luc Marechal"),
        ("Søren Weiß", "Soren  Weiss"),
        ("Zoe\u0308 Lind", "Zoë Lind"),
    ],
)
def test_a_name_is_known_as_it_is_sought_without_accents_and_kinds_of_signs(stored: str, typed: str) -> None:
    known = [Named("one", (stored,)), Named("other", (stored.split(maxsplit=1)[0],))]
    line = read_promise_line(f"Send it @{typed} soon", known, lambda _words: None)
    assert line == PromiseLine("Send it soon", ("one",))
    assert begun_name(f"@{typed}", len(typed) + 1, known[:1]) == typed
    assert begun_name(f"@{typed} soon", len(typed) + 6, known) is None
    assert read_promise_line(f"Send it @ {typed}", known, lambda _words: None).unknown == "@"


def test_the_name_being_typed_stands_before_the_cursor() -> None:
    assert begun_name("Send it @Le", 11) == "Le"
    assert begun_name("Send it @Le now", 11) == "Le"
    assert begun_name("Send it @", 9) == ""
    assert begun_name("Send it @Lee", 12, KNOWN) == "Lee"
    assert begun_name("Send it @Lee due", 16, KNOWN) is None
    assert begun_name("Send it", 7) is None
    assert begun_name("a@b", 3) is None


@given(st.text(max_size=60))
def test_any_line_can_be_read(line: str) -> None:
    found = read(line)
    assert set(found.ids) <= {"lee", "le", "nasa"}
    if "@" not in line and found.due_words == "" and not line.casefold().strip().endswith(("due", "기한")):
        assert set(found.text.split()) <= set(line.split())


@given(st.sampled_from(KNOWN), st.sampled_from(KNOWN), st.integers(1, 99))
def test_what_is_written_so_is_read_so(owner: Named, counterpart: Named, days: int) -> None:
    found = read(f"Send it @{owner.names[0]} to be signed @{counterpart.names[0]} due in {days} days")
    assert found.ids == tuple(dict.fromkeys((owner.id, counterpart.id)))
    assert (found.text, found.due_on) == ("Send it to be signed", TODAY + timedelta(days=days))

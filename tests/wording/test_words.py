"""Every word that the program can come to say has its words for people."""

import ast
import inspect
from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

import pytest

from app import wording
from app.domain import words
from app.domain.errors import PlanningError
from app.domain.release import AudienceKind
from app.domain.time import Precision
from app.paths import ROOT
from app.wording import dates, errors, names

VOCABULARIES = [
    kind
    for _name, kind in inspect.getmembers(words, inspect.isclass)
    if issubclass(kind, StrEnum) and kind is not StrEnum and kind is not words.Severity
] + [Precision, AudienceKind]


@pytest.mark.parametrize("kind", VOCABULARIES, ids=lambda kind: str(kind.__name__))
def test_each_word_of_each_vocabulary_has_a_name(kind: type[StrEnum]) -> None:
    found = [names.word_name(word) for word in kind]
    assert all(found)
    assert len(set(found)) == len(found)


def raised_codes() -> Iterator[str]:
    for path in (ROOT / "app").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id
                in {"PlanningError", "DataError", "NonexistentTime", "UnknownZone", "TimeError"}
                and node.args
                and isinstance(node.args[0], ast.Constant)
            ):
                yield str(node.args[0].value)


def test_each_error_that_is_raised_has_a_sentence() -> None:
    missing = {code for code in raised_codes() if code not in errors._SENTENCES}
    assert missing == set()


def test_the_sentence_of_a_gap_offers_both_neighbours() -> None:
    error = PlanningError(
        "time_nonexistent",
        wall=datetime(2024, 3, 31, 2, 30),
        zone="Europe/Paris",
        before=datetime(2024, 3, 31, 1, 59),
        after=datetime(2024, 3, 31, 3, 0),
    )
    assert errors.sentence(error) == (
        "The clocks go forward: 02:30 does not exist on Sun 31 Mar in Paris. Nearest: 01:59 or 03:00."
    )
    error.data["city"] = "Noordwijk"
    assert "on Sun 31 Mar in Noordwijk." in errors.sentence(error)


def test_days_say_month_and_year_once() -> None:
    assert dates.days(date(2024, 1, 22), date(2024, 1, 31)) == "22–31 Jan 2024"
    assert dates.days(date(2024, 1, 30), date(2024, 2, 2)) == "30 Jan – 2 Feb 2024"
    assert dates.days(date(2023, 12, 30), date(2024, 1, 2)) == "30 Dec 2023 – 2 Jan 2024"
    assert dates.days(date(2024, 1, 22), date(2024, 1, 22)) == "22 Jan 2024"


@pytest.mark.parametrize(
    ("zone", "words_read"),
    [
        ("America/New_York", "Seoul +14 h"),
        ("Asia/Kolkata", "Seoul +3:30 h"),
        ("Pacific/Auckland", "Seoul −4 h"),
    ],
)
def test_the_difference_to_home(zone: str, words_read: str) -> None:
    assert dates.home_difference("Seoul", "Asia/Seoul", zone, datetime(2024, 1, 23, 14, 30)) == words_read


def test_a_missing_catalogue_falls_back_to_english() -> None:
    wording.install("xx")
    try:
        assert wording._("Meeting") == "Meeting"
    finally:
        wording.install("en")


def test_no_marked_text_is_an_f_string() -> None:
    """An f-string inside ``_()`` can never be translated: its words change with each call."""
    found = []
    for path in (ROOT / "app").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
                found += [
                    _place(path, node) for argument in node.args if not isinstance(argument, ast.Constant)
                ]
    # The table of error sentences is translated when it is read: its texts are marked where they stand.
    assert [place for place in found if "wording/errors.py" not in place] == []


def _place(path: Path, node: ast.Call) -> str:
    return f"{path.relative_to(ROOT)}:{node.lineno}"

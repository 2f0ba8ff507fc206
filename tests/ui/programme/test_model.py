"""The model under random edits: Qt's own tester watches, and no edit resets it."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.domain.time import Precision, to_utc
from app.domain.words import EntryKind, EntryStatus, Marking
from app.planning.views.programme import Base, Head, Line
from app.ui.screens.programme.model import ENTRY_ID, WORDS, ProgrammeModel
from app.ui.screens.programme.words import Heading, Row

NAMES = ("PUBLIC", "OFFICIAL USE", "RESTRICTED", "CONFIDENTIAL")
PARIS = "Europe/Paris"
HEAD = Head(
    "visit",
    "Visit",
    "Seoul",
    "Asia/Seoul",
    Marking.OFFICIAL_USE,
    date(2024, 1, 22),
    (Base("Paris", PARIS, date(2024, 1, 22), date(2024, 1, 30)),),
)


def line(key: str, start: datetime, title: str = "Title", **fields: object) -> Line:
    end = start + timedelta(hours=1)
    values: dict[str, object] = {
        "id": key,
        "title": title,
        "kind": EntryKind.MEETING,
        "status": EntryStatus.CONFIRMED,
        "marking": Marking.OFFICIAL_USE,
        "start_wall": start,
        "start_zone": PARIS,
        "start_fold": 0,
        "start_precision": Precision.EXACT,
        "start_utc": to_utc(start, PARIS),
        "end_wall": end,
        "end_zone": PARIS,
        "end_fold": 0,
        "end_precision": Precision.EXACT,
        "end_utc": to_utc(end, PARIS),
        "room": "",
        "place": None,
        "place_city": None,
        "mode": None,
        "from_name": None,
        "to_name": None,
        "parties": (),
        "participants": 0,
    }
    return Line(**(values | fields))  # type: ignore[arg-type]


MOMENTS = st.integers(0, 5 * 24 * 2).map(lambda half: datetime(2024, 1, 22) + timedelta(minutes=half * 30))
LINES = st.dictionaries(st.sampled_from("abcdefghij"), st.tuples(MOMENTS, st.sampled_from(["One", "Two"])))


State = dict[str, tuple[datetime, str]]


@pytest.fixture
def model(qtbot: QtBot) -> Iterator[ProgrammeModel]:  # noqa: ARG001 - the application must be there
    made = ProgrammeModel()
    yield made
    made.deleteLater()


def _rows(model: ProgrammeModel) -> list[str | None]:
    return [model.index(row, 0).data(ENTRY_ID) for row in range(model.rowCount())]


def _expected(lines: list[Line]) -> list[str | None]:
    rows: list[str | None] = []
    day = None
    for one in sorted(lines, key=lambda found: found.order):
        if one.day != day:
            day = one.day
            rows.append(None)
        rows.append(one.id)
    return rows


@given(states=st.lists(LINES, min_size=1, max_size=4))
def test_random_edits_keep_the_model_whole(
    qapp: object, states: list[dict[str, tuple[datetime, str]]]
) -> None:
    assert qapp
    model = ProgrammeModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    resets: list[int] = []
    for number, state in enumerate(states):
        lines = [line(key, start, title) for key, (start, title) in state.items()]
        model.show(HEAD, lines, NAMES)
        if number == 0:
            model.modelReset.connect(lambda: resets.append(1))
        assert _rows(model) == _expected(lines)
        for row in range(model.rowCount()):
            words = model.index(row, 0).data(WORDS)
            key = model.index(row, 0).data(ENTRY_ID)
            assert isinstance(words, Heading) if key is None else isinstance(words, Row)
    assert not resets
    assert tester.model() is model


@given(state=LINES, moves=st.lists(st.tuples(st.sampled_from("abcdefghij"), MOMENTS), max_size=8))
def test_selection_follows_its_entry(
    qapp: object, state: dict[str, tuple[datetime, str]], moves: list[tuple[str, datetime]]
) -> None:
    assert qapp
    model = ProgrammeModel()
    lines = {key: line(key, start, title) for key, (start, title) in state.items()}
    model.show(HEAD, lines.values(), NAMES)
    kept = {key: _persistent(model, key) for key in lines}
    for key, start in moves:
        if key in lines:
            lines[key] = line(key, start, "Moved")
            model.refresh({key}, [lines[key]])
    for key, index in kept.items():
        assert index.data(ENTRY_ID) == key


def _persistent(model: ProgrammeModel, key: str) -> QPersistentModelIndex:
    return QPersistentModelIndex(model.index_of(key))


def test_one_edit_touches_one_row(model: ProgrammeModel) -> None:
    lines = [line(f"{n:03d}", datetime(2024, 1, 22, 8) + timedelta(hours=n)) for n in range(90)]
    model.show(HEAD, lines, NAMES)
    touched: list[tuple[int, int]] = []

    def note(first: QModelIndex, last: QModelIndex) -> None:
        touched.append((first.row(), last.row()))

    model.dataChanged.connect(note)
    model.refresh({"040"}, [line("040", lines[40].start_wall, "Other")])
    row = model.index_of("040").row()
    assert touched == [(row, row)]


def test_a_deleted_line_takes_its_day_along(model: ProgrammeModel) -> None:
    model.show(HEAD, [line("a", datetime(2024, 1, 22, 9)), line("b", datetime(2024, 1, 23, 9))], NAMES)
    model.refresh({"a"}, [])
    assert _rows(model) == [None, "b"]


def test_headings_cannot_be_chosen(model: ProgrammeModel) -> None:
    model.show(HEAD, [line("a", datetime(2024, 1, 22, 9))], NAMES)
    assert not model.flags(model.index(0, 0)).value
    assert model.flags(model.index(1, 0)).value
    assert not model.index_of("nobody").isValid()

"""Rows under headings: in the model, whatever becomes of the rows, and under the hands."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from app.ui.tables.grouping import Grouping, GroupWords
from app.ui.tables.model import TableModel
from app.ui.tables.view import Table
from tests.helpers.pictures import grab
from tests.ui.tables.rows import COLUMNS, Someone, table

POSTS = ("Chair", "Clerk", "")


def _words(rows: Sequence[Someone]) -> GroupWords:
    return GroupWords(rows[0].post or "None", str(len(rows)))


BY_POST = Grouping(of=lambda row: row.post, words=_words, order=lambda row: POSTS.index(row.post))
BY_STATE = Grouping(of=lambda row: row.state, words=lambda rows: GroupWords(rows[0].state or "None"))
PEOPLE = st.dictionaries(
    st.sampled_from("abcdefghij"),
    st.builds(
        Someone,
        id=st.just(""),
        name=st.sampled_from(["Kim", "Zoë", "adam"]),
        post=st.sampled_from(POSTS),
        state=st.sampled_from(["Late", ""]),
    ),
)
ACTS = st.lists(
    st.one_of(
        PEOPLE.map(lambda people: ("show", people)),
        PEOPLE.map(lambda people: ("refresh", people)),
        st.sampled_from(["", "k", "zoe"]).map(lambda text: ("filter", text)),
        st.sampled_from([-1, 0]).map(lambda column: ("sort", column)),
        st.sampled_from([None, BY_POST, BY_STATE]).map(lambda by: ("group", by)),
    ),
    max_size=8,
)


def _people(drawn: dict[str, Someone]) -> list[Someone]:
    return [Someone(key, one.name, one.post, state=one.state) for key, one in drawn.items()]


@pytest.mark.usefixtures("qapp")
@given(ACTS)
def test_the_model_keeps_to_the_rules(acts: list[tuple[str, object]]) -> None:
    model = TableModel(COLUMNS, natural=lambda row: row.id)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    by: Grouping | None = None
    for act, what in acts:
        match act, what:
            case "show", dict():
                model.show_rows(_people(what))
            case "refresh", dict():
                model.refresh(list("abc"), [one for one in _people(what) if one.id in "abc"])
            case "filter", str():
                model.set_filter(what)
            case "sort", int():
                model.sort(what)
            case "group", (Grouping() | None):
                by = what
                model.set_grouping(by)
        _check(model, by)
    tester.deleteLater()
    model.deleteLater()


def _check(model: TableModel, by: Grouping | None) -> None:
    """Check headings against the rows that stand below them."""
    found: list[list[Someone]] = []
    for at, key in enumerate(model.ids):
        heading = model.heading(at)
        if heading is not None:
            assert not model.flags(model.index(at, 0)).value
            found.append([])
        elif by is not None:
            found[-1].append(model.row_of(key))
    rows = [model.row_of(key) for key in model.row_ids()]
    if by is None:
        assert not found
        return
    assert [row for group in found for row in group] == rows
    keys = [by.of(group[0]) for group in found]
    assert len(set(keys)) == len(keys)
    assert all({by.of(row) for row in group} == {key} for group, key in zip(found, keys, strict=True))
    said = [model.index(model.place(group[0].id) - 1, 0).data() for group in found]
    assert said == [by.words(group).spoken for group in found]
    if by.order is not None:
        assert keys == sorted(keys, key=POSTS.index)


def test_an_edit_changes_its_row_and_the_headings_above_alone(qtbot: QtBot) -> None:
    model = TableModel(COLUMNS, natural=lambda row: row.id)
    model.set_grouping(BY_POST)
    model.show_rows([Someone(f"{number:03}", "Name", POSTS[number % 3]) for number in range(90)])
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    changed: list[str] = []
    model.dataChanged.connect(lambda first, last: changed.extend(model.ids[first.row() : last.row() + 1]))
    kept = QPersistentModelIndex(model.index(model.place("050"), 0))
    model.refresh(["000"], [Someone("000", "Other", "Chair")])
    assert changed == ["000"]
    changed.clear()
    with qtbot.waitSignal(model.rowsMoved):
        model.refresh(["000"], [Someone("000", "Other", "Clerk")])
    assert [key[1:] if key[0] == "\x1f" else key for key in changed] == ["Chair", "Clerk", "000"]
    assert not resets
    assert model.ids[kept.row()] == "050"
    model.deleteLater()


@pytest.fixture
def view(qtbot: QtBot, tmp_path: Path) -> Iterator[Table]:
    made = table(tmp_path)
    qtbot.addWidget(made)
    made.resize(640, 260)
    made.show_rows(
        [Someone(f"{number}", f"Person {number}", POSTS[number % 3], number) for number in range(9)]
    )
    made.set_grouping(BY_POST)
    made.show()
    made.setFocus()
    yield made
    made.close()


def test_keys_pass_over_headings(view: Table) -> None:
    grab(view, "grouped")
    view.select("0")
    reached = []
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(view, key)
        reached.append(view.current_id())
    assert reached == ["8", "0", "3", "6", "1"]
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert view.row(view.current_id()) is not None


def test_all_that_is_selected_and_copied_are_rows(view: Table) -> None:
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.selected_ids() == ["0", "3", "6", "1", "4", "7", "2", "5", "8"]
    assert view.count() == len(view.ids()) == 9
    assert len(view.copied_lines().splitlines()) == 9
    view.select("3")
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_ids() == ["3", "6", "1"]


def test_what_is_selected_stays_so_under_other_headings(view: Table) -> None:
    view.select("4")
    view.set_grouping(BY_STATE)
    assert (view.current_id(), view.selected_ids()) == ("4", ["4"])
    view.set_grouping(None)
    assert (view.current_id(), view.selected_ids()) == ("4", ["4"])
    assert view.ids() == [str(number) for number in range(9)]

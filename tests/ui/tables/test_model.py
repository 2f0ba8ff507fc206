"""The model under random edits, filters and orders: Qt's own tester watches, and no edit resets it."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.ui.tables.dragging import rows_of
from app.ui.tables.model import TableModel
from tests.ui.tables.rows import COLUMNS, Someone

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
PEOPLE = st.dictionaries(
    st.sampled_from("abcdefghij"),
    st.builds(
        Someone,
        id=st.just(""),
        name=st.sampled_from(["Kim Min-jun", "김민준", "Zoë", "adam", ""]),
        rank=st.sampled_from([None, 1, 2]),
    ),
)
ACTS = st.lists(
    st.one_of(
        PEOPLE.map(lambda people: ("show", people)),
        PEOPLE.map(lambda people: ("refresh", people)),
        st.sampled_from(["", "k", "min kim", "ㄱㅁ", "zoe"]).map(lambda text: ("filter", text)),
        st.tuples(st.sampled_from([-1, 0, 1]), st.sampled_from([UP, DOWN])).map(lambda how: ("sort", how)),
    ),
    max_size=8,
)


def _people(drawn: dict[str, Someone]) -> list[Someone]:
    return [Someone(key, one.name, one.post, one.rank) for key, one in drawn.items()]


def _expected(rows: dict[str, Someone], how: tuple[int, Qt.SortOrder], words: str) -> list[str]:
    """Return what should be in view, worked out in the plainest way."""
    fits: Callable[[str], bool] = {
        "": lambda _name: True,
        "k": lambda name: name.startswith("Kim"),
        "min kim": lambda name: name.startswith("Kim"),
        "ㄱㅁ": lambda name: name == "김민준",
        "zoe": lambda name: name == "Zoë",
    }[words]
    order = list(rows.values())
    if how[0] == 0:
        last = ["adam", "Kim Min-jun", "Zoë", "김민준"]
        given = sorted(
            (one for one in order if one.name), key=lambda one: last.index(one.name), reverse=how[1] == DOWN
        )
        order = given + [one for one in order if not one.name]
    elif how[0] == 1:
        given = sorted(
            (one for one in order if one.rank), key=lambda one: one.rank or 0, reverse=how[1] == DOWN
        )
        order = given + [one for one in order if not one.rank]
    return [one.id for one in order if fits(one.name)]


@pytest.mark.usefixtures("qapp")
@given(ACTS)
def test_the_model_keeps_to_the_rules(acts: list[tuple[str, object]]) -> None:
    model = TableModel(COLUMNS)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows: dict[str, Someone] = {}
    how, words = (-1, UP), ""
    for act, what in acts:
        match act, what:
            case "show", dict():
                people = _people(what)
                rows = {one.id: one for one in people}
                model.show_rows(people)
            case "refresh", dict():
                people = _people(what)[:3]
                ids = [*list(rows)[:2], *(one.id for one in people)]
                fresh = {one.id: one for one in people}
                rows = {key: one for key, one in rows.items() if key in fresh or key not in ids} | fresh
                model.refresh(ids, people)
            case "filter", str():
                words = what
                model.set_filter(words)
            case "sort", tuple():
                how = what
                model.sort(*how)
        assert list(model.ids) == _expected(rows, how, words)
        assert [model.index(at, 0).data() for at in range(model.rowCount())] == [
            rows[key].name for key in model.ids
        ]
        assert all(model.place(key) == at for at, key in enumerate(model.ids))
    tester.deleteLater()
    model.deleteLater()


def test_an_edit_never_resets(qtbot: QtBot) -> None:
    model = TableModel(COLUMNS)
    people = [Someone(f"{number}", f"Name {number:03}") for number in range(100)]
    model.show_rows(people)
    model.sort(0, UP)
    index = QPersistentModelIndex(model.index(50, 0))
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    changed: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    with qtbot.waitSignal(model.rowsMoved):
        model.refresh(["3"], [Someone("3", "Zzz")])
    with qtbot.waitSignal(model.rowsInserted):
        model.refresh(["new"], [Someone("new", "Aaa")])
    with qtbot.waitSignal(model.rowsRemoved):
        model.refresh(["7", "8"], [])
    assert not resets
    assert index.isValid()
    assert model.ids[index.row()] == "50"
    assert changed == [(99, 99)]
    model.deleteLater()


def test_a_screen_reader_hears_what_is_painted(qtbot: QtBot) -> None:  # noqa: ARG001 - for the application
    model = TableModel(COLUMNS)
    model.show_rows([Someone("a", "Kim\nMin", "Director", state="Late", done=True)])
    role = Qt.ItemDataRole.AccessibleTextRole
    assert [model.index(0, column).data(role) for column in range(5)] == [
        "Kim Min, Director",
        "",
        "PUBLIC",
        "Late",
        "yes",
    ]
    model.sort(0, DOWN)
    assert model.headerData(0, Qt.Orientation.Horizontal, role) == "Name, sorted downwards"
    model.deleteLater()


def test_rows_are_dragged_by_their_ids(qtbot: QtBot) -> None:  # noqa: ARG001 - for the application
    model = TableModel(COLUMNS, kind="person")
    model.show_rows([Someone("a", "A"), Someone("b", "B")])
    mime = model.mimeData([model.index(1, 0), model.index(0, 0), model.index(0, 1)])
    assert rows_of(mime) == ("person", ["a", "b"])
    assert mime.text() == "A\nB"
    assert model.mimeTypes() == ["application/x-aide-rows"]
    model.deleteLater()

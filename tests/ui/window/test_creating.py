"""Wherever “Create …” is offered in an inspector, row and reference are one step: undo takes back both."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.forms.pick_box import PickBox
from app.ui.window.frame import PlannerFrame
from tests.helpers.planner import contents
from tests.ui.languages.tour import first_row, settle
from tests.ui.windows import Windows

FRESH = "Zentrum für Raumfahrtforschung 우주센터"
#: How many boxes offer it in the inspector of each kind that has any.
OFFERED = {
    "entry": 4,
    "person": 2,
    "organisation": 1,
    "topic": 3,
    "member": 1,
    "place": 1,
    "action": 3,
    "lodging": 1,
    "baggage_piece": 1,
    "gift": 3,
    "interpreter_booking": 1,
    "access_request": 1,
    "precedent": 5,
}


def makers(frame: PlannerFrame, kind: str) -> Iterator[PickBox]:
    """Yield each box of an inspector, shown with the first row of its kind, that can make a row."""
    frame.inspectors.show_row(kind, first_row(frame.desk, kind))
    settle()
    boxes = frame.inspectors.of_kind(kind).sheet.findChildren(PickBox)
    yield from (box for box in boxes if box.makes and not box.isReadOnly())


def create(box: PickBox, name: str) -> None:
    """Type a name that nobody has, and take the line that offers to make it."""
    box.setFocus()
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_Delete)
    box.insert(name)
    box.textEdited.emit(name)  # an input method types so; no key does
    picks = box.picks()
    assert picks is not None
    assert FRESH in picks.item(picks.count() - 1).text()
    box._take(picks.count() - 1)


@pytest.mark.parametrize("kind", OFFERED)
def test_what_is_created_and_its_reference_are_one_step(windows: Windows, qtbot: QtBot, kind: str) -> None:
    frame = windows.frame()
    window = frame.window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    desk = frame.desk
    count = sum(1 for _box in makers(frame, kind))
    assert count == OFFERED[kind]
    for at in range(count):
        before, undone = desk.ask(contents), frame.top.undo.accessibleDescription()
        box = list(makers(frame, kind))[at]
        create(box, FRESH)
        made = desk.ask(contents)
        assert made != before, box.accessibleName()
        assert "우주센터" in str(made)  # a name of a person is kept in its parts
        desk.undo()
        assert desk.ask(contents) == before, box.accessibleName()
        assert frame.top.undo.accessibleDescription() == undone


def test_no_other_inspector_offers_it(windows: Windows) -> None:
    frame = windows.frame()
    kinds = [kind for kind in frame.inspectors._makers if kind not in OFFERED]
    assert [kind for kind in kinds if first_row(frame.desk, kind) and list(makers(frame, kind))] == []

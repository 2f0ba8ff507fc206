"""Nothing is shown as a window of its own while rooms and inspectors are built, and rows shown in them."""

import ast
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import Connection, Table, select

from app.ui.window.catalogue import all_rooms
from tests.helpers.planner import planner, row_tables
from tests.journeys.hands import Flashes
from tests.ui.windows import Windows

_UI = Path(__file__).parents[2] / "app" / "ui"
_SOME = 4  # rows of each kind


def _ids(connection: Connection, table: Table) -> list[str]:
    return list(connection.scalars(select(table.c.id).order_by(table.c.id).limit(_SOME)))


def test_no_room_flashes_a_window(windows: Windows) -> None:
    frame = windows.frame()
    with Flashes() as flashes:
        for room in (*(room.name for room in all_rooms()), "empty"):
            frame.enter(room)
            QApplication.processEvents()
        frame.begin_visit()
        QApplication.processEvents()
    assert flashes.seen == []


@pytest.mark.parametrize("filled", ["sample", "filled"])
def test_no_inspector_flashes_a_window_whatever_its_row_holds(windows: Windows, filled: str) -> None:
    frame = windows.frame(path=planner(windows.folder, filled))
    kinds = [table for table in row_tables() if frame.inspectors.shows(table.name)]
    shown = 0
    with Flashes() as flashes:
        for table in kinds:
            for row_id in frame.desk.ask(_ids, table):
                frame.inspectors.show_row(table.name, row_id)
                QApplication.processEvents()
                shown += 1
    assert flashes.seen == []
    assert shown > len(kinds)


def test_a_widget_without_a_parent_is_noted(qapp: QApplication) -> None:
    assert qapp
    with Flashes() as flashes:
        stray = QWidget()
        stray.show()
        stray.close()
    assert flashes.seen == ["QWidget ''"]


def test_no_part_is_shown_before_it_lies_in_its_place() -> None:
    """What a constructor makes, and says ``setVisible`` or ``show`` to, was given to something before."""
    early = [
        f"{path.relative_to(_UI)}:{line}"
        for path in sorted(_UI.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name == "__init__"
        for line in _too_early(node)
    ]
    assert early == []


def _too_early(init: ast.FunctionDef) -> list[int]:
    """Return the lines; what a method ``_lay_out`` does, it does to all that was made."""
    parts, shown, bases = {}, [], set()
    for node in ast.walk(init):
        match node:
            case ast.Assign(targets=[ast.Attribute() as part], value=ast.Call(args=given)):
                if "self" not in map(ast.unparse, given):  # else it has its parent
                    parts[ast.unparse(part)] = node.lineno
            case ast.Call(func=ast.Attribute(attr="setVisible" | "show", value=part)):
                shown.append((ast.unparse(part), node.lineno))
        if isinstance(node, ast.Attribute):
            bases.add(node.value)
    placed = [
        (ast.unparse(node), node.lineno)
        for node in ast.walk(init)
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load) and node not in bases
    ]
    return [
        line
        for part, line in shown
        if part in parts and not any(name in {part, "self._lay_out"} and at < line for name, at in placed)
    ]

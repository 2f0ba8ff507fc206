"""How the actions are put under headings, and filtered by names that somebody gave."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.words import ActionState, Side
from app.planning.views.actions import action_detail
from app.ui.screens.actions.screen import ActionsScreen
from app.ui.theme.style import apply_theme
from tests.helpers.planner import contents
from tests.ui.actions.test_actions import LATE, SOON, other_visit, promise, room

_KEY = Qt.Key


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> None:
    apply_theme(qapp, "light")


def headings(screen: ActionsScreen) -> list[str]:
    model: Any = screen.table.model()
    found = (model.heading(at) for at in range(model.rowCount()))
    return [each.spoken for each in found if each is not None]


def choose_groups(screen: ActionsScreen, key: str) -> None:
    box = screen.choices.groups
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())


def offered(screen: ActionsScreen, begins: str) -> QAction:
    screen.saved.fill_menu()
    return next(action for action in screen.saved.menu.actions() if action.text().startswith(begins))


def test_actions_stand_under_owner_organisation_and_visit_the_overdue_first(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        desk = screen.desk
        elsewhere = desk.do("Visit", other_visit)
        promise(desk, "Soon", due_on=SOON, owner_id="member-1", counterpart_organisation_id="org")
        promise(desk, "Late", due_on=LATE, owed_by=Side.HOST, owner_organisation_id="org")
        promise(desk, "Some day", elsewhere)
        screen.choices.visits.select("all")
        choose_groups(screen, "organisation")
        assert headings(screen) == ["AGY · 1 overdue · 2 actions", "No organisation · 1 action"]
        choose_groups(screen, "owner")
        assert [each.split(" · ")[-1] for each in headings(screen)] == ["1 action"] * 3
        assert headings(screen)[-1].startswith("Nobody yet")
        choose_groups(screen, "visit")
        assert headings(screen)[0].endswith("1 overdue · 2 actions")
        assert headings(screen)[1] == "Another · 1 action"
        choose_groups(screen, "none")
        assert headings(screen) == []


def test_a_filter_is_saved_taken_renamed_and_deleted_with_the_keys_and_taken_back(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        before = screen.desk.ask(contents)
        mine = promise(screen.desk, "Terms", owed_by=Side.HOST, due_on=LATE)
        promise(screen.desk, "Other", owed_by=Side.HOST)
        screen.choices.sides.select(Side.HOST)
        screen.bar.filter.setText("terms")
        choose_groups(screen, "owner")
        offered(screen, "Save").trigger()
        assert screen.saved.line.isVisible()
        QTest.keyClicks(screen.saved.line, "Theirs, terms")
        QTest.keyClick(screen.saved.line, _KEY.Key_Return)
        assert not screen.saved.line.isVisible()
        assert screen.saved.button.words() == "Theirs, terms"
        screen.choices.choose({"sides": "both", "groups": "none"})
        screen.bar.filter.clear()
        assert screen.saved.button.words() == "Saved filters"
        offered(screen, "Theirs").trigger()
        assert screen.table.ids() == [mine]
        assert (screen.choices.grouping(), screen.bar.filter.text()) == ("owner", "terms")
        offered(screen, "Rename").trigger()
        QTest.keyClicks(screen.saved.line, "What they owe")
        QTest.keyClick(screen.saved.line, _KEY.Key_Return)
        assert screen.saved.button.words() == "What they owe"
        told: list[str] = []
        screen.told.connect(lambda words, _undo: told.append(words))
        offered(screen, "Delete").trigger()
        assert told == ["The filter “What they owe” is deleted."]
        assert screen.saved.button.words() == "Saved filters"
        screen.desk.undo()
        assert screen.saved.button.words() == "What they owe"
        for _step in range(4):
            screen.desk.undo()
        assert screen.desk.ask(contents) == before


def test_a_name_is_left_with_escape_and_refused_where_it_is_taken(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        told: list[str] = []
        screen.told.connect(lambda words, _undo: told.append(words))
        for side, name in ((Side.OURS, "One"), (Side.HOST, "Two")):
            screen.choices.sides.select(side)
            offered(screen, "Save").trigger()
            QTest.keyClicks(screen.saved.line, name)
            QTest.keyClick(screen.saved.line, _KEY.Key_Return)
        offered(screen, "Rename").trigger()
        QTest.keyClicks(screen.saved.line, "One")
        QTest.keyClick(screen.saved.line, _KEY.Key_Return)
        assert told == ["There is one called “One” already."]
        assert screen.saved.line.isVisible()
        QTest.keyClick(screen.saved.line, _KEY.Key_Escape)
        assert not screen.saved.line.isVisible()
        assert screen.saved.button.words() == "Two"


def test_many_get_an_owner_in_one_step(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        made = [promise(screen.desk, f"Promise {number}") for number in range(3)]
        before = screen.desk.ask(contents)
        screen.table.selectAll()
        owners: dict[str, Callable[..., object]] = dict(dict(screen.bulk_fields())["Owner"])
        name = next(name for name in owners if name != "Nobody")
        screen._change_rows("Owner", owners[name], made)
        assert {screen.desk.ask(action_detail, each).owner for each in made} == {name}
        screen.desk.undo()
        assert screen.desk.ask(contents) == before


def test_owners_are_not_offered_for_actions_of_several_visits(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        promise(screen.desk, "Here")
        promise(screen.desk, "There", screen.desk.do("Visit", other_visit), state=ActionState.OPEN)
        screen.choices.visits.select("all")
        screen.table.selectAll()
        assert "Owner" not in dict(screen.bulk_fields())

"""A program left open over midnight: a new day is noticed once, and all that hangs on it is shown anew."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.planning.clock import clock, today
from app.ui.files import FileChooser
from app.ui.preferences import Preferences
from app.ui.screens.people.organisation_page import OrganisationView
from app.ui.theme.style import apply_theme
from tests.ui.actions.test_actions import promise, room
from tests.ui.actions.test_calendar import calendar

NOON = datetime.now().astimezone().replace(hour=12)


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> None:
    apply_theme(qapp, "light")


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


@contextmanager
def on_the_next_day() -> Iterator[None]:
    with clock(lambda: NOON + timedelta(days=1)):
        yield


def test_a_day_that_begins_is_told_of_once_and_shown(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        key = promise(screen.desk, "Send it", due_on=today())
        due = calendar(screen)
        heard: list[object] = []
        screen.desk.changed.connect(heard.append)
        screen.desk.look_at_day()
        assert heard == []
        assert (screen.table.row(key).days_left, due.view.today) == (0, today())
        with on_the_next_day():
            screen.desk.look_at_day()
            screen.desk.look_at_day()
            assert len(heard) == 1
            row = screen.table.row(key)
            assert (row.days_left, row.overdue) == (-1, True)
            assert due.view.today == due.view.day() == today()


def test_what_is_overdue_is_reckoned_on_this_desk(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        desk = screen.desk
        promise(desk, "Send it", due_on=today(), counterpart_organisation_id="org")
        page = OrganisationView(desk, Preferences(), FileChooser())
        page.show_organisation("org")
        assert "overdue" not in words(page.ours)
        with on_the_next_day():
            assert page.refresh()
            assert "overdue" in words(page.ours)
        page.deleteLater()

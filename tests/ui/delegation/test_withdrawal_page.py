"""Withdrawing and replacing a member in the window: what is shown is what is done."""

from datetime import date, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.data.models import Stop
from app.planning.views.counts import room_counts
from app.planning.views.delegation import MemberRow, delegation, member_detail
from app.ui.desk import Desk
from app.ui.screens.delegation.columns import member_columns
from app.ui.screens.delegation.screen import DelegationScreen
from app.ui.screens.delegation.withdrawal import WithdrawalPage
from app.ui.tables.column import cell_of
from app.ui.theme.style import apply_theme
from tests.helpers.pictures import grab
from tests.helpers.planner import contents

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def member(desk: Desk, family: str) -> MemberRow:
    rows = desk.ask(delegation, desk.visit_id)
    return next(row for row in rows if family in row.name.split())


def open_page(screen: DelegationScreen, family: str) -> WithdrawalPage:
    table = screen.list.table
    table.setFocus()
    table.select(member(screen._desk, family).id)
    QTest.keyClick(table, Qt.Key.Key_W, CONTROL | SHIFT)
    assert screen.page.isVisible()
    return screen.page


def type_into(widget: Any, words: str) -> None:
    widget.setFocus()
    widget.selectAll()
    QTest.keyClicks(widget, words)


def from_moment(page: WithdrawalPage, day: str, clock: str) -> None:
    QTest.keyClick(page.when.from_start, Qt.Key.Key_Space)
    type_moment(page, day, clock)


def type_moment(page: WithdrawalPage, day: str, clock: str) -> None:
    type_into(page.when.day, day)
    type_into(page.when.clock, clock)
    QTest.keyClick(page.when.clock, Qt.Key.Key_Return)


def texts(page: WithdrawalPage, title: str) -> list[tuple[str, str]]:
    table = page.table
    rows = (table.row(key) for key in table.ids())
    kind, _about, _when, fate = table._rows.columns
    return [(kind.text(row), fate.text(row)) for row in rows if title in row.title]


def test_who_is_withdrawn_is_gone_from_all_that_comes(screen: DelegationScreen, qtbot: QtBot) -> None:
    desk = screen._desk
    before = desk.ask(contents)
    page = open_page(screen, "Maeng")
    assert page.who.text() == "Maeng Ji-won"
    whole = page.table.count()
    from_moment(page, "27 Jan", "9:00")
    assert 0 < page.table.count() < whole
    assert ("Entry", "taken off") in texts(page, "MPE — Einstein Probe")
    assert not texts(page, "NASA Headquarters — bilateral")
    assert desk.ask(contents) == before
    with qtbot.waitSignal(screen.told) as told:
        QTest.mouseClick(page.act, Qt.MouseButton.LeftButton)
    assert told.args == ["Maeng Ji-won withdrawn, with all that follows.", True]
    assert not page.isVisible()
    detail = desk.ask(member_detail, member(desk, "Maeng").id)
    assert detail.leaves_on == date(2024, 1, 26)
    assert detail.entries
    assert all(entry.start_wall.date() < date(2024, 1, 27) for entry in detail.entries)
    desk.undo()
    assert desk.ask(contents) == before


def test_who_is_replaced_hands_all_over_to_somebody_made_on_the_way(
    screen: DelegationScreen, qtbot: QtBot
) -> None:
    desk = screen._desk
    before = desk.ask(contents)
    page = open_page(screen, "Yoon")
    type_into(page.by, "HWANG So-yeon")
    QTest.keyClick(page.by, Qt.Key.Key_Return)
    assert desk.ask(contents) == before  # nobody is made until it is done
    assert page.act.words() == "Replace by HWANG So-yeon"
    assert ("Principal", "passes to HWANG So-yeon") in texts(page, "")
    grab(page, "withdrawal-replace")
    with qtbot.waitSignal(screen.told) as told:
        QTest.keyClick(page.by, Qt.Key.Key_Return, CONTROL)
    assert told.args == ["Yoon Se-ryeong replaced by HWANG So-yeon, with all that follows.", True]
    new, old = (desk.ask(member_detail, member(desk, name).id) for name in ("HWANG", "Yoon"))
    assert (len(new.entries), len(old.entries)) == (74, 0)
    assert not any(entry.confirmed for entry in new.entries)
    assert (new.duty, new.precedence, old.leaves_on) == ("Principal", 1, date(2024, 1, 21))
    desk.undo()
    assert desk.ask(contents) == before


def test_the_moment_is_told_by_the_clock_there_or_at_home(screen: DelegationScreen) -> None:
    page = open_page(screen, "Maeng")
    from_moment(page, "23 Jan", "23:00")
    zones = [page.when.clock_of.itemData(at) for at in range(page.when.clock_of.count())]
    assert zones == ["America/New_York", "Asia/Seoul"]
    assert page.when.clock_of.currentText() == "Washington, America/New_York"
    assert page.when.moment() == datetime(2024, 1, 24, 4)
    assert page.when.elsewhere.text() == "Wed 24 Jan, 13:00 in Seoul"
    page.when.clock_of.setCurrentIndex(1)
    page.when.clock_of.activated.emit(1)
    assert page.when.moment() == datetime(2024, 1, 23, 14)
    assert "9:00 in Washington" in page.when.elsewhere.text()
    type_into(page.when.day, "27 Jan")
    page.show_preview()
    assert page.when.clock_of.currentData() == "Asia/Seoul"  # as it was chosen
    page.when.from_start.click()
    assert (page.when.elsewhere.text(), page.when.clock_of.isEnabled()) == ("", False)


def test_a_time_that_comes_twice_is_asked_for_and_one_that_never_comes_is_refused(
    screen: DelegationScreen,
) -> None:
    screen._desk.do("Stay on", _stay_on)
    page = open_page(screen, "Maeng")
    from_moment(page, "3 Nov 2024", "1:30")
    assert page.when.clock_of.currentText() == "Washington, America/New_York"
    assert "twice" in page.boxes["from_zone"].error()
    assert not page.act.isEnabled()
    first, second = page.when.which.buttons()
    assert [button.words() for button in (first, second)] == ["First 01:30 EDT", "Second 01:30 EST"]
    grab(page, "withdrawal-twice")
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert (page.when.moment(), page.boxes["from_zone"].error()) == (datetime(2024, 11, 3, 6, 30), "")
    assert (first.isChecked(), second.isChecked(), page.act.isEnabled()) == (False, True, True)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert page.when.moment() == datetime(2024, 11, 3, 5, 30)
    type_moment(page, "10 Mar 2024", "2:30")
    assert page.boxes["from_zone"].error()
    before, _after = page.when.which.buttons()
    assert [button.words() for button in page.when.which.buttons()] == ["01:59", "03:00"]
    QTest.mouseClick(before, Qt.MouseButton.LeftButton)
    assert page.when.moment() == datetime(2024, 3, 10, 6, 59)
    assert page.when.which.isHidden()


def _stay_on(session: Any) -> None:
    """Stay in Washington until the clocks have gone back."""
    stop = session.scalars(select(Stop).where(Stop.city == "Washington")).first()
    stop.leaves_on = date(2024, 11, 5)


def test_what_cannot_be_read_is_said_at_its_field(screen: DelegationScreen) -> None:
    page = open_page(screen, "Tak")
    from_moment(page, "somewhen", "9:00")
    assert "Write a day" in page.boxes["from_day"].error()
    QTest.keyClicks(page.when.day, "x")
    assert page.boxes["from_day"].error() == ""
    page.show_preview()
    assert "Write a day" in page.boxes["from_day"].error()
    assert not page.act.isEnabled()
    type_into(page.when.day, "27 Jan")
    type_into(page.when.clock, "late")
    QTest.keyClick(page.when.clock, Qt.Key.Key_Return)
    assert "Write a time" in page.boxes["from_wall"].error()
    type_into(page.when.clock, "9")
    type_into(page.by, "Tak")
    page.show_preview()
    assert "to be replaced" in page.boxes["person_id"].error()
    type_into(page.by, "qqq")
    page.show_preview()
    assert "Choose one" in page.boxes["person_id"].error()
    QTest.keyClick(page.by, Qt.Key.Key_Escape)  # the list of choices
    QTest.keyClick(page.when.day, Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_another_member_can_be_named_and_the_preview_follows(screen: DelegationScreen, qtbot: QtBot) -> None:
    screen.ask_leaving("")
    page = screen.page
    assert not page.act.isEnabled()
    assert not any(box.error() for box in page.boxes.values())
    type_into(page.who, "Pyo")
    qtbot.waitUntil(lambda: page.table.count() > 0)
    first = page.table.count()
    type_into(page.who, "Maeng")
    qtbot.waitUntil(lambda: page.table.count() > first)
    with qtbot.waitSignal(screen.go) as gone:
        entry = next(key for key in page.table.ids() if page.table.row(key).kind == "participation")
        page.table.setFocus()
        page.table.select(entry)
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert gone.args == ["entry", page.table.row(entry).entry_id]


@pytest.mark.parametrize("look", ["light", "dark"])
def test_it_is_looked_at(screen: DelegationScreen, look: str, qapp: QApplication) -> None:
    apply_theme(qapp, "dark" if look == "dark" else "light")
    page = open_page(screen, "Maeng")
    from_moment(page, "26 Jan", "15:00")
    type_into(page.by, "Pyo")
    page.show_preview()
    page.by.shut()
    grab(screen, f"withdrawal-{look}")
    screen.resize(700, 560)
    grab(screen, f"withdrawal-narrow-{look}")
    assert screen.width() <= 816
    assert page.table.count()


def test_who_is_withdrawn_from_the_start_is_muted_in_the_list(screen: DelegationScreen) -> None:
    desk = screen._desk
    before = desk.ask(room_counts, desk.visit_id)["delegation"]
    page = open_page(screen, "Maeng")
    QTest.mouseClick(page.act, Qt.MouseButton.LeftButton)
    row = member(desk, "Maeng")
    cells = {column.key: cell_of(column, row) for column in member_columns()}
    assert (cells["days"].text, cells["days"].chip) == ("", "withdrawn")
    assert {cells[key].tone for key in ("name", "title", "duty", "days")} == {"muted"}
    assert desk.ask(room_counts, desk.visit_id)["delegation"] == before - 1
    screen.reveal("member", row.id)
    grab(screen, "delegation-withdrawn")

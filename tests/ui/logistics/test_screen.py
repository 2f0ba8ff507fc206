"""The screen: its parts, its lists, and where a row is shown."""

from datetime import datetime, timedelta
from typing import Any, Literal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit

from app.domain.words import AccessState, GiftDirection
from app.planning.clock import clock
from app.planning.views.access import access_rows
from app.planning.views.lodgings import lodgings
from app.planning.views.logistics import baggage_rows, gift_rows, interpreter_rows
from app.planning.views.motorcade import ways
from app.planning.views.vehicles import vehicle_rows
from app.ui.screens.logistics.cars import CarsPart
from app.ui.screens.logistics.listing import ListPart
from app.ui.screens.logistics.screen import LogisticsScreen
from app.ui.theme.style import apply_theme
from tests.helpers.pictures import grab
from tests.ui.logistics.conftest import Stage

LEFT = Qt.MouseButton.LeftButton
PARTS = ("cars", "rooms", "baggage", "gifts", "interpreters", "access")


@pytest.fixture
def screen(stage: Stage) -> LogisticsScreen:
    return stage.show(LogisticsScreen(stage.desk, stage.preferences))


def listed(screen: LogisticsScreen, key: str) -> ListPart:
    screen.parts.select(key)
    part = screen.part(key)
    assert isinstance(part, ListPart)
    return part


def cars(screen: LogisticsScreen) -> CarsPart:
    part = screen.part("cars")
    assert isinstance(part, CarsPart)
    return part


def test_each_row_is_shown_where_it_lives(screen: LogisticsScreen, stage: Stage) -> None:
    ask, visit = stage.desk.ask, stage.visit_id
    views: tuple[tuple[str, Any, str], ...] = (
        ("baggage_piece", baggage_rows, "baggage"),
        ("gift", gift_rows, "gifts"),
        ("interpreter_booking", interpreter_rows, "interpreters"),
        ("access_request", access_rows, "access"),
    )
    for kind, view, key in views:
        row = ask(view, visit)[-1]
        screen.reveal(kind, row.id)
        assert screen.parts.current() == key
        assert listed(screen, key).table.current_id() == row.id
        assert stage.selected[-1] == (kind, row.id)
    car = ask(vehicle_rows, visit)[3]
    screen.reveal("vehicle", car.id)
    assert screen.parts.current() == "cars"
    assert cars(screen).all.table.current_id() == car.id
    way = ask(ways, visit)[7]
    screen.reveal("entry", way.id)
    assert cars(screen).ways.way() == way.id
    assert cars(screen).ways.isVisible()
    screen.reveal("lodging", ask(lodgings, visit).hotels[1].row.id)
    assert screen.parts.current() == "rooms"
    screen.reveal("topic", "x")  # not of this room
    assert screen.parts.current() == "rooms"


def test_baggage_gets_the_next_tag_and_an_order(screen: LogisticsScreen, stage: Stage) -> None:
    part, before = listed(screen, "baggage"), stage.contents()
    QTest.mouseClick(part.bar.add, LEFT)
    assert part.table.row(part.table.current_id()).tag == "019"
    earlier, later = part.menu_actions(part.table.selected_ids())
    earlier.trigger()
    assert [row.tag for row in stage.desk.ask(baggage_rows, stage.visit_id)][-2:] == ["019", "018"]
    later.trigger()
    later.trigger()  # it is the last
    assert [row.tag for row in stage.desk.ask(baggage_rows, stage.visit_id)][-2:] == ["018", "019"]
    part.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert not part.menu_actions(part.table.selected_ids())[0].isEnabled()
    part.table.setFocus()
    QTest.keyClick(part.table, Qt.Key.Key_Delete)
    assert stage.told == [("“019” deleted.", True)]
    while stage.desk.next_undo():
        stage.desk.undo()
    assert stage.contents() == before


def test_several_gifts_change_their_direction_in_one_step(screen: LogisticsScreen, stage: Stage) -> None:
    part, before = listed(screen, "gifts"), stage.contents()
    part.table.selectAll()
    ((_words, values),) = part.bulk_fields()
    part._change_rows("Direction", values[1][1], part.table.selected_ids())
    found = stage.desk.ask(gift_rows, stage.visit_id)
    assert {row.direction for row in found} == {GiftDirection.RECEIVED}
    stage.desk.undo()
    assert stage.contents() == before


def test_an_interpreter_is_booked_by_typing_an_entry(screen: LogisticsScreen, stage: Stage) -> None:
    part = listed(screen, "interpreters")
    there = {row.id for row in stage.desk.ask(interpreter_rows, stage.visit_id)}
    part.box.setFocus()
    QTest.keyClicks(part.box, "Goddard Space")
    QTest.keyClick(part.box, Qt.Key.Key_Down)
    QTest.keyClick(part.box, Qt.Key.Key_Return)
    (new,) = {row.id for row in stage.desk.ask(interpreter_rows, stage.visit_id)} - there
    assert part.table.current_id() == new
    QTest.keyClick(part.table, Qt.Key.Key_Space)
    assert part.table.row(new).documents_sent
    QTest.keyClick(part.table, Qt.Key.Key_Space)
    assert not part.table.row(new).documents_sent


def test_requests_that_are_late_say_so_and_never_tell_what_is_known(
    screen: LogisticsScreen, stage: Stage
) -> None:
    part = listed(screen, "access")
    late = [row for row in stage.desk.ask(access_rows, stage.visit_id) if row.state is AccessState.TO_SEND]
    part.table.select(late[0].id)
    words = part.table.copied_lines()
    assert "days late" in words
    assert "Date of birth" in words
    ((_words, values),) = part.bulk_fields()
    part._change_rows("Sent", values[0][1], [row.id for row in late])
    assert {row.state for row in stage.desk.ask(access_rows, stage.visit_id)} <= {
        AccessState.SENT,
        AccessState.GRANTED,
    }
    assert "days late" not in part.table.copied_lines()


def test_a_car_is_added_to_the_list(screen: LogisticsScreen, stage: Stage) -> None:
    cars(screen).seen.select("all")
    part = cars(screen).all
    QTest.mouseClick(part.bar.add, LEFT)
    assert stage.selected[-1] == ("vehicle", part.table.current_id())
    assert len(stage.desk.ask(vehicle_rows, stage.visit_id)) == 13


def test_several_cars_get_their_city_kind_or_seats_in_one_step(screen: LogisticsScreen, stage: Stage) -> None:
    cars(screen).seen.select("all")
    part, before = cars(screen).all, stage.contents()
    part.table.selectAll()
    assert part.bar.change.isVisible()
    fields = dict(part.bulk_fields())
    assert list(fields) == ["City", "Kind", "Seats"]
    paris = next(verb for name, verb in fields["City"] if name == "Paris")
    part._change_rows("City", paris, part.table.selected_ids())
    assert {row.stop for row in stage.desk.ask(vehicle_rows, stage.visit_id)} == {"Paris"}
    stage.desk.undo()
    assert stage.contents() == before


def test_another_visit_shows_its_own(screen: LogisticsScreen, stage: Stage) -> None:
    listed(screen, "baggage")
    stage.desk.show_visit("")
    for key in PARTS:
        screen.parts.select(key)
    stage.desk.show_visit(stage.visit_id)
    assert listed(screen, "gifts").table.count() == 9
    assert stage.told == []


def test_every_control_has_a_name(screen: LogisticsScreen, stage: Stage) -> None:
    for key in PARTS:
        screen.parts.select(key)
        stage.settle()
        for kind in (QAbstractButton, QLineEdit, QComboBox):
            for control in screen.findChildren(kind):
                if control.isVisible() and control.objectName() != "qt_toolbar_ext_button":
                    said = QAccessible.queryAccessibleInterface(control)
                    around = control.parentWidget()
                    named = around is not None and around.accessibleName()
                    assert said.text(QAccessible.Text.Name) or named, control


def test_tab_goes_as_the_eye_does(screen: LogisticsScreen) -> None:
    ways_part, seen = cars(screen).ways, cars(screen).seen
    wanted = [
        screen.parts.button("cars"), seen.button("ways"), ways_part.choice.box,
        ways_part.choice.after, ways_part.other, ways_part.add, ways_part.copy, ways_part.board.people,
    ]  # fmt: skip
    wanted[0].setFocus()
    found = [screen.focusWidget()]
    while len(found) < 30:
        QTest.keyClick(screen.focusWidget() or screen, Qt.Key.Key_Tab)
        found.append(screen.focusWidget())
    assert [each for each in found if each in wanted][: len(wanted)] == wanted
    first = ways_part.board.cards()[0]
    inside = [first.title, first.more, *first.chips(), first.box]
    assert [each for each in found if each in inside] == inside


def test_a_reader_can_read_everything(reader: Stage) -> None:
    screen = reader.show(LogisticsScreen(reader.desk, reader.preferences))
    for key in PARTS:
        screen.parts.select(key)
    part = screen.part("gifts")
    assert isinstance(part, ListPart)
    assert part.table.count() == 9
    assert not part.bar.add.isEnabled()
    assert reader.told == []


@pytest.mark.parametrize("name", ["light", "dark"])
def test_pictures(stage: Stage, qapp: QApplication, name: Literal["light", "dark"]) -> None:
    apply_theme(qapp, name)
    screen = stage.show(LogisticsScreen(stage.desk, stage.preferences), 816, 700)
    for key in PARTS:
        screen.parts.select(key)
        stage.settle()
        grab(screen, f"logistics-{key}-{name}")
    screen.parts.select("cars")
    cars(screen).seen.select("all")
    stage.settle()
    grab(screen, f"logistics-all-cars-{name}")


def test_a_new_day_counts_the_days_left_anew(screen: LogisticsScreen, stage: Stage) -> None:
    part = listed(screen, "access")
    row = next(row for row in stage.desk.ask(access_rows, stage.visit_id) if row.state is AccessState.TO_SEND)
    part.table.select(row.id)
    before = said(part)
    assert "days late" in before
    morning = datetime.now().astimezone() + timedelta(days=1)
    with clock(lambda: morning):
        stage.desk.look_at_day()
        assert said(part) != before


def said(part: ListPart) -> str:
    """Return what a screen reader hears of the current row."""
    index = part.table.currentIndex()
    cells = map(index.siblingAtColumn, range(part.table.model().columnCount()))
    return "; ".join(str(cell.data(Qt.ItemDataRole.AccessibleTextRole)) for cell in cells)

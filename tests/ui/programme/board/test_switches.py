"""Every way to a time on the programme, in the nights when clocks go forward: none takes a skipped hour."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.words import EntryKind
from app.planning.soundness import faults
from app.planning.verbs.programme import tie_entry
from app.planning.verbs.stops import create_stop
from app.planning.views.entry import entry_detail
from app.ui.desk import Desk
from app.ui.inspector.inspector import EntryInspector
from app.ui.inspector.when import WhenField
from app.ui.screens.programme.panels.days import ShiftVisit
from app.ui.screens.programme.panels.later import ShiftLater
from app.ui.screens.programme.panels.tying import TiePanel
from app.ui.screens.programme.panels.which import WhichTime
from app.ui.widgets.buttons import PlainButton
from tests.ui.planner import PARIS, add
from tests.ui.programme.board.hand import ALT, CTRL, SHIFT, BoardHand
from tests.ui.programme.board.steps import Told, everything, labels

_Key = Qt.Key
_CITIES = {PARIS: "Paris", "America/New_York": "New York"}


@dataclass(frozen=True, slots=True)
class Night:
    """A night in which the clocks of a zone go from 02:00 to 03:00, and a hand on the board that shows it."""

    hand: BoardHand
    desk: Desk
    zone: str
    day: date

    def at(self, hour: int, minute: int = 0, *, days: int = 0) -> datetime:
        """Return a wall time of the day of the switch, or of so many days after it."""
        return datetime(self.day.year, self.day.month, self.day.day, hour, minute) + timedelta(days=days)

    def add(self, start: datetime, minutes: int, **fields: object) -> str:
        """Add an entry that takes so many minutes by the clock, with the keys on the board."""
        entry = add(self.desk, "Night train", start, minutes, zone=self.zone, **fields)
        self.choose(entry)
        return entry

    def choose(self, entry: str) -> None:
        """Select an entry, with the keys on the board."""
        self.hand.screen.select(entry)
        self.hand.view.setFocus()

    def utc(self, entry: str, end: str = "start") -> datetime:
        """Return the instant of an end of an entry."""
        found: datetime = getattr(self.hand.line(entry), f"{end}_utc")
        return found

    def anchor(self) -> str:
        """Return the entry that stands in the morning after."""
        lines = self.hand.view.board.lines.values()
        return next(line.id for line in lines if line.title == "Anchor")


@pytest.fixture(params=[(PARIS, date(2024, 3, 31)), ("America/New_York", date(2024, 3, 10))])
def night(request: pytest.FixtureRequest, hand: BoardHand, desk: Desk) -> Iterator[Night]:
    zone, day = request.param
    if zone != PARIS:
        near = {"arrives_on": day - timedelta(days=3), "leaves_on": day + timedelta(days=3)}
        stop = partial(create_stop, visit_id=desk.visit_id, city=_CITIES[zone], zone=zone, **near)
        desk.do("Stop", stop)
    made = Night(hand, desk, zone, day)
    for days in (-1, 0, 1):
        add(desk, "Anchor" if not days else "Day", made.at(9, days=days), 60, zone=zone)
    yield made
    QApplication.clipboard().clear()


# What would put an entry into the hour that is skipped


def _nudge(night: Night) -> None:
    night.add(night.at(1, 30), 20)
    night.hand.hold(_Key.Key_Down, 12)
    night.hand.let_up(_Key.Key_Down)


def _nudge_by_a_day(night: Night) -> None:
    night.add(night.at(2, 30, days=-1), 20)
    night.hand.key(_Key.Key_Right)


def _drag(night: Night, *, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    entry = night.add(night.at(2, 15, days=-1), 30)
    night.hand.drag(night.hand.middle(entry), night.hand.spot(night.day, "02:45", zone=night.zone), keys)


def _pull_start(night: Night) -> None:
    entry = night.add(night.at(1), 180)
    night.hand.pull(entry, night.hand.spot(night.day, "02:30", zone=night.zone), end=False)


def _pull_end(night: Night) -> None:
    entry = night.add(night.at(0, 30), 60)
    night.hand.pull(entry, night.hand.spot(night.day, "02:30", zone=night.zone), end=True)


def _draw(night: Night) -> None:
    spot = partial(night.hand.spot, night.day, zone=night.zone)
    night.hand.drag(spot("02:15"), spot("04:00"))


def _paste_a_copy(night: Night, key: Qt.Key = _Key.Key_C) -> None:
    night.add(night.at(2, 30, days=-1), 20)
    night.hand.key(key, CTRL)
    night.choose(night.anchor())
    night.hand.key(_Key.Key_V, CTRL)


def _cell(night: Night, column: str, text: str, start: datetime) -> None:
    entry = night.add(start, 20)
    night.hand.screen.show_form("list")
    form = night.hand.screen.list()
    groups = form.bar.groups
    groups.setCurrentIndex(groups.findData("none"))  # under the headings of days, no cell has the day
    groups.activated.emit(groups.currentIndex())
    view = form.view
    assert view.edit_cell(entry, column)
    editor = view._delegate.editor
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, _Key.Key_Return)


def _shift_visit(night: Night) -> None:
    night.add(night.at(2, 30, days=-1), 20)
    night.hand.screen.commands.actions["visit"].trigger()
    panel = night.hand.screen.commands.panel
    assert isinstance(panel, ShiftVisit)
    panel.days.setText("1")
    night.hand.key(_Key.Key_Return, widget=panel.days)


_ASKING: dict[str, Callable[[Night], None]] = {
    "an arrow": _nudge,
    "an arrow by a day": _nudge_by_a_day,
    "a drag": _drag,
    "a copy by a drag": partial(_drag, keys=ALT),
    "the edge of the start": _pull_start,
    "the edge of the end": _pull_end,
    "a new entry that is drawn": _draw,
    "a copy that is pasted": _paste_a_copy,
    "what is cut and pasted": partial(_paste_a_copy, key=_Key.Key_X),
    "a cell of the start": lambda night: _cell(night, "start", "2:30", night.at(1, 15)),
    "a cell of the end": lambda night: _cell(night, "end", "2:30", night.at(1, 15)),
    "a cell of the day": lambda night: _cell(night, "day", f"{night.day:%d.%m.}", night.at(2, 30, days=-1)),
    "the visit by a day": _shift_visit,
}


@pytest.mark.parametrize("way", _ASKING)
def test_it_asks_which_time_is_meant_and_does_it_then(night: Night, way: str) -> None:
    made = len(labels(night.desk)) + ("drawn" not in way)
    _ASKING[way](night)
    panel = night.hand.screen.commands.panel
    assert isinstance(panel, WhichTime)
    words = panel.accessibleDescription()
    assert "does not exist" in words
    assert f" in {_CITIES[night.zone]}. Nearest: 01:59 or 03:00." in words
    assert [offer.words() for offer in panel.offers] == ["01:59", "03:00"]
    assert len(labels(night.desk)) == made
    before = everything(night.desk)
    panel.offers[1].click()
    QApplication.processEvents()
    assert night.hand.screen.commands.panel is None or not night.hand.screen.commands.panel.isVisible()
    if "drawn" in way:  # it is added with its title
        night.hand.title("Coffee")
    assert len(labels(night.desk)) == made + 1
    assert night.desk.ask(faults) == ()
    night.desk.undo()
    assert everything(night.desk) == before


# What is refused where it stands


def test_a_line_that_is_pasted_is_refused_with_the_nearest_times(night: Night, told: Told) -> None:
    night.choose(night.anchor())
    before = everything(night.desk)
    QApplication.clipboard().setText("02:30 Coffee")
    night.hand.key(_Key.Key_V, CTRL)
    assert everything(night.desk) == before
    assert len(told.words) == 1
    assert "02:30 does not exist" in told.words[0]
    assert told.words[0].endswith(f" in {_CITIES[night.zone]}. Nearest: 01:59 or 03:00.")


@pytest.mark.parametrize("kind", [EntryKind.MEETING, EntryKind.TRAVEL])
@pytest.mark.parametrize("end", ["start", "end"])
def test_a_field_of_an_entry_or_a_leg_offers_the_nearest(
    night: Night, qtbot: QtBot, kind: EntryKind, end: str
) -> None:
    entry = night.add(night.at(1, 15), 20, kind=kind)
    inspector = EntryInspector(night.desk)
    qtbot.addWidget(inspector)
    inspector.resize(348, 1100)
    with qtbot.waitExposed(inspector):
        inspector.show()
    inspector.show_entry(entry)
    (field,) = (each for each in inspector.form.fields() if each.column == end)
    assert isinstance(field, WhenField)
    line = field.stops()[1]
    assert isinstance(line, QLineEdit)
    before = everything(night.desk)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "02:30")
    QTest.keyClick(line, _Key.Key_Return)
    assert everything(night.desk) == before
    assert f" in {_CITIES[night.zone]}. Nearest: 01:59 or 03:00." in field.error()
    offers = [button for button in field.findChildren(PlainButton) if button.isVisible()]
    assert [offer.words() for offer in offers] == ["01:59", "03:00"]
    offers[1].click()
    assert (field.error(), getattr(night.desk.ask(entry_detail, entry), f"{end}_wall")) == ("", night.at(3))


# What goes by minutes that really pass: over the hour that is skipped, to a time that there is


def test_a_stretch_goes_on_after_the_gap(night: Night) -> None:
    entry = night.add(night.at(1), 55)
    before = night.utc(entry, "end")
    night.hand.key(_Key.Key_Down, SHIFT)
    assert night.hand.walls(entry)[1] == night.at(3)
    assert night.utc(entry, "end") - before == timedelta(minutes=5)


def test_all_later_that_day_goes_over_the_gap(night: Night) -> None:
    entry = night.add(night.at(1, 30), 20)
    before = night.utc(entry)
    night.hand.key(_Key.Key_L, CTRL)
    panel = night.hand.screen.commands.panel
    assert isinstance(panel, ShiftLater)
    panel.minutes.setText("60")
    panel.minutes.textEdited.emit("60")
    assert "01:30 → 03:30  Night train" in panel.preview.text()
    night.hand.key(_Key.Key_Return, widget=panel.minutes)
    assert night.hand.walls(entry)[0] == night.at(3, 30)
    assert night.utc(entry) - before == timedelta(hours=1)


def test_minutes_of_a_tie_go_over_the_gap(night: Night) -> None:
    train = add(night.desk, "Train", night.at(3, 30), 60, zone=night.zone)
    entry = night.add(night.at(0, 30), 20)
    night.hand.key(_Key.Key_T, CTRL)
    panel = night.hand.screen.commands.panel
    assert isinstance(panel, TiePanel)
    panel.minutes.setText("60")
    night.hand.key(_Key.Key_Return, widget=panel.minutes)
    assert night.hand.walls(entry)[0] == night.at(1, 30)
    assert night.utc(train) - night.utc(entry) == timedelta(hours=1)


def test_what_is_tied_follows_over_the_gap(night: Night) -> None:
    train = add(night.desk, "Train", night.at(4, 30), 60, zone=night.zone)
    entry = night.add(night.at(3, 30), 20)
    night.desk.do("Tie", partial(tie_entry, entry_id=entry, to_id=train, minutes=60))
    night.choose(train)
    night.hand.hold(_Key.Key_Up, 12)
    night.hand.let_up(_Key.Key_Up)
    assert [night.hand.walls(each)[0] for each in (train, entry)] == [night.at(3, 30), night.at(1, 30)]


def test_a_new_entry_after_one_that_ends_with_the_gap_starts_after_it(night: Night) -> None:
    night.add(night.at(1), 120)  # by the clock; an hour in truth
    night.hand.key(_Key.Key_N, CTRL)
    made = night.hand.title("Coffee")
    assert night.hand.walls(made) == (night.at(3), night.at(4))
    assert night.utc(made, "end") - night.utc(made) == timedelta(hours=1)

"""Times that a clock skips, or shows twice: neither is taken in silence."""

from datetime import date, datetime, timedelta
from functools import partial
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.time import to_utc
from app.planning.verbs.places import create_place
from app.planning.verbs.stops import create_stop
from app.ui.desk import Desk
from app.ui.screens.programme.board.header import DayHeader
from app.ui.screens.programme.panels.days import ShiftVisit
from app.ui.screens.programme.panels.which import WhichTime
from tests.ui.planner import PARIS, add
from tests.ui.programme.board.hand import BoardHand
from tests.ui.programme.board.steps import Told, everything, labels

SYDNEY = "Australia/Sydney"
SAT, SUN = date(2024, 3, 30), date(2024, 3, 31)  # the clocks of Paris go forward on the Sunday, at 2
LATER = date(2024, 4, 7)  # those of Sydney go back, at 3
_Key = Qt.Key


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2024, month, day, hour, minute)


def asked(hand: BoardHand) -> WhichTime:
    """Return the panel that asks which time is meant; it has the keys."""
    panel = cast("WhichTime", hand.screen.commands.panel)
    assert isinstance(panel, WhichTime)
    assert panel.isVisible()
    assert panel.offers[0].hasFocus()
    return panel


def shift_visit(hand: BoardHand, days: int) -> None:
    """Type by how many days the visit goes into its panel."""
    hand.screen.commands.actions["visit"].trigger()
    panel = hand.screen.commands.panel
    assert isinstance(panel, ShiftVisit)
    panel.days.setText(str(days))
    hand.key(_Key.Key_Return, widget=panel.days)


def test_a_drag_onto_a_skipped_hour_is_refused_and_offers_the_nearest(
    hand: BoardHand, desk: Desk, told: Told
) -> None:
    night = add(desk, "Night flight", at(3, 30, 2, 15), 30)
    before = everything(desk), labels(desk)
    start = hand.middle(night)
    hand.press(start)
    hand.move(hand.spot(SUN, "02:30"))
    assert hand.words() == ("Sun 31 Mar 02:15 does not exist: the clocks go forward",)
    assert not hand.view.ghost.carried.allowed
    hand.release()
    assert (everything(desk), labels(desk)) == before
    panel = asked(hand)
    dropped = hand.view.mapFromScene(hand.spot(SUN, "02:30"))
    assert not panel.geometry().contains(hand.view.viewport().mapTo(hand.screen, dropped))
    assert hand.screen.rect().contains(panel.geometry())
    assert panel.accessibleDescription().startswith(
        "The clocks go forward: 02:15 does not exist on Sun 31 Mar in Paris."
    )
    assert [offer.words() for offer in panel.offers] == ["01:59", "03:00"]
    assert told.words == []
    panel.offers[1].click()
    assert hand.walls(night) == (at(3, 31, 3), at(3, 31, 3, 30))
    assert labels(desk)[0] == "Move “Night flight”"
    QApplication.sendPostedEvents(None, 0)
    assert hand.view.hasFocus()


def test_a_nudge_onto_a_skipped_hour_asks_too_and_escape_leaves_all(hand: BoardHand, desk: Desk) -> None:
    night = add(desk, "Night flight", at(3, 31, 1, 30), 25)
    before = everything(desk)
    hand.screen.select(night)
    hand.view.setFocus()
    hand.hold(_Key.Key_Down, 6)
    hand.let_up(_Key.Key_Down)
    panel = asked(hand)
    hand.key(_Key.Key_Escape, widget=panel.offers[0])
    assert everything(desk) == before
    assert hand.screen.commands.panel is None or not hand.screen.commands.panel.isVisible()


def test_what_a_key_carries_over_a_skipped_hour_is_seen_at_that_hour(hand: BoardHand, desk: Desk) -> None:
    night = add(desk, "Night flight", at(3, 31, 1, 30), 25)
    hand.screen.select(night)
    hand.view.setFocus()
    hand.view.ensureVisible(hand.view.board.blocks(night)[0].rect())
    bar = hand.view.verticalScrollBar()
    before = bar.value()
    hand.hold(_Key.Key_Down, 7)  # 02:05, which there is not
    (rect,) = hand.view.ghost.carried.rects
    y = hand.view.board.measures.y
    assert (rect.top(), rect.bottom()) == pytest.approx((y(125), y(150)), abs=4)
    assert abs(bar.value() - before) < hand.view.board.measures.hour_px
    hand.view.keys.let_go()


def test_an_arrow_held_down_goes_over_the_gap(hand: BoardHand, desk: Desk) -> None:
    night = add(desk, "Night flight", at(3, 31, 1, 30), 25)
    hand.screen.select(night)
    hand.view.setFocus()
    hand.hold(_Key.Key_Down, 24)
    hand.let_up(_Key.Key_Down)
    assert hand.walls(night) == (at(3, 31, 3, 30), at(3, 31, 3, 55))


def test_an_edge_is_not_pulled_to_a_skipped_hour(hand: BoardHand, desk: Desk) -> None:
    night = add(desk, "Night flight", at(3, 31, 0, 30), 60)
    hand.drag(hand.edge(night, end=True), hand.spot(SUN, "02:30"))
    panel = asked(hand)
    assert [offer.words() for offer in panel.offers] == ["01:59", "03:00"]
    panel.offers[0].click()
    assert hand.walls(night)[1] == at(3, 31, 1, 59)


def test_a_time_that_comes_twice_is_asked_about(hand: BoardHand, desk: Desk) -> None:
    talk = add(desk, "Talk", at(4, 6, 2), 30, zone=SYDNEY)
    add(desk, "Anchor", at(4, 7, 9), 30, zone=SYDNEY)
    for number, instant in enumerate((at(4, 6, 15, 30), at(4, 6, 16, 30))):
        hand.drag(hand.middle(talk), hand.spot(LATER, "02:45", zone=SYDNEY))
        panel = asked(hand)
        assert [offer.words() for offer in panel.offers] == ["First 02:30 AEDT", "Second 02:30 AEST"]
        panel.offers[number].click()
        line = hand.line(talk)
        assert (line.start_wall, line.start_fold, line.start_utc) == (at(4, 7, 2, 30), number, instant)
        desk.undo()


def test_the_choice_holds_for_the_whole_act(hand: BoardHand, desk: Desk) -> None:
    ids = [add(desk, title, at(4, 6, 2, minute), 10, zone=SYDNEY) for title, minute in (("A", 0), ("B", 30))]
    add(desk, "Anchor", at(4, 7, 9), 30, zone=SYDNEY)
    hand.view.selection.set(ids)
    hand.view.setFocus()
    hand.key(_Key.Key_Right)
    panel = asked(hand)
    assert panel.accessibleDescription().startswith("“")
    panel.offers[1].click()
    assert [hand.line(each).start_fold for each in ids] == [1, 1]
    assert labels(desk)[0] == "Move 2 entries"


def test_what_is_drawn_in_a_skipped_hour_asks(hand: BoardHand, desk: Desk) -> None:
    hand.drag(hand.spot(SUN, "02:15"), hand.spot(SUN, "04:00"))
    asked(hand).offers[1].click()
    assert "Add an entry" not in labels(desk)
    made = hand.line(hand.title("Night"))
    assert (made.title, made.start_wall, made.end_wall) == ("Night", at(3, 31, 3), at(3, 31, 4))
    assert made.start_utc == to_utc(at(3, 31, 3), PARIS)
    assert labels(desk)[0] == "Add an entry"


def test_a_visit_put_into_the_night_of_the_switch_asks_for_each_entry_in_one_step(
    hand: BoardHand, desk: Desk, meeting: str
) -> None:
    """Two clocks are skipped in Paris, one comes twice in Sydney: three questions, one step."""
    first = add(desk, "Night flight", at(3, 24, 2, 15), 30)
    second = add(desk, "Night train", at(3, 24, 2, 30), 30)
    talk = add(desk, "Talk", at(3, 31, 2, 30), 10, zone=SYDNEY)
    before, steps = everything(desk), labels(desk)
    shift_visit(hand, 7)
    heard = set()
    for _question in range(3):
        panel = asked(hand)
        heard.add(panel.accessibleDescription().split(": ")[0])
        assert (everything(desk), labels(desk)) == (before, steps)  # nothing is done while it is asked
        panel.offers[1].click()
    assert heard == {"“Night flight”", "“Night train”", "“Talk”"}
    assert [hand.walls(each)[0] for each in (first, second)] == [at(3, 31, 3), at(3, 31, 3)]
    assert (hand.line(talk).start_wall, hand.line(talk).start_fold) == (at(4, 7, 2, 30), 1)
    assert hand.walls(meeting)[0] == at(4, 2, 10)
    assert labels(desk) == ["Shift the visit 7 days later", *steps]
    desk.undo()
    assert everything(desk) == before


def test_the_city_of_a_visit_that_is_shifted_is_the_one_that_comes_along(hand: BoardHand, desk: Desk) -> None:
    """Lyon has the clock of Paris, and the visit is there on the day that comes to be that of the switch."""
    stop = partial(create_stop, visit_id=desk.visit_id, city="Lyon", zone=PARIS)
    desk.do("Stop", partial(stop, arrives_on=date(2024, 4, 6), leaves_on=date(2024, 4, 8)))
    add(desk, "Night train", at(4, 7, 2, 30), 30)
    shift_visit(hand, -7)
    assert "does not exist on Sun 31 Mar in Lyon." in asked(hand).accessibleDescription()


def test_a_visit_stays_where_it_was_where_nobody_answers(hand: BoardHand, desk: Desk) -> None:
    add(desk, "Night flight", at(3, 24, 2, 15), 30)
    before = everything(desk), labels(desk)
    shift_visit(hand, 7)
    hand.key(_Key.Key_Escape, widget=asked(hand).offers[0])
    assert (everything(desk), labels(desk)) == before


def test_the_question_shows_all_of_its_answers(hand: BoardHand, desk: Desk) -> None:
    talk = add(desk, "Talk", at(4, 6, 2, 30), 10, zone=SYDNEY)
    add(desk, "Anchor", at(4, 7, 9), 30, zone=SYDNEY)
    hand.view.selection.set([talk])
    hand.view.setFocus()
    hand.key(_Key.Key_Right)
    panel = asked(hand)
    QApplication.processEvents()
    for button in (*panel.offers, panel.shut_button):
        assert button.width() >= button.sizeHint().width()
        assert panel.rect().contains(button.geometry())


@pytest.mark.parametrize("number", [0, 1])
def test_a_key_within_the_repeated_hour_keeps_the_pass(hand: BoardHand, desk: Desk, number: int) -> None:
    talk = add(desk, "Talk", at(4, 6, 2, 30), 10, zone=SYDNEY)
    add(desk, "Anchor", at(4, 7, 9), 30, zone=SYDNEY)
    hand.view.selection.set([talk])
    hand.view.setFocus()
    hand.key(_Key.Key_Right)
    asked(hand).offers[number].click()
    QApplication.sendPostedEvents(None, 0)
    before = hand.line(talk).start_utc
    hand.key(_Key.Key_Down)
    line = hand.line(talk)
    assert (line.start_wall, line.start_fold) == (at(4, 7, 2, 35), number)
    assert line.start_utc == before + timedelta(minutes=5)


def test_the_question_names_the_city_of_the_place_and_the_zone_where_there_is_none(
    hand: BoardHand, desk: Desk
) -> None:
    place = desk.do("Place", create_place, name="CNES Toulouse", city="Toulouse", zone=PARIS)
    add(desk, "Night", at(3, 31, 1, 30), 25, place_id=place)
    night = next(line for line in hand.view.board.lines.values() if line.title == "Night").id
    hand.drag(hand.edge(night, end=True), hand.spot(SUN, "02:30"))
    assert "on Sun 31 Mar in Toulouse." in asked(hand).accessibleDescription()
    hand.screen.commands.shut()
    talk = add(desk, "Talk", at(4, 6, 2), 30, zone=SYDNEY)
    add(desk, "Anchor", at(4, 7, 9), 30, zone=SYDNEY)
    hand.drag(hand.middle(talk), hand.spot(LATER, "02:45", zone=SYDNEY))
    assert "on Sun 7 Apr in Sydney." in asked(hand).accessibleDescription()
    hand.screen.commands.shut()
    hand.drag(hand.spot(SUN, "02:15"), hand.spot(SUN, "04:00"))
    assert "on Sun 31 Mar in Paris." in asked(hand).accessibleDescription()


def test_the_city_of_a_zone_without_one_is_named_as_over_the_day(hand: BoardHand, desk: Desk) -> None:
    talk = add(desk, "Talk", at(3, 9, 2, 15), 30, zone="America/New_York")
    switch = date(2024, 3, 10)
    hand.screen.select(talk)
    hand.view.setFocus()
    hand.key(_Key.Key_Right)
    asked_words = asked(hand).accessibleDescription()
    header = hand.pane.findChild(DayHeader)
    assert header is not None
    number = next(n for n, column in enumerate(hand.view.board.plan.columns) if column.day == switch)
    assert header.days()[number].cities == "New York"
    assert "02:15 does not exist on Sun 10 Mar in New York." in asked_words

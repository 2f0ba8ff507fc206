"""Copy, cut and paste: text that reads well in an e-mail, and entries out of one."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication

from app.domain.words import EntryKind
from app.planning.verbs.entries import edit_entry, set_parties
from app.planning.views.visits import choices
from app.ui.desk import Desk
from app.ui.screens.programme.clipboard import OURS
from tests.ui.planner import PARIS, add, make_visit
from tests.ui.programme.board.hand import CTRL, BoardHand
from tests.ui.programme.board.steps import Told, everything, labels

WED = date(2024, 3, 27)
_Key = Qt.Key


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2024, 3, day, hour, minute)


@pytest.fixture(autouse=True)
def _own_clipboard() -> Iterator[None]:
    yield
    QApplication.clipboard().clear()


def put(text: str) -> None:
    QApplication.clipboard().setText(text)


def text() -> str:
    return QApplication.clipboard().text()


def press(hand: BoardHand, letter: str) -> None:
    hand.view.setFocus()
    hand.key(getattr(_Key, f"Key_{letter}"), CTRL)


def test_a_copy_reads_well_in_an_e_mail(hand: BoardHand, desk: Desk, meeting: str, told: Told) -> None:
    add(desk, "Dinner with the director", at(27, 19, 30), 120, room="Salle 2")
    hand.view.setFocus()
    hand.key(_Key.Key_A, CTRL)
    before = labels(desk)
    press(hand, "C")
    assert text() == (
        "Tue 26 Mar · Paris · CET\n\n10:00–11:00  CNES\n\n"
        "Wed 27 Mar · Paris · CET\n\n19:30–21:30  Dinner with the director · Salle 2\n"
    )
    assert told.words == ["2 entries copied as text."]
    assert labels(desk) == before
    assert meeting in hand.view.board.lines


def test_what_is_pasted_in_its_visit_brings_what_belongs_to_it(
    hand: BoardHand, desk: Desk, meeting: str
) -> None:
    party = desk.ask(choices, desk.visit_id).parties[0].id
    desk.do("For", set_parties, meeting, party_ids=frozenset({party}))
    desk.do("Kind", lambda session: edit_entry(session, meeting, kind=EntryKind.CEREMONY))
    anchor = add(desk, "Anchor", at(28, 9))
    hand.click(hand.middle(meeting))
    press(hand, "C")
    hand.click(hand.middle(anchor))
    before = everything(desk)
    press(hand, "V")
    (copy,) = hand.view.selection.ids
    line = hand.line(copy)
    assert (line.title, line.kind, line.party_ids) == ("CNES", EntryKind.CEREMONY, frozenset({party}))
    assert hand.walls(copy) == (at(28, 10), at(28, 11))
    assert labels(desk)[0] == "Copy “CNES”"
    desk.undo()
    assert everything(desk) == before


def test_what_is_cut_stays_pale_until_it_is_pasted(hand: BoardHand, desk: Desk, meeting: str) -> None:
    anchor = add(desk, "Anchor", at(28, 9))
    hand.click(hand.middle(meeting))
    before = everything(desk)
    press(hand, "X")
    assert everything(desk) == before
    assert [block.opacity() < 1 for block in hand.view.board.blocks(meeting)] == [True]
    assert "CNES" in text()
    hand.click(hand.middle(anchor))
    press(hand, "V")
    assert hand.walls(meeting) == (at(28, 10), at(28, 11))
    assert [block.opacity() for block in hand.view.board.blocks(meeting)] == [1.0]
    assert labels(desk)[0] == "Move “CNES”"
    desk.undo()
    assert everything(desk) == before


def test_escape_forgets_what_is_cut(hand: BoardHand, meeting: str) -> None:
    hand.click(hand.middle(meeting))
    press(hand, "X")
    hand.key(_Key.Key_Escape)
    hand.key(_Key.Key_Escape)
    assert [block.opacity() for block in hand.view.board.blocks(meeting)] == [1.0]
    assert "CNES" in text()


def test_lines_of_an_e_mail_are_pasted_where_they_say(hand: BoardHand, desk: Desk, told: Told) -> None:
    put(
        "Dear all,\n\nWed 27 March\n• 9.30 – 10:45 ESA Headquarters\n"
        "Thursday, 28 March 2024:\n* 14:00 CNES, Room 4\nabout 19:00 Dinner\n\nBest regards"
    )
    before = everything(desk)
    press(hand, "V")
    found = sorted((line.order, line.title) for line in hand.view.chosen_lines())
    assert [title for _order, title in found] == ["ESA Headquarters", "CNES, Room 4", "Dinner"]
    starts = [hand.walls(line.id) for line in sorted(hand.view.chosen_lines(), key=lambda each: each.order)]
    assert starts == [
        (at(27, 9, 30), at(27, 10, 45)),
        (at(28, 14), at(28, 15)),
        (at(28, 19), at(28, 20)),
    ]
    assert labels(desk)[0] == "Paste 3 entries"
    assert told.words == ["3 entries pasted. 2 lines have no time and were left out, the first: “Dear all,”."]
    desk.undo()
    assert everything(desk) == before


def test_lines_without_a_day_are_of_the_day_of_what_is_selected(hand: BoardHand, desk: Desk) -> None:
    anchor = add(desk, "Anchor", at(28, 9), zone="Europe/London")
    hand.click(hand.middle(anchor))
    put("16:00\tCoffee")
    press(hand, "V")
    (made,) = hand.view.chosen_lines()
    assert (made.title, made.start_wall, made.start_zone) == ("Coffee", at(28, 16), "Europe/London")


@pytest.mark.parametrize("words", ["", "Nothing that has a time\nat all", "\x00\ud7ff🙂"])
def test_what_cannot_be_read_is_said_and_nothing_changes(
    hand: BoardHand, desk: Desk, told: Told, words: str
) -> None:
    put(words)
    before = everything(desk), labels(desk)
    press(hand, "V")
    assert (everything(desk), labels(desk)) == before
    assert len(told.words) == 1
    assert told.words[0].startswith(("There is no text", "Nothing was pasted"))


def test_what_another_program_puts_under_our_name_is_only_text(hand: BoardHand, desk: Desk) -> None:
    for packed in (b"", b"[]", b"{}", b'{"visit": 1, "entries": 2, "cut": 3}', b"\xff\xfe"):
        mime = QMimeData()
        mime.setText("16:00 Coffee")
        mime.setData(OURS, packed)
        QApplication.clipboard().setMimeData(mime)
        before = len(hand.view.board.lines)
        press(hand, "V")
        assert len(hand.view.board.lines) == before + 1
    assert labels(desk)[0] == "Paste 1 entry"


def test_ctrl_c_in_a_title_copies_letters(hand: BoardHand, meeting: str) -> None:
    hand.double_click(hand.middle(meeting))
    editor = hand.pane.titling.editor
    hand.key(_Key.Key_C, CTRL, editor)
    assert text() == "CNES"
    hand.key(_Key.Key_X, CTRL, editor)
    assert editor.text() == ""
    hand.key(_Key.Key_V, CTRL, editor)
    assert editor.text() == "CNES"


_titles = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "Zs"), exclude_characters="·[]"),
    min_size=1,
    max_size=20,
).filter(lambda title: title.strip() and not title.strip()[0].isdigit())


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(
        st.tuples(_titles, st.integers(0, 7), st.integers(0, 287), st.integers(1, 300)),
        min_size=1,
        max_size=4,
    )
)
def test_text_comes_back_as_it_went(
    hand: BoardHand, desk: Desk, rows: list[tuple[str, int, int, int]]
) -> None:
    """What is copied and comes back as mere text has the days, clocks, lengths and titles that it had."""
    made = [
        add(desk, title.strip(), at(25, 0) + timedelta(days=days - 20, minutes=5 * five), 5 * length)
        for title, days, five, length in rows
    ]
    hand.view.selection.set(made)
    press(hand, "C")
    put(text())
    was = sorted((hand.walls(each), hand.line(each).start_utc) for each in made)
    press(hand, "V")
    pasted = hand.view.selection.ids
    assert not set(pasted) & set(made)
    assert sorted((hand.walls(each), hand.line(each).start_utc) for each in pasted) == was
    assert all(hand.line(each).start_zone == PARIS for each in pasted)
    for _each in (*made, pasted):
        desk.undo()


def test_under_home_time_entries_are_pasted_on_the_day_at_home(hand: BoardHand, desk: Desk) -> None:
    dinner = add(desk, "Dinner", at(25, 20), 120)  # in Seoul it is the 26th, 04:00
    anchor = add(desk, "Anchor", at(28, 10))
    hand.screen.bar.clocks.select("home")
    hand.view.selection.set([dinner])
    press(hand, "C")
    hand.view.selection.set([anchor])
    press(hand, "V")
    made = hand.line(hand.screen.selected())
    assert (made.title, made.start_wall, made.start_zone) == ("Dinner", at(27, 20), PARIS)
    days = {hand.view.board.blocks(each)[0].box.piece.column for each in (made.id, anchor)}
    assert len(days) == 1
    hand.view.selection.set(())
    press(hand, "V")  # on the day in view, the first
    made = hand.line(hand.screen.selected())
    assert made.start_utc == datetime(2024, 3, 24, 19)  # there, too, at 04:00


def test_what_is_cut_is_copied_into_another_visit_and_that_is_said(
    hand: BoardHand, desk: Desk, meeting: str, told: Told
) -> None:
    here, there = desk.visit_id, desk.do("Visit", make_visit)
    hand.click(hand.middle(meeting))
    press(hand, "X")
    desk.show_visit(there)
    QApplication.processEvents()
    press(hand, "V")
    (made,) = hand.view.board.lines.values()
    assert (made.title, made.place) == ("CNES", None)
    assert told.words[-1] == "1 entry pasted. It is a copy: what was cut stays in its own visit."
    desk.show_visit(here)
    QApplication.processEvents()
    assert [block.opacity() for block in hand.view.board.blocks(meeting)] == [1.0]

"""A meeting once it is over: outcomes, record and readout from the notes, what the next takes over."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from app.domain.words import Marking, Outcome
from app.planning.verbs.agenda import edit_agenda_item
from app.planning.verbs.decisions import add_decision
from app.planning.verbs.entries import edit_entry
from app.planning.verbs.records import add_record_point, create_record
from app.planning.views.meeting import meeting
from app.planning.views.next_meetings import next_meetings
from app.planning.views.record import RecordAt, record_at
from app.ui.screens.meetings.follow_up_pane import FollowUpPane
from app.ui.screens.meetings.phases import FOLLOW_UP, RUN
from app.ui.screens.meetings.screen import MeetingsScreen
from app.ui.theme.style import apply_theme
from tests.helpers.planner import contents
from tests.ui.meetings.rooms import desk_of, open_page, room, settle

NASA = "National Aeronautics and Space Administration"


@pytest.fixture
def screen(qapp: QApplication, tmp_path: Path) -> Iterator[MeetingsScreen]:
    apply_theme(qapp, "light")
    with room(tmp_path, size=(1200, 800)) as made:
        made.activateWindow()
        open_page(made)
        made.page.phases.select(FOLLOW_UP)
        settle()
        yield made


@pytest.fixture
def pane(screen: MeetingsScreen) -> FollowUpPane:
    return screen.page.late.record.follow_up


def record(screen: MeetingsScreen) -> RecordAt:
    return desk_of(screen).ask(record_at, screen.page.entry_id)


def note(screen: MeetingsScreen, text: str, at: int = 0) -> None:
    entry, item = screen.page.entry_id, record(screen).items[at].id
    desk_of(screen).do("Note", partial(add_record_point, entry_id=entry, text=text, agenda_item_id=item))


def test_an_outcome_is_chosen_and_noted_in_place(screen: MeetingsScreen, pane: FollowUpPane) -> None:
    before = desk_of(screen).ask(contents)
    row = pane.outcomes.rows()[1]
    box = row.outcome.editor
    assert isinstance(box, QComboBox)
    box.setFocus()
    QTest.keyClicks(box, "Con")
    QTest.keyClick(box, Qt.Key.Key_Return)
    box.activated.emit(box.currentIndex())
    row.note.words.setFocus()
    QTest.keyClicks(row.note.words, "After the budget.")
    pane.record.memorandum.words.setFocus()
    item = record(screen).items[1]
    assert (item.outcome, item.outcome_note) == (Outcome.CONTINUED, "After the budget.")
    for _step in range(2):
        desk_of(screen).undo()
    assert desk_of(screen).ask(contents) == before


def test_the_record_is_drafted_over_what_was_typed_and_undo_brings_that_back(
    qtbot: QtBot, screen: MeetingsScreen, pane: FollowUpPane
) -> None:
    note(screen, "They will mirror the archive.")
    words = pane.record.memorandum.words
    words.setFocus()
    words.selectAll()
    QTest.keyClicks(words, "My own words.")
    QTest.mouseClick(pane.record.draft_memorandum, Qt.MouseButton.LeftButton)
    panel = pane.record.memorandum_draft
    assert panel.isVisibleTo(screen)
    assert "- They will mirror the archive." in panel.words.text()
    assert record(screen).memorandum == "My own words."
    panel.cross.click()
    assert panel.isHidden()
    QTest.mouseClick(pane.record.draft_memorandum, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(screen.told) as told:
        panel.replace.click()
    assert told.args == ["Drafted from the notes.", True]
    assert "- They will mirror the archive." in words.toPlainText()
    assert record(screen).memorandum == words.toPlainText()
    desk_of(screen).undo()
    assert words.toPlainText() == record(screen).memorandum == "My own words."
    desk_of(screen).redo()
    assert "mirror" in words.toPlainText()


def test_what_is_new_in_a_draft_is_added_below_what_was_edited(
    screen: MeetingsScreen, pane: FollowUpPane
) -> None:
    desk, entry = desk_of(screen), screen.page.entry_id
    for made in ("memorandum", "readout"):
        desk.do("Empty", partial(create_record, entry_id=entry, **{made: ""}))
        getattr(pane.record, f"draft_{made}").click()  # nothing stood there: it is written at once
        edited = getattr(record(screen), made).replace("met", "was glad to meet") + "\nMy own words."
        desk.do("Edit", partial(create_record, entry_id=entry, **{made: edited}))
        text = f"New for the {made}."
        desk.do("D", partial(add_decision, entry_id=entry, text=text, marking=Marking.PUBLIC))
        getattr(pane.record, f"draft_{made}").click()
        getattr(pane.record, f"{made}_draft").add.click()
        found = getattr(record(screen), made)
        assert found.startswith(edited.rstrip())
        assert text in found.removeprefix(edited)
        assert all(found.count(line) == 1 for line in found.splitlines() if line.startswith("- "))


@pytest.mark.parametrize("column", ["memorandum", "present"])
def test_a_draft_never_lowers_the_marking_of_a_record(
    screen: MeetingsScreen, pane: FollowUpPane, column: str
) -> None:
    desk = desk_of(screen)
    marking = Marking.CONFIDENTIAL
    desk.do("Mark", partial(create_record, entry_id=screen.page.entry_id, marking=marking, **{column: "x"}))
    QTest.mouseClick(pane.record.draft_memorandum, Qt.MouseButton.LeftButton)
    if column == "memorandum":  # the draft is shown beside what stands there already
        pane.record.memorandum_draft.replace.click()
    assert record(screen).memorandum not in {"", "x"}
    assert record(screen).marking is marking
    assert pane.record.memorandum.badge.text() == "CONFIDENTIAL"


def test_a_readout_has_no_words_above_its_marking(
    qtbot: QtBot, screen: MeetingsScreen, pane: FollowUpPane
) -> None:
    desk = desk_of(screen)
    for text, marking in (("A group meets.", Marking.PUBLIC), ("At any price.", Marking.CONFIDENTIAL)):
        desk.do("D", partial(add_decision, entry_id=screen.page.entry_id, text=text, marking=marking))
    with qtbot.waitSignal(screen.told) as told:
        QTest.mouseClick(pane.record.draft_readout, Qt.MouseButton.LeftButton)
    assert told.args == [
        "Drafted, without 1 line that is not public.",
        True,
    ]
    assert "- A group meets." in record(screen).readout
    assert "At any price" not in record(screen).readout
    desk.do("Mark", edit_entry, screen.page.entry_id, marking=Marking.RESTRICTED)
    before = record(screen).readout
    with qtbot.waitSignal(screen.told) as told:
        QTest.mouseClick(pane.record.draft_readout, Qt.MouseButton.LeftButton)
    assert told.args == ["This meeting is marked too highly for a readout.", False]
    assert record(screen).readout == before


def test_it_says_who_may_read_the_readout_and_leads_to_what_keeps_others_from_it(
    qtbot: QtBot, screen: MeetingsScreen, pane: FollowUpPane
) -> None:
    desk, entry, readers = desk_of(screen), screen.page.entry_id, pane.record.readers

    def mark(**fields: Any) -> list[str]:
        desk.do("Mark", partial(edit_entry, entry_id=entry, **fields))
        return readers.words.text().splitlines()

    assert mark(marking=Marking.OFFICIAL_USE, share_with_host=False) == [
        f"Not for {NASA} yet: the meeting is not shared with its host. Share it there.",
        "Not for the public yet: the meeting is marked OFFICIAL USE. Mark it lower there.",
    ]
    with qtbot.waitSignal(screen.go) as gone:
        QTest.mouseClick(readers.button, Qt.MouseButton.LeftButton)
    assert gone.args == ["entry", entry]
    assert mark(marking=Marking.PUBLIC, share_with_host=True) == [
        f"{NASA} may read this readout.",
        "Not for the public yet: the readout is marked OFFICIAL USE. Mark it lower here.",
    ]
    assert not readers.button.isVisible()
    desk.do("Mark", partial(create_record, entry_id=entry, readout_marking=Marking.PUBLIC))
    assert readers.words.text().endswith("The public may read this readout.")


def test_a_decision_leads_to_where_it_was_noted_and_an_action_to_its_room(
    qtbot: QtBot, screen: MeetingsScreen, pane: FollowUpPane
) -> None:
    desk, entry, item = desk_of(screen), screen.page.entry_id, record(screen).items[2].id
    desk.do("D", partial(add_decision, entry_id=entry, text="A group meets.", agenda_item_id=item))
    promised = next(row for row in pane.outcomes.rows() if row.promises.stops())
    link = promised.promises.stops()[0]
    with qtbot.waitSignal(screen.go) as gone:
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert gone.args is not None
    assert gone.args[0] == "action"
    decided = pane.outcomes.rows()[2]._links[-1]
    assert decided.words() == "A group meets."
    QTest.mouseClick(decided, Qt.MouseButton.LeftButton)
    assert screen.page.phases.current() == RUN
    assert screen.page.late.record.run.agenda.current_id() == item


def test_the_next_meeting_takes_over_what_is_continued(
    qtbot: QtBot, screen: MeetingsScreen, pane: FollowUpPane
) -> None:
    desk, entry = desk_of(screen), screen.page.entry_id
    (after,) = desk.ask(next_meetings, entry)
    assert pane.next.box.currentText().startswith("Goddard Space Flight Center · Wed 24 Jan 2024")
    assert pane.next.ticks() == []
    there = {item.topic_id for item in desk.ask(meeting, after.id).items}
    item = next(each for each in record(screen).items if each.topic_id not in there)
    assert item.id is not None
    desk.do("Continue", edit_agenda_item, item.id, outcome=Outcome.CONTINUED)
    for other, outcome in zip(record(screen).items, (Outcome.DROPPED, Outcome.AGREED), strict=False):
        if other.id != item.id:
            desk.do("Drop", edit_agenda_item, other.id or "", outcome=outcome)
    (tick,) = pane.next.ticks()
    assert (tick.accessibleName(), tick.isChecked()) == (item.heading, True)
    before = desk.ask(contents)
    with qtbot.waitSignal(screen.told) as told:
        QTest.mouseClick(pane.next.take, Qt.MouseButton.LeftButton)
    assert told.args == ["1 item taken over.", True]
    assert desk.ask(meeting, after.id).items[-1].topic_id == item.topic_id
    assert pane.next.ticks() == []
    pane.next._take_over()  # once more: nothing is there to take
    assert len(desk.ask(meeting, after.id).items) == len(there) + 1
    desk.undo()
    assert desk.ask(contents) == before
    assert len(pane.next.ticks()) == 1
    with qtbot.waitSignal(screen.go) as gone:
        QTest.mouseClick(pane.next.open, Qt.MouseButton.LeftButton)
    assert gone.args == ["meeting", after.id]


def test_where_nothing_follows_it_says_so(screen: MeetingsScreen, pane: FollowUpPane) -> None:
    open_page(screen, "MPE — Einstein Probe")
    screen.page.phases.select(FOLLOW_UP)
    assert pane.next.said() == "No later meeting with them is planned yet."
    assert not pane.next.open.isVisibleTo(screen)


def test_a_half_typed_record_is_kept_at_a_pause(
    qtbot: QtBot, screen: MeetingsScreen, pane: FollowUpPane
) -> None:
    words = pane.record.memorandum.words
    words.setFocus()
    QTest.keyClicks(words, "Half a")
    with qtbot.waitSignal(desk_of(screen).unfinished, timeout=1000):
        pass
    kept = desk_of(screen).draft(f"entry/{screen.page.entry_id}/memorandum")
    assert kept is not None
    assert "Half a" in kept

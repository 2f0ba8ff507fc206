"""What they still owe us, offered in the inspector of an entry and on the page of a meeting."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.words import Marking, Outcome, Side
from app.planning.verbs.actions import create_action
from app.planning.verbs.agenda import add_agenda_item, edit_agenda_item
from app.planning.verbs.entries import create_entry, edit_entry
from app.planning.views.entry import entry_detail
from app.planning.views.visits import the_visit
from app.planning.workspace import Workspace
from app.ui.desk import Desk
from app.ui.inspector.inspector import EntryInspector
from app.ui.inspector.links import LinkButton
from app.ui.inspector.offered import OfferedPanel
from app.ui.theme.style import apply_theme
from app.ui.widgets.buttons import IconButton
from tests.helpers.planner import VISIT, at, contents, planner
from tests.ui.meetings.rooms import desk_of, meeting_of, open_page, room

LATE = date.today() - timedelta(days=3)  # noqa: DTZ011 - as the panel has it


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> None:
    apply_theme(qapp, "light")


@contextmanager
def desk(folder: Path, *, read_only: bool = False) -> Iterator[Desk]:
    opened = Desk(Workspace.open(planner(folder, "small"), writable=not read_only))
    opened.show_visit(opened.ask(the_visit, None))
    try:
        yield opened
    finally:
        opened.close()


def meet(at_desk: Desk, day: int, host: str | None = "org") -> str:
    verb = partial(create_entry, visit_id=VISIT, title="Talks", host_organisation_id=host)
    verb = partial(verb, start_wall=at(day, 9), end_wall=at(day, 10))
    return at_desk.do("New", partial(verb, start_zone="Europe/Paris", end_zone="Europe/Paris"))


def promise(at_desk: Desk, text: str) -> str:
    owed = partial(create_action, visit_id=VISIT, text=text, owed_by=Side.HOST, due_on=LATE)
    return at_desk.do("P", partial(owed, owner_organisation_id="org", marking=Marking.OFFICIAL_USE))


@contextmanager
def inspector(at_desk: Desk, entry_id: str) -> Iterator[EntryInspector]:
    made = EntryInspector(at_desk)
    made.resize(348, 900)
    made.show()
    made.show_row(entry_id)
    QApplication.processEvents()
    try:
        yield made
    finally:
        made.close()
        made.deleteLater()


def links(panel: OfferedPanel) -> list[str]:
    return [link.words() for link in panel.findChildren(LinkButton) if link.isVisible()]


def takes(panel: OfferedPanel) -> list[IconButton]:
    return [button for button in panel.findChildren(IconButton) if button.isVisible()]


def agenda(at_desk: Desk, entry_id: str) -> list[str]:
    return [item.title for item in at_desk.ask(entry_detail, entry_id).agenda]


def test_what_they_owe_is_offered_as_soon_as_the_host_is_set_and_taken_over(tmp_path: Path) -> None:
    with desk(tmp_path) as opened:
        promise(opened, "Send the terms")
        entry = meet(opened, 10, host=None)
        with inspector(opened, entry) as shown:
            panel = shown.form.offered
            assert not panel.isVisible()
            opened.do("Host", partial(edit_entry, entry_id=entry, host_organisation_id="org"))
            assert links(panel) == ["Send the terms"]
            (take,) = takes(panel)
            assert take.accessibleName() == "Take “Send the terms” over into the agenda"
            before = opened.ask(contents)
            told: list[tuple[str, bool]] = []
            shown.told.connect(lambda words, undo: told.append((words, undo)))
            take.setFocus()
            QTest.keyClick(take, Qt.Key.Key_Space)
            assert told == [("1 item taken over into the agenda.", True)]
            assert agenda(opened, entry) == ["Send the terms"]
            assert takes(panel) == []
            opened.undo()
            assert opened.ask(contents) == before
            assert len(takes(panel)) == 1


def test_all_is_taken_over_in_one_step_what_was_continued_too(tmp_path: Path) -> None:
    with desk(tmp_path) as opened:
        earlier = meet(opened, 9)
        item = opened.do("I", partial(add_agenda_item, entry_id=earlier, title="Dates"))
        end = partial(edit_agenda_item, agenda_item_id=item, outcome=Outcome.CONTINUED)
        opened.do("O", end)
        promised = promise(opened, "Send the terms")
        entry = meet(opened, 10)
        with inspector(opened, entry) as shown:
            panel = shown.form.offered
            went: list[tuple[str, str]] = []
            shown.go.connect(lambda kind, row_id: went.append((kind, row_id)))
            for link in panel.findChildren(LinkButton):
                QTest.mouseClick(link, Qt.MouseButton.LeftButton)
            assert went == [("action", promised), ("meeting", earlier)]
            before = opened.ask(contents)
            QTest.mouseClick(panel.take_all, Qt.MouseButton.LeftButton)
            assert agenda(opened, entry) == ["Send the terms", "Dates"]
            assert links(panel) == ["Send the terms"]
            opened.undo()
            assert opened.ask(contents) == before
            shown.offer_page(offered=False)
            assert not panel.isVisible()


def test_the_page_of_a_meeting_offers_it_and_the_agenda_shows_it(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        shown = open_page(screen, "NASA Headquarters — bilateral")
        at_desk, text = desk_of(screen), "Send the <b>terms</b> & dates"
        visit = partial(create_action, visit_id=shown.entry.visit_id, text=text, owed_by=Side.HOST)
        at_desk.do("P", partial(visit, owner_organisation_id=shown.entry.host_organisation_id))
        panel = screen.page.prepared.offered
        assert text in links(panel)
        place = links(panel).index(text)
        QTest.mouseClick(takes(panel)[place], Qt.MouseButton.LeftButton)
        assert meeting_of(screen).items[-1].heading == text


def test_in_a_file_that_is_only_read_nothing_is_taken_over(tmp_path: Path) -> None:
    with desk(tmp_path) as opened:
        promise(opened, "One")
        promise(opened, "Two")
        entry = meet(opened, 10)
    reading = Desk(Workspace.open(tmp_path / "visit.aide", writable=False))
    reading.show_visit(reading.ask(the_visit, None))
    with inspector(reading, entry) as shown:
        panel = shown.form.offered
        assert links(panel) == ["One", "Two"]
        assert takes(panel) == []
        assert not panel.take_all.isVisible()
    reading.close()

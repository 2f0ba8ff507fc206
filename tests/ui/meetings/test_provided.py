"""Interpreters, gifts and files on the page of a meeting: booked, noted and reached from there."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.planning.verbs.attachments import add_attachment
from app.planning.verbs.entries import create_entry
from app.planning.verbs.interpreters import create_interpreter_booking, edit_interpreter_booking
from app.planning.views.logistics import entry_gifts, entry_interpreters
from app.ui.screens.meetings.provided import ProvidedCard
from app.ui.screens.meetings.screen import MeetingsScreen
from app.ui.theme.style import apply_theme
from app.ui.widgets.labels import MutedLabel
from tests.helpers.pictures import grab
from tests.ui.meetings.rooms import desk_of, meeting_of, open_page, room, settle

_LEFT = Qt.MouseButton.LeftButton
LONG = "Raumfahrtausrüstungsgegenstandsmodell aus Perlmutt 자개로 만든 우주선 모형"


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> None:
    apply_theme(qapp, "light")


def said(card: ProvidedCard) -> list[str]:
    return [label.text() for label in card.findChildren(MutedLabel) if not label.isHidden()]


def asked_for(screen: MeetingsScreen) -> list[tuple[str, str]]:
    """Return what is to be shown beside the page from now on, as it grows."""
    wanted: list[tuple[str, str]] = []
    screen.selected.connect(lambda kind, row_id: wanted.append((kind, row_id)))
    return wanted


def test_an_interpreter_is_booked_for_the_meeting_and_the_booking_is_opened(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        entry, card, desk = open_page(screen).entry, screen.page.prepared.provided, desk_of(screen)
        before = desk.ask(entry_interpreters, entry.id)
        created: list[tuple[str, str]] = []
        screen.created.connect(lambda kind, row_id: created.append((kind, row_id)))
        QTest.mouseClick(card.book, _LEFT)
        (new,) = [row for row in desk.ask(entry_interpreters, entry.id) if row not in before]
        assert created == [("interpreter_booking", new.id)]
        assert new.hours == entry.minutes / 60
        assert "Nobody yet" in card.interpreters.stops()[-1].property("text")
        edit = partial(edit_interpreter_booking, from_language="ko", to_language="en", hours=1.5)
        desk.do("Edit", partial(edit, interpreter_booking_id=new.id))
        assert "Korean → English · Consecutive · 1.5 h · documents not sent" in said(card)
        desk.undo()
        desk.undo()
        assert desk.ask(entry_interpreters, entry.id) == before


def test_who_is_wanted_elsewhere_at_the_same_time_is_said(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        entry, card, desk = open_page(screen).entry, screen.page.prepared.provided, desk_of(screen)
        (booked,) = desk.ask(entry_interpreters, entry.id)
        walls = {"start_wall": entry.start_wall, "end_wall": entry.end_wall}
        zones = {"start_zone": entry.start_zone, "end_zone": entry.end_zone}
        call = partial(create_entry, visit_id=entry.visit_id, title="Press call")
        other = desk.do("Call", partial(call, **walls, **zones))
        assert not any("At the same time" in words for words in said(card))
        desk.do("Book", partial(create_interpreter_booking, entry_id=other, member_id=booked.member_id))
        assert any(words.endswith("At the same time at Press call") for words in said(card))
        desk.undo()
        assert not any("At the same time" in words for words in said(card))


def test_a_gift_is_typed_and_led_to_and_the_agenda_leads_back(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        entry, card, desk = open_page(screen).entry, screen.page.prepared.provided, desk_of(screen)
        wanted = asked_for(screen)
        QTest.keyClicks(card.gift, "Model of Nuri")
        QTest.keyClick(card.gift, Qt.Key.Key_Return)
        gift = desk.ask(entry_gifts, entry.id)[-1]
        assert (gift.description, gift.organisation) == ("Model of Nuri", "NASA")
        step = desk.next_undo()
        assert step is not None
        assert step.label == f"Add a gift to “{entry.title}”"
        QTest.mouseClick(card.gifts.stops()[-1], _LEFT)
        assert wanted == [("gift", gift.id)]
        screen.page.prepared.agenda.view.setCurrentIndex(screen.page.prepared.agenda.view.model().index(1, 0))
        assert wanted[-1] == ("entry", entry.id)
        desk.undo()
        assert gift.id not in {row.id for row in desk.ask(entry_gifts, entry.id)}


def test_what_is_typed_of_a_gift_is_kept_with_its_meeting(tmp_path: Path) -> None:
    with room(tmp_path) as screen:
        entry, card, desk = open_page(screen).entry, screen.page.prepared.provided, desk_of(screen)
        QTest.keyClicks(card.gift, "Half a gi")
        card.gift.pause()
        assert desk.draft(f"entry/{entry.id}/new_gift") == "Half a gi"


def test_a_reader_sees_all_and_adds_nothing(tmp_path: Path) -> None:
    with room(tmp_path, read_only=True) as screen:
        open_page(screen)
        card = screen.page.prepared.provided
        assert card.interpreters.stops()
        assert not any(part.isVisible() for part in (card.book, card.gift, card.files.add))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_drawn_with_long_names_in_both_themes(qapp: QApplication, tmp_path: Path, scheme: str) -> None:
    apply_theme(qapp, "dark" if scheme == "dark" else "light")
    with room(tmp_path, size=(884, 830)) as screen:
        entry, desk = open_page(screen).entry, desk_of(screen)
        verb = partial(add_attachment, name=f"{LONG}.pdf", data=b"%PDF", media_type="application/pdf")
        desk.do("Add", partial(verb, visit_id=entry.visit_id, entry_id=entry.id))
        card = screen.page.prepared.provided
        card.gift.setText(LONG)
        QTest.keyClick(card.gift, Qt.Key.Key_Return)
        settle()
        grab(card, f"meeting-provided-{scheme}")
        assert meeting_of(screen).entry.id == entry.id
        for child in (*card.gifts.stops(), card.gift, card.files):
            assert child.mapTo(card, child.rect().topRight()).x() < card.width()

"""How the room looks, light and dark, wide and narrow: pictures to be looked at."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea

from app.planning.new_topic import put_new_topic
from app.planning.verbs.agenda import add_agenda_item, edit_agenda_item
from app.planning.verbs.entries import edit_entry
from app.planning.verbs.points import add_talking_point
from app.planning.verbs.topics import edit_topic
from app.ui.screens.meetings.phases import phases
from app.ui.screens.meetings.screen import MeetingsScreen
from app.ui.theme.style import apply_theme
from tests.helpers.pictures import grab
from tests.ui.meetings.rooms import desk_of, meeting_of, open_page, room, settle

SIZES = {"1440": (884, 830), "1024": (968, 630), "narrow": (520, 700)}
GERMAN = "Weltraumwettervorhersagezusammenarbeitsvereinbarung mit der Bundesluftfahrtbehörde"
HANGUL = "대한민국우주항공청과유럽우주국사이의심우주통신협력에관한양해각서체결준비"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_the_room_is_laid_out_without_spilling(
    qapp: QApplication, tmp_path: Path, scheme: str, size: str
) -> None:
    apply_theme(qapp, "dark" if scheme == "dark" else "light")
    with room(tmp_path, size=SIZES[size]) as screen:
        screen.list.table.selectRow(0)
        grab(screen, f"meetings-{size}-{scheme}")
        open_page(screen)
        _look_at_page(screen, f"{size}-{scheme}")
    apply_theme(qapp, "light")


@pytest.mark.parametrize("size", SIZES)
def test_long_words_and_hangul_stay_within(qapp: QApplication, tmp_path: Path, size: str) -> None:
    apply_theme(qapp, "light")
    with room(tmp_path, size=SIZES[size]) as screen:
        entry = open_page(screen).entry
        desk = desk_of(screen)
        desk.do("Title", edit_entry, entry.id, title=GERMAN, room=HANGUL)
        item = desk.do("Topic", partial(put_new_topic, entry_id=entry.id, title=GERMAN))
        desk.do("Minutes", edit_agenda_item, item, minutes=90)
        desk.do("Heading", partial(add_agenda_item, entry_id=entry.id, title=HANGUL))
        topic_id = meeting_of(screen).items[-2].topic_id
        assert topic_id is not None
        desk.do("Words", edit_topic, topic_id, objective=f"{HANGUL} {GERMAN}", red_line=HANGUL)
        for text in (GERMAN, HANGUL):
            desk.do("Say", partial(add_talking_point, agenda_item_id=item, text=text))
        screen.page.prepared.agenda.view.select(item)
        settle()
        assert "over the slot" in screen.page.prepared.agenda.clock
        _look_at_page(screen, f"{size}-long")
        for row in screen.page.prepared.item.points.rows():
            assert row.height() >= row.field.words.minimumHeight()


def _look_at_page(screen: MeetingsScreen, name: str) -> None:
    settle()
    page = screen.page
    shown = [(page.parts, "agenda"), (page.parts, "brief")]
    shown += [(page.phases, phase) for phase, _words in phases()]
    for control, part in shown:
        control.select(part)
        settle()
        grab(screen, f"meeting-{part}-{name}")
        assert screen.page.minimumSizeHint().width() <= screen.width()
        for area in screen.findChildren(QScrollArea):
            if area.isVisibleTo(screen):  # nothing is wider than what can be seen of it
                inside = area.widget()
                assert inside is not None
                assert inside.width() <= area.viewport().width()

"""What the room looks like, in both themes: long German names, Hangul, at the least width."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.planning.verbs.organisations import edit_organisation
from app.planning.verbs.persons import create_person, edit_person
from app.planning.verbs.pictures import set_picture
from app.planning.verbs.posts import create_post
from app.ui.desk import Desk
from app.ui.theme.style import Scheme, apply_theme
from tests.helpers.pictures import grab
from tests.ui.people.asking import organisation, png
from tests.ui.people.conftest import MakeRoom


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_room_in_both_themes(
    people_desk: Desk, make_room: MakeRoom, qapp: QApplication, qtbot: QtBot, theme: Scheme
) -> None:
    desk = people_desk
    apply_theme(qapp, theme)
    names = {"family_name": "Wunderlich-Oberleitner", "given_name": "Hans-Joachim Friedrich"}
    person = desk.do("Add", create_person, **names, native_name="한스요아힘")
    space_agency = organisation(desk, "MPE")
    title = "Leiter der Abteilung für extraterrestrische Physik und Weltraumwissenschaften"
    desk.do("Post", create_post, person, organisation_id=space_agency, title=title, rank=3)
    picture = png(QImage(300, 400, QImage.Format.Format_RGB32), QColor("#88aacc"))
    desk.do("Picture", set_picture, person, data=picture, media_type="image/png")
    twin = desk.do("Add", create_person, **names, biography="Physiker.", diet="vegan")
    desk.do("Order", edit_person, twin, email="w@example.org")
    desk.do("Profile", edit_organisation, space_agency, profile="Forscht über Röntgenstrahlen. " * 6)
    room = make_room()
    screen = room.screen_
    screen.reveal("person", person)
    screen.look_for_duplicates()
    qtbot.wait(100)  # cards within cards are laid out in turns
    grab(room, f"people-persons-{theme}")
    assert screen.lists["person"].duplicates.isVisible()
    room.sheet.restricted.show_fields()
    room.resize(1024, 1700)
    grab(room, f"people-restricted-{theme}")
    room.resize(1024, 700)
    screen.show_duplicates()
    grab(room, f"people-merge-{theme}")
    screen.show_list("organisation")
    screen.reveal("organisation", organisation(desk, "NASA"))
    qtbot.wait(100)
    grab(room, f"people-organisations-{theme}")
    screen.open_page(organisation(desk, "NASA"))
    room.resize(1232, 1400)
    grab(room, f"people-page-{theme}")
    screen.open_page(space_agency)
    room.resize(1024, 700)
    qtbot.wait(100)
    grab(room, f"people-page-narrow-{theme}")
    for widget in (screen.page, screen.merging):
        assert widget.minimumSizeHint().width() <= 1024 - 348

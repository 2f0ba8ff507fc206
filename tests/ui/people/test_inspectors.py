"""A person's fields, posts, picture and restricted part; an organisation's fields: by mouse and keys."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.planning.verbs.documents import create_travel_document
from app.planning.verbs.persons import create_person, edit_person
from app.ui.desk import Desk
from app.ui.forms.field import Field
from app.ui.forms.sheet import Sheet
from app.ui.inspector.documents import DocumentSheet
from tests.helpers.planner import contents
from tests.ui.people.asking import ids, organisation, png, row
from tests.ui.people.conftest import MakeRoom
from tests.ui.people.room import Room
from tests.ui.people.test_screen import everything_shown
from tests.ui.windows import Answers

KEY = Qt.Key


def _field(sheet: Sheet, column: str) -> Field:
    return next(field for field in sheet.fields() if field.column == column)


def _type(field: Field, text: str) -> None:
    field.editor.setFocus()
    QTest.keyClick(field.editor, KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field.editor, text)
    QTest.keyClick(field.editor, KEY.Key_Tab)


def _click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def _show(desk: Desk, make_room: MakeRoom) -> tuple[Room, str]:
    person = desk.do("Add", create_person, family_name="Nakamura", given_name="Yuki")
    room = make_room()
    room.screen_.reveal("person", person)
    return room, person


def test_a_post_is_added_mended_and_removed(people_desk: Desk, make_room: MakeRoom) -> None:
    desk = people_desk
    room, person = _show(desk, make_room)
    before = desk.ask(contents)
    sheet = room.sheet
    _click(sheet.posts.stops()[-1])
    assert sheet.new_post.isVisible()
    assert sheet.new_post.hasFocus()
    QTest.keyClicks(sheet.new_post, "max planck inst")
    QTest.keyClick(sheet.new_post, KEY.Key_Return)
    (post,) = ids(desk, "post", person_id=person)
    assert row(desk, "post", post)["organisation_id"] == organisation(desk, "MPE")
    card = sheet.posts.card(post)
    title = _field(card.sheet, "title")
    assert title.editor.hasFocus()
    _type(title, "Direktorin")
    _type(_field(card.sheet, "rank"), "0")
    assert _field(card.sheet, "rank").error()
    assert _field(card.sheet, "rank").text() == "0"
    _type(_field(card.sheet, "rank"), "7")
    _type(_field(card.sheet, "starts_on"), "2020-05-01")
    _type(_field(card.sheet, "ends_on"), "2019-05-01")
    assert _field(card.sheet, "ends_on").error() == "The last day must not come before the first."
    stored = row(desk, "post", post)
    assert (stored["title"], stored["rank"], stored["starts_on"]) == ("Direktorin", 7, date(2020, 5, 1))
    assert stored["ends_on"] is None
    assert room.screen_.lists["person"].table.row(person).title == "Direktorin"
    _click(card.stops()[-1])
    assert ids(desk, "post", person_id=person) == []
    assert room.told[-1] == ("Removed the post “Direktorin” of Yuki Nakamura.", True)
    while desk.ask(contents) != before:
        assert desk.undo() is not None
    assert ids(desk, "post", person_id=person) == []


def test_a_post_at_an_organisation_that_is_missing_is_one_step(
    people_desk: Desk, make_room: MakeRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = people_desk
    room, person = _show(desk, make_room)
    before = desk.ask(contents)
    box = room.sheet.new_post
    _click(room.sheet.posts.stops()[-1])
    QTest.keyClicks(box, "Orbit Works")
    with monkeypatch.context() as patched:
        patched.setattr("app.ui.inspector.by_name.create_organisation", lambda _session, name: f"no {name}")
        QTest.keyClick(box, KEY.Key_Return)
    assert (box.isVisible(), box.text(), len(room.told)) == (True, "Orbit Works", 1)
    assert desk.ask(contents) == before
    for key in (KEY.Key_Down, KEY.Key_Return):
        QTest.keyClick(box, key)
    (post,) = ids(desk, "post", person_id=person)
    assert row(desk, "organisation", row(desk, "post", post)["organisation_id"])["name"] == "Orbit Works"
    assert (box.isVisible(), box.text()) == (False, "")
    assert _field(room.sheet.posts.card(post).sheet, "title").editor.hasFocus()
    desk.undo()
    assert desk.ask(contents) == before


def _another(desk: Desk, person_id: str) -> str:
    return next(each for each in ids(desk, "person") if each != person_id)


def test_restricted_fields_are_shown_on_demand_and_go_again(people_desk: Desk, make_room: MakeRoom) -> None:
    desk = people_desk
    room, person = _show(desk, make_room)
    desk.do("Edit", edit_person, person, diet="no shellfish at all")
    desk.do("Passport", create_travel_document, person, number="M7654321")
    part = room.sheet.restricted
    assert "shellfish" not in everything_shown(room)
    assert "M7654321" not in everything_shown(room)
    _click(part.button)
    assert "shellfish" in everything_shown(room)
    assert part.sheet is not None
    _type(_field(part.sheet, "born_on"), "1975-12-24")
    (document,) = ids(desk, "travel_document", person_id=person)
    card = part.sheet.documents.card(document)
    _type(_field(card.sheet, "expires_on"), "2031-01-31")
    assert row(desk, "person", person)["born_on"] == date(1975, 12, 24)
    assert row(desk, "travel_document", document)["expires_on"] == date(2031, 1, 31)
    step = desk.next_undo()
    assert step is not None
    assert "M7654321" not in step.label
    room.screen_.reveal("person", _another(desk, person))
    assert not part.is_shown
    room.screen_.reveal("person", person)
    assert not part.is_shown
    assert "shellfish" not in everything_shown(room)
    assert "M7654321" not in everything_shown(room)


def test_what_no_passport_and_no_letter_can_say_is_refused_at_its_field(
    people_desk: Desk, make_room: MakeRoom
) -> None:
    room, person = _show(people_desk, make_room)
    wrong = (
        ("email", "not an address", "Write one e-mail address, such as name@example.org."),
        ("languages", "klingon; 12, <b>", "Write a language by its tag, such as ko, en or pt-BR."),
    )
    for column, text, words in wrong:
        _type(_field(room.sheet, column), text)
        assert _field(room.sheet, column).error() == words
    _type(_field(room.sheet, "languages"), "Korean, pt-br")
    assert row(people_desk, "person", person)["languages"] == "ko, pt-BR"
    _click(room.sheet.restricted.button)
    restricted = room.sheet.restricted.sheet
    assert restricted is not None
    for column, text, words in (
        ("sex", "Q", "Write F, M or X, as the passport has it."),
        ("born_on", "1 Jan 2999", "That day is still to come; check the year."),
        (
            "citizenships",
            "KR, Nowhereland",
            "There is no country “Nowhereland”. Write names or codes, such as KR, FR.",
        ),
    ):
        _type(_field(restricted, column), text)
        assert _field(restricted, column).error() == words
    _type(_field(restricted, "citizenships"), "south korea, FR")
    assert _field(restricted, "citizenships").text() == "South Korea, France"
    assert row(people_desk, "person", person)["citizenships"] == "KR, FR"


def test_a_passport_and_its_visa_are_added_and_removed(people_desk: Desk, make_room: MakeRoom) -> None:
    desk = people_desk
    room, person = _show(desk, make_room)
    before = desk.ask(contents)
    part = room.sheet.restricted
    _click(part.button)
    assert part.sheet is not None
    _click(part.sheet.documents.stops()[-1])
    (document,) = ids(desk, "travel_document", person_id=person)
    card = part.sheet.documents.card(document)
    _click(card.stops()[-2])  # add visa stands before remove
    (visa,) = ids(desk, "visa", travel_document_id=document)
    desk.undo()
    assert ids(desk, "visa") == []
    desk.redo()
    assert ids(desk, "visa") == [visa]
    sheet = part.sheet.documents.card(document).sheet
    assert isinstance(sheet, DocumentSheet)
    _click(sheet.visas.card(visa).stops()[-1])
    assert (ids(desk, "visa"), room.told[-1]) == ([], ("Visa removed.", True))
    desk.undo()
    _click(part.sheet.documents.card(document).stops()[-1])
    assert ids(desk, "travel_document", person_id=person) == []
    assert room.told[-1] == ("Travel document removed, and its visas.", True)
    for _step in range(3):
        desk.undo()
    assert desk.ask(contents) == before


def test_what_is_half_typed_in_a_card_is_saved_when_another_is_shown(
    people_desk: Desk, make_room: MakeRoom
) -> None:
    desk = people_desk
    room, person = _show(desk, make_room)
    part = room.sheet.restricted
    part.show_fields()
    assert part.sheet is not None
    field = _field(part.sheet, "mobility")
    field.editor.setFocus()
    QTest.keyClicks(field.editor, "wheelchair")
    room.screen_.reveal("person", _another(desk, person))
    assert row(desk, "person", person)["mobility"] == "wheelchair"


def _drop(widget: QWidget, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    widget.dragEnterEvent(QDragEnterEvent(QPoint(9, 9), copy, mime, left, none))
    widget.dropEvent(QDropEvent(QPoint(9, 9), copy, mime, left, none))


def test_a_picture_is_dropped_chosen_and_removed(
    people_desk: Desk, make_room: MakeRoom, answers: Answers, tmp_path: Path
) -> None:
    desk = people_desk
    room, person = _show(desk, make_room)
    part = room.sheet.picture
    good, bad = tmp_path / "face.png", tmp_path / "face.jpg"
    good.write_bytes(png(QImage(40, 60, QImage.Format.Format_RGB32), QColor("#446688")))
    bad.write_text("no picture")
    _drop(part, good)
    kept = row(desk, "person", person)["picture_sha256"]
    assert kept
    assert part.round.accessibleName() == "Picture of Yuki Nakamura"
    _drop(part, bad)
    answers.paths += [desk.path, tmp_path / "missing.png", None]
    for _answer in range(3):  # the planner itself is not even read
        _click(part.choose)
    assert [words for words, _undo in room.told][-3:-1] == [
        "That is not a picture. Choose a PNG or JPEG file.",
        "That is not a picture. Choose a PNG or JPEG file.",
    ]
    assert "missing.png" in room.told[-1][0]
    assert ("The picture of Yuki Nakamura is changed.", True) in room.told
    assert row(desk, "person", person)["picture_sha256"] == kept
    _click(part.clear)
    assert row(desk, "person", person)["picture_sha256"] == ""
    assert part.round.accessibleName() == "No picture of Yuki Nakamura"
    desk.undo()
    assert part.round.accessibleName() == "Picture of Yuki Nakamura"


def test_an_organisation_is_mended_and_its_parent_made(people_desk: Desk, make_room: MakeRoom) -> None:
    desk = people_desk
    room = make_room()
    esa = organisation(desk, "ESA")
    estec = organisation(desk, "ESTEC")
    room.screen_.reveal("organisation", esa)
    sheet = room.organisation.sheet
    _type(_field(sheet, "city"), "Cologne")
    assert row(desk, "organisation", esa)["city"] == "Cologne"
    parent = _field(sheet, "parent_id")
    parent.editor.setFocus()
    QTest.keyClicks(parent.editor, "ESTEC")
    QTest.keyClick(parent.editor, KEY.Key_Return)
    assert parent.error() == "An organisation cannot stand above itself."
    assert row(desk, "organisation", esa)["parent_id"] is None
    room.screen_.reveal("organisation", estec)
    assert _field(sheet, "parent_id").text() == "European Space Agency"


def test_a_desk_that_only_reads_shows_all_and_changes_nothing(people_desk: Desk, make_room: MakeRoom) -> None:
    desk = people_desk
    person = ids(desk, "person")[0]
    desk._space.read_only = True
    room = make_room()
    room.screen_.reveal("person", person)
    part = room.sheet.restricted
    _click(part.button)
    assert part.is_shown
    assert not room.sheet.picture.choose.isVisible()
    assert not room.screen_.lists["person"].bar.add.isEnabled()
    before = room.sheet.family_name.text()
    QTest.keyClicks(room.sheet.family_name.editor, "x")
    assert room.sheet.family_name.text() == before
    desk._space.read_only = False

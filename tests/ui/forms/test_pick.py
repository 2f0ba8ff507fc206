"""Rows found by typing: keys, mouse, composed Hangul, and what is made of a name that nobody has."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from app.data.models import Place
from app.domain.errors import AideError
from app.planning.verbs.entries import edit_entry
from app.planning.verbs.places import create_place
from app.planning.views.entry import EntryDetail, entry_detail
from app.planning.views.visits import Choice
from app.ui.desk import Desk
from app.ui.finding import finders
from app.ui.forms.long_text import LongField
from app.ui.forms.pick import PickField
from app.ui.forms.pick_box import PickBox
from app.ui.forms.picks import Picks
from app.ui.forms.record import Kind, Record
from tests.helpers.pictures import grab
from tests.helpers.planner import contents
from tests.ui.planner import PARIS, add

ALL = (Choice("1", "Alpha", "first"), Choice("2", "Alpine"), Choice("3", "한국천문연구원", "대전"))
KIND = Kind("entry", edit_entry, lambda entry: str(entry.title), lambda _column: "Change “{name}”")
NINE = datetime(2024, 3, 26, 9)


def _find(text: str) -> Sequence[Choice]:
    return [choice for choice in ALL if text.casefold() in choice.name.casefold()]


def _shown(qtbot: QtBot, *widgets: QWidget) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    window.resize(360, 420)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    vars(widgets[0])["held by"] = window  # else it would go with this function


def _compose(widget: QWidget, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(widget, event)


@pytest.fixture
def box(qtbot: QtBot) -> PickBox:
    made = PickBox(_find, lambda name: Choice("new", name))
    _shown(qtbot, made, QLineEdit())
    made.setFocus()
    return made


def _names(box: PickBox) -> list[str]:
    picks = box.picks()
    return [picks.item(row).text() for row in range(picks.count())] if picks else []


def test_the_list_follows_what_is_typed_and_enter_takes_the_best(box: PickBox, qtbot: QtBot) -> None:
    QTest.keyClicks(box, "alp")
    assert _names(box) == ["Alpha", "Alpine", "Create “alp”"]
    assert box.hasFocus()
    grab(box.window(), "pick-open")
    with qtbot.waitSignal(box.picked) as picked:
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert picked.args == [ALL[0]]
    assert (box.text(), box.is_open(), box.choice()) == ("Alpha", False, ALL[0])


def test_arrows_go_round_and_escape_keeps_what_was_typed(box: PickBox, qtbot: QtBot) -> None:
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert _names(box) == [choice.name for choice in ALL]
    QTest.keyClick(box, Qt.Key.Key_Up)
    with qtbot.waitSignal(box.picked) as picked:
        QTest.keyClick(box, Qt.Key.Key_Tab)
    assert picked.args == [ALL[2]]
    box.show_text("")
    box.setFocus()
    QTest.keyClicks(box, "al")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert (box.text(), box.is_open(), box.choice()) == ("al", False, None)


def test_a_name_that_nobody_has_is_made_by_the_last_line(box: PickBox, qtbot: QtBot) -> None:
    QTest.keyClicks(box, "alpha")
    assert _names(box) == ["Alpha"]
    QTest.keyClicks(box, " two")
    assert _names(box) == ["Create “alpha two”"]
    with qtbot.waitSignal(box.picked) as picked:
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert picked.args == [Choice("new", "alpha two")]


def test_the_mouse_takes_a_line_and_a_click_elsewhere_shuts(box: PickBox, qtbot: QtBot) -> None:
    QTest.keyClicks(box, "alp")
    picks = box.picks()
    assert picks is not None
    with qtbot.waitSignal(box.picked) as picked:
        spot = picks.visualItemRect(picks.item(1)).center()
        QTest.mouseClick(picks.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert (picked.args, box.hasFocus()) == ([ALL[1]], True)
    for key in (Qt.Key.Key_End, Qt.Key.Key_Backspace):
        QTest.keyClick(box, key)
    assert box.is_open()
    QTest.mouseClick(box.window(), Qt.MouseButton.LeftButton, pos=QPoint(5, 400))
    assert not box.is_open()


def test_hangul_is_found_while_it_is_composed(box: PickBox, qtbot: QtBot) -> None:
    for preedit in ("ㅎ", "하", "한"):
        _compose(box, preedit)
    assert box.text() == ""
    assert _names(box)[0] == "한국천문연구원"
    _compose(box, "구", "한")
    assert box.text() == "한"
    _compose(box, "국")
    _compose(box, "", "국")
    assert box.text() == "한국"
    assert _names(box) == ["한국천문연구원", "Create “한국”"]
    with qtbot.waitSignal(box.picked) as picked:
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert picked.args == [ALL[2]]


# The field


@pytest.fixture
def record(desk: Desk) -> Record:
    def refresh() -> None:
        detail = desk.ask(entry_detail, one)
        made.take(detail)

    one = add(desk, "First", NINE)
    made = Record(desk, KIND)
    refresh()
    desk.changed.connect(refresh)
    return made


def _place_field(record: Record, qtbot: QtBot) -> PickField:
    find = finders(record.desk)
    field = PickField(
        record,
        "place_id",
        "Place",
        find.places,
        "place",
        create=lambda name: partial(_make_place, name=name),
    )
    field.open(record.shown, {})
    record.desk.changed.connect(lambda: field.fill(record.shown))
    _shown(qtbot, field, QLineEdit())
    field.box.setFocus()
    return field


def create_in_paris(session: Session, name: str) -> str:
    return create_place(session, name=name, zone=PARIS)


def _make_place(session: Session, name: str) -> str:
    session.add(Place(id="made", name=name, zone=PARIS))
    return "made"


def _stored(record: Record) -> EntryDetail:
    return record.desk.ask(entry_detail, record.row_id)


def test_a_place_is_referred_to_emptied_and_undone(record: Record, qtbot: QtBot) -> None:
    field = _place_field(record, qtbot)
    before = record.desk.ask(contents)
    QTest.keyClicks(field.box, "esa")
    QTest.keyClick(field.box, Qt.Key.Key_Return)
    assert (_stored(record).place, field.text(), field.error()) == (
        "ESA Headquarters",
        "ESA Headquarters",
        "",
    )
    record.desk.undo()
    assert (record.desk.ask(contents), field.text()) == (before, "")
    record.desk.redo()
    field.box.selectAll()
    QTest.keyClick(field.box, Qt.Key.Key_Delete)
    QTest.keyClick(field.box, Qt.Key.Key_Tab)
    assert (_stored(record).place_id, field.dirty) == (None, False)


def test_what_means_no_place_is_refused_and_kept(record: Record, qtbot: QtBot) -> None:
    field = _place_field(record, qtbot)
    QTest.keyClicks(field.box, "Nowhere")
    QTest.keyClick(field.box, Qt.Key.Key_Tab)
    assert (field.text(), field.error()) == ("Nowhere", "Choose one from the list.")
    assert record.desk.draft(f"entry/{record.row_id}/place_id") == "Nowhere"
    QTest.keyClick(field.box, Qt.Key.Key_Escape)
    assert (field.text(), field.error(), _stored(record).place_id) == ("", "", None)
    assert record.desk.draft(f"entry/{record.row_id}/place_id") is None


def test_two_of_one_name_are_told_apart_by_picking(record: Record, qtbot: QtBot) -> None:
    record.desk.do("Twins", _twins)
    field = _place_field(record, qtbot)
    QTest.keyClicks(field.box, "twin")
    QTest.keyClick(field.box, Qt.Key.Key_Return)
    assert _stored(record).place_id == "t1"
    for key in (Qt.Key.Key_End, Qt.Key.Key_Backspace):
        QTest.keyClick(field.box, key)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(field.box, key)
    assert _stored(record).place_id == "t2"
    record.desk.undo()
    assert (_stored(record).place_id, field.dirty) == ("t1", False)


def _twins(session: Session) -> None:
    for key, city in (("t1", "Aachen"), ("t2", "Bern")):
        session.add(Place(id=key, name="Twin", city=city, zone=PARIS))


def test_a_place_is_made_where_it_is_missing_and_referred_to_in_one_step(
    record: Record, qtbot: QtBot
) -> None:
    field = _place_field(record, qtbot)
    before = record.desk.ask(contents)
    _compose(field.box, "천문대")
    _compose(field.box, "", "천문대")
    QTest.keyClick(field.box, Qt.Key.Key_Return)
    assert (_stored(record).place, field.text()) == ("천문대", "천문대")
    assert [choice.id for choice in finders(record.desk).places("ㅊㅁㄷ")] == ["made"]
    record.desk.undo()
    assert record.desk.ask(contents) == before
    assert finders(record.desk).places("천문대") == ()
    assert field.text() == ""
    record.desk.redo()
    assert (_stored(record).place, field.text()) == ("천문대", "천문대")


@pytest.mark.parametrize(("name", "row_id"), [("", "made"), ("Observatory", "nowhere")])
def test_what_was_typed_stays_where_the_new_row_or_the_reference_is_refused(
    record: Record, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, name: str, row_id: str
) -> None:
    field = _place_field(record, qtbot)
    before = record.desk.ask(contents)

    def refused(session: Session, **_name: str) -> str:
        create_place(session, name=name, zone=PARIS)  # refused without a name
        return row_id  # refused where there is no such row

    monkeypatch.setitem(globals(), "_make_place", refused)
    QTest.keyClicks(field.box, "Observatory")
    QTest.keyClick(field.box, Qt.Key.Key_Return)
    assert field.text() == "Observatory"
    assert field.error()
    assert record.desk.ask(contents) == before
    assert record.desk.draft(f"entry/{record.row_id}/place_id") == "Observatory"
    monkeypatch.setitem(globals(), "_make_place", create_in_paris)
    QTest.keyClick(field.box, Qt.Key.Key_Down)
    QTest.keyClick(field.box, Qt.Key.Key_Return)
    assert (_stored(record).place, field.error(), field.dirty) == ("Observatory", "", False)
    assert record.desk.draft(f"entry/{record.row_id}/place_id") is None


def test_hangul_composed_in_running_text_is_saved_whole(record: Record, qtbot: QtBot) -> None:
    field = LongField(record, "notes", "Notes")
    field.open(record.shown, {})
    record.desk.changed.connect(lambda: field.fill(record.shown))
    _shown(qtbot, field, QLineEdit())
    field.editor.setFocus()
    _compose(field.editor, "ㅎ")
    _compose(field.editor, "한")
    record.desk.do("Elsewhere", edit_entry, record.row_id, room="7")  # a refresh spares the syllable
    _compose(field.editor, "글", "한")
    _compose(field.editor, "", "글")
    QTest.keyClick(field.editor, Qt.Key.Key_Tab)
    assert _stored(record).notes == "한글"


# A name of its own beside the name


_CODED = (
    Choice("hq", "National Administration", "NASA", "NASA"),
    Choice("goddard", "NASA Goddard", "GSFC", "GSFC"),
)


def test_an_acronym_typed_whole_means_its_row_and_no_other_is_made(qtbot: QtBot) -> None:
    box = PickBox(lambda _text: _CODED, lambda name: Choice("new", name))
    _shown(qtbot, box)
    box.setFocus()
    QTest.keyClicks(box, "nasa")
    assert _names(box) == ["National Administration", "NASA Goddard"]
    assert box.meant() == _CODED[0]


# A box that adds


@pytest.fixture
def adder(qtbot: QtBot) -> PickBox:
    made = PickBox(_find, placeholder="Add one", adds=True)
    _shown(qtbot, made, QLineEdit())
    made.setFocus()
    return made


def _told(box: PickBox) -> list[str]:
    (picks,) = box.window().findChildren(Picks)
    return [picks.item(row).text() for row in range(picks.count()) if not picks.isHidden()]


def test_while_nothing_is_found_the_list_says_so_and_nothing_can_be_taken(adder: PickBox) -> None:
    QTest.keyClicks(adder, "Zebra")
    assert _told(adder) == ["Nothing found for “Zebra”."]
    assert not adder.is_open()
    QTest.keyClick(adder, Qt.Key.Key_Down)
    assert adder.text() == "Zebra"
    grab(adder.window(), "pick-nothing")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_name_that_nobody_has_is_refused_and_marked_until_it_is_mended(adder: PickBox, key: Qt.Key) -> None:
    errors: list[AideError] = []
    adder.refused.connect(errors.append)
    QTest.keyClicks(adder, "Zebra")
    QTest.keyClick(adder, key)
    assert [error.code for error in errors] == ["choice_unknown"]
    assert (adder.text(), adder.property("invalid")) == ("Zebra", True)
    assert adder.accessibleDescription() == "Choose one from the list."
    adder.setFocus()
    QTest.keyClick(adder, Qt.Key.Key_Backspace)
    assert (adder.property("invalid"), adder.accessibleDescription()) == (False, "")


def test_enter_takes_what_the_text_means_though_the_list_was_shut(adder: PickBox, qtbot: QtBot) -> None:
    QTest.keyClicks(adder, "alpha")
    QTest.keyClick(adder, Qt.Key.Key_Escape)
    with qtbot.waitSignal(adder.picked) as picked:
        QTest.keyClick(adder, Qt.Key.Key_Return)
    assert picked.args == [ALL[0]]


def test_what_is_emptied_or_picked_is_not_refused(adder: PickBox) -> None:
    errors: list[AideError] = []
    adder.refused.connect(errors.append)
    QTest.keyClicks(adder, "al")
    QTest.keyClick(adder, Qt.Key.Key_Return)
    QTest.keyClick(adder, Qt.Key.Key_Tab)
    adder.setFocus()
    adder.show_text("")
    QTest.keyClick(adder, Qt.Key.Key_Return)
    QTest.keyClick(adder, Qt.Key.Key_Tab)
    assert errors == []


def test_enter_offers_again_to_make_what_was_typed(qtbot: QtBot) -> None:
    made: list[str] = []
    box = PickBox(_find, made.append, adds=True)
    _shown(qtbot, box)
    box.setFocus()
    QTest.keyClicks(box, "Zebra")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert _names(box) == ["Create “Zebra”"]
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert made == ["Zebra"]

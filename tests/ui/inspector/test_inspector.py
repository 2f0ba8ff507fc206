"""The inspector on a real file: what is typed is saved, or kept, and never lost."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import DataError
from app.domain.time import Precision
from app.domain.words import EntryKind, EntryStatus, LegMode, Marking
from app.planning.verbs.entries import delete_entry
from app.planning.views.entry import EntryDetail, entry_detail
from app.planning.views.places import place_rows
from app.ui.desk import Desk
from app.ui.forms.field import Field
from app.ui.forms.long_text import PlainText
from app.ui.inspector.inspector import EntryInspector
from app.ui.inspector.when import WhenField
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.chip import Chip
from app.ui.window.status import StatusBar
from tests.helpers.pictures import grab
from tests.helpers.planner import contents
from tests.ui.planner import add, edit, open_desk

NINE = datetime(2024, 3, 26, 9)


@pytest.fixture
def inspector(desk: Desk, qtbot: QtBot) -> EntryInspector:
    made = EntryInspector(desk)
    qtbot.addWidget(made)
    made.resize(348, 830)
    with qtbot.waitExposed(made):
        made.show()
    return made


def _field(inspector: EntryInspector, column: str) -> Field:
    (found,) = (field for field in inspector.form.fields() if field.column == column)
    return found


def _type(widget: QWidget, text: str, *, leave: bool = True) -> None:
    """Type over what stands in a line or in a longer text, and leave it."""
    widget.setFocus()
    assert isinstance(widget, QLineEdit | QPlainTextEdit)
    widget.selectAll()
    QTest.keyClick(widget, Qt.Key.Key_Delete)
    if text.isascii():
        QTest.keyClicks(widget, text)
    elif isinstance(widget, QLineEdit):
        widget.insert(text)
    else:
        widget.insertPlainText(text)
    if leave:
        # Where suggestions are open, it is their list that keys go to.
        QTest.keyClick(QApplication.activePopupWidget() or widget, Qt.Key.Key_Tab)


def _type_in(inspector: EntryInspector, column: str, text: str, *, leave: bool = True) -> Field:
    field = _field(inspector, column)
    _type(field.editor, text, leave=leave)
    return field


def _clock(inspector: EntryInspector, end: str, name: str = "time") -> QLineEdit:
    field = _field(inspector, end)
    (found,) = (line for line in field.findChildren(QLineEdit) if line.accessibleName().endswith(f": {name}"))
    return found


def _offers(inspector: EntryInspector, end: str) -> list[PlainButton]:
    return [button for button in _field(inspector, end).findChildren(PlainButton) if button.isVisible()]


def _note(inspector: EntryInspector, end: str) -> QLabel:
    field = _field(inspector, end)
    assert isinstance(field, WhenField)
    return field._note


def _stored(desk: Desk, entry_id: str) -> EntryDetail:
    return desk.ask(entry_detail, entry_id)


def test_a_typed_time_moves_the_entry_and_survives_reopening(
    inspector: EntryInspector, desk: Desk, tmp_path: Path
) -> None:
    one = add(desk, "First", NINE, 90)
    inspector.show_entry(one)
    _type(_clock(inspector, "start"), "1015")
    entry = _stored(desk, one)
    assert (entry.start_wall, entry.end_wall) == (
        datetime(2024, 3, 26, 10, 15),
        datetime(2024, 3, 26, 11, 45),
    )
    step = desk.next_undo()
    assert step is not None
    assert step.label == "Move “First”"
    desk.close()
    again = open_desk(tmp_path / "visit.aide")
    assert _stored(again, one).start_wall == datetime(2024, 3, 26, 10, 15)
    again.close()


def test_a_day_and_the_end_are_typed(inspector: EntryInspector, desk: Desk) -> None:
    one = add(desk, "First", NINE)
    inspector.show_entry(one)
    _type(_clock(inspector, "start", "day"), "28.3.")
    assert _stored(desk, one).start_wall == datetime(2024, 3, 28, 9)
    _type(_clock(inspector, "end"), "9.45")
    assert _stored(desk, one).end_wall == datetime(2024, 3, 28, 9, 45)
    _type(_clock(inspector, "end"), "08:00")
    assert _field(inspector, "end").error() == "The end must come after the start."
    assert _clock(inspector, "end").text() == "08:00"
    assert _stored(desk, one).end_wall == datetime(2024, 3, 28, 9, 45)


def test_a_time_that_does_not_exist_is_refused_with_the_two_nearest(
    inspector: EntryInspector, desk: Desk
) -> None:
    one = add(desk, "First", datetime(2024, 3, 31, 9))
    inspector.show_entry(one)
    _type(_clock(inspector, "start"), "02:30")
    field = _field(inspector, "start")
    assert "02:30 does not exist" in field.error()
    assert _clock(inspector, "start").property("invalid") is True
    assert [button.words() for button in _offers(inspector, "start")] == ["01:59", "03:00"]
    assert _stored(desk, one).start_wall == datetime(2024, 3, 31, 9)
    QTest.mouseClick(_offers(inspector, "start")[1], Qt.MouseButton.LeftButton)
    assert _stored(desk, one).start_wall == datetime(2024, 3, 31, 3)
    assert (field.error(), _offers(inspector, "start")) == ("", [])


def test_a_time_that_comes_twice_is_asked_for_and_can_be_changed(
    inspector: EntryInspector, desk: Desk
) -> None:
    one = add(desk, "First", datetime(2024, 10, 27, 9))
    inspector.show_entry(one)
    _type(_clock(inspector, "start"), "2:30")
    assert "comes twice" in _field(inspector, "start").error()
    offers = _offers(inspector, "start")
    assert [button.words() for button in offers] == ["First 02:30 CEST", "Second 02:30 CET"]
    QTest.mouseClick(offers[1], Qt.MouseButton.LeftButton)
    assert (_stored(desk, one).start_fold, _field(inspector, "start").error()) == (1, "")
    offers = _offers(inspector, "start")
    assert [button.isChecked() for button in offers] == [False, True]
    QTest.mouseClick(offers[0], Qt.MouseButton.LeftButton)
    assert (_stored(desk, one).start_fold, _stored(desk, one).start_utc) == (0, datetime(2024, 10, 27, 0, 30))


def test_a_wrong_time_is_said_while_it_is_typed(inspector: EntryInspector, desk: Desk, qtbot: QtBot) -> None:
    one = add(desk, "First", NINE)
    inspector.show_entry(one)
    _type(_clock(inspector, "start"), "noon", leave=False)
    field = _field(inspector, "start")
    qtbot.waitUntil(lambda: field.error().startswith("Write a time"))
    _type(_clock(inspector, "start"), "0900", leave=False)
    qtbot.waitUntil(lambda: not field.error())


def test_home_time_and_length_stand_beside(inspector: EntryInspector, desk: Desk) -> None:
    inspector.show_entry(add(desk, "First", datetime(2024, 3, 26, 16, 30), 105))
    texts = {label.text() for label in inspector.findChildren(QLabel) if label.isVisible()}
    assert "00:30 +1 in Seoul · CET, Seoul +8 h" in texts
    assert "02:15 +1 in Seoul · 1 h 45" in texts


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("title", "Gespräch mit der Präsidentin"),
        ("room", "대회의실 3"),
        ("summary", "Eins"),
        ("notes", "<b>plain</b> & simple"),
        ("met_by", "Protokoll"),
        ("dress", "Business"),
        ("press", "Fotografen"),
        ("fallback", "By video"),
    ],
)
def test_words_are_saved_on_leaving(inspector: EntryInspector, desk: Desk, column: str, text: str) -> None:
    one = add(desk, "First", NINE)
    inspector.show_entry(one)
    _type_in(inspector, column, text)
    assert getattr(_stored(desk, one), column) == text
    desk.undo()
    assert _field(inspector, column).text() == getattr(_stored(desk, one), column) != text


def test_an_empty_title_is_refused_and_stays(inspector: EntryInspector, desk: Desk) -> None:
    one = add(desk, "First", NINE)
    inspector.show_entry(one)
    field = _type_in(inspector, "title", "")
    assert (field.error(), _stored(desk, one).title) == ("An entry needs a title.", "First")


def test_escape_takes_back_what_is_typed(inspector: EntryInspector, desk: Desk) -> None:
    meeting = add(desk, "First", NINE)
    inspector.show_entry(meeting)
    title, start = _field(inspector, "title"), _field(inspector, "start")
    for field, editor in ((title, title.editor), (start, _clock(inspector, "start"))):
        stored = field.text()
        _type(editor, "", leave=False)
        assert not field.leave()
        assert field.error()
        QTest.keyClick(editor, Qt.Key.Key_Escape)
        assert (field.text(), field.error()) == (stored, "")
    inspector.show_entry(None)
    inspector.show_entry(meeting)
    assert not any(field.error() for field in inspector.form.fields())


def test_running_text_is_as_high_as_it_is_laid_out(inspector: EntryInspector, desk: Desk) -> None:
    inspector.show_entry(add(desk, "Gap year, (jy) " * 6, NINE, summary="Agreed by both sides. " * 12))
    texts = [text for text in inspector.findChildren(PlainText) if text.toPlainText()]
    assert len(texts) == 2
    for text in texts:
        assert text.blockBoundingGeometry(text.document().lastBlock()).bottom() <= text.viewport().height()


def test_words_and_offers_under_a_time_are_shown_whole(inspector: EntryInspector, desk: Desk) -> None:
    inspector.show_entry(add(desk, "First", datetime(2024, 11, 3, 9), zone="America/New_York"))
    _type(_clock(inspector, "start"), "0130")
    QApplication.processEvents()
    start = _field(inspector, "start")
    assert start.error()
    shown = [part for part in start.findChildren(QWidget) if part.isVisible()]
    for part in shown:
        if isinstance(part, QLabel):
            assert part.height() >= part.heightForWidth(part.width()), part.text()
        assert start.rect().contains(part.mapTo(start, part.rect().bottomRight())), part
    first, second = _offers(inspector, "start")
    assert not first.geometry().intersects(second.geometry())


def test_places_are_found_by_a_part_of_the_name(inspector: EntryInspector, desk: Desk) -> None:
    one = add(desk, "First", NINE)
    inspector.show_entry(one)
    place = inspector.form.place
    _type(place.box, "esa head")
    assert _stored(desk, one).place == "ESA Headquarters"
    assert place.text() == "ESA Headquarters"
    _type(place.box, "Nowhere")
    assert (place.error(), place.text()) == ("Choose one from the list.", "Nowhere")
    _type(place.box, "")
    assert (_stored(desk, one).place_id, place.error()) == (None, "")


def test_zones_at_both_ends(inspector: EntryInspector, desk: Desk) -> None:
    one = add(desk, "First", NINE)
    inspector.show_entry(one)
    form = inspector.form
    assert not form.end_zone.isVisible()
    _type(form.start_zone.box, "america/new york")
    entry = _stored(desk, one)
    assert (entry.start_zone, entry.end_zone, entry.minutes) == ("America/New_York", "America/New_York", 60)
    QTest.mouseClick(form.other_zone, Qt.MouseButton.LeftButton)
    assert form.end_zone.isVisible()
    _type(form.end_zone.box, "America/Chicago")
    assert _stored(desk, one).minutes == 120
    _type(form.end_zone.box, "Mars/Olympus")
    assert "no time zone" in form.end_zone.error()


def test_words_of_vocabularies_are_chosen(inspector: EntryInspector, desk: Desk) -> None:
    one = add(desk, "First", NINE)
    inspector.show_entry(one)
    for column, text in (
        ("kind", "travel"),
        ("status", "tentative"),
        ("marking", "2"),
        ("end_precision", "about"),
        ("mode", "train"),
    ):
        field = _field(inspector, column)
        field.set_text(text)
        field.leave()
    entry = _stored(desk, one)
    assert (entry.kind, entry.status) == (EntryKind.TRAVEL, EntryStatus.TENTATIVE)
    assert (entry.marking, entry.end_precision) == (Marking.RESTRICTED, Precision.ABOUT)
    assert entry.leg is not None
    assert entry.leg.mode is LegMode.TRAIN
    assert inspector.form.journey.how.isVisible()
    _type_in(inspector, "to_code", "CDG")
    leg = _stored(desk, one).leg
    assert leg is not None
    assert leg.to_code == "CDG"


def test_parties_are_ticked_and_none_is_everyone(inspector: EntryInspector, desk: Desk) -> None:
    one = add(desk, "First", NINE)
    inspector.show_entry(one)
    chips = {chip.words(): chip for chip in inspector.form.parties.findChildren(Chip)}
    assert chips["Everyone"].isChecked()
    QTest.mouseClick(chips["Principal"], Qt.MouseButton.LeftButton)
    assert len(_stored(desk, one).parties) == 1
    assert not chips["Everyone"].isChecked()
    QTest.mouseClick(chips["Everyone"], Qt.MouseButton.LeftButton)
    assert _stored(desk, one).parties == frozenset()
    assert not chips["Principal"].isChecked()


def test_host_share_and_tie(inspector: EntryInspector, desk: Desk) -> None:
    one, two = add(desk, "First", NINE), add(desk, "Second", datetime(2024, 3, 26, 14))
    inspector.show_entry(one)
    form = inspector.form
    _type(form.host.box, "European")
    QTest.mouseClick(form.share.editor, Qt.MouseButton.LeftButton, pos=form.share.editor.rect().center())
    form.share.editor.setFocus()
    if not _stored(desk, one).share_with_host:
        QTest.keyClick(form.share.editor, Qt.Key.Key_Space)
    _type(form.tied_to.box, "second")
    form.tied_minutes.set_text("300")
    form.tied_minutes.leave()
    entry = _stored(desk, one)
    assert (entry.host, entry.share_with_host) == ("European Space Agency", True)
    assert (entry.tied_to_id, entry.tied_minutes) == (two, 300)
    _type(form.tied_to.box, "first")
    assert form.tied_to.error() == "Choose one from the list."


def test_a_failed_write_keeps_the_text(
    inspector: EntryInspector, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = add(desk, "First", NINE)
    inspector.show_entry(one)
    desk._space.read_only = True  # as if another program had taken the file
    failed: list[DataError] = []
    desk.failed.connect(failed.append)
    field = _type_in(inspector, "notes", "Do not lose this")
    assert (field.text(), len(failed) >= 1) == ("Do not lose this", True)
    assert "reading only" in field.error()
    inspector.show_entry(add_elsewhere(desk, monkeypatch))
    inspector.show_entry(one)
    assert _field(inspector, "notes").text() == "Do not lose this"
    desk._space.read_only = False
    _field(inspector, "notes").leave()
    assert _stored(desk, one).notes == "Do not lose this"
    assert desk.draft(f"entry/{one}/notes") is None


def add_elsewhere(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> str:
    with monkeypatch.context() as patch:
        patch.setattr(desk._space, "read_only", False)
        return add(desk, "Other", NINE)


def _refuse_writing(desk: Desk, *, refuse: bool) -> None:
    """Let the file itself refuse every change of an entry, as a full disk would, or no more."""
    trigger = "CREATE TRIGGER full BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'disk full'); END"
    with desk._space._engine.begin() as connection:
        connection.exec_driver_sql(trigger if refuse else "DROP TRIGGER full")


def test_a_commit_that_fails_keeps_text_and_place(inspector: EntryInspector, desk: Desk) -> None:
    one, two = add(desk, "First", NINE), add(desk, "Second", NINE)
    inspector.show_entry(one)
    _refuse_writing(desk, refuse=True)
    room = _type_in(inspector, "room", "9F")
    _type(_clock(inspector, "start"), "10:00")
    assert (room.text(), _clock(inspector, "start").text()) == ("9F", "10:00")
    for field in (room, _field(inspector, "start")):
        assert "disk full" in field.error()
        assert "What you typed is still here" in field.error()
    inspector.show_entry(two)
    _refuse_writing(desk, refuse=False)
    inspector.show_entry(one)
    assert (room.text(), _clock(inspector, "start").text()) == ("9F", "10:00")
    inspector.leave()
    entry = _stored(desk, one)
    assert (entry.room, entry.start_wall) == ("9F", datetime(2024, 3, 26, 10))
    assert desk.draft(f"entry/{one}/room") is None


def test_a_pause_keeps_a_draft_and_showing_again_brings_it_back(
    inspector: EntryInspector, desk: Desk, qtbot: QtBot
) -> None:
    one = add(desk, "First", NINE)
    inspector.show_entry(one)
    _type_in(inspector, "notes", "Half a sen", leave=False)
    qtbot.waitUntil(lambda: desk.draft(f"entry/{one}/notes") == "Half a sen")
    assert _stored(desk, one).notes == ""
    other = EntryInspector(desk)
    qtbot.addWidget(other)
    other.show_entry(one)
    field = _field(other, "notes")
    assert (field.text(), field.error()) == ("Half a sen", "Not saved yet: this was typed earlier.")
    field.leave()
    assert _stored(desk, one).notes == "Half a sen"
    assert desk.draft(f"entry/{one}/notes") is None


def test_an_invalid_text_is_kept_while_another_entry_is_shown(inspector: EntryInspector, desk: Desk) -> None:
    one, two = add(desk, "First", NINE), add(desk, "Second", NINE)
    inspector.show_entry(one)
    _type(_clock(inspector, "start"), "99:99")
    inspector.show_entry(two)
    assert _clock(inspector, "start").text() == "09:00"
    assert _field(inspector, "start").error() == ""
    inspector.show_entry(one)
    assert _clock(inspector, "start").text() == "99:99"
    assert _field(inspector, "start").error().startswith("Write a time")


def test_a_refused_end_says_what_is_saved_and_so_does_the_bar(inspector: EntryInspector, desk: Desk) -> None:
    one = add(desk, "First", NINE)
    bar = StatusBar(desk)
    inspector.show_entry(one)
    note = _note(inspector, "end")
    assert "Saved is" not in note.text()
    _type(_clock(inspector, "end"), "08:30")
    assert _field(inspector, "end").error() == "The end must come after the start."
    assert "Saved is Tue 26 Mar, 10:00" in note.text()
    assert bar.state.text() == "1 field not saved yet"
    _type(_clock(inspector, "start"), "07:00")
    assert _stored(desk, one).end_wall == datetime(2024, 3, 26, 8)
    assert _field(inspector, "end").error() == "Not saved yet: this was typed earlier."
    assert "Saved is Tue 26 Mar, 08:00" in note.text()
    assert bar.state.text() == "1 field not saved yet"
    _field(inspector, "end").leave()
    assert _stored(desk, one).end_wall == datetime(2024, 3, 26, 8, 30)
    assert _field(inspector, "end").error() == ""
    assert "Saved is" not in note.text()
    assert bar.state.text().startswith("All changes saved")


def test_a_start_in_another_year_shows_it_and_is_said_to_be_outside_of_the_visit(
    inspector: EntryInspector, desk: Desk
) -> None:
    one = add(desk, "First", NINE)
    inspector.show_entry(one)
    start = _field(inspector, "start")
    assert isinstance(start, WhenField)
    day = start.findChildren(QLineEdit)[0]
    assert day.text() == "Tue 26 Mar"
    assert start.beyond.text() == ""
    _type(day, "26 Mar 2025")
    assert _stored(desk, one).start_wall == datetime(2025, 3, 26, 9)
    assert day.text() == "Wed 26 Mar 2025"
    assert start.beyond.text() == "That is outside of the visit (25 Mar – 5 Apr 2024)."
    _type(day, "26 Mar 2024")
    assert day.text() == "Tue 26 Mar"
    assert start.beyond.text() == ""


def test_what_is_not_saved_is_counted_until_it_is_taken_back_or_its_row_goes(
    inspector: EntryInspector, desk: Desk
) -> None:
    one, two = add(desk, "First", NINE), add(desk, "Second", NINE)
    bar = StatusBar(desk)
    for entry in (one, two):
        inspector.show_entry(entry)
        _type(_clock(inspector, "end"), "08:30")
    assert bar.state.text() == "2 fields not saved yet"
    QTest.keyClick(_clock(inspector, "end"), Qt.Key.Key_Escape)
    assert bar.state.text() == "1 field not saved yet"
    assert _clock(inspector, "end").text() == "10:00"
    assert "Saved is" not in _note(inspector, "end").text()
    desk.do("Delete", delete_entry, one)
    assert bar.state.text().startswith("All changes saved")


def test_what_is_not_saved_is_counted_after_the_file_was_closed(
    inspector: EntryInspector, desk: Desk, qtbot: QtBot
) -> None:
    one = add(desk, "First", NINE)
    inspector.show_entry(one)
    _type(_clock(inspector, "end"), "08:30")
    inspector.leave()
    desk.close()
    again = open_desk(desk.path)
    bar = StatusBar(again)
    qtbot.addWidget(bar)
    assert bar.state.text() == "1 field not saved yet"
    again.do("Delete", delete_entry, one)
    assert bar.state.text().startswith("All changes saved")
    again.undo()
    assert bar.state.text() == "1 field not saved yet"
    again.close()


def test_a_change_from_elsewhere_spares_what_is_typed(inspector: EntryInspector, desk: Desk) -> None:
    one = add(desk, "First", NINE)
    inspector.show_entry(one)
    _type_in(inspector, "notes", "Typing", leave=False)
    edit(desk, one, room="7", notes="Theirs")
    assert _field(inspector, "room").text() == "7"
    assert _field(inspector, "notes").text() == "Typing"
    inspector.leave()
    assert _stored(desk, one).notes == "Typing"


def test_an_entry_whose_making_is_undone_leaves(inspector: EntryInspector, desk: Desk) -> None:
    inspector.show_entry(add(desk, "First", NINE))
    desk.undo()
    assert inspector.entry_id() == ""
    inspector.show_entry("nothing")
    assert inspector.entry_id() == ""


def test_an_entry_may_go_while_its_time_is_under_the_cursor(
    inspector: EntryInspector, desk: Desk, qtbot: QtBot
) -> None:
    inspector.show_entry(add(desk, "First", NINE))
    with qtbot.captureExceptions() as errors:
        _type(_clock(inspector, "start"), "2x", leave=False)
        desk.undo()
        assert inspector.entry_id() == ""
        _field(inspector, "start").pause()
        assert _field(inspector, "start").leave()
    assert not errors


def test_words_are_plain_everywhere(inspector: EntryInspector, desk: Desk) -> None:
    one = add(desk, "<b>R&D</b> <img src='/etc/passwd'>", NINE)
    inspector.show_entry(one)
    assert _field(inspector, "title").text() == "<b>R&D</b> <img src='/etc/passwd'>"
    for label in inspector.findChildren(QLabel):
        assert label.textFormat() in {Qt.TextFormat.PlainText, Qt.TextFormat.AutoText}
        assert label.textFormat() == Qt.TextFormat.PlainText or not label.text()


def test_every_field_has_a_name_and_tab_reaches_it(inspector: EntryInspector, desk: Desk) -> None:
    inspector.show_entry(add(desk, "First", NINE))
    for field in inspector.form.fields():
        assert field.editor.accessibleName()
    title = inspector.findChild(PlainText)
    assert isinstance(title, PlainText)
    inspector.begin()
    assert title.textCursor().selectedText() == "First"
    inspector.resize(348, 3000)
    QApplication.processEvents()
    seen: list[QWidget] = []
    for _step in range(60):
        now = QApplication.focusWidget()
        if now is None or now in seen:
            break
        seen.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    shown = [field for field in inspector.form.fields() if field.isVisible()]
    assert len(seen) >= len(shown)
    places = [stop.mapTo(inspector, QPoint(0, 0)).toTuple()[::-1] for stop in seen]
    assert places == sorted(places)


def test_another_visit_takes_the_entry_away(inspector: EntryInspector, desk: Desk) -> None:
    inspector.show_entry(add(desk, "First", NINE))
    desk.show_visit("")
    assert inspector.entry_id() == ""


def test_a_reader_sees_fields_that_cannot_be_written(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    one = add(desk, "First", NINE)
    reader = open_desk(tmp_path / "visit.aide")
    assert reader.read_only
    made = EntryInspector(reader)
    qtbot.addWidget(made)
    made.show_entry(one)
    for line in made.findChildren(QLineEdit):
        assert line.isReadOnly() or not line.isEnabled()
    for text in made.findChildren(QPlainTextEdit):
        assert text.isReadOnly()
    made.show_entry(None)
    reader.close()


def test_a_place_and_a_host_that_are_missing_are_made(inspector: EntryInspector, desk: Desk) -> None:
    one = add(desk, "First", NINE)
    before = desk.ask(contents)
    inspector.show_entry(one)
    for field, name in ((inspector.form.place, "Observatoire"), (inspector.form.host, "CNRS")):
        field.box.setFocus()
        QTest.keyClicks(field.box, name)
        QTest.keyClick(field.box, Qt.Key.Key_Return)
    entry = _stored(desk, one)
    assert (entry.place, entry.host) == ("Observatoire", "CNRS")
    known = {row.id for row in desk.ask(place_rows)}
    assert entry.place_id in known
    for _field in range(2):  # each is made and referred to in one step
        desk.undo()
    assert desk.ask(contents) == before
    assert {row.id for row in desk.ask(place_rows)} == known - {entry.place_id}
    grab(inspector, "inspector-entry")

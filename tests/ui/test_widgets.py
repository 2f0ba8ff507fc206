"""The small widgets: words stay words, states can be seen and heard, keys work."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QSpinBox,
    QToolButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.ui.theme.palette import DARK, LIGHT
from app.ui.theme.style import apply_theme, theme
from app.ui.widgets.badge import MarkingBadge
from app.ui.widgets.buttons import IconButton, PlainButton, PrimaryButton
from app.ui.widgets.chip import Chip
from app.ui.widgets.clearing import let_clear
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.field import FieldBox
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import MutedLabel, PlainLabel, SectionLabel, TitleLabel
from app.ui.widgets.line import Line
from app.ui.widgets.plain import set_tip
from app.ui.widgets.segmented import SegmentedControl
from app.ui.widgets.toast import Toast

# The offscreen platform says so of every window shown; a real one does not.
MARKUP = '<b>R&D</b> <img src="/etc/passwd"> &lt;'

_TAB = Qt.FocusPolicy.TabFocus


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, "light")
    theme().set_reduced_motion(still=True)
    yield
    theme().set_reduced_motion(still=None)
    apply_theme(qapp, "light")


@pytest.mark.parametrize("make", [PlainLabel, TitleLabel, MutedLabel, SectionLabel])
def test_a_label_shows_mark_up_as_it_stands(qtbot: QtBot, make: type[PlainLabel]) -> None:
    label = make(MARKUP)
    qtbot.addWidget(label)
    label.setTextFormat(Qt.TextFormat.RichText)
    assert label.text() == MARKUP
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.sizeHint().width() >= label.fontMetrics().horizontalAdvance("<b>R&D</b> <img src")


def test_twenty_thousand_texts_do_not_abort(qtbot: QtBot) -> None:
    """PySide 6.12.0 drops a reference to None on each such call and dies at about 5,000 (PYSIDE-3474)."""
    bare, ours = QLabel(), PlainLabel()
    qtbot.addWidget(bare)
    qtbot.addWidget(ours)
    for _ in range(20_000):
        bare.setText("x")
        ours.setText("x")
    assert (bare.text(), ours.text()) == ("x", "x")


def test_a_label_without_room_elides_and_tells_the_whole_in_its_tip(qtbot: QtBot) -> None:
    label = PlainLabel("A <b>long</b> line that needs more room than it has", elide=True)
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.grab()
    assert label.shown_text().endswith("…")
    assert "&lt;b&gt;long&lt;/b&gt;" in label.toolTip()
    label.resize(800, 20)
    label.grab()
    assert label.shown_text() == label.text()
    assert label.toolTip() == ""
    assert label.minimumSizeHint().width() < 80


def test_a_section_s_capitals_are_the_font_s(qtbot: QtBot) -> None:
    label = SectionLabel("Prepare")
    qtbot.addWidget(label)
    assert label.text() == "Prepare"


def test_a_tip_shows_mark_up_as_it_stands(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    set_tip(widget, MARKUP)
    assert widget.toolTip().startswith("<span")
    shown = QTextDocument()
    shown.setHtml(widget.toolTip())
    assert shown.toPlainText() == MARKUP
    set_tip(widget, "")
    assert widget.toolTip() == ""


@pytest.mark.parametrize(
    ("level", "word", "ground", "ink"),
    [
        (0, "Public", LIGHT.ok_soft, LIGHT.ok),
        (1, "Official use", LIGHT.warn_soft, LIGHT.warn),
        (2, "Restricted", LIGHT.bad_soft, LIGHT.bad),
        (3, "Confidential", LIGHT.bad_soft, LIGHT.bad),
    ],
)
def test_a_badge_has_its_colour_and_its_word(
    qtbot: QtBot, level: int, word: str, ground: str, ink: str
) -> None:
    badge = MarkingBadge(0, "Other")
    qtbot.addWidget(badge)
    badge.set_marking(level, word)
    image = badge.grab().toImage()
    assert badge.text() == word
    assert image.pixelColor(image.width() // 2, 1) == QColor(ground)
    assert badge.palette().color(badge.foregroundRole()) == QColor(ink)


@pytest.mark.parametrize(("level", "word"), [(4, "Secret"), (-1, "None"), (1, " ")])
def test_a_badge_never_shows_a_colour_alone(level: int, word: str) -> None:
    with pytest.raises(ValueError, match="marking"):
        MarkingBadge(level, word)


def test_a_button_keeps_its_ampersand(qtbot: QtBot) -> None:
    for button in (PlainButton("R&D"), PrimaryButton("R&D"), Chip("R&D")):
        qtbot.addWidget(button)
        assert button.words() == "R&D"
        assert button.text() == "R&&D"
        assert button.accessibleName() == "R&D"


def test_an_icon_button_says_what_it_does_and_follows_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    button = IconButton("undo", "Undo <b>")
    qtbot.addWidget(button)
    light = button.icon().pixmap(16).toImage()
    apply_theme(qapp, "dark")
    assert button.icon().pixmap(16).toImage() != light
    assert button.accessibleName() == "Undo <b>"
    assert "&lt;b&gt;" in button.toolTip()


@pytest.fixture
def segments(qtbot: QtBot) -> SegmentedControl:
    control = SegmentedControl([("day", "Day"), ("visit", "Visit"), ("list", "List")], "View")
    qtbot.addWidget(control)
    control.show()
    return control


def test_a_segment_is_chosen_by_a_click_and_told_once(segments: SegmentedControl) -> None:
    told: list[str] = []
    segments.selected.connect(told.append)
    QTest.mouseClick(segments.button("list"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(segments.button("list"), Qt.MouseButton.LeftButton)
    assert (segments.current(), told) == ("list", ["list"])


def test_arrow_keys_choose_a_segment(qtbot: QtBot, segments: SegmentedControl) -> None:
    segments.button("day").setFocus()
    with qtbot.waitSignal(segments.selected) as told:
        QTest.keyClick(segments.button("day"), Qt.Key.Key_Right)
    assert told.args == ["visit"]
    assert [segments.button(key).isChecked() for key in ("day", "visit", "list")] == [False, True, False]


def test_tab_stops_at_the_chosen_segment_alone(segments: SegmentedControl) -> None:
    stops = [key for key in ("day", "visit", "list") if segments.button(key).focusPolicy() & _TAB]
    assert stops == ["day"]
    segments.button("day").setFocus()
    segments.select("list")
    stops = [key for key in ("day", "visit", "list") if segments.button(key).focusPolicy() & _TAB]
    assert stops == ["list"]
    assert segments.button("list").hasFocus()


def test_an_unknown_segment_is_an_error(segments: SegmentedControl) -> None:
    with pytest.raises(KeyError):
        segments.select("month")


def test_a_segment_keeps_its_width_when_chosen(segments: SegmentedControl) -> None:
    width = segments.button("visit").sizeHint().width()
    segments.select("visit")
    assert segments.button("visit").sizeHint().width() == width


def test_an_error_stands_beneath_and_keeps_what_was_typed(qtbot: QtBot) -> None:
    line = QLineEdit()
    box = FieldBox("Starts & ends", line, hint="Local time")
    qtbot.addWidget(box)
    box.show()
    QTest.keyClicks(line, "25:99")
    box.set_error("No such <b>time</b>")
    assert line.text() == "25:99"
    assert box.error() == "No such <b>time</b>"
    assert (line.accessibleName(), line.accessibleDescription()) == ("Starts & ends", "No such <b>time</b>")
    image = line.grab().toImage()
    assert image.pixelColor(image.width() // 2, 0) == QColor(LIGHT.bad)
    box.set_error("")
    assert line.text() == "25:99"
    assert line.accessibleDescription() == "Local time"
    image = line.grab().toImage()
    assert image.pixelColor(image.width() // 2, 0) == QColor(LIGHT.line)


def test_an_error_line_takes_no_room_while_there_is_none(qtbot: QtBot) -> None:
    box = FieldBox("Minutes", QSpinBox())
    qtbot.addWidget(box)
    before = box.sizeHint().height()
    box.set_error("Too many")
    assert box.sizeHint().height() > before
    box.set_error("")
    assert box.sizeHint().height() == before


def test_a_click_on_the_name_goes_to_the_field(qtbot: QtBot) -> None:
    line = QLineEdit()
    box = FieldBox("Place", line)
    qtbot.addWidget(box)
    box.show()
    label = box.findChild(MutedLabel)
    assert label is not None
    QTest.mouseClick(label, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(line.hasFocus)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(600, 400)
    widget.show()
    return widget


LONG = "Vertretung der Republik Korea bei den Vereinten Nationen, Außenstelle für Raumfahrt"


def test_a_line_shows_the_beginning_of_its_text_and_dots(qtbot: QtBot) -> None:
    line = Line()
    qtbot.addWidget(line)
    let_clear(line)
    line.resize(160, 28)
    line.show()
    line.setText("Kurz")
    assert line.shown_text() == "Kurz"
    line.setText(LONG)
    assert line.cursorPosition() == 0
    assert line.shown_text().endswith("…")
    assert LONG.startswith(line.shown_text()[:-1])
    over = line.rect().center()
    QApplication.sendEvent(line, QHelpEvent(QEvent.Type.ToolTip, over, line.mapToGlobal(over)))
    assert LONG in QToolTip.text()
    QToolTip.hideText()
    line.setFocus()
    QTest.keyClicks(line, "x")
    assert line.cursorPosition() == 1  # it is a line edit like any other
    cross = line.findChild(QToolButton)
    assert cross is not None
    words = line.fontMetrics().horizontalAdvance(line.shown_text())
    assert line._room().left() + words < cross.x()
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert line.text() == ""


def test_a_toast_tells_and_undoes(window: QWidget) -> None:
    undone: list[str] = []
    toast = Toast(window)
    toast.show_message(MARKUP, "Undo", lambda: undone.append("x"))
    assert toast.isVisible()
    label, button = toast.findChild(PlainLabel), toast.findChild(PlainButton)
    assert label is not None
    assert button is not None
    assert label.text() == MARKUP
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert undone == ["x"]
    assert toast.isHidden()


def test_a_toast_goes_by_itself_and_stays_at_the_bottom(qtbot: QtBot, window: QWidget) -> None:
    toast = Toast(window)
    toast._timer.setInterval(20)
    toast.show_message("Saved")
    assert toast.findChild(PlainButton).isHidden()  # type: ignore[union-attr]
    window.resize(500, 300)
    qtbot.waitUntil(lambda: 300 - toast.geometry().bottom() in range(30, 50))
    assert abs(toast.geometry().center().x() - 250) <= 1
    qtbot.waitUntil(toast.isHidden)


def test_a_toast_covers_no_button_of_its_window(window: QWidget) -> None:
    button = PlainButton("Copy", window)
    button.setGeometry(270, 330, 90, 28)
    button.show()
    toast = Toast(window)
    toast.show_message("Saved")
    assert toast.isVisible()
    assert not toast.geometry().intersects(button.geometry())
    assert toast.geometry().bottom() < button.y()
    button.hide()
    toast.show_message("Saved")
    assert 400 - toast.geometry().bottom() in range(30, 50)


def test_a_toast_fades_only_where_things_may_move(qtbot: QtBot, window: QWidget) -> None:
    toast = Toast(window)
    toast.show_message("Saved")
    assert toast._effect.opacity() == 1
    toast.dismiss()
    assert toast.isHidden()
    theme().set_reduced_motion(still=False)
    toast.show_message("Saved")
    assert toast._fade.duration() == 120
    assert toast._effect.opacity() < 1
    qtbot.waitUntil(lambda: toast._effect.opacity() == 1)
    toast.dismiss()
    assert toast.isVisible()
    qtbot.waitUntil(toast.isHidden)


def test_a_long_toast_wraps_within_its_window(window: QWidget) -> None:
    toast = Toast(window)
    toast.show_message("word " * 60)
    assert window.rect().contains(toast.geometry())
    assert toast.height() > 60


def test_chips_begin_a_new_row_where_there_is_no_room(qtbot: QtBot, window: QWidget) -> None:
    flow = FlowLayout(window, gap=4)
    chips = [Chip(f"Somebody number {number}") for number in range(6)]
    for chip in chips:
        flow.addWidget(chip)
    window.resize(300, 400)
    qtbot.waitUntil(lambda: chips[-1].y() > 0)
    assert chips[0].pos() == QPoint(0, 0)
    assert all(chip.geometry().right() < 300 for chip in chips)
    assert flow.heightForWidth(10_000) == chips[0].height()
    assert flow.heightForWidth(300) > flow.heightForWidth(10_000)
    flow.clear()
    assert flow.count() == 0
    assert flow.takeAt(0) is None


def test_a_chip_with_room_shows_all_its_words(qtbot: QtBot) -> None:
    for chip in (Chip("Vice Minister"), Chip("KARI & co", remove_name="Remove"), Chip("x", icon_name="user")):
        qtbot.addWidget(chip)
        chip.resize(chip.sizeHint())
        chip.grab()
        assert "…" not in chip.text()
        full = chip.sizeHint()
        chip.resize(50, chip.height())
        chip.grab()
        assert chip.sizeHint() == full


def test_a_chip_is_removed_by_its_cross_and_by_the_keys(qtbot: QtBot) -> None:
    chip = Chip("Vice Minister", remove_name="Remove Vice Minister")
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    chip.show()
    cross = chip.findChild(IconButton)
    assert cross is not None
    assert cross.accessibleName() == "Remove Vice Minister"
    with qtbot.waitSignal(chip.removed):
        QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(chip.removed):
        QTest.keyClick(chip, Qt.Key.Key_Delete)


def test_a_chip_without_a_cross_is_not_removed(qtbot: QtBot) -> None:
    chip = Chip("Vice Minister")
    qtbot.addWidget(chip)
    with qtbot.assertNotEmitted(chip.removed):
        QTest.keyClick(chip, Qt.Key.Key_Delete)


def test_an_empty_screen_says_the_next_step(qtbot: QtBot, qapp: QApplication) -> None:
    state = EmptyState("calendar", "No <b>entries</b> yet")
    qtbot.addWidget(state)
    state.resize(600, 400)
    first = state.add_button("Add entry", icon_name="plus", primary=True)
    state.show()
    with qtbot.waitSignal(first.clicked):
        QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    light = state.grab().toImage()
    apply_theme(qapp, "dark")
    assert state.grab().toImage() != light
    assert theme().tokens is DARK


def test_muted_words_follow_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    label = MutedLabel("22–30 Jan")
    QVBoxLayout(holder).addWidget(label)
    holder.show()
    assert label.palette().color(label.foregroundRole()) == QColor(LIGHT.muted)
    apply_theme(qapp, "dark")
    assert label.palette().color(label.foregroundRole()) == QColor(DARK.muted)


def test_the_theme_outlives_the_widgets_that_follow_it(qtbot: QtBot, qapp: QApplication) -> None:
    holder = QWidget()
    column = QVBoxLayout(holder)
    for widget in (IconButton("undo", "Undo"), PlainButton("Add", icon_name="plus"), EmptyState("map", "x")):
        column.addWidget(widget)
    with qtbot.waitSignal(holder.destroyed):
        holder.deleteLater()
    apply_theme(qapp, "dark")
    assert theme().tokens is DARK

"""The look: colours that can be read, type that has the letters, rings that can be seen."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import FrozenInstanceError
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QIcon, QRawFont
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTableWidget,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.domain.words import EntryKind
from app.paths import RESOURCES, ROOT
from app.ui.theme.fonts import FONT_FILES, load_fonts, ui_font
from app.ui.theme.icons import icon, icon_pixmap, svg
from app.ui.theme.palette import DARK, LIGHT, Tokens, contrast, mix
from app.ui.theme.style import Scheme, apply_theme, theme
from app.ui.widgets.buttons import PlainButton, PrimaryButton
from app.ui.widgets.chip import Chip
from app.ui.widgets.segmented import SegmentedControl
from app.ui.widgets.tuning import ROW_PX, tune

# The offscreen platform says so of every window shown; a real one does not.
READABLE = 4.5
BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, "light")
    yield
    apply_theme(qapp, "light")


@BOTH
@pytest.mark.parametrize("ground", ["bg", "panel", "soft", "accent_soft"])
@pytest.mark.parametrize("words", ["ink", "muted", "accent"])
def test_words_can_be_read_on_every_ground(tokens: Tokens, words: str, ground: str) -> None:
    colors = tokens.colors()
    assert contrast(colors[words], colors[ground]) >= READABLE


@BOTH
@pytest.mark.parametrize("tone", ["ok", "warn", "bad"])
def test_tones_can_be_read_on_the_panel_and_on_their_own_ground(tokens: Tokens, tone: str) -> None:
    colors = tokens.colors()
    for ground in (tokens.panel, tokens.bg, colors[f"{tone}_soft"]):
        assert contrast(colors[tone], ground) >= READABLE


@BOTH
def test_a_primary_button_can_be_read(tokens: Tokens) -> None:
    assert contrast(tokens.on_accent, tokens.accent) >= READABLE


@BOTH
@pytest.mark.parametrize("kind", list(EntryKind))
def test_every_kind_of_entry_has_a_colour_on_which_words_can_be_read(tokens: Tokens, kind: EntryKind) -> None:
    assert contrast(tokens.kind_color(kind), tokens.panel) >= READABLE
    assert contrast(tokens.ink, tokens.kind_fill(kind)) >= READABLE
    assert contrast(tokens.muted, tokens.kind_fill(kind)) >= READABLE


def test_an_unknown_kind_is_an_error() -> None:
    with pytest.raises(KeyError):
        LIGHT.kind_color("banquet")


def test_tokens_do_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        LIGHT.ink = "#000000"  # type: ignore[misc]


def test_contrast_and_mix_are_as_defined() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#FFFFFF") == pytest.approx(1)
    assert mix("#FFFFFF", "#000000", 0.5) == "#808080"


@pytest.mark.parametrize("name", FONT_FILES[:3])
def test_pretendard_has_hangul_and_the_letters_of_europe(name: str) -> None:
    font = QRawFont(str(RESOURCES / "fonts" / name), 13)
    assert [letter for letter in "가힣한글ŁłŽžŐőßЖΩ→–·✓" if not font.supportsCharacter(ord(letter))] == []


def test_the_hanja_of_ks_x_1001_are_there() -> None:
    font = QRawFont(str(RESOURCES / "fonts" / "NotoSansKR-Hanja.ttf"), 13)
    rows = product(range(42, 94), range(1, 95))
    hanja = [bytes([0xA0 + row, 0xA0 + cell]).decode("euc-kr") for row, cell in rows]
    assert len(hanja) == 4888
    assert [sign for sign in hanja if not font.supportsCharacter(ord(sign))] == []


def test_the_program_speaks_pretendard() -> None:
    assert load_fonts()[0] == "Pretendard"
    assert QFontInfo(ui_font()).family() == "Pretendard"
    assert QFontInfo(QApplication.font()).pixelSize() == 13


def test_a_size_may_be_half_a_pixel() -> None:
    screen = QApplication.primaryScreen()
    assert ui_font(14.5).pointSizeF() * screen.logicalDotsPerInchY() / 72 == pytest.approx(14.5)
    assert ui_font(13).pixelSize() == 13


def test_tabular_figures_are_equally_wide() -> None:
    plain, tabular = QFontMetricsF(ui_font()), QFontMetricsF(ui_font(tabular=True))
    assert plain.horizontalAdvance("11:11") < plain.horizontalAdvance("00:00")
    assert tabular.horizontalAdvance("11:11") == tabular.horizontalAdvance("00:00")


def test_semibold_is_drawn_by_its_own_font() -> None:
    widths = [
        QFontMetricsF(ui_font(100, weight)).horizontalAdvance("Programme")
        for weight in (QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold)
    ]
    assert widths[0] < widths[1] < widths[2]


@pytest.mark.parametrize("path", sorted((RESOURCES / "icons").glob("*.svg")), ids=lambda path: path.stem)
def test_every_icon_is_drawn_in_the_colour_asked_for(path: Path) -> None:
    name = path.stem
    assert 'stroke-width="1.5"' in svg(name, "#FF0000")
    image = icon_pixmap(name, "#FF0000", 16, 2).toImage()
    drawn = {
        image.pixelColor(x, y).name()
        for x, y in product(range(32), range(32))
        if image.pixelColor(x, y).alpha() == 255
    }
    assert drawn == {"#ff0000"}


def test_an_icon_is_sharp_on_a_dense_screen() -> None:
    drawn = icon("search", "#1B2430")
    for ratio in (1.0, 1.5, 2.0, 3.0):
        pixmap = drawn.pixmap(QSize(16, 16), ratio)
        assert (pixmap.width(), pixmap.devicePixelRatio()) == (round(16 * ratio), ratio)
    assert icon("search", "#1B2430") is drawn


def test_an_icon_of_a_disabled_control_has_its_own_colour() -> None:
    drawn = icon("minus", "#FF0000", disabled="#0000FF")
    image = drawn.pixmap(QSize(16, 16), 2.0, QIcon.Mode.Disabled).toImage()
    assert image.pixelColor(16, 16).name() == "#0000ff"


def test_an_unknown_icon_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        icon_pixmap("no-such-icon", "#000000")


def test_a_scheme_dresses_the_program_and_tells(qtbot: QtBot, qapp: QApplication) -> None:
    with qtbot.waitSignal(theme().changed):
        apply_theme(qapp, "dark")
    assert theme().tokens is DARK
    assert qapp.palette().window().color().name().upper() == DARK.bg
    assert DARK.panel in qapp.styleSheet()


def test_the_same_scheme_again_tells_nobody(qtbot: QtBot, qapp: QApplication) -> None:
    with qtbot.assertNotEmitted(theme().changed):
        apply_theme(qapp, "light")


def test_the_system_is_followed_only_where_it_is_asked_for(qapp: QApplication) -> None:
    hints = qapp.styleHints()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme().tokens is LIGHT
    apply_theme(qapp, "system")
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme().tokens is DARK
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme().tokens is LIGHT


def test_an_unknown_scheme_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(ValueError, match="sepia"):
        apply_theme(qapp, "sepia")  # type: ignore[arg-type]


def _ring(widget: QWidget, color: str) -> list[bool]:
    """Say for the two outer pixels of the middle of the upper edge whether they are in the colour."""
    image = widget.grab().toImage()
    middle = image.width() // 2
    return [image.pixelColor(middle, y) == QColor(color) for y in (0, 1)]


FOCUSABLE: list[Callable[[], QWidget]] = [
    QPushButton,
    PlainButton,
    lambda: PrimaryButton("Issue"),
    lambda: Chip("Vice Minister"),
    lambda: Chip("Joint missions", tone="accent"),
    lambda: PlainButton("Open list", role="link"),
    lambda: PlainButton("Quiet", role="quiet"),
    lambda: SegmentedControl([("a", "A"), ("b", "B")], "View"),
    QToolButton,
    QLineEdit,
    QComboBox,
    QSpinBox,
    QDateEdit,
    QPlainTextEdit,
    lambda: QCheckBox("Tick"),
    lambda: QRadioButton("One"),
    lambda: QTableWidget(2, 2),
    QListWidget,
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("make", FOCUSABLE)
def test_every_control_has_a_ring_when_it_has_the_focus(
    qtbot: QtBot, qapp: QApplication, make: Callable[[], QWidget], scheme: Scheme
) -> None:
    apply_theme(qapp, scheme)
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    first = QLineEdit()
    row.addWidget(first)
    made = make()
    row.addWidget(made)
    control = made.button("a") if isinstance(made, SegmentedControl) else made
    control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.show()
    window.activateWindow()
    first.setFocus()
    quiet, size = control.grab().toImage(), control.sizeHint()
    control.setFocus()
    qtbot.waitUntil(control.hasFocus)
    assert _ring(control, theme().tokens.accent) == [True, True]
    assert control.grab().toImage() != quiet
    assert control.sizeHint() == size


@pytest.mark.parametrize("make", [QLineEdit, QComboBox, QSpinBox, QDateEdit, QPushButton, PlainButton])
def test_fields_and_buttons_are_28_high(qtbot: QtBot, make: type[QWidget]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    control = make()
    row.addWidget(control)
    row.addWidget(QLineEdit())
    window.show()
    assert control.height() == 28
    control.setFocus()
    qtbot.waitUntil(control.hasFocus)
    assert control.height() == 28


def test_rows_are_30_high(qtbot: QtBot) -> None:
    table, tree, rows = QTableWidget(), QTreeWidget(), QListWidget()
    for view in (table, tree, rows):
        qtbot.addWidget(view)
        tune(view)
    table.setRowCount(1)
    rows.addItem("one")
    rows.setCurrentRow(0)
    tree.addTopLevelItem(QTreeWidgetItem(["one"]))
    assert table.rowHeight(0) == ROW_PX
    assert rows.visualItemRect(rows.item(0)).height() == ROW_PX
    assert tree.visualItemRect(tree.topLevelItem(0)).height() == ROW_PX  # type: ignore[arg-type]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_tick_can_be_seen(qtbot: QtBot, qapp: QApplication, scheme: Scheme) -> None:
    apply_theme(qapp, scheme)
    box = QCheckBox("")
    qtbot.addWidget(box)
    box.setChecked(True)
    image = box.grab().toImage()
    colors = {image.pixelColor(x, y).name().upper() for x, y in product(range(20), range(image.height()))}
    assert {theme().tokens.accent, theme().tokens.on_accent} <= colors


def test_the_drawings_of_the_sheet_go_with_the_program() -> None:
    """A run leaves nothing behind it, and ends without a word on either stream."""
    script = (
        "from PySide6.QtWidgets import QApplication\n"
        "from app.ui.theme.style import apply_theme\n"
        "from app.ui.widgets.empty import EmptyState\n"
        "from app.ui.theme.sheet import _image_folder\n"
        "app = QApplication([])\n"
        "apply_theme(app, 'dark')\n"
        "state = EmptyState('map', 'x')\n"
        "state.add_button('y', icon_name='plus')\n"
        "state.grab()\n"
        "print(_image_folder())\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    assert not Path(done.stdout.strip()).exists()

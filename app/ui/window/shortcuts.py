"""The sheet of keys: those of the window, read off its actions, and beside them those of single rooms."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.theme.fonts import SMALL_PX, ui_font
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.labels import PlainLabel, SectionLabel, TitleLabel
from app.ui.widgets.tuning import scrolled
from app.ui.window.room_keys import room_keys
from app.wording import _

_FORM = QKeySequence.SequenceFormat.NativeText
_OUTSIDE_PX = 80  # what is left of the window around the sheet, at the least
_BAR_PX = 16  # for the scroll bar
_GROUPS_GAP_PX = 32
_INSIDE_PX = 8

Group = tuple[str, Sequence[tuple[str, str]]]


class ShortcutsSheet(QDialog):
    """Lists what each key does: at the left in the whole window, at the right in single rooms."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keyboard shortcuts"))
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setContentsMargins(_INSIDE_PX, _INSIDE_PX, _INSIDE_PX, _INSIDE_PX)
        columns.setSpacing(_GROUPS_GAP_PX)
        for groups in ([(_("The window"), [*key_rows(actions), *_fixed_rows()])], room_rows()):
            columns.addLayout(_column(groups))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(page)
        scrolled(page)
        wanted = page.sizeHint() + QSize(2 * _BAR_PX, 0)
        room = parent.size() if parent is not None else wanted + QSize(_OUTSIDE_PX, 2 * _OUTSIDE_PX)
        area.setMinimumWidth(min(wanted.width(), room.width() - _OUTSIDE_PX))
        area.setMinimumHeight(min(wanted.height(), room.height() - 2 * _OUTSIDE_PX))
        area.setAccessibleName(_("Keyboard shortcuts"))
        close = PlainButton(_("Close"))
        close.clicked.connect(self.accept)
        bottom = QHBoxLayout()
        bottom.addStretch(1)
        bottom.addWidget(close)
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(24, 20, 24, 16)
        column_box.setSpacing(16)
        column_box.addWidget(TitleLabel(_("Keyboard shortcuts")))
        column_box.addWidget(area)
        column_box.addLayout(bottom)


def key_rows(actions: Iterable[QAction]) -> list[tuple[str, str]]:
    """Return words and keys of every action that has a key, in the order of the actions."""
    rows: dict[str, str] = {}
    for action in actions:
        words = str(action.property("words") or action.text().replace("&&", "&"))
        if action.shortcuts() and words not in rows:
            rows[words] = _keys(action.shortcuts())
    return list(rows.items())


def room_rows() -> list[Group]:
    """Return words and keys of single rooms, under the title of each."""
    return [
        (group.title, [(words, _keys(map(QKeySequence, keys))) for words, keys in group.rows])
        for group in room_keys()
    ]


def _fixed_rows() -> list[tuple[str, str]]:
    return [
        (_("Next field"), _("Tab")),
        (_("Close the drawer, or take back what is typed"), _("Esc")),
    ]


def _keys(sequences: Iterable[QKeySequence]) -> str:
    return _(" or ").join(sequence.toString(_FORM) for sequence in sequences)


def _column(groups: Sequence[Group]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    row = 0
    for title, lines in groups:
        if row:
            grid.setRowMinimumHeight(row, 8)
            row += 1
        grid.addWidget(SectionLabel(title), row, 0, 1, 2)
        row += 1
        for words, keys in lines:
            grid.addWidget(PlainLabel(words), row, 0)
            badge = PlainLabel(keys, tone="muted")
            badge.setProperty("role", "count")
            badge.setFont(ui_font(SMALL_PX))
            grid.addWidget(badge, row, 1, Qt.AlignmentFlag.AlignLeft)
            row += 1
    grid.setRowStretch(row, 1)
    return grid

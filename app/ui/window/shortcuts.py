"""The sheet of keys, read off the actions themselves so that it is never wrong."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme.fonts import SMALL_PX, ui_font
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.labels import PlainLabel, TitleLabel
from app.wording import _

_FORM = QKeySequence.SequenceFormat.NativeText
_COLUMNS = 2


class ShortcutsSheet(QDialog):
    """Lists what each key does, in two columns."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keyboard shortcuts"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(2, 8)
        rows = [*key_rows(actions), *_fixed_rows()]
        half = -(-len(rows) // _COLUMNS)
        for number, (words, keys) in enumerate(rows):
            column, row = divmod(number, half)
            grid.addWidget(PlainLabel(words), row, column * 3)
            badge = PlainLabel(keys, tone="muted")
            badge.setProperty("role", "count")
            badge.setFont(ui_font(SMALL_PX))
            grid.addWidget(badge, row, column * 3 + 1, Qt.AlignmentFlag.AlignLeft)
        close = PlainButton(_("Close"))
        close.clicked.connect(self.accept)
        bottom = QHBoxLayout()
        bottom.addStretch(1)
        bottom.addWidget(close)
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(24, 20, 24, 16)
        column_box.setSpacing(16)
        column_box.addWidget(TitleLabel(_("Keyboard shortcuts")))
        column_box.addLayout(grid)
        column_box.addLayout(bottom)


def key_rows(actions: Iterable[QAction]) -> list[tuple[str, str]]:
    """Return words and keys of every action that has a key, in the order of the actions."""
    rows: dict[str, str] = {}
    for action in actions:
        keys = [key.toString(_FORM) for key in action.shortcuts()]
        words = str(action.property("words") or action.text().replace("&&", "&"))
        if keys and words not in rows:
            rows[words] = _(" or ").join(keys)
    return list(rows.items())


def _fixed_rows() -> list[tuple[str, str]]:
    return [
        (_("Next field"), _("Tab")),
        (_("Close the drawer, or take back what is typed"), _("Esc")),
    ]

"""The first thing one sees: the sample visit, a new visit, a file, and the files of the days before."""

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.preferences import Preferences
from app.ui.screens.start.recent_row import RecentRow
from app.ui.theme.fonts import BOLD, ui_font
from app.ui.widgets.buttons import PlainButton, PrimaryButton
from app.ui.widgets.labels import MutedLabel, PlainLabel, SectionLabel
from app.ui.widgets.tuning import scrolled
from app.wording import _

_WIDTH_PX = 560
_NAME_PX = 26


class StartScreen(QWidget):
    """Offers the ways in. What went wrong on one of them is said here, in place."""

    sample_wanted = Signal()
    new_wanted = Signal()
    open_wanted = Signal()
    file_chosen = Signal(str)

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        recent = preferences.recent_files
        self.sample = _way(_("Open the sample visit…"), "briefcase", primary=not recent)
        self.new = _way(_("New visit…"), "file-plus", primary=False)
        self.open = _way(_("Open a planner…"), "folder-open", primary=bool(recent))
        # The likeliest first: who has had planners looks for one of them.
        self.ways = (self.open, self.new, self.sample) if recent else (self.sample, self.new, self.open)
        self.sample.clicked.connect(self.sample_wanted)
        self.new.clicked.connect(self.new_wanted)
        self.open.clicked.connect(self.open_wanted)
        self._error = QFrame()
        self._error.setProperty("role", "notice")
        self._error.setProperty("tone", "bad")
        self._error_words = PlainLabel("", wrap=True, tone="bad")
        inside = QHBoxLayout(self._error)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.addWidget(self._error_words)
        self._error.hide()
        self.rows: list[RecentRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._lay_out()
        self._show_recent(recent)

    def _lay_out(self) -> None:
        name = PlainLabel("Aide-Mémoire")
        name.setFont(ui_font(_NAME_PX, BOLD))
        middle = QWidget()
        middle.setFixedWidth(_WIDTH_PX)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 32, 0, 32)
        column.setSpacing(0)
        column.addStretch(2)
        column.addWidget(name)
        column.addSpacing(8)
        words = _("Plan a visit across cities and time zones, and make its calendars and its book.")
        column.addWidget(PlainLabel(words, wrap=True, tone="muted"))
        column.addSpacing(24)
        ways = QHBoxLayout()
        ways.setSpacing(8)
        for way in self.ways:
            ways.addWidget(way)
        ways.addStretch(1)
        column.addLayout(ways)
        column.addSpacing(8)
        column.addWidget(self._error)
        column.addSpacing(8)
        hint = _("The sample visit is a copy of your own to try things on. A planner (.aide) can also be ")
        column.addWidget(MutedLabel(hint + _("dropped on this window."), wrap=True))
        column.addSpacing(28)
        column.addLayout(self._list)
        column.addStretch(3)
        inner = QWidget()
        scrolled(inner)
        row = QHBoxLayout(inner)
        row.addStretch(1)
        row.addWidget(middle)
        row.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def begin(self) -> None:
        """Put the focus on the newest planner that is there, or else on the likeliest way in."""
        buttons = [row.button for row in self.rows if not row.missing]
        first = next(iter(buttons), self.ways[0])
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        for one, other in pairwise((*self.ways, *(row.button for row in self.rows))):
            self.setTabOrder(one, other)
        self.begin()

    def show_error(self, words: str) -> None:
        """Say what went wrong; what could be chosen before can be chosen again."""
        self._error_words.setText(words)
        self._error.setVisible(bool(words))
        self._show_recent(self._preferences.recent_files)

    def error(self) -> str:
        """Return what is said to have gone wrong, or nothing."""
        return self._error_words.text()

    def _show_recent(self, paths: list[Path]) -> None:
        held = self.window().focusWidget()
        lost = held is not None and any(row.isAncestorOf(held) for row in self.rows)
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        if paths:
            self._list_recent(paths)
        if lost:
            self.begin()

    def _list_recent(self, paths: list[Path]) -> None:
        heading = SectionLabel(_("Recent planners"))
        heading.setContentsMargins(0, 0, 0, 8)
        self._list.addWidget(heading)
        for path in paths:
            row = RecentRow(path)
            row.chosen.connect(self.file_chosen)
            row.forgotten.connect(self._forget)
            self._list.addWidget(row)
            self.rows.append(row)

    @Slot(str)
    def _forget(self, path: str) -> None:
        self._preferences.forget_file(Path(path))
        self._show_recent(self._preferences.recent_files)


def _way(words: str, icon_name: str, *, primary: bool) -> PlainButton:
    if primary:
        return PrimaryButton(words, icon_name=icon_name)
    return PlainButton(words, icon_name=icon_name)

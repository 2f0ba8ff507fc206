"""The meetings at which a topic stands: each with its day, who speaks to it, and the minutes it has there."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.planning.views.topics import RaisedAt
from app.ui.inspector.links import LinkButton
from app.ui.theme.fonts import ui_font
from app.ui.widgets.emptying import empty
from app.ui.widgets.labels import MutedLabel, PlainLabel
from app.wording import _
from app.wording.dates import day, duration
from app.wording.names import word_name

_LINK_INSET_PX = 4  # from the edge of a link to its first letter
_BELOW_PX = 6


class RaisedTable(QWidget):
    """One meeting below the other; ``wanted`` carries the kind and id of the one clicked."""

    wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[RaisedAt, ...] | None = None
        self._links: list[LinkButton] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)

    def show_meetings(self, raised: Sequence[RaisedAt]) -> bool:
        """Show these meetings; tell whether they are others than before."""
        if tuple(raised) == self._shown:
            return False
        self._shown = tuple(raised)
        empty(self._grid)
        self._links = []
        for row, at in enumerate(raised):
            self._add(row * 2, at)
        if not raised:
            self._put(MutedLabel(_("It stands on no agenda yet."), wrap=True), 0, 0)
        return True

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [*self._links]

    def _add(self, row: int, at: RaisedAt) -> None:
        below = _below(at)
        minutes = PlainLabel(duration(at.minutes))
        minutes.setFont(ui_font(tabular=True))
        link = LinkButton(at.meeting)
        link.setAccessibleDescription(f"{below} · {minutes.text()}")
        link.clicked.connect(partial(self.wanted.emit, "meeting", at.entry_id))
        self._links.append(link)
        second = MutedLabel(below, wrap=True)
        second.setContentsMargins(_LINK_INSET_PX, 0, 0, _BELOW_PX)
        self._put(link, row, 0)
        minutes.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._put(minutes, row, 1)
        self._put(second, row + 1, 0)

    def _put(self, widget: QWidget, row: int, column: int) -> None:
        self._grid.addWidget(widget, row, column)
        widget.show()  # now, not with the next events: else what is below is squeezed for a blink


def _below(at: RaisedAt) -> str:
    parts = (day(at.start_wall.date()), word_name(at.intent), at.speaker)
    return " · ".join(part for part in parts if part)

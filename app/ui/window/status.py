"""The bar at the bottom: is everything saved, and what time is it there and at home."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AideError, reason
from app.planning.clock import now_utc
from app.planning.views.programme import head
from app.planning.workspace import Changed
from app.ui.desk import Desk
from app.ui.edge import Edge
from app.ui.theme.fonts import SMALL_PX, ui_font
from app.ui.widgets.labels import PlainLabel
from app.ui.window.clocks import clock_words
from app.wording import _, ngettext
from app.wording.errors import sentence

HEIGHT_PX = 26
_MINUTE_MS = 60_000


class StatusBar(QFrame):
    """Shows the saved state of a desk and two clocks that move with the minute."""

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, now: Callable[[], datetime] = now_utc
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setFixedHeight(HEIGHT_PX)
        self._desk = desk
        self._now = now
        self.state = PlainLabel("", elide=True, tone="muted")
        self.clocks = PlainLabel("", tone="muted")
        for label in (self.state, self.clocks):
            label.setFont(ui_font(SMALL_PX, tabular=True))
        self._lay_out()
        self._minute = QTimer(self)
        self._minute.setSingleShot(True)
        self._minute.timeout.connect(self.show_clocks)
        desk.saved.connect(self._on_saved)
        desk.failed.connect(self._on_failed)
        desk.unfinished.connect(self._on_saved)
        desk.changed.connect(self._on_changed)
        desk.visit_changed.connect(self.show_clocks)
        self._tell_at_first()
        self.show_clocks()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(24)
        row.addWidget(self.state, 1)
        row.addWidget(self.clocks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Edge(Qt.Orientation.Horizontal))
        column.addLayout(row, 1)

    @Slot()
    def show_clocks(self) -> None:
        """Show the time, and come back with the next minute."""
        at = self._now()
        self._minute.start(_MINUTE_MS - (at.second * 1000 + at.microsecond // 1000))
        self.clocks.setText(self._clock_words(at))

    def _clock_words(self, at: datetime) -> str:
        if not self._desk.visit_id:
            return ""
        try:
            return clock_words(self._desk.ask(head, self._desk.visit_id), at)
        except AideError:
            return ""

    def _tell_at_first(self) -> None:
        if self._desk.unfinished_count:
            self._on_saved()
        else:
            self._tell(_("Read only") if self._desk.read_only else _("All changes saved"), "muted")

    @Slot()
    def _on_saved(self) -> None:
        count = self._desk.unfinished_count
        if count:
            words = ngettext("{count} field not saved yet", "{count} fields not saved yet", count)
            self._tell(words.format(count=count), "warn")
            return
        local = self._now().replace(tzinfo=UTC).astimezone()
        self._tell(_("All changes saved · {time}").format(time=f"{local:%H:%M}"), "muted")

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._tell(failure_words(error), "bad")

    @Slot(object)
    def _on_changed(self, changed: Changed) -> None:
        if changed.touches("visit", "stop"):
            self.show_clocks()

    def _tell(self, words: str, tone: str) -> None:
        self.state.setText(words)
        self.state.set_tone(tone)


def failure_words(error: Exception) -> str:
    """Return what the saved state says of an error that the desk told of."""
    if not isinstance(error, AideError):
        return _("Not saved — {detail}").format(detail=reason(error))
    if error.code == "write_failed":
        words = _("Not saved — {path} could not be written ({detail}). What you typed is still here.")
        return words.format_map(error.data)
    if error.code == "backup_failed":
        return sentence(error)
    return _("Not saved — {detail}").format(detail=sentence(error))

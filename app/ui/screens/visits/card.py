"""One visit as a card."""

from datetime import datetime

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.time import from_utc
from app.domain.zones import known_zones
from app.planning.views.visits import VisitCard
from app.ui.screens.visits.words import counts
from app.ui.widgets.badge import MarkingBadge
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.labels import MutedLabel, PlainLabel, TitleLabel
from app.wording import _
from app.wording.countdown import countdown
from app.wording.dates import days
from app.wording.names import word_name

_OPENS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class Card(QFrame):
    """Shows a visit; Enter or a double click opens it, the arrows go to the next card, Del deletes it."""

    opened = Signal(str)
    delete_wanted = Signal(str)
    menu_wanted = Signal(str, QPoint)
    stepped = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "visit_card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.row_id = ""
        self.title = TitleLabel("", small=True, elide=True)
        self.badge = MarkingBadge(1, "-")
        self._days = PlainLabel("")
        self._cities = PlainLabel("", elide=True, tone="muted")
        self._counts = MutedLabel()
        self.more = IconButton("ellipsis", _("What can be done with this visit"), tone="muted")
        self.more.clicked.connect(self._ask_menu)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.title, 1)
        first.addWidget(self.badge)
        first.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 8, 12)
        column.setSpacing(4)
        column.addLayout(first)
        for line in (self._days, self._cities, self._counts):
            column.addWidget(line)

    def show_visit(self, card: VisitCard, cities: tuple[str, ...], marking: str, now: datetime) -> None:
        """Show a visit as it is at an instant (naive UTC)."""
        self.row_id = card.id
        self.title.setText(card.title)
        self.badge.set_marking(int(card.marking), marking)
        today = from_utc(now, card.home_zone).time.date() if card.home_zone in known_zones() else now.date()
        when = [
            days(card.starts_on, card.ends_on),
            word_name(card.state),
            countdown(card.state, card.starts_on, card.ends_on, today),
        ]
        when += [_("archived")] if card.archived else []
        self._days.setText(" · ".join(part for part in when if part))
        self._cities.setText(" – ".join(dict.fromkeys((card.home_city, *cities))))
        self._counts.setText(counts(card))
        lines = (self.title, self._days, self._cities, self._counts)
        self.setAccessibleName(", ".join(line.text() for line in lines))

    @Slot()
    def _ask_menu(self) -> None:
        self.menu_wanted.emit(self.row_id, self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        self.menu_wanted.emit(self.row_id, event.globalPos())

    def mouseDoubleClickEvent(self, _event: QMouseEvent, /) -> None:
        self.opened.emit(self.row_id)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = Qt.Key(event.key())
        if key in _OPENS:
            self.opened.emit(self.row_id)
        elif key is Qt.Key.Key_Delete:
            self.delete_wanted.emit(self.row_id)
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.stepped.emit(self.row_id, 1 if key is Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

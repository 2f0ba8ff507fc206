"""The entries that something is used by, each a link to it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.planning.views.places import EntryThere
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.labels import MutedLabel
from app.ui.widgets.plain import literal, set_tip
from app.wording import _, ngettext
from app.wording.dates import clock, day_with_year

_MOST = 8  # links; more are counted
_SIDES_PX = 4


class UsedBy(QWidget):
    """How many entries there are, and links to the latest; ``wanted`` carries the id of the one clicked."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[EntryThere, ...] | None = None
        self._links: list[_Link] = []
        self._count = MutedLabel()
        self._rest = MutedLabel()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self._count)
        self._column.addWidget(self._rest)

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [*self._links]

    def show_entries(self, entries: tuple[EntryThere, ...]) -> bool:
        """Show these entries; tell whether the links are others than before."""
        if entries == self._entries:
            return False
        self._entries = entries
        count = len(entries)
        words = ngettext("Used by {count} entry", "Used by {count} entries", count).format(count=count)
        self._count.setText(words if entries else _("No entry is held here yet."))
        for link in self._links:
            self._column.removeWidget(link)
            link.hide()
            link.deleteLater()
        self._links = [_Link(entry) for entry in entries[:_MOST]]
        for at, link in enumerate(self._links):
            self._column.insertWidget(at + 1, link)
            link.clicked.connect(partial(self.wanted.emit, link.entry_id))
            link.show()  # now, not with the next events: else the fields above are squeezed for a blink
        more = count - len(self._links)
        self._rest.setText(ngettext("and {count} more", "and {count} more", more).format(count=more))
        self._rest.setVisible(more > 0)
        return True


class _Link(PlainButton):
    def __init__(self, entry: EntryThere) -> None:
        when = _("{day}, {time}").format(
            day=day_with_year(entry.start_wall.date()), time=clock(entry.start_wall)
        )
        super().__init__(f"{when} · {entry.title}", role="link")
        self.entry_id = entry.id
        self.setProperty("listed", "True")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        set_tip(self, f"{entry.title}\n{when}\n{entry.visit}")

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        room = self.width() - _SIDES_PX
        shown = self.fontMetrics().elidedText(self.words(), Qt.TextElideMode.ElideRight, room)
        self.setText(literal(shown))

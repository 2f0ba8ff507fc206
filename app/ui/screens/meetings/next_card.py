"""What a later meeting with the same organisation takes over of what is to be continued."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.planning.verbs.continuing import take_over
from app.planning.views.continued import Continued, continued_into
from app.planning.views.next_meetings import NextMeeting, next_meetings
from app.ui.acting import done
from app.ui.desk import Desk
from app.ui.forms.ticks import Tick
from app.ui.forms.words import QuietBox
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.emptying import empty
from app.ui.widgets.labels import MutedLabel, TitleLabel
from app.ui.widgets.tuning import tune
from app.wording import _, ngettext
from app.wording.dates import day_with_year
from app.wording.errors import sentence


class NextCard(QFrame):
    """The next meeting, and the items that it can take over. ``go`` leads to it."""

    told = Signal(str, bool)
    go = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._desk = desk
        self._entry_id = ""
        self._meetings: tuple[NextMeeting, ...] = ()
        self._items: tuple[Continued, ...] = ()
        self._ticks: list[Tick] = []
        self.box = QuietBox()
        tune(self.box)
        self.box.setAccessibleName(_("Next meeting with them"))
        self.box.activated.connect(self._on_chosen)
        self._said = MutedLabel("", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.take = PlainButton(_("Take over into its agenda"), icon_name="arrow-right")
        self.take.clicked.connect(self._take_over)
        self.open = PlainButton(_("Open that meeting"), icon_name="external-link")
        self.open.clicked.connect(self._open)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.take)
        row.addWidget(self.open)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(8)
        column.addWidget(TitleLabel(_("Next meeting"), small=True))
        column.addWidget(self.box)
        column.addWidget(self._said)
        column.addLayout(self._list)
        column.addLayout(row)

    def show_entry(self, entry_id: str) -> None:
        """Show what comes after a meeting.

        Raises:
            AideError: it cannot be read.
        """
        chosen = self._chosen()
        found = self._desk.ask(next_meetings, entry_id)
        if found != self._meetings or entry_id != self._entry_id:
            self._entry_id, self._meetings = entry_id, found
            self.box.clear()
            for each in found:
                day = day_with_year(each.day)
                self.box.addItem(
                    _("{title} · {day} · {visit}").format(title=each.title, day=day, visit=each.visit)
                )
            if chosen in found:
                self.box.setCurrentIndex(found.index(chosen))
        for part in (self.box, self.open):
            part.setVisible(bool(found))
        self._show_items()

    def ticks(self) -> list[Tick]:
        """Return the boxes of the items that can be taken over."""
        return list(self._ticks)

    def said(self) -> str:
        """Return what is said of the items."""
        return self._said.text()

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [self.box, *self._ticks, self.take, self.open]

    def _chosen(self) -> NextMeeting | None:
        at = self.box.currentIndex()
        return self._meetings[at] if 0 <= at < len(self._meetings) else None

    @Slot()
    def _on_chosen(self) -> None:
        try:
            self._show_items()
        except AideError as error:
            self.told.emit(sentence(error), False)

    def _show_items(self) -> None:
        chosen = self._chosen()
        found: tuple[Continued, ...] = ()
        if chosen is not None:
            found = self._desk.ask(continued_into, self._entry_id, chosen.id)
        if found != self._items:
            self._items = found
            empty(self._list)
            self._ticks = [Tick(item.heading) for item in found]
            for tick, item in zip(self._ticks, found, strict=True):
                tick.setAccessibleName(item.heading)
                tick.setChecked(True)
                tick.setEnabled(not self._desk.read_only)
                self._list.addWidget(tick)
        self._said.setText(_say(chosen, found))
        self.take.setVisible(bool(found) and not self._desk.read_only)

    @Slot()
    def _take_over(self) -> None:
        chosen = self._chosen()
        ids = [item.id for item, tick in zip(self._items, self._ticks, strict=True) if tick.isChecked()]
        if chosen is None or not ids:
            return
        count = len(ids)
        label = ngettext(
            "Take {count} item over into “{title}”", "Take {count} items over into “{title}”", count
        )
        verb = partial(take_over, entry_id=chosen.id, agenda_item_ids=ids)
        if done(self._desk, self.told, label.format(count=count, title=chosen.title), verb):
            said = ngettext("{count} item taken over.", "{count} items taken over.", count)
            self.told.emit(said.format(count=count), True)

    @Slot()
    def _open(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.go.emit("meeting", chosen.id)


def _say(chosen: NextMeeting | None, items: tuple[Continued, ...]) -> str:
    if chosen is None:
        return _("No later meeting with them is planned yet.")
    if not items:
        return _("An item that is continued is offered here, unless it stands on that agenda already.")
    return _("What is to be continued there:")

"""What earlier meetings leave to one: what they still owe us, and what was to be continued."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.planning.clock import today
from app.planning.verbs.continuing import take_over, take_up_promises
from app.planning.views.continued import Continued
from app.planning.views.offered import Offered, offered_at
from app.planning.views.promises import PromiseLine
from app.planning.workspace import Changed
from app.ui.acting import done
from app.ui.desk import Desk
from app.ui.inspector.links import LinkButton
from app.ui.widgets.buttons import IconButton, PlainButton
from app.ui.widgets.labels import MutedLabel, SectionLabel
from app.wording import _, ngettext
from app.wording.actions import days_left
from app.wording.dates import day_with_year
from app.wording.short import short

TABLES = (
    "action",
    "action_note",
    "agenda_item",
    "topic",
    "entry",
    "participation",
    "member",
    "organisation",
    "visit",
)
_PART_PX = 8  # more between its two parts than between lines
_NOTHING = Offered((), (), frozenset())


class OfferedPanel(QFrame):
    """Hidden where nothing is owed or continued. ``go`` carries the kind and id of a row to be opened.

    ``told`` carries a sentence, and whether undo takes back what it tells; ``reordered`` tells that Tab stops
    at other places now.
    """

    go = Signal(str, str)
    told = Signal(str, bool)
    reordered = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(_("From earlier meetings"))
        self._desk = desk
        self._entry_id = ""
        self._title = ""
        self._shown = _NOTHING
        self._wanted = True
        self._stale = False  # what is offered changed while it was not wanted
        self._stops: list[QWidget] = []
        self._lines: QWidget | None = None
        self.take_all = PlainButton(_("Take all over into the agenda"), icon_name="plus")
        self.take_all.clicked.connect(self._take_all)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 12, 14, 14)
        self._column.setSpacing(8)
        foot = QHBoxLayout()
        foot.addWidget(self.take_all)
        foot.addStretch(1)
        self._column.addLayout(foot)
        self.hide()
        desk.changed.connect(self._on_changed)

    def show_entry(self, entry_id: str, title: str) -> None:
        """Show what is offered to an entry, whose title the words of undo say; no id shows nothing."""
        self._title = title
        if entry_id != self._entry_id:
            self._entry_id = entry_id
            self._ask()

    def let_show(self, *, wanted: bool) -> None:
        """Show itself, or not, as where it stands beside the same panel."""
        self._wanted = wanted
        if wanted and self._stale:
            self._ask()
        self._show_itself()

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [*self._stops, self.take_all]

    @Slot(object)
    def _on_changed(self, changed: Changed) -> None:
        if self._entry_id and changed.touches(*TABLES):
            self._ask()

    def _ask(self) -> None:
        self._stale = not self._wanted
        if self._stale:
            return
        try:
            offered = self._desk.ask(offered_at, self._entry_id, today()) if self._entry_id else _NOTHING
        except AideError:  # the entry is gone: what shows it tells so
            offered = _NOTHING
        if offered != self._shown:
            self._shown = offered
            self._fill(offered)
            self.reordered.emit()
        self._show_itself()

    def _show_itself(self) -> None:
        self.setVisible(self._wanted and bool(self._shown.owed or self._shown.continued))

    def _fill(self, offered: Offered) -> None:
        if self._lines is not None:
            self._column.removeWidget(self._lines)
            self._lines.hide()
            self._lines.deleteLater()
        self._lines, self._stops = QWidget(), []
        column = QVBoxLayout(self._lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if offered.owed:
            column.addWidget(SectionLabel(_("What they still owe us")))
        for line in offered.owed:
            take = None if line.id in offered.standing else partial(self._take_up, [line.id])
            column.addWidget(self._line(line.text, _owed(line), ("action", line.id), take, late=line.overdue))
        if offered.continued:
            column.addSpacing(_PART_PX if offered.owed else 0)
            column.addWidget(SectionLabel(_("To be continued")))
        for item in offered.continued:
            take = partial(self._take_over, [item.id])
            column.addWidget(self._line(item.heading, _continued(item), ("meeting", item.entry_id), take))
        self._column.insertWidget(0, self._lines)
        self._lines.show()  # now, not with the next events: else the rest is squeezed for a blink
        self.take_all.setVisible(
            not self._desk.read_only and len(self._owed_ids()) + len(offered.continued) > 1
        )

    def _line(
        self,
        words: str,
        below: str,
        goes: tuple[str, str],
        take: Callable[[], None] | None,
        *,
        late: bool = False,
    ) -> QWidget:
        widget = QWidget()
        link = LinkButton(" ".join(words.split()))
        link.clicked.connect(partial(self.go.emit, *goes))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(link, 1)
        self._stops.append(link)
        if take is None:
            row.addWidget(MutedLabel(_("On the agenda")))
        elif not self._desk.read_only:
            name = _("Take “{title}” over into the agenda").format(title=short(words))
            button = IconButton("plus", name, tone="muted", small=True)
            button.clicked.connect(take)
            row.addWidget(button)
            self._stops.append(button)
        detail = MutedLabel(below, wrap=True)
        detail.setContentsMargins(4, 0, 0, 4)
        if late:
            detail.set_tone("bad")
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(detail)
        return widget

    # What is taken over

    def _owed_ids(self) -> list[str]:
        return [line.id for line in self._shown.owed if line.id not in self._shown.standing]

    @Slot()
    def _take_all(self) -> None:
        owed, continued = self._owed_ids(), [item.id for item in self._shown.continued]

        def both(session: Any, entry_id: str) -> None:
            take_up_promises(session, entry_id, owed)
            take_over(session, entry_id, continued)

        self._do(both, len(owed) + len(continued))

    def _take_up(self, ids: Sequence[str], _on: bool = False) -> None:  # noqa: FBT001, FBT002 - as Qt tells it
        self._do(partial(take_up_promises, action_ids=ids), len(ids))

    def _take_over(self, ids: Sequence[str], _on: bool = False) -> None:  # noqa: FBT001, FBT002 - as Qt tells it
        self._do(partial(take_over, agenda_item_ids=ids), len(ids))

    def _do(self, verb: Callable[..., object], count: int) -> None:
        label = _("Take over from earlier meetings into “{title}”").format(title=self._title)
        if not done(self._desk, self.told, label, partial(verb, entry_id=self._entry_id)):
            return
        said = ngettext(
            "{count} item taken over into the agenda.", "{count} items taken over into the agenda.", count
        )
        self.told.emit(said.format(count=count), True)


def _owed(line: PromiseLine) -> str:
    due = _("due {day}").format(day=day_with_year(line.due_on)) if line.due_on else ""
    where = line.meeting and (
        _("{meeting}, {day}").format(meeting=line.meeting, day=day_with_year(line.made_on))
        if line.made_on
        else line.meeting
    )
    return " · ".join(part for part in (due, days_left(line.days_left), line.owner, where) if part)


def _continued(item: Continued) -> str:
    return " · ".join(part for part in (item.meeting, day_with_year(item.day), item.outcome_note) if part)

"""Entries that are added to the programme: new ones, copies, and where those that are pasted go."""

from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.time import from_utc, to_utc
from app.planning.moving import Start
from app.planning.placing import at_home
from app.planning.views.programme import Head
from app.ui.screens.programme.board.acts import BoardActs
from app.ui.screens.programme.board.new_entry import NewEntry
from app.ui.screens.programme.clipboard import Where
from app.ui.screens.programme.content import Content
from app.ui.screens.programme.forms import Forms
from app.wording import _

_FIRST_HOUR = time(9)
_HOUR = timedelta(hours=1)


class Adding(QObject):
    """Adds entries beside those that are selected. ``catch_up`` has the forms show all that was done.

    ``created`` carries the id of a new entry that is selected and has no title of its own yet.
    """

    created = Signal(str)

    def __init__(
        self, acts: BoardActs, forms: Forms, content: Content, catch_up: Callable[[], object]
    ) -> None:
        super().__init__(acts)
        self._acts = acts
        self._forms = forms
        self._content = content
        self._catch_up = catch_up

    @Slot()
    def create(self) -> None:
        """Add an entry of one hour after the selected one, and select it; its title is typed there."""
        self._catch_up()
        head = self._content.head
        if head is None or self._acts.idle:
            return
        start = self._next_start(head)
        end, end_fold = from_utc(to_utc(start.wall, start.zone, start.fold or 0) + _HOUR, start.zone)
        self._acts.design(start, Start(end, start.zone, end_fold), then=self._name)

    def _next_start(self, head: Head) -> Start:
        """Return where a new entry starts: at the end of the selected one, else on the morning in view."""
        after = self._forms.row()
        if after is not None:
            return Start(after.end_wall, after.end_zone, after.end_fold)
        where = self.where()
        assert where is not None  # there is a head
        if where.home_day is not None:
            return at_home(head, datetime.combine(where.home_day, _FIRST_HOUR))
        return Start(datetime.combine(where.day, _FIRST_HOUR), where.zone)

    def _name(self, new: NewEntry) -> None:
        """Have a new entry's title typed where it stands on the board; else add it first."""
        if not self._forms.lists and self._forms.board().titling.begin(new):
            return
        if entry_id := self._acts.create(new):
            self.select(entry_id)
            self.created.emit(entry_id)

    @Slot()
    def copy(self) -> None:
        """Add a copy of each selected entry, and select the copies."""
        rows = self._forms.chosen()
        if not rows:
            self._acts.told.emit(_("Select an entry first."), False)
        elif len(rows) > 1:
            starts = {row.id: Start(row.start_wall, row.start_zone, row.start_fold) for row in rows}
            self._acts.copy(starts, rows, then=self.select_all)
        elif made := self._acts.duplicate(rows[0]):
            self.select(made)

    def select(self, entry_id: str) -> None:
        """Select an entry, of which the form may not have heard yet."""
        self._catch_up()
        self._forms.select(entry_id)

    def select_all(self, ids: Sequence[str]) -> None:
        """Select entries; in the list, which is read line by line, the last of them."""
        if self._forms.lists:
            self.select(ids[-1])
        else:
            self._forms.board().selection.set(ids)

    def where(self) -> Where | None:
        """Return where something is pasted: on the day of the selected entry, else on the one in view."""
        self._catch_up()
        row, head = self._forms.row(), self._content.head
        if head is None:
            return None
        at_home = not self._forms.lists and self._forms.choice().home
        if row is not None:
            home_day = from_utc(row.start_utc, head.home_zone).time.date() if at_home else None
            return Where(row.start_wall.date(), row.start_zone, home_day)
        seen = None if self._forms.lists else self._forms.board().days.part()
        if seen is not None:
            return Where(seen.day, seen.zone, seen.day if at_home else None)
        day = self._forms.day() or head.starts_on
        return Where(day, head.zone_on(day))

"""All meetings of a visit as a table."""

from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction

from app.domain.time import from_utc, to_utc
from app.domain.words import EntryKind, EntryStatus, Marking
from app.planning.settings import marking_names
from app.planning.verbs.entries import create_entry, delete_entry, edit_entry
from app.planning.views.meetings import MeetingRow, meeting_rows
from app.planning.views.programme import Head, head
from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.screens.meetings.words import balance, brief_state, home_span, span
from app.ui.tables.bulk import BulkField
from app.ui.tables.column import Column
from app.ui.tables.room import ListRoom
from app.wording import _
from app.wording.dates import day_within
from app.wording.names import word_name

_FIRST_HOUR = time(9)
_HOUR = timedelta(hours=1)


class MeetingList(ListRoom):
    """The meetings of the visit in view: times here and at home, place, heads, agenda and brief."""

    tables = (
        *("entry", "agenda_item", "brief", "brief_paragraph", "participation"),
        *("member", "person", "place", "organisation", "visit", "stop"),
    )

    def __init__(self, desk: Desk, preferences: Preferences) -> None:
        self._head: Head | None = None
        super().__init__(
            desk,
            preferences,
            name="meetings",
            kind="entry",
            title=_("Meetings"),
            columns=self._columns(),
            add_words=_("Add meeting"),
            empty=(
                _("No meetings yet."),
                _("Add the first; its agenda and brief are written on its own page."),
                _("Add meeting"),
            ),
            icon="users",
        )

    def _columns(self) -> list[Column]:
        return [
            Column("day", _("Day"), _day, sort=_start, width=96),
            Column("hours", _("Hours"), span, sort=_start, width=132, detail=self._home),
            Column("title", _("Meeting"), _title, width=296, detail=_what_and_where, badge=self._badge),
            Column("place", _("Place"), _place, width=150, detail=_where, hidden=True),
            Column("heads", _("Heads of side"), _our_head, width=152, detail=_host_head),
            Column("agenda", _("Agenda"), _agenda, sort=_over, width=126, detail=_rest, tone=_agenda_tone),
            Column("brief", _("Brief"), _nothing, width=82, chip=_brief, tone=_brief_tone),
        ]

    def ask_rows(self) -> Sequence[MeetingRow]:
        if not self.desk.visit_id:
            return ()
        self._head = self.desk.ask(head, self.desk.visit_id)
        return self.desk.ask(meeting_rows, self.desk.visit_id)

    def add(self) -> str | None:
        """Add a meeting of one hour after the selected one; see :meth:`add_after`."""
        return self.add_after(self.table.current_id())

    def add_after(self, entry_id: str) -> str | None:
        """Add a meeting of one hour where another ends: after that of this id, else after the last.

        The first of a visit stands on its first morning.

        Raises:
            AideError: as :func:`app.planning.verbs.entries.create_entry`.
        """
        if not self.desk.visit_id:
            return None
        rows = self.ask_rows()
        assert self._head is not None
        before = next((row for row in rows if row.id == entry_id), rows[-1] if rows else None)
        start, fold, zone = _next_start(self._head, before)
        end, end_fold = from_utc(to_utc(start, zone, fold) + _HOUR, zone)
        verb = partial(
            create_entry,
            visit_id=self._head.visit_id,
            title=_("New meeting"),
            start_wall=start,
            start_zone=zone,
            start_fold=fold,
            end_wall=end,
            end_zone=zone,
            end_fold=end_fold,
        )
        return self.desk.do(_("Add a meeting"), verb)

    def delete(self, ids: Sequence[str]) -> str:
        return self.delete_each(delete_entry, ids)

    def bulk_fields(self) -> Sequence[BulkField]:
        states = [(word_name(status), _setting(status=status)) for status in EntryStatus]
        names = self.desk.ask(marking_names)
        levels = [(names[marking], _setting(marking=marking)) for marking in Marking]
        return ((_("Status"), states), (_("Marking"), levels))

    def row_name(self, row: Any) -> str:
        return _title(row)

    def menu_actions(self, ids: Sequence[str]) -> Sequence[QAction]:
        show = QAction(_("Show in the programme"), self)
        show.setData(ids[0])
        show.triggered.connect(self._show_in_programme)
        return (show,)

    @Slot()
    def _show_in_programme(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.go.emit("entry", str(action.data()))

    # What its columns say

    def _home(self, row: MeetingRow) -> str:
        return home_span(row, self._head.home_zone) if self._head else ""

    def _badge(self, row: MeetingRow) -> Marking | None:
        return None if self._head and row.marking is self._head.marking else row.marking


def _setting(**fields: Any) -> Callable[..., object]:
    return partial(edit_entry, **fields)


def _next_start(at: Head, after: MeetingRow | None) -> tuple[datetime, int, str]:
    """Return where a new meeting starts: at the end of another, else on the first morning."""
    if after is not None:
        wall, fold = from_utc(after.end_utc, after.end_zone)
        return wall, fold, after.end_zone
    base = at.base_on(at.starts_on)
    return datetime.combine(at.starts_on, _FIRST_HOUR), 0, base.zone if base else at.home_zone


def _day(row: MeetingRow) -> str:
    return day_within(row.start_wall.date(), row.visit_first, row.visit_last)


def _start(row: MeetingRow) -> object:
    return row.start_utc


def _title(row: MeetingRow) -> str:
    return row.title


def _what_and_where(row: MeetingRow) -> str:
    kind = "" if row.kind is EntryKind.MEETING else word_name(row.kind)
    status = "" if row.status is EntryStatus.CONFIRMED else word_name(row.status)
    return " · ".join(part for part in (kind, status, row.city, row.place) if part)


def _place(row: MeetingRow) -> str:
    return row.place or ""


def _where(row: MeetingRow) -> str:
    return " · ".join(part for part in (row.host_acronym or row.host, row.city) if part)


def _our_head(row: MeetingRow) -> str:
    return row.our_head


def _host_head(row: MeetingRow) -> str:
    return row.host_head


def _agenda(row: MeetingRow) -> str:
    return _("{used} of {slot} min").format(used=row.used, slot=row.slot) if row.items else ""


def _rest(row: MeetingRow) -> str:
    return balance(-row.over) if row.items else ""


def _over(row: MeetingRow) -> object:
    return row.over


def _agenda_tone(row: MeetingRow) -> str:
    return "bad" if row.items and row.over > 0 else ""


def _nothing(_row: MeetingRow) -> str:
    return ""


def _brief(row: MeetingRow) -> str:
    return brief_state(row)[0]


def _brief_tone(row: MeetingRow) -> str:
    return brief_state(row)[1]

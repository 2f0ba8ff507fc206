"""What the board does to entries: each act is one step with a name, and a refusal is one clear sentence."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from app.domain.errors import AideError
from app.domain.words import EntryStatus
from app.planning.bulk import for_each
from app.planning.new_entry import create_entry_for
from app.planning.verbs.entries import copy_entry, edit_entry
from app.planning.verbs.programme import (
    Start,
    copy_entries,
    delete_entries,
    place_entries,
    shift_later,
    shift_visit,
    stretch_entry,
)
from app.ui.desk import Desk
from app.wording import _, ngettext
from app.wording.errors import sentence


class Row(Protocol):
    """A row of the programme, on the board or in the list."""

    @property
    def id(self) -> str:
        """The entry."""

    @property
    def title(self) -> str:
        """What it is called."""


class BoardActs(QObject):
    """Carries out what hands, keys and menus want.

    ``told`` goes to the toast: a sentence, and whether it can be undone.
    """

    told = Signal(str, bool)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    @property
    def idle(self) -> bool:
        """Whether nothing can be done: the planner is open to read only, or no visit is in view."""
        return self._desk.read_only or not self._desk.visit_id

    def move(self, starts: Mapping[str, Start], lines: Collection[Row]) -> bool:
        """Put entries at other starts; tell whether it was done."""
        label = self._named(
            _("Move “{title}”"), ngettext("Move {count} entry", "Move {count} entries", len(lines)), lines
        )
        return (
            self._do(label, partial(place_entries, visit_id=self._desk.visit_id, starts=starts)) is not None
        )

    def copy(self, starts: Mapping[str, Start], lines: Collection[Row]) -> tuple[str, ...]:
        """Add copies of entries at these starts; return the copies' ids."""
        label = self._named(
            _("Copy “{title}”"), ngettext("Copy {count} entry", "Copy {count} entries", len(lines)), lines
        )
        made = self._do(label, partial(copy_entries, visit_id=self._desk.visit_id, starts=starts))
        return made if isinstance(made, tuple) else ()

    def stretch(self, line: Row, *, start: datetime | None = None, end: datetime | None = None) -> bool:
        """Pull one edge of an entry to a wall time of its own zone; tell whether it was done."""
        act = partial(stretch_entry, entry_id=line.id, start_wall=start, end_wall=end)
        return self._do(_("Change the length of “{title}”").format(title=line.title), act) is not None

    def create(
        self,
        start: datetime,
        end: datetime,
        zone: str,
        *,
        folds: tuple[int | None, int | None] = (None, None),
        party_ids: frozenset[str] = frozenset(),
    ) -> str:
        """Add an entry between two wall times of a zone, for these parties; return its id, "" if refused."""
        made = self._do(
            _("Add an entry"),
            partial(
                create_entry_for,
                visit_id=self._desk.visit_id,
                party_ids=party_ids,
                title=_("New entry"),
                start_wall=start,
                start_zone=zone,
                end_wall=end,
                end_zone=zone,
                start_fold=folds[0],
                end_fold=folds[1],
            ),
        )
        return made if isinstance(made, str) else ""

    def duplicate(self, line: Row) -> str:
        """Add a copy of an entry at its own time; return its id, "" if refused."""
        made = self._do(_("Copy “{title}”").format(title=line.title), partial(copy_entry, entry_id=line.id))
        return made if isinstance(made, str) else ""

    def rename(self, line: Row, title: str) -> bool:
        """Give an entry another title; tell whether it was done."""
        label = _("Rename “{title}”").format(title=line.title)
        return self._do(label, partial(edit_entry, entry_id=line.id, title=title)) is not None

    def delete(self, lines: Collection[Row]) -> None:
        """Delete entries; the toast offers to undo it."""
        count = len(lines)
        label = self._named(
            _("Delete “{title}”"), ngettext("Delete {count} entry", "Delete {count} entries", count), lines
        )
        ids = tuple(line.id for line in lines)
        if self._do(label, partial(delete_entries, entry_ids=ids)) is not None:
            said = self._named(
                _("“{title}” deleted."),
                ngettext("{count} entry deleted.", "{count} entries deleted.", count),
                lines,
            )
            self.told.emit(said, True)

    def set_status(self, lines: Collection[Row], status: EntryStatus) -> None:
        """Mark entries as confirmed, tentative or cancelled."""
        count = len(lines)
        labels = {
            EntryStatus.CONFIRMED: (
                _("Confirm “{title}”"),
                ngettext("Confirm {count} entry", "Confirm {count} entries", count),
            ),
            EntryStatus.TENTATIVE: (
                _("Mark “{title}” as tentative"),
                ngettext("Mark {count} entry as tentative", "Mark {count} entries as tentative", count),
            ),
            EntryStatus.CANCELLED: (
                _("Cancel “{title}”"),
                ngettext("Cancel {count} entry", "Cancel {count} entries", count),
            ),
        }
        label = self._named(*labels[status], lines)
        self._do(label, for_each, edit_entry, [line.id for line in lines], status=status)

    def shift_later(self, line: Row, minutes: int) -> bool:
        """Move an entry and all later ones of its day by so many minutes."""
        label = _("Shift “{title}” and all later that day").format(title=line.title)
        return self._do(label, partial(shift_later, entry_id=line.id, minutes=minutes)) is not None

    def shift_visit(self, days: int) -> bool:
        """Move the whole visit by so many days."""
        label = ngettext("Shift the visit by {count} day", "Shift the visit by {count} days", abs(days))
        act = partial(shift_visit, visit_id=self._desk.visit_id, days=days)
        return self._do(label.format(count=days), act) is not None

    def _named(self, one: str, several: str, lines: Collection[Row]) -> str:
        if len(lines) == 1:
            return one.format(title=next(iter(lines)).title)
        return several.format(count=len(lines))

    def _do(self, label: str, act: Callable[..., object], *args: object, **fields: object) -> object | None:
        """Do an act as one step and return its result, ``True`` for none; ``None`` where it was refused."""
        if self.idle:
            return None
        try:
            result = self._desk.do(label, act, *args, **fields)
        except AideError as error:
            self.told.emit(sentence(error), False)
            return None
        return True if result is None else result

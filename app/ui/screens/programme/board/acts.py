"""What the board does to entries."""

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

from app.domain.errors import AideError
from app.domain.words import EntryStatus
from app.planning.bulk import for_each
from app.planning.lanes import Lanes, copy_into_lane, place_in_lane
from app.planning.moving import Start
from app.planning.verbs.entries import copy_entry, edit_entry
from app.planning.verbs.programme import (
    delete_entries,
    shift_later,
    shift_visit,
    stretch_entries,
    stretch_entry,
    tie_entry,
    untie_entry,
)
from app.planning.views.moving_along import moving_along
from app.ui.screens.programme.board.doing import Doing, Then
from app.ui.screens.programme.board.new_entry import NewEntry
from app.ui.screens.programme.board.said import Row, Said
from app.wording import _, ngettext


class BoardActs(Doing):
    """Carries out what hands, keys and menus want."""

    # Times

    def move(
        self,
        starts: Mapping[str, Start],
        lines: Collection[Row],
        lanes: Lanes | None = None,
        *,
        then: Then | None = None,
    ) -> None:
        """Put entries at other starts, and into another lane; ``then`` is called once it is done."""
        said = Said.of(
            lines,
            (_("Move “{title}”"), ngettext("Move {count} entry", "Move {count} entries", len(lines))),
            (_("“{title}” moved."), ngettext("{count} entry moved.", "{count} entries moved.", len(lines))),
        )
        if lanes is None:
            said = replace(said, told_at=_("“{title}” moved to {day}, {time}."))
        said = replace(said, more=self._along(starts))
        self._put(place_in_lane, said, starts, lanes, then)

    def _along(self, starts: Mapping[str, Start]) -> str:
        """Return what is said of entries that move along, since they are tied to those that are moved."""
        titles: tuple[str, ...] = ()
        with suppress(AideError):  # then the act itself says why it cannot be done
            titles = self._desk.ask(moving_along, self._desk.visit_id, starts.keys())
        words = ngettext("“{title}” moved along.", "{count} tied entries moved along.", len(titles))
        return words.format(title=titles[0], count=len(titles)) if titles else ""

    def copy(
        self,
        starts: Mapping[str, Start],
        lines: Collection[Row],
        lanes: Lanes | None = None,
        *,
        then: Then | None = None,
    ) -> None:
        """Add copies of entries at these starts; ``then`` takes the copies' ids."""
        said = Said.of(
            lines,
            (_("Copy “{title}”"), ngettext("Copy {count} entry", "Copy {count} entries", len(lines))),
            (
                _("“{title}” copied."),
                ngettext("{count} entry copied.", "{count} entries copied.", len(lines)),
            ),
        )
        self._put(copy_into_lane, said, starts, lanes, then)

    def _put(
        self,
        verb: Callable[..., object],
        said: Said,
        starts: Mapping[str, Start],
        lanes: Lanes | None,
        then: Then | None,
    ) -> None:
        """Do to entries at these starts, and in a lane, what a verb does."""
        self.attempt(
            said, dict(starts), lambda times, _fold: self.on_visit(verb, starts=times, lanes=lanes), then
        )

    def stretch(self, line: Row, *, start: Start | None = None, end: Start | None = None) -> None:
        """Pull an end of an entry to another time of its own zone."""
        said = Said.of(
            [line], (_("Change the length of “{title}”"), ""), (_("The length of “{title}” changed."), "")
        )
        times = {name: time for name, time in (("start", start), ("end", end)) if time is not None}

        def verb(times: dict[str, Start], _fold: int | None) -> Callable[..., object]:
            return partial(stretch_entry, entry_id=line.id, **_fields(times, "wall", "fold"))

        self.attempt(said, times, verb)

    def stretch_all(self, lines: Collection[Row], minutes: int) -> None:
        """Let entries end so many minutes later, in one step."""
        count = len(lines)
        label = ngettext("Change the length of {count} entry", "Change the length of {count} entries", count)
        told = ngettext(
            "The length of {count} entry changed.", "The length of {count} entries changed.", count
        )
        said = Said.of(
            lines,
            (_("Change the length of “{title}”"), label),
            (_("The length of “{title}” changed."), told),
        )
        ids = tuple(line.id for line in lines)
        self.do(said, partial(stretch_entries, entry_ids=ids, minutes=minutes))

    def design(
        self,
        start: Start,
        end: Start,
        *,
        party_ids: frozenset[str] = frozenset(),
        then: Callable[[NewEntry], object],
    ) -> None:
        """Ask for what the clock does not tell of two times between which an entry is to be added.

        Nothing is added: ``then`` takes what is to be, and :meth:`create` adds it.
        """
        new = NewEntry(self._desk.visit_id, start, end, party_ids)
        self.settle(
            {"start": start, "end": end},
            lambda times, _fold: new.at(times).verb(_("New entry")),
            lambda times: then(new.at(times)),
        )

    def create(self, new: NewEntry, title: str = "") -> str:
        """Add an entry, under the usual title if it has none; return its id, "" if refused."""
        made = self.do(Said(_("Add an entry"), ""), new.verb(title.strip() or _("New entry")))
        return made if isinstance(made, str) else ""

    def shift_later(self, line: Row, minutes: int) -> bool:
        """Move an entry and all later ones of its day by so many minutes; tell whether it was done."""
        said = Said.of(
            [line],
            (_("Shift “{title}” and all later that day"), ""),
            (_("“{title}” and all later that day moved."), ""),
        )
        return self.do(said, partial(shift_later, entry_id=line.id, minutes=minutes)) is not None

    def shift_visit(self, days: int) -> None:
        """Move the whole visit by so many days."""
        count = abs(days)
        if days > 0:
            label = ngettext("Shift the visit {count} day later", "Shift the visit {count} days later", count)
            told = ngettext("The visit is {count} day later.", "The visit is {count} days later.", count)
        else:
            label = ngettext(
                "Shift the visit {count} day earlier", "Shift the visit {count} days earlier", count
            )
            told = ngettext("The visit is {count} day earlier.", "The visit is {count} days earlier.", count)
        said = Said(label.format(count=count), told.format(count=count))

        def verb(times: dict[str, Start], fold: int | None) -> Callable[..., object]:
            return self.on_visit(shift_visit, days=days, starts=times, fold=fold)

        self.attempt(said, {}, verb)  # a time is given for those alone that are asked about

    # Else

    def duplicate(self, line: Row) -> str:
        """Add a copy of an entry at its own time; return its id, "" if refused."""
        said = Said(_("Copy “{title}”").format(title=line.title), "")
        made = self.do(said, partial(copy_entry, entry_id=line.id))
        return made if isinstance(made, str) else ""

    def rename(self, line: Row, title: str) -> bool:
        """Give an entry another title; tell whether it was done."""
        said = Said(_("Rename “{title}”").format(title=line.title), "")
        return self.do(said, partial(edit_entry, entry_id=line.id, title=title)) is not None

    def delete(self, lines: Collection[Row]) -> None:
        """Delete entries; the toast offers to undo it."""
        count = len(lines)
        said = Said.of(
            lines,
            (_("Delete “{title}”"), ngettext("Delete {count} entry", "Delete {count} entries", count)),
            (_("“{title}” deleted."), ngettext("{count} entry deleted.", "{count} entries deleted.", count)),
        )
        self.do(said, partial(delete_entries, entry_ids=tuple(line.id for line in lines)))

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
        told = {
            EntryStatus.CONFIRMED: (
                _("“{title}” is confirmed."),
                ngettext("{count} entry is confirmed.", "{count} entries are confirmed.", count),
            ),
            EntryStatus.TENTATIVE: (
                _("“{title}” is tentative."),
                ngettext("{count} entry is tentative.", "{count} entries are tentative.", count),
            ),
            EntryStatus.CANCELLED: (
                _("“{title}” is cancelled."),
                ngettext("{count} entry is cancelled.", "{count} entries are cancelled.", count),
            ),
        }
        said = Said.of(lines, labels[status], told[status])
        ids = [line.id for line in lines]
        self.do(said, lambda session: for_each(session, edit_entry, ids, status=status))

    def tie(self, line: Row, other: Row, minutes: int) -> bool:
        """Tie an entry to another: so many minutes before it (negative: after); tell whether it was done."""
        label = _("Tie “{title}” to “{other}”").format(title=line.title, other=other.title)
        told = _("“{title}” now moves with “{other}”.").format(title=line.title, other=other.title)
        act = partial(tie_entry, entry_id=line.id, to_id=other.id, minutes=minutes)
        return self.do(Said(label, told), act) is not None

    def untie(self, lines: Collection[Row]) -> None:
        """Let entries stand on their own; they stay where they are."""
        count = len(lines)
        said = Said.of(
            lines,
            (_("Untie “{title}”"), ngettext("Untie {count} entry", "Untie {count} entries", count)),
            (
                _("“{title}” stands on its own."),
                ngettext("{count} entry stands on its own.", "{count} entries stand on their own.", count),
            ),
        )
        ids = [line.id for line in lines]
        self.do(said, lambda session: for_each(session, untie_entry, ids))


def _fields(times: Mapping[str, Start], *parts: str) -> dict[str, Any]:
    """Return times by the names of a verb's arguments: ``start_wall``, ``end_fold``."""
    return {f"{name}_{part}": getattr(time, part) for name, time in times.items() for part in parts}

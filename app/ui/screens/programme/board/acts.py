"""What the board does to entries: each act is one step with a name, and a refusal is one clear sentence."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from app.domain.errors import AideError
from app.domain.words import EntryStatus
from app.planning.bulk import for_each
from app.planning.lanes import Lanes, copy_into_lane, place_in_lane
from app.planning.moving import Start
from app.planning.new_entry import create_entry_for
from app.planning.verbs.entries import copy_entry, edit_entry
from app.planning.verbs.programme import (
    delete_entries,
    shift_later,
    shift_visit,
    stretch_entry,
    tie_entry,
    untie_entry,
)
from app.ui.desk import Desk
from app.ui.forms.which_pass import offers_for
from app.ui.screens.programme.board.asking import can_be_asked, mended, name_city, question, refusal, refused
from app.ui.screens.programme.board.said import Said
from app.wording import _, ngettext

Then = Callable[[Any], object]
#: Returns the verb of an act at times by name, with the fold that was chosen for all that come twice.
Timed = Callable[[dict[str, Start], int | None], Callable[..., object]]


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

    ``told`` goes to the toast: a sentence, and whether it can be undone. ``done`` carries the sentence of an
    act that others may have to be told of. ``asked`` carries a :class:`Question` where a clock does not show
    the time that was meant, or shows it twice; nothing is done until it is answered.
    """

    told = Signal(str, bool)
    done = Signal(str)
    asked = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    @property
    def idle(self) -> bool:
        """Whether nothing can be done: the planner is open to read only, or no visit is in view."""
        return self._desk.read_only or not self._desk.visit_id

    def refuse_idle(self) -> bool:
        """Say why nothing can be done, if nothing can; tell whether that is so."""
        if self._desk.read_only:
            self.told.emit(_("This planner is open to read only: nothing can be changed."), False)
        return self.idle

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
        self.attempt(
            said,
            dict(starts),
            lambda times, _fold: self.on_visit(place_in_lane, starts=times, lanes=lanes),
            then,
        )

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
        self.attempt(
            said,
            dict(starts),
            lambda times, _fold: self.on_visit(copy_into_lane, starts=times, lanes=lanes),
            then,
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

    def create(
        self,
        start: Start,
        end: Start,
        *,
        party_ids: frozenset[str] = frozenset(),
        then: Then | None = None,
    ) -> None:
        """Add an entry between two times, for these parties; ``then`` takes its id."""

        def verb(times: dict[str, Start], _fold: int | None) -> Callable[..., object]:
            clocks = _fields(times, "wall", "zone", "fold")
            return self.on_visit(create_entry_for, party_ids=party_ids, title=_("New entry"), **clocks)

        self.attempt(Said(_("Add an entry"), ""), {"start": start, "end": end}, verb, then)

    def shift_later(self, line: Row, minutes: int) -> bool:
        """Move an entry and all later ones of its day by so many minutes; tell whether it was done."""
        said = Said.of(
            [line],
            (_("Shift “{title}” and all later that day"), ""),
            (_("“{title}” and all later that day moved."), ""),
        )
        return self._do(said, partial(shift_later, entry_id=line.id, minutes=minutes)) is not None

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
        self.attempt(said, {}, lambda _times, fold: self.on_visit(shift_visit, days=days, fold=fold))

    # Else

    def duplicate(self, line: Row) -> str:
        """Add a copy of an entry at its own time; return its id, "" if refused."""
        said = Said(_("Copy “{title}”").format(title=line.title), "")
        made = self._do(said, partial(copy_entry, entry_id=line.id))
        return made if isinstance(made, str) else ""

    def rename(self, line: Row, title: str) -> bool:
        """Give an entry another title; tell whether it was done."""
        said = Said(_("Rename “{title}”").format(title=line.title), "")
        return self._do(said, partial(edit_entry, entry_id=line.id, title=title)) is not None

    def delete(self, lines: Collection[Row]) -> None:
        """Delete entries; the toast offers to undo it."""
        count = len(lines)
        said = Said.of(
            lines,
            (_("Delete “{title}”"), ngettext("Delete {count} entry", "Delete {count} entries", count)),
            (_("“{title}” deleted."), ngettext("{count} entry deleted.", "{count} entries deleted.", count)),
        )
        self._do(said, partial(delete_entries, entry_ids=tuple(line.id for line in lines)))

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
        self._do(said, lambda session: for_each(session, edit_entry, ids, status=status))

    def tie(self, line: Row, other: Row, minutes: int) -> bool:
        """Tie an entry to another: so many minutes before it (negative: after); tell whether it was done."""
        label = _("Tie “{title}” to “{other}”").format(title=line.title, other=other.title)
        told = _("“{title}” now moves with “{other}”.").format(title=line.title, other=other.title)
        act = partial(tie_entry, entry_id=line.id, to_id=other.id, minutes=minutes)
        return self._do(Said(label, told), act) is not None

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
        self._do(said, lambda session: for_each(session, untie_entry, ids))

    # How it is done

    def on_visit(self, verb: Callable[..., object], **fields: Any) -> Callable[..., object]:
        """Return a verb that is about the visit in view."""
        return partial(verb, visit_id=self._desk.visit_id, **fields)

    def attempt(
        self,
        said: Said,
        times: dict[str, Start],
        verb: Timed,
        then: Then | None = None,
        fold: int | None = None,
    ) -> None:
        """Do an act at these times; where the clock does not tell one of them, ask and do it then.

        ``verb`` takes the times by name, and the fold that was chosen for all that come twice. What is
        asked changes only the time that was refused. ``then`` takes what the act returns.
        """

        def ask(error: AideError) -> bool:
            if not can_be_asked(error, times):
                return False

            def again(chosen: Start) -> None:
                others, one_fold = mended(times, error, chosen, fold)
                self.attempt(said, others, verb, then, one_fold)

            def fits(chosen: Start) -> bool:
                return self._fits(verb, *mended(times, error, chosen, fold))

            entry_id = error.data.get("entry_id") or next(iter(said.titles), "")
            name_city(self._desk, error, entry_id)
            title = said.titles.get(refused(error), "") if len(times) > 1 else ""
            asked = question(error, title, fits, again)
            if asked is not None:
                self.asked.emit(asked)
            return asked is not None

        result = self._do(said.at(times), verb(times, fold), ask)
        if result is not None and then is not None:
            then(result)

    def _fits(self, verb: Timed, times: dict[str, Start], fold: int | None) -> bool:
        """Tell whether an act would be done at these times, where need be after a further question."""
        error = self._desk.refusal(verb(times, fold))
        if error is None or not can_be_asked(error, times):
            return error is None
        zone = error.data["zone"]
        others = (Start(each.wall, zone, each.fold) for each in offers_for(error))
        return any(self._fits(verb, *mended(times, error, other, fold)) for other in others)

    def _do(
        self, said: Said, act: Callable[..., object], ask: Callable[[AideError], bool] | None = None
    ) -> object | None:
        """Do an act as one step and return its result, ``True`` for none; ``None`` where it was refused."""
        if self.idle:
            return None
        try:
            result = self._desk.do(said.label, act)
        except AideError as error:
            if ask is None or not ask(error):
                self.told.emit(refusal(error), False)
            return None
        if said.told:
            self.done.emit(said.told)
        return True if result is None else result


def _fields(times: Mapping[str, Start], *parts: str) -> dict[str, Any]:
    """Return times by the names of a verb's arguments: ``start_wall``, ``end_fold``."""
    return {f"{name}_{part}": getattr(time, part) for name, time in times.items() for part in parts}

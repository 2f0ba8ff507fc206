"""Working the plan of a board out, and out again after a change: what did not change is not looked at."""

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from app.domain.board.clashes import Busy, Clash, clashes
from app.domain.board.columns import columns, home_columns
from app.domain.board.days import Column
from app.domain.board.gaps import gaps
from app.domain.board.pieces import Piece, pieces
from app.domain.geo import Point
from app.domain.ways import estimate
from app.domain.words import EntryStatus
from app.planning.views.board import Board, BoardLine
from app.reference.speeds import paces
from app.ui.screens.programme.board.laying import laid_out
from app.ui.screens.programme.board.plan import Choice, Place, Plan

_FEW = 10
_Cut = dict[str, tuple[Piece, ...]]


class Planner:
    """Keeps the last plan of a board with what it came from."""

    def __init__(self) -> None:
        self._plan = Plan()
        self._board: Board | None = None
        self._choice = Choice()
        self._lines: Mapping[str, BoardLine] = {}
        self._cut: _Cut = {}
        self._busy: dict[str, Busy] = {}
        self._clashes: tuple[Clash, ...] = ()

    def plan(self, board: Board, lines: Mapping[str, BoardLine], choice: Choice) -> Plan:
        """Return where everything stands. A row that is the same object as before did not change."""
        changed = _changed(self._lines, lines)
        if board is not self._board or choice != self._choice or self._may_move_days(changed, lines):
            found = _columns(board, lines.values(), choice)
            if board is not self._board or choice != self._choice or found != self._plan.columns:
                self._plan, self._lines, self._cut, self._busy = Plan(columns=found), {}, {}, {}
                self._clashes = ()
                changed = tuple(lines)
        touched = self._cut_anew(changed, lines, choice)
        lanes = tuple(party.id for party in board.parties) if choice.lanes else ()
        places = dict(self._plan.places)
        for place, some in self._standing(touched, changed).items():
            places[place] = laid_out(some, lines, lanes)
            if not places[place]:
                del places[place]
        self._find_clashes(changed, lines, {party.id: party.member_ids for party in board.parties})
        found_gaps = self._plan.gaps
        if any(_way_facts(self._lines.get(one)) != _way_facts(lines.get(one)) for one in changed):
            found_gaps = gaps([lines[entry_id] for entry_id in self._cut], _way)
        self._board, self._choice, self._lines = board, choice, dict(lines)
        self._plan = Plan(
            columns=self._plan.columns,
            places=places,
            clashes=_by_entry(self._clashes, lines),
            gaps=found_gaps,
            lanes=lanes,
        )
        return self._plan

    def _may_move_days(self, changed: Collection[str], lines: Mapping[str, BoardLine]) -> bool:
        return any(_times(self._lines.get(entry_id)) != _times(lines.get(entry_id)) for entry_id in changed)

    def _cut_anew(
        self, changed: Collection[str], lines: Mapping[str, BoardLine], choice: Choice
    ) -> set[Place]:
        """Cut the changed entries into pieces, and return in which parts of days anything may stand anew."""
        touched = set()
        for entry_id in changed:
            before = self._cut.pop(entry_id, ())
            line = lines.get(entry_id)
            after: tuple[Piece, ...] = ()
            if line is not None and choice.shows(line):
                after = self._cut[entry_id] = pieces(self._plan.columns, line)
            if before != after or _order(self._lines.get(entry_id)) != _order(line):
                touched |= {(piece.column, piece.part) for piece in (*before, *after)}
        return touched

    def _standing(
        self, touched: Collection[Place], changed: Collection[str]
    ) -> dict[Place, list[tuple[str, int, Piece]]]:
        """Return what stands in these parts: the entry, the number of its piece, the piece."""
        standing: dict[Place, list[tuple[str, int, Piece]]] = {place: [] for place in touched}
        stood = (box.entry_id for place in touched for box in self._plan.places.get(place, ()))
        for entry_id in dict.fromkeys((*stood, *changed)):  # nothing else has come to them
            for number, piece in enumerate(self._cut.get(entry_id, ())):
                if (piece.column, piece.part) in standing:
                    standing[piece.column, piece.part].append((entry_id, number, piece))
        return standing

    def _find_clashes(
        self,
        changed: Collection[str],
        lines: Mapping[str, BoardLine],
        members: Mapping[str, frozenset[str]],
    ) -> None:
        new = {entry_id: _busy(lines[entry_id]) for entry_id in changed if entry_id in lines}
        changed = {entry_id for entry_id in changed if self._busy.pop(entry_id, None) != new.get(entry_id)}
        self._busy |= new
        if not changed:
            return
        asked = [new[entry_id] for entry_id in changed if entry_id in new]
        beside: Collection[Busy] = self._busy.values()
        if len(asked) < _FEW:  # else it is quicker to look at all
            beside = [one for one in beside if any(_meets(one, other) for other in asked)]
        found = clashes(beside, members) if asked else ()
        old = (clash for clash in self._clashes if not {clash.one, clash.other} & changed)
        self._clashes = (*old, *(clash for clash in found if {clash.one, clash.other} & changed))


def _columns(board: Board, lines: Collection[BoardLine], choice: Choice) -> tuple[Column, ...]:
    head = board.head
    if choice.home:
        return home_columns(
            lines,
            first=head.starts_on,
            last=board.head.ends_on,
            home_zone=head.home_zone,
            home_city=head.home_city,
        )
    return columns(
        lines,
        first=head.starts_on,
        last=board.head.ends_on,
        stays=board.stays,
        home_zone=head.home_zone,
        home_city=head.home_city,
        city_of=head.city,
    )


def _changed(before: Mapping[str, BoardLine], after: Mapping[str, BoardLine]) -> tuple[str, ...]:
    new = tuple(entry_id for entry_id, line in after.items() if before.get(entry_id) is not line)
    return (*new, *(before.keys() - after.keys()))


def _times(line: BoardLine | None) -> object:
    return line and (line.start_utc, line.start_zone, line.end_utc, line.end_zone)


def _order(line: BoardLine | None) -> object:
    """Return what of an entry says where it stands beside others of its hours."""
    return line and (line.order, line.party_ids)


def _way_facts(line: BoardLine | None) -> object:
    """Return all of an entry from which gaps are told."""
    if line is None:
        return None
    where = (line.place_id, line.latitude, line.longitude, line.badge_minutes)
    return (_times(line), line.kind, line.status, line.party_ids, where)


@lru_cache(maxsize=4096)
def _way(start: Point, end: Point) -> int | None:
    found = estimate(start, end, paces())
    return found.minutes if found is not None else None


def _meets(one: Busy, other: Busy) -> bool:
    return one is other or (one.start_utc < other.end_utc and other.start_utc < one.end_utc)


def _busy(line: BoardLine) -> Busy:
    return Busy(
        id=line.id,
        start_utc=line.start_utc,
        end_utc=line.end_utc,
        kind=line.kind,
        cancelled=line.status is EntryStatus.CANCELLED,
        party_ids=line.party_ids,
        member_ids=line.member_ids,
        vehicle_ids=line.vehicle_ids,
        place_id=line.place_id,
        room=line.room,
        tied_to_id=line.tied_to_id,
        interpreter_ids=line.interpreter_ids,
    )


def _by_entry(found: Iterable[Clash], lines: Mapping[str, BoardLine]) -> dict[str, tuple[Clash, ...]]:
    """Return the clashes of each entry, in the order of the programme."""
    by_entry: dict[str, list[Clash]] = {}
    for clash in found:
        by_entry.setdefault(clash.one, []).append(clash)
        by_entry.setdefault(clash.other, []).append(clash)

    return {
        entry_id: tuple(
            sorted(some, key=lambda clash: (lines[clash.one].order, lines[clash.other].order, clash.kind))
        )
        for entry_id, some in by_entry.items()
    }

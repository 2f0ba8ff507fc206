"""What stands where on the board, before anything is measured in pixels: columns, boxes, clashes."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.board.clashes import Busy, Clash, clashes
from app.domain.board.days import Column, columns, home_columns
from app.domain.board.gaps import Gap, gaps
from app.domain.board.pieces import Piece, pieces
from app.domain.board.sharing import share
from app.domain.geo import Point
from app.domain.ways import estimate
from app.domain.words import EntryStatus
from app.planning.views.board import Board, BoardLine
from app.reference.speeds import paces

Key = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Box:
    """A piece of an entry and its share of the width of its part, from 0 to 1.

    An entry has several boxes where it runs over days or zones, or stands in lanes that are no neighbours;
    ``key`` tells them apart: the entry's id, the number of its piece, the lane in which it begins.
    """

    key: Key
    piece: Piece
    left: float
    right: float

    @property
    def entry_id(self) -> str:
        """The entry."""
        return self.key[0]


@dataclass(frozen=True, slots=True)
class Choice:
    """How the board is looked at: by whose clock, in lanes or not, and of which parties (all where none)."""

    home: bool = False
    lanes: bool = False
    parties: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole board, unmeasured. ``clashes`` are by entry; ``lanes`` are the ids of parties, if shown."""

    columns: tuple[Column, ...]
    boxes: Mapping[Key, Box]
    clashes: Mapping[str, tuple[Clash, ...]]
    gaps: tuple[Gap, ...]
    lanes: tuple[str, ...]


def plan(board: Board, lines: Collection[BoardLine], choice: Choice) -> Plan:
    """Return where everything stands."""
    head = board.head
    shown = [line for line in lines if _is_shown(line, choice)]
    if choice.home:
        found = home_columns(
            lines,
            first=head.starts_on,
            last=board.ends_on,
            home_zone=head.home_zone,
            home_city=head.home_city,
        )
    else:
        found = columns(
            lines,
            first=head.starts_on,
            last=board.ends_on,
            stays=board.stays,
            home_zone=head.home_zone,
            home_city=head.home_city,
            city_of=head.city,
        )
    lanes = tuple(party.id for party in board.parties) if choice.lanes else ()
    cut = [(line, piece) for line in shown for piece in pieces(found, line)]
    busy = [_busy(line) for line in lines]
    members = {party.id: party.member_ids for party in board.parties}
    return Plan(
        columns=found,
        boxes={box.key: box for box in _boxes(cut, lanes)},
        clashes=_by_entry(clashes(busy, members)),
        gaps=gaps(shown, _way),
        lanes=lanes,
    )


def _way(start: Point, end: Point) -> int | None:
    found = estimate(start, end, paces())
    return found.minutes if found is not None else None


def _is_shown(line: BoardLine, choice: Choice) -> bool:
    return not choice.parties or not line.party_ids or bool(line.party_ids & choice.parties)


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
    )


def _by_entry(found: Iterable[Clash]) -> dict[str, tuple[Clash, ...]]:
    by_entry: dict[str, list[Clash]] = {}
    for clash in found:
        by_entry.setdefault(clash.one, []).append(clash)
        by_entry.setdefault(clash.other, []).append(clash)
    return {entry_id: tuple(some) for entry_id, some in by_entry.items()}


def _boxes(cut: Sequence[tuple[BoardLine, Piece]], lanes: Sequence[str]) -> Iterable[Box]:
    """Yield the boxes; what overlaps within a lane of a part shares the lane's width."""
    numbers: dict[str, int] = {}
    by_part: dict[tuple[int, int], list[tuple[BoardLine, Piece, int]]] = {}
    for line, piece in cut:
        number = numbers[line.id] = numbers.get(line.id, -1) + 1
        by_part.setdefault((piece.column, piece.part), []).append((line, piece, number))
    for part in by_part.values():
        slots = [
            share(
                [
                    ((line.id, number), piece.top, piece.bottom)
                    for line, piece, number in part
                    if _is_in_lane(line, lanes, lane)
                ]
            )
            for lane in range(max(len(lanes), 1))
        ]
        for line, piece, number in part:
            here = [
                (lane + slot.index / slot.of, lane + (slot.index + slot.span) / slot.of)
                for lane, some in enumerate(slots)
                if (slot := some.get((line.id, number))) is not None
            ]
            for left, right in _joined(here):
                share_of = max(len(lanes), 1)
                yield Box((line.id, number, int(left)), piece, left / share_of, right / share_of)


def _is_in_lane(line: BoardLine, lanes: Sequence[str], lane: int) -> bool:
    return not lanes or not line.party_ids or lanes[lane] in line.party_ids


def _joined(spans: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Join the spans that touch: an entry that has neighbouring lanes for itself is one box."""
    joined: list[tuple[float, float]] = []
    for left, right in spans:
        if joined and joined[-1][1] == left:
            joined[-1] = (joined[-1][0], right)
        else:
            joined.append((left, right))
    return joined

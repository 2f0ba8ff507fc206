"""What stands where on the board, before anything is measured in pixels: columns, boxes, clashes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from app.domain.board.clashes import Clash
from app.domain.board.days import Column
from app.domain.board.gaps import Gap
from app.domain.board.pieces import Piece
from app.planning.views.board import BoardLine

Key = tuple[str, int, int]
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Box:
    """A piece of an entry and its share of the width of its part, from 0 to 1.

    An entry has several boxes where it runs over days or zones, or stands in lanes that are no neighbours;
    ``key`` tells them apart: the entry's id, the number of its piece, the lane in which it begins. ``free``
    is the minute up to which nothing stands below a short one; 0 where nobody has looked.
    """

    key: Key
    piece: Piece
    left: float
    right: float
    free: int = 0

    @property
    def entry_id(self) -> str:
        """The entry."""
        return self.key[0]

    @property
    def place(self) -> Place:
        """The numbers of its day and of the part of it."""
        return self.piece.column, self.piece.part


@dataclass(frozen=True, slots=True)
class Choice:
    """How the board is looked at: by whose clock, in lanes or not, and of which parties (all where none)."""

    home: bool = False
    lanes: bool = False
    parties: frozenset[str] = frozenset()

    def shows(self, line: BoardLine) -> bool:
        """Tell whether an entry is for one of the parties that are looked at, or for everyone."""
        return not self.parties or not line.party_ids or bool(line.party_ids & self.parties)


@dataclass(frozen=True)
class Plan:
    """The whole board, unmeasured. ``clashes`` are by entry; ``lanes`` are the ids of parties, if shown.

    ``places`` holds the boxes of each part of a day.
    """

    columns: tuple[Column, ...] = ()
    places: Mapping[Place, tuple[Box, ...]] = field(default_factory=dict)
    clashes: Mapping[str, tuple[Clash, ...]] = field(default_factory=dict)
    gaps: tuple[Gap, ...] = ()
    lanes: tuple[str, ...] = ()

    @cached_property
    def boxes(self) -> Mapping[Key, Box]:
        """All boxes by their keys."""
        return {box.key: box for some in self.places.values() for box in some}

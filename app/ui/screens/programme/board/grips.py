"""How a hand holds what lies under it: by its middle, by an edge, or the empty ground."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPoint, QPointF

from app.domain.board.pieces import Piece
from app.planning.views.board import BoardLine
from app.ui.screens.programme.board.block import Block
from app.ui.screens.programme.board.measures import Spot

_EDGE_PX = 5.0


class Grip(Enum):
    """How a hand holds what lies under it."""

    NOTHING = "nothing"
    MOVE = "move"
    START = "start"
    END = "end"
    DRAW = "draw"
    BAND = "band"


@dataclass(slots=True)
class Held:
    """What a hand holds since it was pressed. A press becomes a drag once it has gone far enough.

    ``at`` is in pixels of the viewport, ``point`` in those of the scene; ``on_click`` is what is selected
    where it goes nowhere, ``before`` what was selected when it was pressed.
    """

    at: QPoint
    point: QPointF
    spot: Spot
    line: BoardLine | None
    piece: Piece | None
    grip: Grip
    on_click: tuple[str, ...] | None = None
    before: tuple[str, ...] = ()
    dragged: bool = False


def grip_of(block: Block, point: QPointF) -> Grip:
    """Return how a press at a point of the scene holds a block: by an edge where its entry ends."""
    rect, piece = block.rect(), block.box.piece
    reach = min(_EDGE_PX, rect.height() / 4)
    if piece.starts and point.y() - rect.top() <= reach:
        return Grip.START
    if piece.ends and rect.bottom() - point.y() <= reach:
        return Grip.END
    return Grip.MOVE

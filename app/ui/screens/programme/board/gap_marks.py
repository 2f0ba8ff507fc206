"""What stands between two entries at different places: how long the way is, and whether time allows it."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.domain.board.gaps import Gap
from app.ui.screens.programme.board.lettering import Hand, font, unbroken
from app.ui.screens.programme.board.measures import Measures
from app.ui.screens.programme.board.plan import Box, Place, Plan
from app.ui.theme.style import theme
from app.wording import _
from app.wording.dates import duration

_UNDER = -0.5
_HIGH_PX = 14.0
_IN_PX = 6.0


class GapMark(QGraphicsItem):
    """One line of words between two boxes."""

    def __init__(self, rect: QRectF, words: str) -> None:
        super().__init__()
        self.setZValue(_UNDER)
        self.rect, self.words = rect, words

    def boundingRect(self) -> QRectF:
        return self.rect

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None, /
    ) -> None:
        painter.setFont(font(Hand.SMALL))
        painter.setPen(QColor(theme().tokens.muted))
        painter.drawText(self.rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.words)


def gap_words(gap: Gap) -> str:
    """Return what a gap says: ``way about 42 min · 1 h free``."""
    free = duration(gap.minutes)
    if gap.way is None:
        return _("way unknown · {free} free").format(free=free)
    way = duration(gap.way + gap.badge)
    if gap.enough:
        return _("way about {way} · {free} free").format(way=way, free=free)
    return _("too short: way about {way}, {free} free").format(way=way, free=free)


def late_words(gaps: Iterable[Gap]) -> dict[str, str]:
    """Return what is said in the boxes that are reached too late, by their entries."""
    return {gap.after: gap_words(gap) for gap in gaps if gap.enough is False}


def gaps_by_place(plan: Plan) -> dict[Place, tuple[Gap, ...]]:
    """Return the gaps within a part of a day that may have a mark, by that part.

    Where time is too short there is none: the box that is reached too late says so.
    """
    if not plan.gaps:
        return {}
    last = {box.entry_id: box.place for box in plan.boxes.values() if box.piece.ends}
    first = {box.entry_id: box.place for box in plan.boxes.values() if box.piece.starts}
    found: dict[Place, tuple[Gap, ...]] = {}
    for gap in plan.gaps:
        place = first.get(gap.after)
        if gap.enough is not False and place is not None and last.get(gap.before) == place:
            found[place] = (*found.get(place, ()), gap)
    return found


def gap_marks(gaps: Iterable[Gap], boxes: Iterable[Box], measures: Measures) -> list[GapMark]:
    """Return the marks in a part of a day for which there is room: over no box, and over no other mark.

    Where there is not enough for all the words, the way alone is told.
    """
    rects = {box.key: (box, measures.rect(box)) for box in boxes}
    last = {box.entry_id: rect for box, rect in rects.values() if box.piece.ends}
    first = {box.entry_id: (box, rect) for box, rect in rects.values() if box.piece.starts}
    taken = [rect for _box, rect in rects.values()]
    found = []
    for gap in gaps:
        box, below = first[gap.after]
        right = measures.left(*box.place) + measures.inner_width(box.piece.column)
        for width in (right - below.left(), below.width()):
            at = QRectF(below.left() + _IN_PX, below.top() - _HIGH_PX, width - _IN_PX, _HIGH_PX)
            words = unbroken(gap_words(gap), Hand.SMALL, int(at.width()), 1)
            if words and _is_free(at, last[gap.before], taken):
                taken.append(at)
                found.append(GapMark(at, *words))
                break
    return found


def _is_free(at: QRectF, above: QRectF, taken: Iterable[QRectF]) -> bool:
    inner = at.adjusted(0, 1, 0, -1)
    return at.top() >= above.bottom() and not any(map(inner.intersects, taken))

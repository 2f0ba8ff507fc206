"""What stands between two entries at different places: how long the way is, and whether time allows it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.domain.board.gaps import Gap
from app.ui.screens.programme.board.lettering import Hand, broken, font
from app.ui.screens.programme.board.measures import Measures
from app.ui.screens.programme.board.plan import Plan
from app.ui.theme.style import theme
from app.wording import _
from app.wording.dates import duration

_UNDER = -0.5
_HIGH_PX = 14.0
_LEAST_PX = 40.0


class GapMark(QGraphicsItem):
    """One line of words between two boxes."""

    def __init__(self, rect: QRectF, words: str, *, tone: str) -> None:
        super().__init__()
        self.setZValue(_UNDER)
        self._rect, self._words, self._tone = rect, words, tone

    @property
    def words(self) -> str:
        """What it says."""
        return self._words

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None, /
    ) -> None:
        painter.setFont(font(Hand.SMALL))
        painter.setPen(QColor(theme().tokens.colors()[self._tone]))
        shown = "".join(broken(self._words, Hand.SMALL, int(self._rect.width()), 1))
        painter.drawText(self._rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def gap_words(gap: Gap) -> str:
    """Return what a gap says: ``42 min way · 30 min free: too short``."""
    free = duration(gap.minutes)
    if gap.way is None:
        return _("way unknown · {free} free").format(free=free)
    way = duration(gap.way + gap.badge)
    if gap.enough:
        return _("way about {way} · {free} free").format(way=way, free=free)
    return _("too short: way about {way}, {free} free").format(way=way, free=free)


def gap_marks(plan: Plan, measures: Measures) -> list[GapMark]:
    """Return the marks for which there is room between the boxes."""
    last = {box.entry_id: box for box in plan.boxes.values() if box.piece.ends}
    first = {box.entry_id: box for box in plan.boxes.values() if box.piece.starts}
    found = []
    for gap in plan.gaps:
        before, after = last.get(gap.before), first.get(gap.after)
        if before is None or after is None:
            continue
        if (before.piece.column, before.piece.part) != (after.piece.column, after.piece.part):
            continue
        above, below = measures.rect(before), measures.rect(after)
        if below.top() - above.bottom() < _HIGH_PX or below.width() < _LEAST_PX:
            continue
        middle = QRectF(below.left() + 6, below.top() - _HIGH_PX, below.width() - 8, _HIGH_PX)
        tone = "muted" if gap.enough or gap.way is None else "bad"
        found.append(GapMark(middle, gap_words(gap), tone=tone))
    return found

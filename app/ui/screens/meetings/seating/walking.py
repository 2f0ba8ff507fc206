"""Which chair an arrow leads to (pure geometry of rectangles)."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt

STEPS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}
_ASIDE = 3  # how much farther away a chair seems that does not lie straight ahead


def neighbour(boxes: Sequence[QRect], at: int, key: Qt.Key) -> int | None:
    """Return the box nearest to box ``at`` in the direction of an arrow key; none where none lies there."""
    step, here = STEPS[key], boxes[at].center()
    best: tuple[int, int] | None = None
    for number, box in enumerate(boxes):
        way = box.center() - here
        ahead = QPoint.dotProduct(way, step)
        aside = abs(way.x() * step.y()) + abs(way.y() * step.x())
        if number == at or ahead <= 0 or aside > 2 * ahead + max(box.width(), box.height()):
            continue
        far = (ahead + _ASIDE * aside, number)
        best = min(best, far) if best else far
    return best[1] if best else None

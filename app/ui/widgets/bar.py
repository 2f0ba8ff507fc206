"""The layout of a bar: on one line where there is room, else on as many as its words need."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_SIDE_PX = 16
_ABOVE_PX = 10
_LINE_PX = 28
_GAP_PX = 8


class BarLayout(QLayout):
    """Puts widgets on lines from the left, and those added with ``add_right`` at the right of the first.

    What has no room beside them goes on below, whole. A widget that expands gets what room is left.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = _GAP_PX) -> None:
        super().__init__(parent)
        self._left: list[QLayoutItem] = []
        self._right: list[QLayoutItem] = []
        self.setContentsMargins(_SIDE_PX, _ABOVE_PX, _SIDE_PX, _ABOVE_PX)
        self.setSpacing(gap)

    def insert_left(self, at: int, widget: QWidget) -> None:
        """Put a widget among those from the left."""
        self.addWidget(widget)
        self._left.insert(at, self._left.pop())
        self.invalidate()

    def add_right(self, widget: QWidget) -> None:
        """Put a widget at the right end."""
        self.addWidget(widget)
        self._right.append(self._left.pop())
        self.invalidate()

    # What Qt asks of a layout

    def addItem(self, item: QLayoutItem, /) -> None:
        self._left.append(item)

    def count(self) -> int:
        return len(self._left) + len(self._right)

    def itemAt(self, index: int, /) -> QLayoutItem | None:
        items = [*self._left, *self._right]
        return items[index] if 0 <= index < len(items) else None

    def takeAt(self, index: int, /) -> QLayoutItem | None:
        item = self.itemAt(index)
        for items in (self._left, self._right):
            if item in items:
                items.remove(item)
        return item

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect, /) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        items = [*self._seen(self._left), *self._seen(self._right)]
        return self._with_margins(sum(map(_least, items)) + self.spacing() * max(0, len(items) - 1))

    def minimumSize(self) -> QSize:
        right = self._seen(self._right)
        beside = sum(item.minimumSize().width() + self.spacing() for item in right)
        left = [item.minimumSize().width() for item in self._seen(self._left)]
        # The first of the left stands beside the right; each of the others may have a line of its own.
        return self._with_margins(max([beside + (left[0] if left else 0), *left]))

    def _with_margins(self, width: int) -> QSize:
        margins = self.contentsMargins()
        return QSize(width + margins.left() + margins.right(), _LINE_PX + margins.top() + margins.bottom())

    # The lines

    @staticmethod
    def _seen(items: list[QLayoutItem]) -> list[QLayoutItem]:
        return [item for item in items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """Break the left into lines; the first leaves room for the right."""
        taken = sum(_least(item) + self.spacing() for item in self._seen(self._right))
        lines: list[list[QLayoutItem]] = [[]]
        for item in self._seen(self._left):
            wanted = _least(item) + (self.spacing() if lines[-1] else 0)
            if lines[-1] and taken + wanted > width:
                lines.append([])
                taken, wanted = 0, _least(item)
            lines[-1].append(item)
            taken += wanted
        return lines

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Walk the items along the lines, and return the height that they take."""
        margins = self.contentsMargins()
        area = rect.marginsRemoved(margins)
        y = area.y()
        for number, line in enumerate(self._lines(area.width())):
            right = self._seen(self._right) if number == 0 else []
            y += self.spacing() if number else 0
            height = max([_LINE_PX, *(item.sizeHint().height() for item in (*line, *right))])
            if move:
                self._place(QRect(area.x(), y, area.width(), height), line, right)
            y += height
        return y - rect.y() + margins.bottom()

    def _place(self, area: QRect, left: list[QLayoutItem], right: list[QLayoutItem]) -> None:
        widths = self._widths(area.width(), [*left, *right])
        x = area.x()
        free = area.width() - sum(widths) - self.spacing() * max(0, len(widths) - 1)
        for number, (item, width) in enumerate(zip([*left, *right], widths, strict=True)):
            x += max(0, free) if number == len(left) else 0
            height = min(item.sizeHint().height(), area.height())
            item.setGeometry(QRect(x, area.y() + (area.height() - height) // 2, width, height))
            x += width + self.spacing()

    def _widths(self, width: int, items: list[QLayoutItem]) -> list[int]:
        """Return how wide each of a line's items is: what expands grows, else what can gives way."""
        widths = [_least(item) for item in items]
        free = width - sum(widths) - self.spacing() * max(0, len(items) - 1)
        for number, item in enumerate(items):
            least, most = item.minimumSize().width(), item.maximumSize().width()
            if free < 0 or item.expandingDirections() & Qt.Orientation.Horizontal:
                new = max(least, min(most, widths[number] + free))
                free -= new - widths[number]
                widths[number] = new
        return widths


def _least(item: QLayoutItem) -> int:
    """Return the width with which an item can be read whole: what expands can do with its least."""
    expands = bool(item.expandingDirections() & Qt.Orientation.Horizontal)
    return item.minimumSize().width() if expands else item.sizeHint().width()

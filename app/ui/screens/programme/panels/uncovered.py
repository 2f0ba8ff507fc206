"""What of a widget is seen beside a drawer that lies over it."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QSplitterHandle, QWidget


def uncovered(widget: QWidget) -> QRect:
    """Return the part of a widget, in its own pixels, that no drawer at its left or right lies over.

    A drawer is what stands above the widget, or above one of those around it, along all its height; what
    lies over a corner alone, as a toast does, takes nothing away.
    """
    left, right = 0, widget.width()
    for over in _above(widget):
        at = QRect(widget.mapFromGlobal(over.mapToGlobal(QPoint())), over.size())
        if at.top() > 0 or at.bottom() < widget.height() - 1:
            continue
        if left < at.left() < right:
            right = at.left()
        elif left <= at.right() + 1 < right:
            left = at.right() + 1
    return QRect(left, 0, right - left, widget.height())


def neighbours(widget: QWidget) -> list[QWidget]:
    """Return what stands beside a widget, or beside one of those around it: what may come to lie over it."""
    return [each for inner, others in _levels(widget) for each in others if each is not inner]


def _above(widget: QWidget) -> list[QWidget]:
    """Return what is stacked over a widget, or over one of those in which it stands."""
    return [
        each
        for inner, others in _levels(widget)
        for each in others[others.index(inner) + 1 :]
        if each.isVisible() and not isinstance(each, QSplitterHandle)  # its grip is wider than its line
    ]


def _levels(widget: QWidget) -> Iterator[tuple[QWidget, list[QWidget]]]:
    """Yield a widget and those around it up to the window, each with all that its parent holds."""
    inner, outer = widget, widget.parentWidget()
    while outer is not None and not inner.isWindow():
        held = outer.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        yield inner, [each for each in held if not each.isWindow()]
        inner, outer = outer, outer.parentWidget()

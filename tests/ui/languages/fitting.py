"""What of a window's words is cut: text that is wider or higher than the widget that shows it."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from app.ui.widgets.labels import PlainLabel
from tests.ui.languages.reading import seen

_SLACK = 1  # a pixel is lost to rounding


def cut(top: QWidget) -> list[str]:
    """Return what is cut of the words of a widget and of all that is visible in it."""
    found = []
    for widget in seen(top):
        why = next(iter((*_own(widget), *_outside(widget))), "") if _worded(widget) else ""
        if why:
            parent = type(widget.parentWidget()).__name__
            found.append(f"{type(widget).__name__} in {parent}: {_words(widget)[:60]!r}: {why}")
    return found


def _worded(widget: QWidget) -> bool:
    return isinstance(widget, QLabel | QAbstractButton | QComboBox | QLineEdit) and bool(_words(widget))


def _words(widget: QWidget) -> str:
    if isinstance(widget, QLineEdit):
        return "" if widget.text() else widget.placeholderText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def _own(widget: QWidget) -> Iterator[str]:
    """Yield in what the words do not fit; what elides on purpose must tell the whole in its tip."""
    if isinstance(widget, QLabel):
        yield from _label(widget)
    elif isinstance(widget, QLineEdit):
        room = widget.width() - 2 * 8
        if widget.fontMetrics().horizontalAdvance(_words(widget)) > room and not widget.toolTip():
            yield "the placeholder is wider than its field, and no tip tells it"
    elif isinstance(widget, QComboBox):
        if not widget.toolTip() and widget.fontMetrics().horizontalAdvance(_words(widget)) > _room(widget):
            yield "the choice is wider than its box, and no tip tells it"
    elif isinstance(widget, QPushButton | QAbstractButton):
        wanted = widget.minimumSizeHint().expandedTo(_plain_hint(widget))
        if not widget.toolTip() and wanted.width() > widget.width() + _SLACK:
            yield f"wants {wanted.width()}, has {widget.width()}"


def _room(box: QComboBox) -> int:
    """Return how wide a combo box's choice may be."""
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    return (
        box.style()
        .subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
        )
        .width()
    )


def _plain_hint(widget: QAbstractButton) -> QSize:
    """Return the least that a button's words take, without its frame."""
    metrics = widget.fontMetrics()
    return QSize(metrics.size(Qt.TextFlag.TextShowMnemonic.value, widget.text()).width(), metrics.height())


def _label(label: QLabel) -> Iterator[str]:
    if isinstance(label, PlainLabel) and label.shown_text() != label.text():
        if not label.toolTip():
            yield "elided without a tip"
        return
    if isinstance(label, PlainLabel) and label._elide:
        return
    room, metrics = label.contentsRect(), label.fontMetrics()
    if label.wordWrap():
        wanted = label.heightForWidth(label.width())
        if wanted > label.height() + _SLACK:
            yield f"wants {wanted} high, has {label.height()}"
        widest = max(metrics.horizontalAdvance(word) for word in label.text().split() or [""])
        if widest > room.width() + _SLACK:
            yield f"a word of {widest} is wider than {room.width()}"
        return
    wanted_size = metrics.size(0, label.text())
    if wanted_size.width() > room.width() + _SLACK or wanted_size.height() > room.height() + _SLACK:
        yield f"wants {wanted_size.width()} × {wanted_size.height()}, has {room.width()} × {room.height()}"


def _outside(widget: QWidget) -> Iterator[str]:
    """Yield what cuts a widget off: what holds it, unless that can be scrolled to show the rest."""
    at, inside = widget.parentWidget(), widget
    while at is not None and not inside.isWindow():
        rect = QRect(widget.mapTo(at, QPoint(0, 0)), widget.size())
        area = at.parentWidget()
        scrolls = isinstance(area, QAbstractScrollArea) and area.viewport() is at
        allowed = at.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
        if not scrolls and not allowed.contains(rect):
            yield f"sticks out of {type(at).__name__} ({rect.getRect()} of {at.rect().getRect()})"
            return
        if scrolls:
            assert isinstance(area, QAbstractScrollArea)
            still = area.horizontalScrollBar().maximum() == 0 or not _bar_shown(area)
            if still and (rect.left() < -_SLACK or rect.right() > at.width() + _SLACK):
                yield f"sticks out sideways of {type(area).__name__} ({rect.getRect()} of {at.width()})"
            return
        inside, at = at, area
    return


def _bar_shown(area: QAbstractScrollArea) -> bool:
    return (
        isinstance(area, QScrollArea)
        and area.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    )

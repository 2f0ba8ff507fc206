"""The head of a table: by what it is sorted, which columns are shown, how wide, in which order."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from app.ui.theme.style import theme
from app.ui.widgets.plain import literal
from app.wording import _

HEIGHT_PX = 30
NARROWEST_PX = 48
_STEP_PX = 16
_RING_RADIUS = 4


class TableHeader(QHeaderView):
    """Sorts by click; moves, widens and hides columns by mouse and by keyboard.

    With the focus: Left and Right go from column to column, Enter and Space sort, Shift with an arrow
    changes the width, Ctrl with an arrow moves the column, the menu key shows the menu. ``chosen`` comes
    after columns were hidden or shown, ``fitted`` asks for the widths that fit.
    """

    chosen = Signal()
    fitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._current = 0
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setSortIndicatorClearable(True)
        self.setMinimumSectionSize(NARROWEST_PX)
        self.setFixedHeight(HEIGHT_PX)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName(_("Columns"))
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def shown(self) -> list[int]:
        """Return the columns that are shown, from the left."""
        sections = (self.logicalIndex(visual) for visual in range(self.count()))
        return [section for section in sections if not self.isSectionHidden(section)]

    def make_menu(self) -> QMenu:
        """Return the menu of the columns; it deletes itself when it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = self.shown()
        for visual in range(self.count()):
            section = self.logicalIndex(visual)
            title = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
            action = menu.addAction(literal(title))
            action.setCheckable(True)
            action.setChecked(section in shown)
            action.setEnabled(shown != [section])
            action.toggled.connect(lambda on, section=section: self.choose(section, shown=on))
        menu.addSeparator()
        menu.addAction(_("Fit the widths")).triggered.connect(self.fitted)
        return menu

    def choose(self, section: int, *, shown: bool) -> None:
        """Show a column, or hide it."""
        self.setSectionHidden(section, not shown)
        self._current = self._nearest()
        self.chosen.emit()

    @Slot()
    def open_menu(self) -> None:
        """Show the menu below the column that has the focus."""
        at = QPoint(max(0, self.sectionViewportPosition(self._nearest())), self.height())
        self.make_menu().popup(self.viewport().mapToGlobal(at))

    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.open_menu()
        else:
            self.make_menu().popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if not self.shown():
            return
        self._current = self._nearest()
        key, held = event.key(), event.modifiers()
        sideways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key), 0)
        if sideways and held & Qt.KeyboardModifier.ShiftModifier:
            width = self.sectionSize(self._current) + sideways * _STEP_PX
            self.resizeSection(self._current, max(NARROWEST_PX, width))
        elif sideways:
            self._go(sideways, carrying=bool(held & Qt.KeyboardModifier.ControlModifier))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._sort()
        elif key == Qt.Key.Key_Down and held & Qt.KeyboardModifier.AltModifier:
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def _go(self, step: int, *, carrying: bool) -> None:
        shown = self.shown()
        at = shown.index(self._current) + step
        if 0 <= at < len(shown):
            if carrying:
                self.moveSection(self.visualIndex(self._current), self.visualIndex(shown[at]))
            else:
                self._current = shown[at]
        self.viewport().update()

    def _sort(self) -> None:
        here = self.sortIndicatorSection() == self._current
        downwards = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        if here and downwards:
            self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        else:
            order = Qt.SortOrder.DescendingOrder if here else Qt.SortOrder.AscendingOrder
            self.setSortIndicator(self._current, order)

    def _nearest(self) -> int:
        shown = self.shown()
        return self._current if self._current in shown or not shown else shown[0]

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, section: int, /) -> None:
        painter.save()
        super().paintSection(painter, rect, section)
        painter.restore()
        if self.hasFocus() and section == self._nearest():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme().tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), _RING_RADIUS, _RING_RADIUS)

"""How a cell is painted: a tick, words, a muted second line, a pill, a marking."""

from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QStaticText
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from app.ui.tables.column import Cell
from app.ui.tables.marks import EDGE_PX, SIDE, HeadingPainter, paint_edge
from app.ui.tables.model import TableModel
from app.ui.theme.fonts import BOLD, SEMIBOLD, SMALL_PX, TEXT_PX, ui_font
from app.ui.theme.icons import icon_pixmap
from app.ui.theme.style import theme
from app.ui.widgets.plain import tip_markup
from app.ui.widgets.tuning import ROW_PX

HIGH_PX: Final = 44  # where a column has a second line
_EDGE_INSET: Final = 5
_TICK: Final = 14
_GAP: Final = 6
_LINE: Final = 17
_SMALL_LINE: Final = 15
_BADGE_PX: Final = 10
_PILL: Final = 18
_LEVELS: Final = ("ok", "warn", "bad", "bad")
_SET_AT_MOST: Final = 4000  # words kept set in type
_LEFT, _MIDDLE, _RIGHT = range(3)
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Pill:
    rect: QRect
    words: str
    font: QFont
    ink: str
    fill: str
    radius: int


@dataclass(frozen=True, slots=True)
class _Laid:
    """Where everything of a cell is."""

    tick: QRect | None
    edge: QRect | None
    text: QRect
    detail: QRect | None
    pills: tuple[_Pill, ...]


class TableDelegate(QStyledItemDelegate):
    """Paints the cells of a :class:`TableModel`; ``hovered`` is the row under the pointer, or -1."""

    def __init__(self, view: QTableView, model: TableModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self.hovered = -1
        self._text = ui_font(TEXT_PX, tabular=True)
        strong, slanted = (ui_font(TEXT_PX, SEMIBOLD) for _look in range(2))
        slanted.setItalic(True)
        self._fonts = {"": self._text, "strong": strong, "slanted": slanted, "struck": strong}
        self._small = ui_font(SMALL_PX, tabular=True)
        self._badge = ui_font(_BADGE_PX, BOLD)
        self._badge.setCapitalization(QFont.Capitalization.AllUppercase)
        fonts = (*self._fonts.values(), self._small, self._badge)
        self._metrics = {id(font): QFontMetrics(font) for font in fonts}
        self._heading = HeadingPainter()
        self._high = any(column.detail for column in model.columns)
        self._colors: dict[str, QColor] = {}
        self._set: dict[tuple[str, int, int], tuple[QStaticText, int, int]] = {}

    @property
    def row_height(self) -> int:
        """The height of every row, in pixels."""
        return HIGH_PX if self._high else ROW_PX

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index, /) -> QSize:
        return QSize(self._wanted(index.row(), index.column()), self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        rect: QRect = option.rect
        at, column = index.row(), index.column()
        heading = self._model.heading(at)
        if heading is not None:
            self._heading.paint(painter, self._view, rect, heading)
            return
        cell = self._model.cell(at, column)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        tokens = theme().tokens
        fill = tokens.accent_soft if chosen else tokens.soft if at == self.hovered else tokens.panel
        painter.fillRect(rect, self._color(fill))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._color(tokens.line))
        laid = self._lay(rect, cell)
        if laid.tick is not None:
            self._paint_tick(painter, laid.tick, ticked=bool(cell.tick))
        if laid.edge is not None and cell.edge is not None:
            paint_edge(painter, laid.edge, cell.edge)
        tone = cell.tone if cell.tone and not cell.chip else ""
        ink = tokens.ink if not tone else tokens.muted if tone == "muted" else getattr(tokens, tone)
        aside = _RIGHT if self._model.columns[column].align_right else _LEFT
        if cell.text:
            struck = cell.look == "struck"
            self._words(painter, laid.text, cell.text, self._fonts[cell.look], ink, aside, struck=struck)
        if laid.detail is not None:
            self._words(painter, laid.detail, cell.detail, self._small, tokens.muted, aside)
        for pill in laid.pills:
            self._paint_pill(painter, pill, chosen=chosen)
        if at == self._view.currentIndex().row() and self._view.hasFocus():
            self._ring(painter, rect, column)
            if (
                self._model.editable
                and self._model.columns[column].edit
                and index == self._view.currentIndex()
            ):
                painter.fillRect(rect.adjusted(2, rect.height() - 3, -2, -1), self._color(tokens.accent))

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index, /
    ) -> bool:
        if event.type() == QEvent.Type.ToolTip and index.isValid():
            QToolTip.showText(event.globalPos(), tip_markup(self.tip(option.rect, index)), view)
            return True
        return super().helpEvent(event, view, option, index)

    def tip(self, rect: QRect, index: _Index) -> str:
        """Return the whole words of a cell where they do not fit into ``rect``; else nothing."""
        if self._model.heading(index.row()) is not None:
            return ""
        cell = self._model.cell(index.row(), index.column())
        laid = self._lay(rect, cell)
        room = [(cell.text, self._fonts[cell.look], laid.text)]
        if laid.detail is not None:
            room.append((cell.detail, self._small, laid.detail))
        room += [(pill.words, pill.font, pill.rect.adjusted(4, 0, -4, 0)) for pill in laid.pills]
        if all(self._wide(font, words) <= there.width() + 1 for words, font, there in room if words):
            return ""
        return "\n".join(part for part in (cell.text, cell.detail, cell.chip) if part)

    def tick_rect(self, rect: QRect, index: _Index) -> QRect | None:
        """Return where the tick of a cell is; ``None`` where it has none."""
        if self._model.heading(index.row()) is not None:
            return None
        return self._lay(rect, self._model.cell(index.row(), index.column())).tick

    # Where things are

    def _lay(self, rect: QRect, cell: Cell) -> _Laid:
        inner = rect.adjusted(SIDE, 0, -SIDE, -1)
        tick = None
        if cell.tick is not None:
            tick = QRect(inner.left(), inner.center().y() - _TICK // 2, _TICK, _TICK)
            inner.setLeft(tick.right() + 1 + _GAP)
        edge = None
        if cell.edge is not None:
            edge = QRect(inner.left(), inner.top() + _EDGE_INSET, EDGE_PX, inner.height() - 2 * _EDGE_INSET)
            inner.setLeft(edge.right() + 1 + _GAP)
        two_lines = bool(cell.detail) and self._high
        pills = self._pills(inner, cell, two_lines=two_lines)
        text = QRect(inner)
        if pills and cell.text:
            text.setRight(min(pill.rect.left() for pill in pills) - _GAP)
        detail = None
        if two_lines:
            top = inner.top() + (inner.height() - _LINE - _SMALL_LINE) // 2
            text.setTop(top)
            text.setHeight(_LINE)
            detail = QRect(inner.left(), top + _LINE, inner.width(), _SMALL_LINE)
        return _Laid(tick, edge, text, detail, pills)

    def _pills(self, inner: QRect, cell: Cell, *, two_lines: bool) -> tuple[_Pill, ...]:
        makers = []
        if cell.chip:
            tone = cell.tone or "accent"
            ink, fill = ("muted", "soft") if tone == "muted" else (tone, f"{tone}_soft")
            makers.append((cell.chip, self._small, 16, partial(_Pill, ink=ink, fill=fill, radius=_PILL // 2)))
        if cell.badge is not None:
            level = _LEVELS[cell.badge]
            words = self._model.markings[cell.badge]
            makers.append((words, self._badge, 10, partial(_Pill, ink=level, fill=f"{level}_soft", radius=3)))
        if not makers:
            return ()
        stacked = self._high and not cell.text and len(makers) > 1
        middle = inner.center().y()
        found = []
        # Beside words they stand at the right, alone at the left; two without words stand one over the other.
        left = inner.left()
        if cell.text:
            widths = sum(self._wide(font, words) + around + _GAP for words, font, around, _make in makers)
            left = max(inner.left() + inner.width() // 3, inner.right() + 1 - widths + _GAP)
        for number, (words, font, around, make) in enumerate(makers):
            width = max(0, min(self._wide(font, words) + around, inner.right() + 1 - left))
            top = middle - _PILL // 2 + 1
            if stacked:
                top = middle - _PILL + number * (_PILL + 1)
            elif two_lines:
                top = inner.top() + (inner.height() - _LINE - _SMALL_LINE) // 2
            found.append(make(QRect(left, top, width, _PILL), words, font))
            if not stacked:
                left += width + _GAP
        return tuple(found)

    def _wanted(self, at: int, column: int) -> int:
        if self._model.heading(at) is not None:
            return 0
        cell = self._model.cell(at, column)
        pills = [(cell.chip, self._small, 16)] if cell.chip else []
        if cell.badge is not None:
            pills.append((self._model.markings[cell.badge], self._badge, 10))
        beside = sum(self._wide(font, words) + around + _GAP for words, font, around in pills)
        words = max(
            self._wide(self._fonts[cell.look], cell.text), self._wide(self._small, cell.detail) - beside
        )
        before = (0 if cell.tick is None else _TICK + _GAP) + (0 if cell.edge is None else EDGE_PX + _GAP)
        return 2 * SIDE + words + beside + before

    # Painting

    def _paint_pill(self, painter: QPainter, pill: _Pill, *, chosen: bool) -> None:
        tokens = theme().tokens
        # On a chosen row a pill of the accent would stand on its own colour.
        fill = tokens.panel if chosen and pill.fill == "accent_soft" else getattr(tokens, pill.fill)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._color(fill))
        painter.drawRoundedRect(pill.rect, pill.radius, pill.radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        inside = pill.rect.adjusted(4, 0, -4, 0)
        self._words(painter, inside, pill.words, pill.font, getattr(tokens, pill.ink), _MIDDLE)

    def _paint_tick(self, painter: QPainter, rect: QRect, *, ticked: bool) -> None:
        tokens = theme().tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._color(tokens.accent if ticked else tokens.muted))
        painter.setBrush(self._color(tokens.accent if ticked else tokens.panel))
        painter.drawRoundedRect(rect.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        if ticked:
            ratio = self._view.devicePixelRatioF()
            painter.drawPixmap(rect.topLeft(), icon_pixmap("check", tokens.on_accent, _TICK, ratio))

    def _ring(self, painter: QPainter, rect: QRect, column: int) -> None:
        """Paint this cell's part of the ring around the current row."""
        header = self._view.horizontalHeader()
        color = self._color(theme().tokens.accent)
        painter.fillRect(rect.left(), rect.top(), rect.width(), 1, color)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, color)
        visual = header.visualIndex(column)
        shown = [at for at in range(header.count()) if not header.isSectionHidden(header.logicalIndex(at))]
        if visual == shown[0]:
            painter.fillRect(rect.left(), rect.top(), 1, rect.height(), color)
        if visual == shown[-1]:
            painter.fillRect(rect.right(), rect.top(), 1, rect.height(), color)

    def _words(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        font: QFont,
        ink: str,
        at: int,
        *,
        struck: bool = False,
    ) -> None:
        width = rect.width()
        if width <= 0:
            return
        key = (text, id(font), width)
        found = self._set.get(key)
        if found is None:
            if len(self._set) > _SET_AT_MOST:
                self._set.clear()
            found = self._set[key] = self._set_words(text, font, width)
        words, wide, high = found
        painter.setFont(font)
        painter.setPen(self._color(ink))
        x = rect.left()
        if at == _RIGHT:
            x = rect.right() + 1 - wide
        elif at == _MIDDLE:
            x += (width - wide) // 2
        top = rect.top() + (rect.height() - high) // 2
        painter.drawStaticText(x, top, words)
        if struck:  # a font's own line through words that are set in type stands beside them
            metrics = self._metrics[id(font)]
            middle = top + metrics.ascent() - metrics.strikeOutPos()
            painter.fillRect(x, middle, wide, max(1, metrics.lineWidth()), self._color(ink))

    def _set_words(self, text: str, font: QFont, width: int) -> tuple[QStaticText, int, int]:
        """Return words shortened to a width and set in type once for all, and how wide and high they are."""
        metrics = self._metrics[id(font)]
        shown = metrics.elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, width)
        words = QStaticText(shown)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.prepare(font=font)
        return words, metrics.horizontalAdvance(shown), metrics.height()

    def _wide(self, font: QFont, text: str) -> int:
        return self._metrics[id(font)].horizontalAdvance(text.replace("\n", " ")) + 1 if text else 0

    def _color(self, name: str) -> QColor:
        found = self._colors.get(name)
        if found is None:
            found = self._colors[name] = QColor(name)
        return found

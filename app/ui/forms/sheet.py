"""A column of fields, in the order in which Tab goes through them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from app.ui.forms.field import Field
from app.ui.widgets.labels import SectionLabel

GAP_PX = 12
_ROW_GAP_PX = 8
_EDGES_PX = (16, 4, 16, 20)
_COLUMN_GAP_PX = 24


class Sheet(QWidget):
    """The fields of one row, and what else is shown with them.

    A subclass makes its fields and lays them out with ``add``, ``row`` and ``section`` in its ``__init__``.
    A part that is no field, but has places where Tab stops, tells them by a method ``stops``.
    """

    def __init__(self, parent: QWidget | None = None, *, framed: bool = True) -> None:
        """Make it with room around the fields, or without, as a column of another."""
        super().__init__(parent)
        self._fields: tuple[Field, ...] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*(_EDGES_PX if framed else (0, 0, 0, 0)))
        self._column.setSpacing(GAP_PX)
        self._column.addStretch(1)

    def add(self, widget: QWidget, *, alone: bool = False) -> None:
        """Put a widget below those that are there; ``alone`` leaves it at its own width."""
        self._fields = None
        align = Qt.AlignmentFlag.AlignLeft if alone else Qt.AlignmentFlag(0)
        self._column.insertWidget(self._column.count() - 1, widget, 0, align)

    def row(self, *widgets: tuple[QWidget, int]) -> None:
        """Put widgets beside each other; the number says how much of the width each takes."""
        self._put(beside(*widgets))

    def split(self, *shares: int) -> tuple["Sheet", ...]:
        """Go on in columns beside each other; the numbers say how much of the width each takes."""
        columns = tuple(Sheet(framed=False) for _share in shares)
        row = beside(*zip(columns, shares, strict=True))
        row.setSpacing(_COLUMN_GAP_PX)
        self._put(row)
        return columns

    def section(self, title: str) -> None:
        """Begin a part with a title."""
        rule = QFrame()
        rule.setProperty("role", "rule")
        self._column.insertSpacing(self._column.count() - 1, 4)
        self.add(rule)
        self.add(SectionLabel(title))

    def _put(self, row: QHBoxLayout) -> None:
        self._fields = None
        self._column.insertLayout(self._column.count() - 1, row)

    def fields(self) -> Sequence[Field]:
        """Return all fields, as the eye goes."""
        if self._fields is None:
            self._fields = tuple(part for part in _parts(self._column) if isinstance(part, Field))
        return self._fields

    def open(self, detail: Any, unfinished: Mapping[str, str]) -> None:
        """Show another row, with its unfinished texts."""
        self.show_also(detail)
        for field in self.fields():
            field.open(detail, unfinished)
        self.order_tabs()

    def fill(self, detail: Any) -> None:
        """Show what is stored now; what is being typed stays."""
        self.show_also(detail)
        for field in self.fields():
            field.fill(detail)

    def show_also(self, detail: Any) -> None:
        """Show what is no field, and which fields this row has; a subclass says what."""

    def leave(self) -> None:
        """Save what is unfinished; what cannot be saved is kept as a draft."""
        for field in self.fields():
            if field.dirty:
                field.leave()

    def set_read_only(self, *, read_only: bool) -> None:
        """Let nothing be written, or everything again."""
        for field in self.fields():
            field.set_read_only(read_only=read_only)

    def order_tabs(self) -> None:
        """Let Tab go as the eye does: Qt's own order is that in which the widgets were made."""
        stops: list[QWidget] = []
        for part in _parts(self._column):
            own = getattr(part, "stops", None)
            stops += own() if own is not None else [part]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)


def beside(*widgets: tuple[QWidget, int]) -> QHBoxLayout:
    """Return a row of widgets that share its width as their numbers say."""
    row = QHBoxLayout()
    row.setSpacing(_ROW_GAP_PX)
    for widget, share in widgets:
        row.addWidget(widget, share)
    return row


def _parts(layout: QLayout) -> Iterator[QWidget]:
    """Yield what stands in a layout: fields and controls whole, plain frames by what stands in them."""
    for at in range(layout.count()):
        item = layout.itemAt(at)
        inner = item.layout() if item is not None else None
        widget = item.widget() if item is not None else None
        if inner is not None:
            yield from _parts(inner)
        elif widget is None:
            continue
        elif hasattr(widget, "stops") or widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            yield widget
        elif (within := widget.layout()) is not None:
            yield from _parts(within)

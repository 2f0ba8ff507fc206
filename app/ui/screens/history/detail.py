"""One step in full: who, when, and each row with its columns before and after."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.planning.views.history import RowChange, StepDetail
from app.ui.screens.history.words import before_and_after, breakable, operation, reach, when_in_full
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.labels import MutedLabel, PlainLabel, TitleLabel
from app.wording import _, ngettext
from app.wording.columns import column_word, table_word
from app.wording.steps import step_title

_WORD_PX = 120
_TOP = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
_SIDE_PX = 16
_RING_PX = 4  # the ring of the keys and a gap, between the area's edge and its cards


class StepPane(QWidget):
    """Shows a step.

    ``go_back`` carries its number, ``go`` the kind and id of a row to be shown, ``only`` the id and name of
    a row whose steps alone are to be listed.
    """

    go_back = Signal(int)
    go = Signal(str, str)
    only = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self.heading = TitleLabel(small=True, wrap=True)
        self.second = MutedLabel(wrap=True)
        self.reach = MutedLabel(wrap=True)
        self.back = PlainButton(_("Go back to before this step"), icon_name="undo")
        self.back.clicked.connect(self._on_back)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setAccessibleName(_("What the step changed"))
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE_PX - _RING_PX, 12, 0, 0)
        column.setSpacing(6)
        for widget in (self.heading, self.second, self.reach):
            widget.setContentsMargins(_RING_PX, 0, 0, 0)
            column.addWidget(widget)
        row = QHBoxLayout()
        row.setContentsMargins(_RING_PX, 0, 0, 0)
        row.addWidget(self.back)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.area, 1)

    def show_step(self, detail: StepDetail, markings: tuple[str, ...], *, read_only: bool) -> None:
        """Show a step; a planner that is only read offers no way back."""
        step = detail.step
        self._number = step.number
        self.heading.setText(step_title(step.kind, step.label))
        self.second.setText(" · ".join(part for part in (when_in_full(step), step.who) if part))
        self.back.setVisible(step.can_go_back)
        self.back.setEnabled(not read_only)
        self.reach.setText(reach(step))
        self.reach.setVisible(bool(reach(step)))
        body = QWidget()
        body.setProperty("role", "scrolled")
        column = QVBoxLayout(body)
        column.setContentsMargins(_RING_PX, _RING_PX, _SIDE_PX, _SIDE_PX)
        column.setSpacing(8)
        for change in detail.rows:
            column.addWidget(self._card(change, markings))
        if detail.more:
            words = ngettext("and {count} more row", "and {count} more rows", detail.more)
            column.addWidget(MutedLabel(words.format(count=detail.more)))
        column.addStretch(1)
        self.area.setWidget(body)

    def _card(self, change: RowChange, markings: tuple[str, ...]) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(12, 8, 12, 10)
        inside.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        what = _("{table} {operation}").format(table=table_word(change.table), operation=operation(change))
        head.addWidget(MutedLabel(what))
        name = PlainLabel(change.name, elide=True)
        head.addWidget(name, 1)
        only = PlainButton(_("Its history"), role="link")
        only.setAccessibleDescription(change.name)
        only.clicked.connect(partial(self.only.emit, change.row_id, change.name or table_word(change.table)))
        head.addWidget(only)
        if change.opens is not None:
            show = PlainButton(_("Show"), role="link")
            show.setAccessibleDescription(change.name)
            show.clicked.connect(partial(self.go.emit, *change.opens))
            head.addWidget(show)
        inside.addLayout(head)
        if change.purged:
            inside.addWidget(MutedLabel(_("What stood here was purged.")))
        inside.addLayout(self._columns(change, markings))
        return card

    def _columns(self, change: RowChange, markings: tuple[str, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        both = change.operation == "update"
        for place in (1, 3) if both else (1,):
            grid.setColumnStretch(place, 1)
        for row, column in enumerate(change.columns):
            word = MutedLabel(column_word(change.table, column.column), wrap=True)
            word.setFixedWidth(_WORD_PX)
            before, after = before_and_after(column, markings)
            cells = [word, _value(after or before)]
            if both:
                empty = _("(empty)")
                old = _value(before or ("" if column.restricted else empty), tone="muted")
                cells = [word, old, PlainLabel("→", tone="muted"), _value(after or empty)]
            for place, cell in enumerate(cells):
                cell.setAlignment(_TOP)
                grid.addWidget(cell, row, place)
        return grid

    def _on_back(self) -> None:
        self.go_back.emit(self._number)


def _value(text: str, tone: str = "") -> PlainLabel:
    """Return a value's label, as wide as there is room: a long word must not push the others out."""
    label = PlainLabel(breakable(text), wrap=True, tone=tone)
    label.setAccessibleName(text)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label

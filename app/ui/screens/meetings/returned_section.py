"""One section of a brief that came back: each change with a tick of its own, and one for all of them."""

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.returning_rows import Change, ChangeKind, SectionChange, order_key
from app.domain.words import Marking
from app.ui.forms.ticks import Tick
from app.ui.screens.meetings.returned_words import from_words, kind_words, row_words, summary, warnings
from app.ui.theme.fonts import SEMIBOLD, SMALL_PX, ui_font
from app.ui.widgets.badge import MarkingBadge
from app.ui.widgets.labels import MutedLabel, PlainLabel
from app.wording import _

_ASIDE_PX = 104
_INDENT_PX = 24  # under the words of the tick
_MARKING_PX = 100


class ReturnedSection(QWidget):
    """``ticks`` are those of its changes by key; ``changed`` tells that one of them was changed."""

    changed = Signal()

    def __init__(
        self,
        section: SectionChange,
        names: Mapping[str, str],
        badge: Callable[[Marking], MarkingBadge],
        unticked: Collection[str] | None,
    ) -> None:
        """Show a section; what is not safe to take is unticked at first, later what ``unticked`` names."""
        super().__init__()
        self.section = section
        self._names, self._badge = names, badge
        self.tick = _AllTick(names[section.section])
        self.ticks: dict[str, Tick] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._lay_out_head()
        for change in section.changes:
            on = change.safe if unticked is None else change.key not in unticked
            self._column.addWidget(self._change(change, self._tick(change.key, "", on=on)))
        if section.reordered:
            key = order_key(section.section)
            on = unticked is None or key not in unticked
            self._column.addWidget(_indented(self._tick(key, _("In the desk’s order"), on=on)))
        self.tick.clicked.connect(self._tick_all)
        self._settle()

    def stops(self) -> list[QWidget]:
        """Return what the tabulator stops at, in order."""
        return [self.tick, *self.ticks.values()]

    def left(self) -> set[str]:
        """Return the keys of the changes that are not to be taken."""
        return {key for key, tick in self.ticks.items() if not tick.isChecked()}

    @property
    def any_ticked(self) -> bool:
        """Whether anything of it is to be taken."""
        return self.isEnabled() and any(tick.isChecked() for tick in self.ticks.values())

    def _lay_out_head(self) -> None:
        self.tick.setFont(ui_font(weight=SEMIBOLD))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.tick)
        head.addWidget(MutedLabel(summary(self.section)), 1)
        self._column.addLayout(head)
        for warning in warnings(self.section):
            label = PlainLabel(warning, wrap=True, tone="warn")
            label.setContentsMargins(_INDENT_PX, 0, 0, 0)
            self._column.addWidget(label)

    def _tick(self, key: str, words: str, *, on: bool) -> Tick:
        tick = self.ticks[key] = Tick(words)
        tick.setChecked(on)
        tick.toggled.connect(self._settle)
        return tick

    @Slot()
    def _tick_all(self) -> None:
        on = self.tick.checkState() is Qt.CheckState.Checked
        for tick in self.ticks.values():
            tick.setChecked(on)

    @Slot()
    def _settle(self) -> None:
        on = [tick.isChecked() for tick in self.ticks.values()]
        state = Qt.CheckState.PartiallyChecked if any(on) else Qt.CheckState.Unchecked
        self.tick.setCheckState(Qt.CheckState.Checked if all(on) else state)
        self.changed.emit()

    def _change(self, change: Change, tick: Tick) -> QWidget:
        words, tone = kind_words(change)
        tick.setAccessibleName(f"{words}: {row_words(change.text, change.use)}")
        label = PlainLabel(words, tone=tone)
        label.setFont(ui_font(SMALL_PX, SEMIBOLD))
        label.setFixedWidth(_ASIDE_PX)
        row = _indented(tick, label)
        texts, markings = self._texts(change), self._markings_of(change)
        high = tick.sizeHint().height()  # all that stands in the first line is as high as the tick
        label.setFixedHeight(high)
        markings.setFixedHeight(high)
        texts.setContentsMargins(0, (high - self.fontMetrics().height()) // 2, 0, 0)
        line = row.layout()
        assert isinstance(line, QHBoxLayout)
        line.addLayout(texts, 1)
        line.addWidget(markings, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _texts(self, change: Change) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        old = row_words(change.ours.text, change.ours.use) if change.ours else ""
        new = "" if change.kind is ChangeKind.GONE else row_words(change.text, change.use)
        if change.conflict:
            self._both(column, old, new)
        else:
            if old and old != new:
                column.addWidget(_struck(old))
            if new:
                column.addWidget(PlainLabel(new, wrap=True))
        moved = from_words(change, self.section, self._names)
        if moved:
            column.addWidget(MutedLabel(moved))
        column.addStretch(1)
        return column

    def _both(self, column: QVBoxLayout, old: str, new: str) -> None:
        """Show a row that both sides have changed as it is on either."""
        column.addWidget(MutedLabel(_("Here")))
        column.addWidget(PlainLabel(old or _("Deleted here."), wrap=True))
        column.addSpacing(2)
        column.addWidget(MutedLabel(_("From the desk")))
        column.addWidget(PlainLabel(new or _("Deleted by the desk."), wrap=True))

    def _markings_of(self, change: Change) -> QWidget:
        """Return the marking as it would be, with the one that it was where that is another."""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addStretch(1)
        row.setMinimumWidth(_MARKING_PX)
        if change.ours is not None and change.ours.marking is not change.marking:
            line.addWidget(self._badge(change.ours.marking))
            line.addWidget(MutedLabel("→"))
        if change.marking is not None:
            line.addWidget(self._badge(change.marking))
        return row


class _AllTick(Tick):
    """Ticked, unticked, or in between; a click never leaves it in between."""

    def nextCheckState(self) -> None:
        whole = self.checkState() is Qt.CheckState.Checked
        self.setCheckState(Qt.CheckState.Unchecked if whole else Qt.CheckState.Checked)


def _indented(*widgets: QWidget) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(_INDENT_PX, 0, 0, 0)
    line.setSpacing(10)
    for widget in widgets:
        line.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
    return row


def _struck(words: str) -> PlainLabel:
    label = PlainLabel(words, wrap=True, tone="muted")
    font = label.font()
    font.setStrikeOut(True)
    label.setFont(font)
    return label

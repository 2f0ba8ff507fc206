"""The precedents that a topic points at, wherever a topic is edited, and those that it might point at."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.folding import folded
from app.domain.matching import FEW
from app.planning.verbs.topics import set_topic_precedents
from app.planning.views.precedents import precedent_choices
from app.planning.views.suggested import Suggested, suggested_precedents
from app.planning.views.visits import Choice
from app.ui.forms.record import Record
from app.ui.forms.row_chips import RowChips
from app.ui.inspector.by_name import new_precedent
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import MutedLabel
from app.ui.widgets.plain import set_tip
from app.wording import _
from app.wording.suggested import why

MOST_SUGGESTED = 3
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PrecedentChips(RowChips):
    """The precedents of the topic that ``record`` shows, in order; another is found by name or year.

    One that nobody wrote down yet is made of what was typed. Below stand a few that the topic's area and
    those it concerns speak for; a click points at one.
    """

    def __init__(self, record: Record) -> None:
        self._record = record
        super().__init__(
            _("Precedents"),
            _("Add a precedent"),
            self._find_precedents,
            self._set_precedents,
            self._add_new_precedent,
            read_only=record.desk.read_only,
        )
        self.suggestions = Suggestions()
        self.suggestions.taken.connect(self._take)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.count() - 1, self.suggestions)

    def show_rows(self, rows: tuple[Choice, ...]) -> bool:
        moved = super().show_rows(rows)
        desk = self._record.desk
        found = () if desk.read_only else desk.ask(suggested_precedents, self._record.row_id)
        return self.suggestions.show_suggested(found[:MOST_SUGGESTED]) or moved

    def stops(self) -> list[QWidget]:
        return [*super().stops(), *self.suggestions.chips()]

    def _find_precedents(self, text: str) -> Sequence[Choice]:
        words = folded(text).split()
        there = {row.id for row in self.rows()}
        found = (
            choice
            for choice in self._record.desk.ask(precedent_choices)
            if choice.id not in there
            and all(word in folded(f"{choice.name} {choice.detail}") for word in words)
        )
        return list(found)[:FEW]

    def _set_precedents(self, ids: list[str]) -> None:
        if not self._record.idle:
            self._record.act("precedents", set_topic_precedents, precedent_ids=ids)

    def _add_new_precedent(self, title: str, ids: list[str]) -> None:
        if self._record.idle:
            return

        def fields(new_id: str) -> dict[str, list[str]]:
            return {"precedent_ids": [*ids, new_id]}

        make = new_precedent(self._record.shown.area, title)
        self._record.act_on_new("precedents", make, fields, set_topic_precedents)

    @Slot(str)
    def _take(self, precedent_id: str) -> None:
        had_keys = self.suggestions.has_keys()
        if self._set([*self._ids(), precedent_id]) and had_keys:
            chips = self.suggestions.chips()  # the next of them, or where one is found by its name
            (chips[0] if chips else self.box).setFocus(Qt.FocusReason.OtherFocusReason)


class Suggestions(QWidget):
    """Precedents to point at, each with the reason; ``taken`` carries the id of the one chosen."""

    taken = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Suggested, ...] | None = None
        self._chips: list[_Suggestion] = []
        frame = QWidget()
        self._flow = FlowLayout(frame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(MutedLabel(_("Suggested")))
        column.addWidget(frame)
        self.hide()

    def show_suggested(self, found: tuple[Suggested, ...]) -> bool:
        """Show these; tell whether others stood here before."""
        if found == self._shown:
            return False
        self._shown = found
        self._flow.clear()
        self._chips = [self._chip(each) for each in found]
        self.setVisible(bool(found))
        return True

    def chips(self) -> Sequence[Chip]:
        """Return the chips, as the eye goes."""
        return self._chips

    def has_keys(self) -> bool:
        """Tell whether one of them has the keys."""
        return any(chip.hasFocus() for chip in self._chips)

    def _chip(self, each: Suggested) -> "_Suggestion":
        chip = _Suggestion(f"{each.title} · {why(each)}")
        chip.setProperty("row", each.id)
        chip.setAccessibleName(_("Point at {title}, {reason}").format(title=each.title, reason=why(each)))
        set_tip(chip, "\n".join(part for part in (chip.words(), each.years, each.lesson) if part))
        chip.clicked.connect(self._on_clicked)
        self._flow.addWidget(chip)
        chip.show()
        return chip

    @Slot()
    def _on_clicked(self) -> None:
        chip = self.sender()
        assert isinstance(chip, _Suggestion)
        self.taken.emit(chip.property("row"))


class _Suggestion(Chip):
    """A chip that Enter clicks, as Space does."""

    def __init__(self, words: str) -> None:
        super().__init__(words, icon_name="plus")

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in _ENTER:
            self.click()
            return
        super().keyPressEvent(event)

"""The precedents that a topic points at, as chips, and a box in which another is found."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.domain.folding import folded
from app.planning.verbs.topics import set_topic_precedents
from app.planning.views.meeting import precedent_choices
from app.planning.views.visits import Choice
from app.ui.forms.pick import PickBox
from app.ui.forms.record import Record
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import MutedLabel
from app.ui.widgets.plain import set_tip
from app.wording import _
from app.wording.errors import sentence

_FEW = 12


class PrecedentChips(QWidget):
    """The precedents of the topic that ``record`` shows, in order. ``told`` as every screen's."""

    told = Signal(str, bool)

    def __init__(self, record: Record) -> None:
        super().__init__()
        self._record = record
        self._shown: tuple[Choice, ...] = ()
        self._chips: list[Chip] = []
        frame = QWidget()
        self._flow = FlowLayout(frame)
        self.box = PickBox(self._find, placeholder=_("Add a precedent"))
        self.box.setAccessibleName(_("Add a precedent"))
        self.box.picked.connect(self._on_picked)
        self.box.refused.connect(self._refuse)
        if record.desk.read_only:
            self.box.hide()
        self._frame = frame
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(MutedLabel(_("Precedents")))
        column.addWidget(frame)
        column.addWidget(self.box)

    def show_precedents(self, precedents: tuple[Choice, ...]) -> bool:
        """Show these; tell whether others stood here before."""
        if precedents == self._shown and self._chips:
            return False
        changed = precedents != self._shown
        self._shown = precedents
        self._flow.clear()
        self._chips = [self._chip(precedent) for precedent in precedents]
        self._frame.setVisible(bool(precedents))
        return changed

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [] if self._record.desk.read_only else [*self._chips, self.box]

    def _chip(self, precedent: Choice) -> Chip:
        words = f"{precedent.name} · {precedent.detail}" if precedent.detail else precedent.name
        removing = "" if self._record.desk.read_only else _("Remove {name}").format(name=precedent.name)
        chip = Chip(words, remove_name=removing)
        chip.setProperty("precedent", precedent.id)
        chip.removed.connect(self._on_removed)
        set_tip(chip, words)
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _find(self, text: str) -> Sequence[Choice]:
        there = {precedent.id for precedent in self._shown}
        words = folded(text).split()
        found = [
            choice
            for choice in self._record.desk.ask(precedent_choices)
            if choice.id not in there and all(word in folded(choice.name) for word in words)
        ]
        return found[:_FEW]

    @Slot(object)
    def _on_picked(self, choice: Choice) -> None:
        self.box.show_text("")
        self._set([*(precedent.id for precedent in self._shown), choice.id])

    @Slot()
    def _on_removed(self) -> None:
        chip = self.sender()
        assert isinstance(chip, Chip)
        gone = chip.property("precedent")
        self._set([precedent.id for precedent in self._shown if precedent.id != gone])
        self.box.setFocus()

    def _set(self, ids: list[str]) -> None:
        if self._record.idle:
            return
        try:
            self._record.act("precedents", set_topic_precedents, precedent_ids=ids)
        except AideError as error:
            self._refuse(error)

    @Slot(object)
    def _refuse(self, error: AideError) -> None:
        self.told.emit(sentence(error), False)

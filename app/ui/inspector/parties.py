"""The field that says for whom an entry is."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.planning.views.entry import EntryDetail
from app.planning.views.visits import visit_parties
from app.planning.workspace import Changed
from app.ui.forms.field import Field
from app.ui.inspector.editing import Editing
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import FlowLayout
from app.wording import _


class PartiesField(Field):
    """For whom an entry is: a chip for each party; none chosen means everyone."""

    def __init__(self, editing: Editing, label: str) -> None:
        self._frame = QWidget()
        self._flow = FlowLayout(self._frame)
        self._chips: dict[str, Chip] = {}
        self._editing = editing
        self._offered_of = ""
        super().__init__(editing, "parties", label, self._frame, hint=_("None chosen: it is for everyone."))
        self._everyone = Chip(_("Everyone"))
        self._everyone.setCheckable(True)
        self._everyone.clicked.connect(self._choose_everyone)
        self._flow.addWidget(self._everyone)
        editing.desk.changed.connect(self._on_changed)

    def open(self, detail: EntryDetail, unfinished: Mapping[str, str]) -> None:
        self._offer(detail.visit_id)
        super().open(detail, unfinished)

    def fill(self, detail: EntryDetail) -> None:
        self._offer(detail.visit_id)
        super().fill(detail)

    @Slot(object)
    def _on_changed(self, changed: Changed) -> None:
        if changed.touches("party"):
            self._offered_of = ""

    def _offer(self, visit_id: str) -> None:
        """Offer the parties of the visit, asked for once until they change."""
        if visit_id == self._offered_of:
            return
        self._offered_of = visit_id
        parties = self._editing.desk.ask(visit_parties, visit_id)
        if [(chip, self._chips[chip].words()) for chip in self._chips] == [
            (party.id, party.name) for party in parties
        ]:
            return
        chosen = self.text()
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._chips = {}
        for party in parties:
            chip = Chip(party.name)
            chip.setCheckable(True)
            chip.clicked.connect(self._choose)
            self._chips[party.id] = chip
            self._flow.addWidget(chip)
        self.set_text(chosen)

    def stops(self) -> list[QWidget]:
        return [self._everyone, *self._chips.values()]

    def text(self) -> str:
        return " ".join(sorted(key for key, chip in self._chips.items() if chip.isChecked()))

    def set_text(self, text: str) -> None:
        chosen = text.split()
        for key, chip in self._chips.items():
            chip.setChecked(key in chosen)
        self._everyone.setChecked(not chosen)

    def stored(self, detail: EntryDetail) -> str:
        return " ".join(sorted(detail.parties))

    def value(self, text: str) -> frozenset[str]:
        return frozenset(text.split())

    def write(self, value: Any) -> None:
        self._editing.set_parties(value)

    def set_read_only(self, *, read_only: bool) -> None:
        self._frame.setEnabled(not read_only)

    @Slot()
    def _choose(self) -> None:
        self.set_text(self.text())
        self.leave()

    @Slot()
    def _choose_everyone(self) -> None:
        self.set_text("")
        self.leave()

"""Fields that are ticked or counted: share with the host, for whom an entry is, minutes before another."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QSpinBox, QWidget

from app.planning.views.entry import EntryDetail
from app.planning.views.visits import Choice
from app.ui.inspector.editing import Editing
from app.ui.inspector.field import Field
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.plain import literal
from app.wording import _

_DAY_MINUTES = 24 * 60
_STEP_MINUTES = 5


class TickField(Field):
    """Yes or no."""

    def __init__(self, editing: Editing, column: str, label: str, words: str) -> None:
        self._box = QCheckBox(literal(words))
        super().__init__(editing, column, label, self._box)
        self._box.setAccessibleName(words)
        self._box.clicked.connect(self.leave)

    def text(self) -> str:
        return str(self._box.isChecked())

    def set_text(self, text: str) -> None:
        self._box.setChecked(text == str(True))

    def value(self, text: str) -> bool:
        return text == str(True)

    def set_read_only(self, *, read_only: bool) -> None:
        self._box.setEnabled(not read_only)


class _QuietSpin(QSpinBox):
    """A spin box that the wheel scrolls past."""

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        event.ignore()


class MinutesField(Field):
    """A number of minutes; negative means after instead of before."""

    def __init__(self, editing: Editing, column: str, label: str) -> None:
        self._spin = _QuietSpin()
        self._spin.setRange(-_DAY_MINUTES, _DAY_MINUTES)
        self._spin.setSingleStep(_STEP_MINUTES)
        self._spin.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        super().__init__(editing, column, label, self._spin)
        self._spin.editingFinished.connect(self.leave)

    def text(self) -> str:
        return str(self._spin.value())

    def set_text(self, text: str) -> None:
        self._spin.setValue(int(text))

    def value(self, text: str) -> int:
        return int(text)

    def set_read_only(self, *, read_only: bool) -> None:
        self._spin.setEnabled(not read_only)


class PartiesField(Field):
    """For whom an entry is: a chip for each party; none chosen means everyone."""

    def __init__(self, editing: Editing, label: str) -> None:
        self._frame = QWidget()
        self._flow = FlowLayout(self._frame)
        self._chips: dict[str, Chip] = {}
        super().__init__(editing, "parties", label, self._frame, hint=_("None chosen: it is for everyone."))
        self._everyone = Chip(_("Everyone"))
        self._everyone.setCheckable(True)
        self._everyone.clicked.connect(self._choose_everyone)
        self._flow.addWidget(self._everyone)

    def set_parties(self, parties: Sequence[Choice]) -> None:
        """Offer these parties."""
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

    def stored(self, entry: EntryDetail) -> str:
        return " ".join(sorted(entry.parties))

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

"""What a site asks for, as chips to tick: the words of the request follow, and are read for the chips."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.access import Asked, asked_fields, with_field
from app.domain.errors import AideError
from app.planning.verbs.access import edit_access_request
from app.ui.forms.record import Record
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import MutedLabel
from app.wording import _
from app.wording.access import asked_name


class AskedChips(QWidget):
    """A chip for each field that may be asked for; ``refused`` carries the error where one was not saved."""

    refused = Signal(object)

    def __init__(self, record: Record) -> None:
        super().__init__()
        self._record = record
        self._chips: dict[Asked, Chip] = {}
        frame = QWidget()
        flow = FlowLayout(frame)
        for field in Asked:
            chip = Chip(asked_name(field))
            chip.setCheckable(True)
            chip.clicked.connect(self._on_clicked)
            self._chips[field] = chip
            flow.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(MutedLabel(_("The site asks for")))
        column.addWidget(frame)

    def chip(self, field: Asked) -> Chip:
        """Return the chip of a field."""
        return self._chips[field]

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return list(self._chips.values())

    def show_words(self, asks_for: str) -> None:
        """Tick what the request's words ask for."""
        asked = asked_fields(asks_for)
        for field, chip in self._chips.items():
            chip.setChecked(field in asked)

    def set_read_only(self, *, read_only: bool) -> None:
        """Only show what is asked for, or let it be changed."""
        for chip in self._chips.values():
            chip.setEnabled(not read_only)

    @Slot()
    def _on_clicked(self) -> None:
        words = self._record.shown.asks_for
        asked = asked_fields(words)
        for field, chip in self._chips.items():
            if chip.isChecked() != (field in asked):
                words = with_field(words, field, wanted=chip.isChecked())
        try:
            self._record.act("asks_for", edit_access_request, asks_for=words)
        except AideError as error:
            self.show_words(self._record.shown.asks_for)
            self.refused.emit(error)

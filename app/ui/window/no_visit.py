"""What a planner without a visit shows: the next step."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.planning.sample import sample_document
from app.planning.verbs.exchange import load_visit
from app.ui.desk import Desk
from app.ui.widgets.empty import EmptyState
from app.wording import _
from app.wording.errors import sentence


class NoVisit(QWidget):
    """Offers to put the sample visit into the file."""

    told = Signal(str, bool)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        empty = EmptyState("briefcase", _("This planner holds no visit yet."))
        self.load = empty.add_button(_("Add the sample visit"), icon_name="plus", primary=True)
        self.load.setEnabled(not desk.read_only)
        self.load.clicked.connect(self._load)
        column = QVBoxLayout(self)
        column.addWidget(empty)

    @Slot()
    def _load(self) -> None:
        try:
            self._desk.do(_("Add the sample visit"), load_visit, sample_document())
        except AideError as error:
            self.told.emit(sentence(error), False)

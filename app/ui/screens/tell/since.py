"""The choice of what is new: since each was told last, since today's beginning, or since a step."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from app.planning.views.history import StepLine
from app.ui.screens.tell.words import step_words
from app.ui.widgets.tuning import tune
from app.wording import _

LAST_TOLD, TODAY = "told", "today"
_LONGEST = 60


class SincePicker(QComboBox):
    """What changes are counted from; ``chosen`` tells that it became another."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Changes since"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(24)
        tune(self)
        self.addItem(_("each was told last"), LAST_TOLD)
        self.addItem(_("the start of today"), TODAY)
        self.activated.connect(self._on_activated)

    def show_steps(self, steps: Sequence[StepLine]) -> None:
        """Offer steps, newest first; what is chosen stays chosen, though newer ones have come."""
        chosen = self.currentData()
        kept = self.currentText()
        while self.count() > len((LAST_TOLD, TODAY)):
            self.removeItem(self.count() - 1)
        for step in steps:
            words = step_words(step)
            words = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
            self.addItem(_("“{step}”").format(step=words), step.number)
        place = self.findData(chosen)
        if place < 0:
            self.addItem(kept, chosen)
            place = self.count() - 1
        self.setCurrentIndex(place)

    def choose(self, step: int) -> bool:
        """Count changes from a step that is offered; tell whether it is."""
        place = self.findData(step)
        if place >= 0:
            self.setCurrentIndex(place)
        return place >= 0

    def since_last_told(self) -> bool:
        """Tell whether each is told of what is new to them."""
        return bool(self.currentData() == LAST_TOLD)

    def step(self) -> int | None:
        """Return the number of the step that is the first to count; ``None`` where none is chosen."""
        found = self.currentData()
        return found if isinstance(found, int) else None

    @Slot()
    def _on_activated(self) -> None:
        self.chosen.emit()


def start_of_today() -> datetime:
    """Return the instant (naive UTC) at which today began on the clock of this machine."""
    midnight = datetime.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight.astimezone(UTC).replace(tzinfo=None)

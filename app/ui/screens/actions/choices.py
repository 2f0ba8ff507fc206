"""The strip under the title: which actions are listed, in which form, under which headings."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from app.domain.words import Side
from app.ui.forms.words import QuietBox
from app.ui.screens.actions.grouped import grouping_words
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.segmented import SegmentedControl
from app.ui.widgets.tuning import tune
from app.wording import _

ALL, BOTH, TABLE, CALENDAR = "all", "both", "table", "calendar"
_GROUPS_PX = 128


class Choices(QFrame):
    """The choices of the room; ``changed`` tells that one is another now."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "ground")
        self.form = SegmentedControl([(TABLE, _("Table")), (CALENDAR, _("Month"))], _("Form"))
        self.visits = SegmentedControl(
            [("this", _("This visit")), (ALL, _("All visits"))], _("Of which visits")
        )
        self.states = SegmentedControl([("open", _("To do")), (ALL, _("All"))], _("In which states"))
        self.sides = SegmentedControl(
            [(BOTH, _("Both")), (Side.OURS, _("Ours")), (Side.HOST, _("Theirs"))], _("Whose promises")
        )
        self.groups = QuietBox()
        for key, words in grouping_words().items():
            self.groups.addItem(words, key)
        self.groups.setAccessibleName(_("How the list is grouped"))
        self.groups.setFixedWidth(_GROUPS_PX)
        self.groups.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        tune(self.groups)
        self._flow = FlowLayout(self, gap=8)
        self._flow.setContentsMargins(16, 8, 16, 8)
        for control in self._segments().values():
            self._flow.addWidget(control)
            control.selected.connect(self._on_chosen)
        self._flow.addWidget(self.groups)
        self.groups.activated.connect(self._on_chosen)

    def add_control(self, widget: QWidget) -> None:
        """Put another control behind these."""
        self._flow.addWidget(widget)

    def grouping(self) -> str:
        """Return the key of the way in which the list is grouped."""
        return str(self.groups.currentData())

    def written(self) -> dict[str, str]:
        """Return what is chosen, each under its word."""
        chosen = {word: control.current() for word, control in self._segments().items()}
        return chosen | {"groups": self.grouping()}

    def choose(self, wanted: Mapping[str, str]) -> None:
        """Choose what is wanted, as far as there is such a choice; the rest stays. Tells once."""
        with QSignalBlocker(self):
            for word, control in self._segments().items():
                if control.has(wanted.get(word, "")):
                    control.select(wanted[word])
            at = self.groups.findData(wanted.get("groups"))
            if at >= 0:
                self.groups.setCurrentIndex(at)
        self._on_chosen()

    def _segments(self) -> dict[str, SegmentedControl]:
        return {"form": self.form, "visits": self.visits, "states": self.states, "sides": self.sides}

    @Slot()
    def _on_chosen(self) -> None:
        self.groups.setVisible(self.form.current() == TABLE)
        self.changed.emit()

"""Where a topic of another visit is found, to be taken up in the one in view."""

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy

from app.domain.errors import AideError
from app.planning.verbs.taking_up import take_up_topic
from app.planning.views.visits import Choice
from app.ui.desk import Desk
from app.ui.finding import finders
from app.ui.forms.pick_box import PickBox
from app.wording import _
from app.wording.errors import sentence
from app.wording.short import short

_WIDE_PX: Final = (140, 220)


class EarlierTopics(PickBox):
    """Finds topics by name, visit or year; it is seen only where there is any that is not here yet.

    ``taken`` carries the id that the topic has here; ``told`` a sentence, and whether undo takes it back.
    """

    taken = Signal(str)
    told = Signal(str, bool)

    def __init__(self, desk: Desk) -> None:
        words = _("Take up an earlier topic")
        super().__init__(finders(desk).earlier_topics, None, words, adds=True)
        self._desk = desk
        self.setAccessibleName(words)
        self.setMinimumWidth(_WIDE_PX[0])
        self.setMaximumWidth(_WIDE_PX[1])
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.picked.connect(self._on_picked)
        self.refused.connect(self._on_refused)
        self.hide()

    def look(self) -> None:
        """Be seen if there is anything to take up."""
        there = bool(self._desk.visit_id and not self._desk.read_only and self.search(""))
        self.setVisible(there)

    @Slot(object)
    def _on_picked(self, choice: Choice) -> None:
        label = _("Take up “{title}”").format(title=short(choice.name))
        try:
            topic_id = self._desk.do(label, take_up_topic, self._desk.visit_id, topic_id=choice.id)
        except AideError as error:
            self._on_refused(error)
            return
        self.show_text("")
        said = _("“{title}” taken up, with what was written of it.").format(title=choice.name)
        self.told.emit(said, True)
        self.taken.emit(topic_id)

    @Slot(object)
    def _on_refused(self, error: AideError) -> None:
        self.told.emit(sentence(error), False)

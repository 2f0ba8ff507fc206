"""Making a new visit from one that was: a title, and the day on which it begins."""

from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.errors import AideError, PlanningError
from app.planning.verbs.visits import duplicate_visit
from app.planning.views.visit import clocks_of_copy, left_behind
from app.planning.views.visits import VisitCard
from app.ui.desk import Desk
from app.ui.screens.visits.asking import AskPanel, day_fault, empty_faults, typed_day
from app.ui.screens.visits.words import bent_words
from app.ui.widgets.labels import MutedLabel, PlainLabel
from app.wording import _, ngettext


class DuplicatePanel(AskPanel):
    """Asks how the copy is called and when it begins, and says which clocks do not fit the new days."""

    def __init__(self, desk: Desk, card: VisitCard, parent: QWidget | None = None) -> None:
        title = _("New visit from “{title}”").format(title=card.title)
        super().__init__(desk, title, _("Duplicate"), parent)
        self._card = card
        self.title = QLineEdit(_("{title} (copy)").format(title=card.title))
        self.starts = QLineEdit()
        self.starts.setPlaceholderText(_("for example 23 Jan 2027"))
        self.add_row(("title", _("Title"), self.title), ("starts_on", _("First day"), self.starts))
        words = _("All days move alike. Entries are tentative; nothing is confirmed, sent or promised in it.")
        left = desk.ask(left_behind, card.id)
        if left:
            more = ngettext(
                "{count} cancelled entry stays behind.", "{count} cancelled entries stay behind.", left
            )
            words = f"{words} {more.format(count=left)}"
        self.bent = PlainLabel("", wrap=True, tone="warn")
        self.bent.hide()
        self.column.insertWidget(self.column.count() - 2, MutedLabel(words, wrap=True))
        self.column.insertWidget(self.column.count() - 2, self.bent)
        self.starts.textEdited.connect(self._show_bent)

    def begin(self) -> None:
        super().begin()
        self.title.selectAll()

    def faults(self) -> dict[str, PlanningError]:
        found = empty_faults(title=self.title)
        return found | day_fault(self.starts, "starts_on", self._card.starts_on)

    def act(self) -> str:
        first = self._first_day()
        label = _("Duplicate “{title}”").format(title=self._card.title)
        verb = partial(duplicate_visit, visit_id=self._card.id, title=self.title.text(), starts_on=first)
        return self.desk.do(label, verb)

    def _first_day(self) -> date:
        return typed_day(self.starts, "starts_on", self._card.starts_on)

    @Slot()
    def _show_bent(self) -> None:
        try:
            bent = self.desk.ask(clocks_of_copy, self._card.id, self._first_day())
        except AideError:  # the day is not typed to its end yet; Duplicate says what is wrong with it
            bent = ()
        self.bent.setText(bent_words(bent))
        self.bent.setVisible(bool(bent))

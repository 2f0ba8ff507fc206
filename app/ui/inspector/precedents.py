"""The precedents that a topic points at, wherever a topic is edited."""

from collections.abc import Sequence

from app.domain.folding import folded
from app.domain.matching import FEW
from app.planning.verbs.topics import set_topic_precedents
from app.planning.views.meeting import precedent_choices
from app.planning.views.visits import Choice
from app.ui.forms.record import Record
from app.ui.forms.row_chips import RowChips
from app.wording import _


class PrecedentChips(RowChips):
    """The precedents of the topic that ``record`` shows, in order; another is found by name or year."""

    def __init__(self, record: Record) -> None:
        self._record = record
        super().__init__(
            _("Precedents"),
            _("Add a precedent"),
            self._find_precedents,
            self._set_precedents,
            read_only=record.desk.read_only,
        )

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

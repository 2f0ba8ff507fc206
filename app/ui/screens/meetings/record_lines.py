"""The notes of a meeting, and what was agreed there: under one item of its agenda, or on their own."""

from functools import partial
from typing import Any

from app.planning.verbs.decisions import add_decision, delete_decision, move_decision, order_decisions
from app.planning.verbs.records import (
    add_record_point,
    delete_record_point,
    move_record_point,
    order_record_points,
)
from app.ui.desk import Desk
from app.ui.forms.record import Kind
from app.ui.screens.meetings.kinds import brief_kind, decision_kind, item_kind, note_kind
from app.ui.screens.meetings.line_row import LineRow
from app.ui.screens.meetings.lines import Lines
from app.wording import _
from app.wording.short import short


class _RecordLines(Lines):
    """Lines of a record. Their owner is the item, or where they stand ``alone`` the entry itself."""

    tagged = ""

    def __init__(self, desk: Desk, kind: Kind, name: str, adding: str, part: str, *, alone: bool) -> None:
        own = brief_kind() if alone else item_kind()
        super().__init__(desk, kind, name, adding, (), own=own, part=part)
        self._alone = alone
        self.entry_id = ""

    def where(self, owner: str) -> dict[str, Any]:
        """Return where a new line is to stand, as the verbs have it."""
        return {"entry_id": self.entry_id, "agenda_item_id": None if self._alone else owner}


class NoteLines(_RecordLines):
    """The notes."""

    def __init__(self, desk: Desk, *, alone: bool) -> None:
        super().__init__(desk, note_kind(), _("Note"), _("Note a point"), "new_note", alone=alone)
        self.record_id = ""

    def add(self, owner: str, text: str) -> None:
        label = _("Note “{name}”").format(name=short(text))
        self.desk.do(label, partial(add_record_point, **self.where(owner), text=text))

    def order(self, owner: str, ids: list[str], moved: LineRow) -> None:
        label = note_kind().act("position").format(name=short(moved.shown.text))
        item_id = None if self._alone else owner
        self.desk.do(label, order_record_points, self.record_id, item_id, ids)

    def move_to(self, row: LineRow, place: str) -> None:
        row.record.act("moved", partial(move_record_point, agenda_item_id=place or None))

    def delete(self, row: LineRow) -> str:
        row.record.act("deleted", delete_record_point)
        return _("Note deleted.")


class DecisionLines(_RecordLines):
    """What was agreed."""

    def __init__(self, desk: Desk, *, alone: bool) -> None:
        adding = _("Write down what was agreed")
        super().__init__(desk, decision_kind(), _("Decision"), adding, "new_decision", alone=alone)

    def add(self, owner: str, text: str) -> None:
        label = _("Write down the decision “{name}”").format(name=short(text))
        self.desk.do(label, partial(add_decision, **self.where(owner), text=text))

    def order(self, owner: str, ids: list[str], moved: LineRow) -> None:
        label = decision_kind().act("position").format(name=short(moved.shown.text))
        item_id = None if self._alone else owner
        self.desk.do(label, order_decisions, self.entry_id, item_id, ids)

    def move_to(self, row: LineRow, place: str) -> None:
        row.record.act("moved", partial(move_decision, agenda_item_id=place or None))

    def delete(self, row: LineRow) -> str:
        row.record.act("deleted", delete_decision)
        return _("Decision deleted.")

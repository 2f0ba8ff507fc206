"""The room of the actions: who owes what by when, in this visit or in all."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from app.domain.words import Side
from app.planning.settings import marking_names
from app.planning.verbs.actions import create_action, delete_action
from app.planning.views.actions import ActionRow, action_rows
from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.screens.actions.listing import bulk_fields, columns
from app.ui.tables.bulk import BulkField
from app.ui.tables.room import ListRoom
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.segmented import SegmentedControl
from app.wording import _
from app.wording.short import short

_ALL, _BOTH = "all", "both"


class ActionsScreen(ListRoom):
    """Actions, the overdue first. One of another visit is opened there: ``go`` asks for that."""

    tables = ("action", "entry", "topic", "member", "person", "organisation", "visit")

    def __init__(self, desk: Desk, preferences: Preferences, parent: QWidget | None = None) -> None:
        self._menu: list[QAction] = []
        super().__init__(
            desk,
            preferences,
            name="actions",
            kind="action",
            title=_("Actions"),
            columns=columns(),
            add_words=_("Add action"),
            icon="check-square",
            empty=(
                _("No actions here."),
                _("Add what was promised, by us or by them, with an owner and a day."),
                _("Add action"),
            ),
            parent=parent,
        )
        self.visits = SegmentedControl(
            [("this", _("This visit")), (_ALL, _("All visits"))], _("Of which visits")
        )
        self.states = SegmentedControl([("open", _("To do")), (_ALL, _("All"))], _("In which states"))
        self.sides = SegmentedControl(
            [(_BOTH, _("Both")), (Side.OURS, _("Ours")), (Side.HOST, _("Theirs"))], _("Whose promises")
        )
        self._put_controls()
        self.opened.connect(self._on_opened)

    def ask_rows(self) -> Sequence[ActionRow]:
        visit_id = None if self.visits.current() == _ALL else self.desk.visit_id
        rows: Iterable[ActionRow] = self.desk.ask(action_rows, _today(), visit_id)
        if self.states.current() != _ALL:
            rows = [row for row in rows if not row.closed]
        if self.sides.current() != _BOTH:
            side = Side(self.sides.current())
            rows = [row for row in rows if row.owed_by is side]
        # Of the visit in view nobody needs to be told which it is.
        own = self.desk.visit_id
        return [replace(row, visit="") if row.visit_id == own else row for row in rows]

    def add(self) -> str | None:
        if not self.desk.visit_id:
            return None
        side = Side.HOST if self.sides.current() == Side.HOST else Side.OURS
        verb = partial(create_action, visit_id=self.desk.visit_id, text=_("New action"), owed_by=side)
        return self.desk.do(_("Add an action"), verb)

    def delete(self, ids: Sequence[str]) -> str:
        return self.delete_each(delete_action, ids)

    def bulk_fields(self) -> Sequence[BulkField]:
        return bulk_fields(_today(), self.desk.ask(marking_names))

    def row_name(self, row: Any) -> str:
        return short(row.text)

    def reveal(self, kind: str, row_id: str) -> None:
        if kind != self.kind:
            return
        self.catch_up()
        if self.table.row(row_id) is None:
            self._show_every()
        super().reveal(kind, row_id)

    def menu_actions(self, ids: Sequence[str]) -> Sequence[QAction]:
        row: ActionRow | None = self.table.row(ids[0]) if len(ids) == 1 else None
        self._menu = []  # kept here, since a menu does not own its actions
        if row is not None:
            self._offer(_("Show the meeting"), "meeting", row.entry_id)
            self._offer(_("Show the topic"), "topic", row.topic_id)
        return self._menu

    def _offer(self, words: str, kind: str, row_id: str | None) -> None:
        if row_id:
            action = QAction(words)
            action.setData((kind, row_id))
            action.triggered.connect(self._on_offered)
            self._menu.append(action)

    def _put_controls(self) -> None:
        """Put the choices under the title: beside it there is no room in a narrow window."""
        strip = QFrame()
        strip.setProperty("role", "ground")
        flow = FlowLayout(strip, gap=8)
        flow.setContentsMargins(16, 8, 16, 8)
        for control in (self.visits, self.states, self.sides):
            flow.addWidget(control)
            control.selected.connect(self._on_choice)
        column = self.layout()
        assert isinstance(column, QBoxLayout)
        column.insertWidget(1, strip)

    def _show_every(self) -> None:
        """Let the choices leave nothing out."""
        for control, key in ((self.visits, _ALL), (self.states, _ALL), (self.sides, _BOTH)):
            with QSignalBlocker(control):
                control.select(key)
        self.ask_again()
        self.catch_up()

    @Slot(str)
    def _on_choice(self, _key: str) -> None:
        self.ask_again()

    @Slot()
    def _on_offered(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.go.emit(*action.data())

    @Slot(str, str)
    def _on_opened(self, _kind: str, row_id: str) -> None:
        row: ActionRow | None = self.table.row(row_id)
        if row is not None and row.visit_id != self.desk.visit_id:
            self.go.emit("action", row_id)


def _today() -> date:
    return date.today()  # noqa: DTZ011 - on this desk's calendar

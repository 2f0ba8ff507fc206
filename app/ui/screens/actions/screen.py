"""The room of the actions: who owes what by when, in this visit or in all."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.file_names import paper_file_name
from app.domain.release import Audience
from app.domain.words import Side
from app.planning.clock import today
from app.planning.finding import find_members
from app.planning.settings import marking_names
from app.planning.verbs.actions import create_action, delete_action, edit_action
from app.planning.views.actions import ActionRow, action_rows
from app.planning.views.visits import Choice
from app.ui.acting import done
from app.ui.desk import Desk
from app.ui.files import FileChooser, FileKind
from app.ui.own_paper import OwnPaper
from app.ui.paper_maker import Order
from app.ui.preferences import Preferences
from app.ui.screens.actions.calendar import DueCalendar
from app.ui.screens.actions.choices import ALL, BOTH, CALENDAR, Choices
from app.ui.screens.actions.grouped import grouping
from app.ui.screens.actions.listing import bulk_fields, columns
from app.ui.screens.actions.saved import SavedFilters
from app.ui.tables.bulk import BulkField
from app.ui.tables.room import ListRoom
from app.wording import _
from app.wording.dates import day_with_year
from app.wording.short import short

_WORDS = "words"
_MOST_OWNERS = 200


class ActionsScreen(ListRoom):
    """Actions, the overdue first. One of another visit is opened there: ``go`` asks for that."""

    tables = ("action", "entry", "topic", "member", "person", "organisation", "visit")

    def __init__(
        self,
        desk: Desk,
        preferences: Preferences,
        parent: QWidget | None = None,
        chooser: FileChooser | None = None,
    ) -> None:
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
        self._grouped = ("", "")
        self.choices = Choices()
        self.saved = SavedFilters(desk, "actions", self._chosen)
        self.choices.add_control(self.saved)
        self.calendar = DueCalendar(today(), read_only=desk.read_only)
        self.add_body(self.calendar)
        ics = FileKind(_("Calendars"), ".ics")
        self.due = OwnPaper(desk, chooser or FileChooser(), self.calendar.save, ics, self._due)
        self.due.told.connect(self.told)
        column = self.layout()
        assert isinstance(column, QBoxLayout)
        column.insertWidget(1, self.choices)  # beside the title there is no room in a narrow window
        self.choices.changed.connect(self._on_choice)
        self.saved.wanted.connect(self._take)
        self.saved.told.connect(self.told)
        self.calendar.chosen.connect(self.table.select)
        self.calendar.opened.connect(self._open_from_calendar)
        self.calendar.moved.connect(self._move_due)
        self.table.current_changed.connect(self._mark)
        self.bar.filter.textChanged.connect(self.saved.show_current)
        self.opened.connect(self._on_opened)

    def ask_rows(self) -> Sequence[ActionRow]:
        self.saved.refresh()
        visit_id = None if self.choices.visits.current() == ALL else self.desk.visit_id
        day = today()
        self.calendar.view.set_today(day)
        rows: Iterable[ActionRow] = self.desk.ask(action_rows, day, visit_id)
        own = self.desk.visit_id
        self._group(next((row.visit for row in rows if row.visit_id == own), ""))
        if self.choices.states.current() != ALL:
            rows = [row for row in rows if not row.closed]
        if self.choices.sides.current() != BOTH:
            side = Side(self.choices.sides.current())
            rows = [row for row in rows if row.owed_by is side]
        # Of the visit in view nobody needs to be told which it is.
        return [replace(row, visit="") if row.visit_id == own else row for row in rows]

    def body(self) -> QWidget:
        return self.calendar if self.choices.form.current() == CALENDAR else self.table

    def add(self) -> str | None:
        if not self.desk.visit_id:
            return None
        side = Side.HOST if self.choices.sides.current() == Side.HOST else Side.OURS
        verb = partial(create_action, visit_id=self.desk.visit_id, text=_("New action"), owed_by=side)
        if self.calendar.isVisible():
            verb = partial(verb, due_on=self.calendar.view.day())
        return self.desk.do(_("Add an action"), verb)

    def delete(self, ids: Sequence[str]) -> str:
        return self.delete_each(delete_action, ids)

    def bulk_fields(self) -> Sequence[BulkField]:
        return bulk_fields(today(), self.desk.ask(marking_names), self._owners())

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

    def _show_every(self) -> None:
        """Let the choices leave nothing out."""
        self.choices.choose({"visits": ALL, "states": ALL, "sides": BOTH})
        self.catch_up()

    def cancel_jobs(self) -> None:
        """End the calendar that is being made; nothing is written."""
        self.due.making.cancel()

    def _due(self, audience: Audience) -> Order:
        """Return what makes the calendar of all that is due: of all visits, whatever is listed."""
        from app.planning.promised import release_all_promises  # half of what the room would load

        visits = self.desk.ask(release_all_promises, audience)
        name = paper_file_name(_("Promises due"), "", suffix=".ics")
        return Order(name, "app.publish.calendar.job:run_due", (visits, self.preferences.paper_language))

    def _owners(self) -> Sequence[Choice]:
        """Return the members who can own all that is selected; nobody where it is of several visits."""
        chosen = (self.table.row(row_id) for row_id in self.table.selected_ids())
        visits = {row.visit_id for row in chosen if row is not None}
        return self.desk.ask(find_members, visits.pop(), "", None, _MOST_OWNERS) if len(visits) == 1 else ()

    def _group(self, own_visit: str) -> None:
        """Put the rows under the headings chosen, where others stand now."""
        wanted = (self.choices.grouping(), own_visit)
        if wanted != self._grouped:
            self._grouped = wanted
            self.table.set_grouping(grouping(*wanted))

    def _chosen(self) -> dict[str, str]:
        """Return all that says which actions are in view, as a saved filter keeps it."""
        return self.choices.written() | {_WORDS: self.bar.filter.text().strip()}

    @Slot(object)
    def _take(self, wanted: dict[str, str]) -> None:
        self.bar.filter.setText(wanted.get(_WORDS, ""))
        self.choices.choose(wanted)

    @Slot()
    def _show_counts(self) -> None:
        super()._show_counts()
        if self.body() is self.calendar:
            rows = map(self.table.row, self.table.ids())
            # While rows go one by one, the table still names those that are gone already.
            self.calendar.show_rows([row for row in rows if row is not None])

    @Slot(str)
    def _mark(self, row_id: str) -> None:
        self.calendar.mark(self.table.row(row_id))

    @Slot(str)
    def _open_from_calendar(self, row_id: str) -> None:
        self.opened.emit(self.kind, row_id)

    @Slot(str, object)
    def _move_due(self, action_id: str, day: date) -> None:
        """Have an action be due on another day, and go there with it."""
        row: ActionRow | None = self.table.row(action_id)
        if row is None or row.due_on == day or self.desk.read_only:
            return
        label = _("Change the day on which “{name}” is due").format(name=short(row.text))
        if not done(self.desk, self.told, label, edit_action, action_id, due_on=day):
            return
        self.calendar.view.show_day(day)
        self.told.emit(
            _("“{name}” is due on {day}.").format(name=short(row.text), day=day_with_year(day)), True
        )

    @Slot()
    def _on_choice(self) -> None:
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

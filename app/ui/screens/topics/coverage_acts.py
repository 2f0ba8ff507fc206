"""What is done in the matrix of topics over meetings, each one step of undo; and the menu of a cell."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.coverage import intent_here
from app.domain.words import Intent
from app.planning.bulk import for_each
from app.planning.verbs.agenda import (
    MOST_MINUTES,
    add_agenda_item,
    delete_agenda_item,
    edit_agenda_item,
    move_agenda_item,
)
from app.planning.views.coverage import Cell, Coverage
from app.ui.acting import done
from app.ui.desk import Desk
from app.ui.widgets.acts_menu import ActsMenus
from app.wording import _
from app.wording.names import word_name
from app.wording.short import short

_STEP_MINUTES = 5
_KEYS = {Intent.LEAD: "L", Intent.RAISE: "R", Intent.IF_RAISED: "I"}


class CoverageActs(QObject):
    """Does what is wanted of a topic at a meeting. ``told`` and ``go`` as every screen's."""

    told = Signal(str, bool)
    go = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._menus = ActsMenus(parent, self)
        self.coverage = Coverage((), (), {}, ())

    @Slot(str, str)
    def put(self, topic_id: str, entry_id: str) -> None:
        """Put a topic on the agenda of a meeting: led where it is led nowhere yet, else raised."""
        self._put(topic_id, entry_id, None)

    @Slot(str, str)
    def move(self, item_id: str, entry_id: str) -> None:
        """Move an item, with what is to be said, to the agenda of another meeting."""
        found = next((key for key, cell in self.coverage.cells.items() if item_id in cell.item_ids), None)
        if found is not None:
            label = _("Move “{topic}” to the agenda of “{meeting}”")
            self._do(label, found[0], entry_id, _bound(move_agenda_item, item_id, entry_id=entry_id))

    @Slot(str, str, object)
    def bring_up(self, topic_id: str, entry_id: str, intent: Intent) -> None:
        """Lead a topic, raise it, or keep it for if it is raised; it is put on the agenda where needed."""
        cell = self.coverage.cell(topic_id, entry_id)
        if cell is None:
            self._put(topic_id, entry_id, intent)
        elif cell.intent is not intent or len(cell.item_ids) > 1:
            label = _("Change the intent of “{topic}” at “{meeting}”")
            verb = partial(edit_agenda_item, intent=intent)
            self._do(label, topic_id, entry_id, _bound(for_each, verb, cell.item_ids))

    @Slot(str, str, int)
    def lengthen(self, topic_id: str, entry_id: str, minutes: int) -> None:
        """Give a topic so many minutes more, or fewer, at a meeting."""
        cell = self.coverage.cell(topic_id, entry_id)
        raised = next((each.raised for each in self.coverage.topics if each.id == topic_id), ())
        item = next((each for each in raised if cell and each.id == cell.item_ids[0]), None)
        if item is not None:
            wanted = max(0, min(MOST_MINUTES, item.minutes + minutes))
            label = _("Change the minutes of “{topic}” at “{meeting}”")
            self._do(label, topic_id, entry_id, _bound(edit_agenda_item, item.id, minutes=wanted))

    @Slot(str, str)
    def take_off(self, topic_id: str, entry_id: str) -> None:
        """Take a topic from the agenda of a meeting."""
        cell = self.coverage.cell(topic_id, entry_id)
        if cell is not None:
            label = _("Take “{topic}” from the agenda of “{meeting}”")
            if self._do(label, topic_id, entry_id, _bound(for_each, delete_agenda_item, cell.item_ids)):
                said = _("“{topic}” taken from the agenda of “{meeting}”.")
                self.told.emit(said.format(**self._names(topic_id, entry_id)), True)

    def menu(self, topic_id: str, entry_id: str) -> QMenu:
        """Return the menu of a topic at a meeting; it deletes itself when it is closed."""
        cell = self.coverage.cell(topic_id, entry_id)
        menu = self._menus.begin()
        if not self._desk.read_only:
            self._offer_changes(menu, topic_id, entry_id, cell)
            menu.addSeparator()
        self._menus.add(menu, _("Open the meeting"), partial(self.go.emit, "meeting", entry_id))
        self._menus.add(menu, _("Open the topic"), partial(self.go.emit, "topic_page", topic_id))
        return menu

    def _offer_changes(self, menu: QMenu, topic_id: str, entry_id: str, cell: Cell | None) -> None:
        for intent in Intent:
            act = partial(self.bring_up, topic_id, entry_id, intent)
            action = self._menus.add(menu, word_name(intent), act, keys=_KEYS[intent])
            action.setCheckable(True)
            action.setChecked(cell is not None and cell.intent is intent)
        if cell is None:
            return
        menu.addSeparator()
        for words, keys, step in (
            (_("5 minutes more"), "+", _STEP_MINUTES),
            (_("5 minutes fewer"), "−", -_STEP_MINUTES),
        ):
            self._menus.add(menu, words, partial(self.lengthen, topic_id, entry_id, step), keys=keys)
        menu.addSeparator()
        self._menus.add(
            menu, _("Take from the agenda"), partial(self.take_off, topic_id, entry_id), keys=_("Del")
        )

    def _put(self, topic_id: str, entry_id: str, intent: Intent | None) -> None:
        if self.coverage.cell(topic_id, entry_id) is not None:
            return
        stands = [cell.intent for (topic, _entry), cell in self.coverage.cells.items() if topic == topic_id]
        chosen = intent or intent_here(stands)
        label = _("Put “{topic}” on the agenda of “{meeting}”")
        verb = _bound(add_agenda_item, entry_id, topic_id=topic_id, intent=chosen)
        self._do(label, topic_id, entry_id, verb)

    def _names(self, topic_id: str, entry_id: str) -> dict[str, str]:
        topic = next((each.title for each in self.coverage.topics if each.id == topic_id), "")
        meeting = next((each.title for each in self.coverage.meetings if each.id == entry_id), "")
        return {"topic": short(topic), "meeting": short(meeting)}

    def _do(self, label: str, topic_id: str, entry_id: str, verb: Callable[..., Any]) -> bool:
        if self._desk.read_only:
            return False
        return done(self._desk, self.told, label.format(**self._names(topic_id, entry_id)), verb)


def _bound(verb: Callable[..., Any], *about: Any, **fields: Any) -> Callable[[Any], Any]:
    """Return a verb with all it is told; the session, which comes first, is still to be given."""

    def act(session: Any) -> Any:
        return verb(session, *about, **fields)

    return act

"""What can be chosen for an item of an agenda: its intent, who leads it, where else it belongs."""

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.words import Intent, Side
from app.planning.verbs.agenda import edit_agenda_item, move_agenda_item
from app.planning.views.entry import EntryDetail
from app.planning.views.meeting import Item
from app.planning.views.meetings import meeting_rows
from app.planning.views.visits import choices
from app.ui.acting import done
from app.ui.desk import Desk
from app.ui.screens.meetings.kinds import item_kind
from app.ui.widgets.acts_menu import ActsMenus
from app.wording import _
from app.wording.names import word_name


class AgendaMenus(QObject):
    """Makes the menus of an agenda and does what is chosen in them.

    ``stepped`` asks to move an item by so many places, ``delete_wanted`` to take it off. ``told`` as every
    screen's.
    """

    stepped = Signal(str, int)
    delete_wanted = Signal(str)
    told = Signal(str, bool)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._menus = ActsMenus(parent, self)

    def lead(self, entry: EntryDetail, item: Item) -> QMenu:
        """Return the menu of who leads an item of a meeting, and how it is brought up."""
        menu = self._menus.begin()
        self._add_intents(menu, item)
        menu.addSeparator()
        self._add_speakers(menu, entry, item)
        return menu

    def whole(self, entry: EntryDetail, item: Item) -> QMenu:
        """Return the menu of all that can be done to an item of a meeting."""
        menu = self._menus.begin()
        self._add_intents(menu, item)
        menu.addSeparator()
        self._add_speakers(menu.addMenu(_("Lead")), entry, item)
        elsewhere = menu.addMenu(_("Move to"))
        for row in self._desk.ask(meeting_rows, entry.visit_id):
            if row.id != entry.id:
                self._menus.add(elsewhere, row.title, partial(self._move, item, row.id, row.title))
        elsewhere.setEnabled(not elsewhere.isEmpty())
        menu.addSeparator()
        self._menus.add(menu, _("Move up"), partial(self.stepped.emit, item.id, -1), keys="Alt+Up")
        self._menus.add(menu, _("Move down"), partial(self.stepped.emit, item.id, 1), keys="Alt+Down")
        self._menus.add(
            menu, _("Take from the agenda"), partial(self.delete_wanted.emit, item.id), keys="Del"
        )
        return menu

    def _add_intents(self, menu: QMenu, item: Item) -> None:
        group = QActionGroup(menu)
        for intent in Intent:
            action = self._menus.add(menu, word_name(intent), partial(self._edit, item, intent=intent))
            action.setCheckable(True)
            action.setChecked(item.intent is intent)
            group.addAction(action)

    def _add_speakers(self, menu: QMenu, entry: EntryDetail, item: Item) -> None:
        """Offer those who are there first, ours before theirs; then our other members."""
        there = [*entry.side(Side.OURS), *entry.side(Side.HOST)]
        named = {person.member_id: person.name for person in there}
        known = self._desk.ask(choices, entry.visit_id).our_members
        others = [member for member in known if member.id not in named]
        offered: list[tuple[str | None, str]] = [(None, _("Nobody")), *named.items()]
        group = QActionGroup(menu)
        for member_id, name in [*offered, *((member.id, member.name) for member in others)]:
            if others and member_id == others[0].id:
                menu.addSeparator()
            action = self._menus.add(menu, name, partial(self._edit, item, speaker_id=member_id))
            action.setCheckable(True)
            action.setChecked(item.speaker_id == member_id)
            group.addAction(action)

    def _edit(self, item: Item, **fields: Any) -> None:
        label = item_kind().act(next(iter(fields))).format(name=item.heading)
        done(self._desk, self.told, label, partial(edit_agenda_item, agenda_item_id=item.id, **fields))

    def _move(self, item: Item, entry_id: str, title: str) -> None:
        label = _("Move “{name}” to “{title}”").format(name=item.heading, title=title)
        verb = partial(move_agenda_item, agenda_item_id=item.id, entry_id=entry_id)
        if done(self._desk, self.told, label, verb):
            self.told.emit(_("“{name}” moved to “{title}”.").format(name=item.heading, title=title), True)

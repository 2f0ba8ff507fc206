"""The agenda of a meeting: the table, how it fills the slot, and how to add to it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.planning.new_topic import put_new_topic
from app.planning.verbs.agenda import (
    add_agenda_item,
    delete_agenda_item,
    order_agenda,
)
from app.planning.views.meeting import Item, Meeting
from app.planning.views.visits import Choice
from app.ui.desk import Desk
from app.ui.finding import finders
from app.ui.forms.pick_box import PickBox
from app.ui.screens.meetings.agenda_menus import AgendaMenus
from app.ui.screens.meetings.agenda_model import AgendaModel
from app.ui.screens.meetings.agenda_view import AgendaView
from app.ui.screens.meetings.words import balance, running
from app.ui.theme.fonts import SEMIBOLD, ui_font
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.labels import PlainLabel
from app.ui.widgets.plain import set_tip
from app.wording import _
from app.wording.dates import duration
from app.wording.errors import sentence

_SIDE_PX = 8


class AgendaCard(QFrame):
    """The agenda of one meeting.

    ``chosen`` carries the id of the item in view, or nothing; ``opened`` that of the item to write on in;
    ``typed`` an item's id and what was typed as its minutes.
    """

    chosen = Signal(str)
    opened = Signal(str)
    typed = Signal(str, str)
    told = Signal(str, bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._desk = desk
        self._meeting: Meeting | None = None
        self._menus = AgendaMenus(desk, self)
        self._model = AgendaModel(self)
        self._model.set_read_only(read_only=desk.read_only)
        self.view = AgendaView(self._model)
        self._clock = PlainLabel(elide=True, tone="muted")
        self._clock.setFont(ui_font(tabular=True))
        self._sum = PlainLabel()
        self._sum.setFont(ui_font(weight=SEMIBOLD, tabular=True))
        self.add = PickBox(finders(desk).topics, self._new_topic, _("Add a topic or a heading"))
        self.add.setAccessibleName(_("Add to the agenda"))
        self.heading = PlainButton(_("Add as heading"))
        self.heading.setEnabled(False)
        set_tip(self.heading, _("Add what is typed as a heading without a topic (Ctrl+Enter)"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(_SIDE_PX + 50, 8, _SIDE_PX + 8, 8)
        foot.addWidget(self._clock, 1)
        foot.addWidget(self._sum)
        self._adding = QWidget()
        row = QHBoxLayout(self._adding)
        row.setContentsMargins(_SIDE_PX, 0, _SIDE_PX, _SIDE_PX)
        row.setSpacing(6)
        row.addWidget(self.add, 1)
        row.addWidget(self.heading)
        if self._desk.read_only:
            self._adding.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.view)
        column.addLayout(foot)
        column.addWidget(self._adding)

    def _connect(self) -> None:
        self.view.current_changed.connect(self.chosen)
        self.view.opened.connect(self.opened)
        self.view.stepped.connect(self._step)
        self.view.dropped.connect(self._drop)
        self.view.delete_wanted.connect(self._delete)
        self.view.lead_wanted.connect(self._offer_lead)
        self.view.menu_wanted.connect(self._offer_all)
        self._menus.stepped.connect(self._step)
        self._menus.delete_wanted.connect(self._delete)
        self._menus.told.connect(self.told)
        self._model.typed.connect(self.typed)
        self.add.picked.connect(self._on_picked)
        self.add.refused.connect(self._refuse)
        self.add.textEdited.connect(self._on_text)
        self.heading.clicked.connect(self.add_heading)

    def show_meeting(self, meeting: Meeting, markings: tuple[str, ...]) -> None:
        """Show the agenda of a meeting."""
        self._meeting = meeting
        self.view.painter.usual = meeting.entry.marking
        self.view.painter.markings = markings
        self._model.show(meeting)
        self._clock.setText(running(meeting) if meeting.items else _("Nothing on the agenda yet."))
        self._clock.set_tone("bad" if meeting.spare < 0 else "muted")
        self._sum.setText(str(meeting.used) if meeting.items else "")
        spoken = _("{used}, {rest}").format(used=duration(meeting.used), rest=balance(meeting.spare))
        self._sum.setAccessibleName(spoken)

    @property
    def clock(self) -> str:
        """What stands under the agenda."""
        return self._clock.text()

    # Adding

    def _new_topic(self, title: str) -> None:
        """Make a topic and put it on the agenda, in one step."""
        assert self._meeting is not None
        label = _("Put the new topic “{name}” on the agenda").format(name=title)
        made = self._desk.do(label, partial(put_new_topic, entry_id=self._meeting.entry.id, title=title))
        self.add.show_text("")
        self._on_text("")
        self.view.select(made)

    @Slot(object)
    def _on_picked(self, choice: Choice) -> None:
        self.add.show_text("")
        self._on_text("")
        self._add(choice.name, topic_id=choice.id)

    @Slot()
    def add_heading(self) -> None:
        """Add what is typed as an item without a topic."""
        text = self.add.text().strip()
        if text:
            self.add.show_text("")
            self._on_text("")
            if not self._add(text, title=text):
                self.add.setText(text)

    def _add(self, name: str, **fields: Any) -> bool:
        if self._meeting is None:
            return False
        label = _("Put “{name}” on the agenda").format(name=name)
        made = self._do(label, partial(add_agenda_item, entry_id=self._meeting.entry.id, **fields))
        if made:
            self.view.select(str(made))
            self.add.setFocus()
        return bool(made)

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self.heading.setEnabled(bool(text.strip()))

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and self.add.hasFocus() and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.add_heading()
            return
        super().keyPressEvent(event)

    # Order

    @Slot(str, int)
    def _step(self, item_id: str, way: int) -> None:
        at = self._model.row_of(item_id)
        if 0 <= at + way < self._model.rowCount():
            self._put(item_id, at + way)

    @Slot(str, int)
    def _drop(self, item_id: str, before: int) -> None:
        at = self._model.row_of(item_id)
        self._put(item_id, before - (before > at))

    def _put(self, item_id: str, to: int) -> None:
        item = self._item(item_id)
        if self._meeting is None or item is None or self._desk.read_only:
            return
        ids = [each for each in self._model.ids if each != item_id]
        ids.insert(to, item_id)
        if ids == list(self._model.ids):
            return
        label = _("Move “{name}” on the agenda").format(name=item.heading)
        self._do(label, partial(order_agenda, entry_id=self._meeting.entry.id, agenda_item_ids=ids))
        self.view.select(item_id)

    @Slot(str)
    def _delete(self, item_id: str) -> None:
        item = self._item(item_id)
        if item is None or self._desk.read_only:
            return
        label = _("Take “{name}” from the agenda").format(name=item.heading)
        self._do(label, partial(delete_agenda_item, agenda_item_id=item_id))
        if self._item(item_id) is None:
            self.told.emit(_("“{name}” taken from the agenda.").format(name=item.heading), True)

    @Slot(str, QPoint)
    def _offer_lead(self, item_id: str, where: QPoint) -> None:
        item = self._item(item_id)
        if item is not None and self._meeting is not None and not self._desk.read_only:
            self._menus.lead(self._meeting.entry, item).popup(where)

    @Slot(str, QPoint)
    def _offer_all(self, item_id: str, where: QPoint) -> None:
        item = self._item(item_id)
        if item is not None and self._meeting is not None and not self._desk.read_only:
            self._menus.whole(self._meeting.entry, item).popup(where)

    def _item(self, item_id: str) -> Item | None:
        return self._model.item(self._model.row_of(item_id))

    def _do(self, label: str, verb: Callable[..., Any]) -> Any:
        try:
            return self._desk.do(label, verb)
        except AideError as error:
            self._refuse(error)
            return None

    @Slot(object)
    def _refuse(self, error: AideError) -> None:
        self.told.emit(sentence(error), False)

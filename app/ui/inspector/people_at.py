"""Who is at an entry: a chip for each person of a side, and a way to add another."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.domain.errors import AideError, PlanningError
from app.domain.words import Role, Side
from app.planning.views.entry import PersonAt
from app.planning.views.side_offers import SideOffer, side_offers
from app.planning.views.visits import Choice
from app.ui.forms.pick_box import PickBox
from app.ui.inspector.candidates import Candidates
from app.ui.inspector.editing import Editing
from app.ui.inspector.side_words import nobody_offered, offered
from app.ui.theme.fonts import SMALL_PX, ui_font
from app.ui.theme.style import restyle
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import MutedLabel, PlainLabel
from app.ui.widgets.plain import literal, set_tip
from app.wording import _
from app.wording.errors import sentence
from app.wording.names import word_name

_PLAIN_ROLES = {Role.PARTICIPANT}
_ENTER_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Down}
_CONFIRMED, _REMOVE = "confirmed", "remove"


class PersonChip(Chip):
    """A person at the entry. ``asked`` carries where on the screen to offer what can be done."""

    asked = Signal(QPoint)

    def __init__(self, person: PersonAt, *, read_only: bool) -> None:
        self.person = person
        self.whole = _whole(person)
        role = "" if person.role in _PLAIN_ROLES else f" · {word_name(person.role)}"
        super().__init__(
            f"{person.name}{role}",
            icon_name="check" if person.confirmed else "",
            remove_name="" if read_only else _("Remove {person}").format(person=person.name),
        )
        self._read_only = read_only
        self.setAccessibleName(self.whole)
        if read_only:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        else:
            self.setAccessibleDescription(_("Enter chooses the role, Delete removes."))
            self.clicked.connect(self._ask)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        set_tip(self, self.whole)  # more than the words that may have been cut

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if not self._read_only and event.key() in _ENTER_KEYS:
            self._ask()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        if self._read_only:
            super().contextMenuEvent(event)
        elif event.reason() is QContextMenuEvent.Reason.Mouse:
            self.asked.emit(event.globalPos())
        else:
            self._ask()

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self.mapToGlobal(self.rect().bottomLeft()))


def _whole(person: PersonAt) -> str:
    state = _("confirmed") if person.confirmed else _("not confirmed")
    parts = (person.name, person.native_name, person.title, word_name(person.role), state)
    return ", ".join(part for part in parts if part)


class SidePanel(QWidget):
    """The people of one side, by precedence; each act is written at once, and a refusal told beneath."""

    def __init__(self, editing: Editing, side: Side) -> None:
        super().__init__()
        self.side = side
        self._editing = editing
        self._entry_id = ""
        self._read_only = False
        self._wanted = True
        self._people: tuple[PersonAt, ...] = ()
        self._chips: list[PersonChip] = []
        self._asked: PersonAt | None = None
        self._candidates = Candidates(editing.desk, side)
        name = word_name(side)
        self.setAccessibleName(name)
        frame = QWidget()
        self._flow = FlowLayout(frame)
        self.add = Chip(_("Add"), tone="soft", icon_name="plus")
        self.add.setAccessibleName(_("{side}: add a person").format(side=name))
        self.add.clicked.connect(self._open_box)
        self.several = Chip(_("Several …"), tone="soft", icon_name="users")
        self.several.setAccessibleName(_("{side}: add several together").format(side=name))
        self.several.clicked.connect(self._ask_several)
        self._flow.addWidget(self.add)
        self._flow.addWidget(self.several)
        self.box = PickBox(self._find, self._make, _("Type a part of a name"))
        self.box.setAccessibleName(_("{side}: person to add").format(side=name))
        self.box.picked.connect(self._add)
        self.box.refused.connect(self._refuse)
        self.box.editingFinished.connect(self._on_finished)
        self.box.textEdited.connect(self._forgive)
        self.box.hide()
        self._error = PlainLabel("", wrap=True, tone="bad")
        self._error.setFont(ui_font(SMALL_PX))
        self._error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (MutedLabel(name), frame, self.box, self._error):
            column.addWidget(part)

    # What is shown

    def show_people(self, people: tuple[PersonAt, ...]) -> bool:
        """Show these people of the entry; tell whether others stood there before."""
        if self._editing.entry.id != self._entry_id:
            self._entry_id = self._editing.entry.id
            self._close_box()
        if people == self._people:
            return False
        at = next((at for at, chip in enumerate(self._chips) if chip is self._focused()), None)
        before = None if at is None else self._chips[at]
        self._people = people
        self._remake_chips(self._chips)
        self._offer()
        if at is not None and before not in self._chips:
            self._put_cursor(at, before)
        return True

    def let_show(self, *, wanted: bool) -> None:
        """Show itself, or not, as where it stands beside the same panel."""
        self._wanted = wanted
        self._offer()

    def set_read_only(self, *, read_only: bool) -> None:
        """Only show who is there, or let it be changed again."""
        if read_only != self._read_only:
            self._read_only = read_only
            self.box.set_read_only(read_only=read_only)
            self._remake_chips(())
            self._close_box()
            self._offer()

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [] if self._read_only else [*self._chips, self.add, self.several, self.box]

    def error(self) -> str:
        """Return what is said to be wrong, or nothing."""
        return self._error.text()

    def _put_cursor(self, at: int, before: PersonChip | None) -> None:
        """Let the cursor stay with its person, or in its place."""
        same = [chip for chip in self._chips if before and chip.person.id == before.person.id]
        last = self.box if self.box.isVisibleTo(self) else self.add
        stops: list[QWidget] = [*same, *self._chips[at : at + 1], last]
        stops[0].setFocus()

    def _remake_chips(self, kept: Iterable[PersonChip]) -> None:
        """Make the chips anew, but for those of the kept ones whose people are as they were."""
        there = {chip.person: chip for chip in kept}
        for chip in self._chips:
            self._flow.removeWidget(chip)
        for way in (self.add, self.several):
            self._flow.removeWidget(way)
        old, self._chips = self._chips, []
        for person in self._people:
            chip = there.get(person) or self._chip(person)
            self._chips.append(chip)
            self._flow.addWidget(chip)
            chip.show()  # now, not when the layout comes to it: what is not shown cannot have the cursor
        for way in (self.add, self.several):
            self._flow.addWidget(way)
        for chip in old:
            if chip not in self._chips:
                chip.hide()
                chip.deleteLater()

    def _chip(self, person: PersonAt) -> PersonChip:
        chip = PersonChip(person, read_only=self._read_only)
        chip.asked.connect(self._on_asked)
        chip.removed.connect(self._on_removed)
        return chip

    def _focused(self) -> QWidget | None:
        return self.window().focusWidget()

    def _find(self, text: str) -> list[Choice]:
        """Find members of this side who are not there, and by their names also persons of no side yet."""
        there = {person.member_id for person in self._people}
        return self._candidates.find(text, self._editing.entry.visit_id, there)

    def _offer(self) -> None:
        """Offer to add another, where anything can be written."""
        self.add.setVisible(not self._read_only and not self.box.isVisibleTo(self))
        self.several.setVisible(not self._read_only and not self._people)
        self.setVisible(self._wanted and (bool(self._people) or not self._read_only))

    # Those who are there

    @Slot(QPoint)
    def _on_asked(self, where: QPoint) -> None:
        chip = self.sender()
        assert isinstance(chip, PersonChip)
        self._asked = chip.person
        menu = self._menu(chip.person)
        menu.popup(where)
        menu.setActiveAction(next(action for action in menu.actions() if action.isChecked()))

    def _menu(self, person: PersonAt) -> QMenu:
        menu = QMenu(self)
        menu.setAccessibleName(person.name)
        roles = QActionGroup(menu)
        for role in Role:
            action = _item(menu, word_name(role), str(role.value), checked=person.role is role)
            roles.addAction(action)
        menu.addSeparator()
        _item(menu, _("Confirmed"), _CONFIRMED, checked=person.confirmed)
        menu.addSeparator()
        _item(menu, _("Remove"), _REMOVE)
        menu.triggered.connect(self._on_menu)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    @Slot(QAction)
    def _on_menu(self, action: QAction) -> None:
        person, self._asked = self._asked, None
        if person is None or self._editing.idle:
            return
        key = str(action.data())
        self._forgive()
        try:
            if key == _REMOVE:
                self._editing.remove_person(person)
            elif key == _CONFIRMED:
                self._editing.set_confirmed(person, confirmed=action.isChecked())
            else:
                self._editing.set_role(person, Role(key))
        except AideError as error:
            self._refuse(error)

    @Slot()
    def _on_removed(self) -> None:
        chip = self.sender()
        assert isinstance(chip, PersonChip)
        self._forgive()
        try:
            self._editing.remove_person(chip.person)
        except AideError as error:
            self._refuse(error)

    # Several together

    @Slot()
    def _ask_several(self) -> None:
        """Offer whom the side can be given in one step."""
        if self._editing.idle:
            return
        try:
            offers = self._editing.desk.ask(side_offers, self._editing.entry.id, self.side)
        except AideError as error:
            self._refuse(error)
            return
        menu = QMenu(self)
        menu.setAccessibleName(self.several.accessibleName())
        for offer in offers:
            menu.addAction(literal(offered(offer))).triggered.connect(partial(self._add_several, offer))
        if not offers:
            menu.addAction(literal(nobody_offered(self.side))).setEnabled(False)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.several.mapToGlobal(self.several.rect().bottomLeft()))

    def _add_several(self, offer: SideOffer, _on: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self._forgive()
        try:
            self._editing.add_people(offer.person_ids, self.side)
        except AideError as error:
            self._refuse(error)

    # Another one

    @Slot()
    def _open_box(self) -> None:
        self._forgive()
        self.box.show()
        self.add.hide()
        self.box.setFocus()
        self.box.offer()

    def _close_box(self) -> None:
        inside = self._focused() is self.box
        self.box.show_text("")
        self._forgive()
        self.box.hide()
        self.add.setVisible(not self._read_only)
        if inside:
            self.add.setFocus()

    @Slot()
    def _on_finished(self) -> None:
        """Add whom the text means; leaving with nothing typed shuts the box."""
        if not self.box.isVisibleTo(self):
            return
        if self.box.text().strip():
            found = self.box.meant()
            if found is None:
                self._refuse(PlanningError("choice_unknown"))
            else:
                self._add(found)
        if self._focused() is not self.box and not self.error():
            self._close_box()

    @Slot(object)
    def _add(self, found: Choice) -> None:
        if self._editing.idle:
            return
        self._forgive()
        outside = found.id in self._candidates.outside
        self.box.show_text("")  # before the writing, which shows the people anew: else it would be done twice
        try:
            if outside:
                self._editing.add_person(found, self.side)
            else:
                self._editing.add_member(found)
        except AideError as error:
            self.box.show_text(found.name)
            self._refuse(error)

    def _make(self, name: str) -> None:
        """Put a person at the entry whom nobody knows yet."""
        self._forgive()
        self._editing.add_new_person(name, self.side)
        self.box.show_text("")

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape and (self.box.isVisibleTo(self) or self.error()):
            self._close_box()
            return
        super().keyPressEvent(event)

    @Slot(object)
    def _refuse(self, error: AideError) -> None:
        self._tell(sentence(error))

    @Slot()
    def _forgive(self) -> None:
        self._tell("")

    def _tell(self, text: str) -> None:
        if text == self.error():
            return
        self._error.setText(text)
        self._error.setVisible(bool(text))
        self.box.setProperty("invalid", bool(text))
        self.box.setAccessibleDescription(text)
        restyle(self.box)


def _item(menu: QMenu, text: str, key: str, *, checked: bool | None = None) -> QAction:
    action = QAction(text, menu)
    action.setData(key)
    if checked is not None:
        action.setCheckable(True)
        action.setChecked(checked)
    menu.addAction(action)
    return action

"""Who is at an entry: a chip for each person of a side, and a way to add another."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import AideError, PlanningError
from app.domain.words import Role, Side
from app.planning.views.entry import PersonAt
from app.planning.views.side_offers import SideOffer
from app.planning.views.visits import Choice
from app.ui.forms.pick_box import PickBox
from app.ui.inspector.candidates import Candidates
from app.ui.inspector.editing import Editing
from app.ui.inspector.person_at import PersonChip, PersonMenu
from app.ui.inspector.several import SeveralChip
from app.ui.theme.fonts import SMALL_PX, ui_font
from app.ui.theme.style import restyle
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import MutedLabel, PlainLabel
from app.wording import _
from app.wording.errors import sentence
from app.wording.names import word_name


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
        self._candidates = Candidates(editing.desk, side)
        name = word_name(side)
        self.setAccessibleName(name)
        frame = QWidget()
        self._flow = FlowLayout(frame)
        self.add = Chip(_("Add"), tone="soft", icon_name="plus")
        self.add.setAccessibleName(_("{side}: add a person").format(side=name))
        self.add.clicked.connect(self._open_box)
        self.several = SeveralChip(editing, side)
        self.several.chosen.connect(self._add_several)
        self.several.refused.connect(self._refuse)
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
        menu = PersonMenu(chip.person, self)
        menu.role_chosen.connect(partial(self._set_role, chip.person))
        menu.confirmed_chosen.connect(partial(self._set_confirmed, chip.person))
        menu.remove_chosen.connect(partial(self._remove, chip.person))
        menu.open_at(where)

    @Slot()
    def _on_removed(self) -> None:
        chip = self.sender()
        assert isinstance(chip, PersonChip)
        self._remove(chip.person)

    def _set_role(self, person: PersonAt, role: Role) -> None:
        self._do(partial(self._editing.set_role, person, role))

    def _set_confirmed(self, person: PersonAt, confirmed: bool) -> None:  # noqa: FBT001 - as the signal has it
        self._do(partial(self._editing.set_confirmed, person, confirmed=confirmed))

    def _remove(self, person: PersonAt) -> None:
        self._do(partial(self._editing.remove_person, person))

    @Slot(object)
    def _add_several(self, offer: SideOffer) -> None:
        self._do(partial(self._editing.add_people, offer.person_ids, self.side))

    def _do(self, act: Callable[[], object]) -> None:
        """Do an act at once, unless the entry went meanwhile; a refusal is told beneath."""
        if self._editing.idle:
            return
        self._forgive()
        try:
            act()
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

"""A person at an entry: the chip that stands for them, and the menu of what can be done with them."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QActionGroup, QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.words import Role
from app.planning.views.entry import PersonAt
from app.ui.widgets.chip import Chip
from app.ui.widgets.plain import set_tip
from app.wording import _
from app.wording.names import word_name

_PLAIN_ROLES = {Role.PARTICIPANT}
_ENTER_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Down}


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


class PersonMenu(QMenu):
    """Offers the roles of a person, whether they are confirmed, and to remove them; it deletes itself."""

    role_chosen = Signal(object)
    confirmed_chosen = Signal(bool)
    remove_chosen = Signal()

    def __init__(self, person: PersonAt, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(person.name)
        roles = QActionGroup(self)
        for role in Role:
            action = self.addAction(word_name(role))
            action.setCheckable(True)
            action.setChecked(person.role is role)
            action.triggered.connect(partial(self._choose, role))
            roles.addAction(action)
        self.addSeparator()
        confirmed = self.addAction(_("Confirmed"))
        confirmed.setCheckable(True)
        confirmed.setChecked(person.confirmed)
        confirmed.triggered.connect(self.confirmed_chosen)
        self.addSeparator()
        self.addAction(_("Remove")).triggered.connect(self.remove_chosen)
        self.aboutToHide.connect(self.deleteLater)

    def open_at(self, where: QPoint) -> None:
        """Open at a point of the screen, with the role they have under the keys."""
        self.popup(where)
        self.setActiveAction(next(action for action in self.actions() if action.isChecked()))

    def _choose(self, role: Role, _on: bool = False) -> None:  # noqa: FBT001, FBT002 - as Qt tells it
        self.role_chosen.emit(role)

"""The filters of the room that have a name: taken with one choice, kept, renamed and forgotten."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from app.planning.filters import MOST_LETTERS, delete_filter, rename_filter, save_filter, saved_filters
from app.ui.acting import done
from app.ui.desk import Desk
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.line import Line
from app.ui.widgets.plain import literal
from app.wording import _

_NAME_PX = 180


class NameLine(Line):
    """Where a name is typed; Esc leaves it as if nothing had been typed."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class SavedFilters(QWidget):
    """A button that drops the saved filters of a room, and a line in which one gets its name.

    ``now`` gives what is chosen in the room. ``wanted`` carries the choices of the filter that was taken;
    ``told`` a sentence, and whether undo takes back what it tells.
    """

    wanted = Signal(object)
    told = Signal(str, bool)

    def __init__(self, desk: Desk, room: str, now: Callable[[], Mapping[str, str]]) -> None:
        super().__init__()
        self._desk = desk
        self._room = room
        self._now = now
        self._filters: dict[str, dict[str, str]] = {}
        self._renamed = ""
        self.button = PlainButton(icon_name="filter")
        self.menu = QMenu(self)
        self.button.setMenu(self.menu)
        self.line = NameLine()
        self.line.setFixedWidth(_NAME_PX)
        self.line.setMaxLength(MOST_LETTERS)
        self.line.setAccessibleName(_("Name of the filter"))
        self.line.setPlaceholderText(_("Name, then Enter"))
        self.line.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.button)
        row.addWidget(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.menu.aboutToShow.connect(self.fill_menu)
        self.line.returnPressed.connect(self._keep)
        self.line.left.connect(self._close)

    def refresh(self) -> None:
        """Show what the planner keeps, and which of it is in force.

        Raises:
            DataError: the planner cannot be read.
        """
        self._filters = self._desk.ask(saved_filters, self._room)
        self.show_current()

    def show_current(self) -> None:
        """Show which filter is in force; none where something else is chosen."""
        self.button.set_words(self.current() or _("Saved filters"))

    def current(self) -> str:
        """Return the name of the filter that is in force, or nothing."""
        now = dict(self._now())
        return next((name for name, choices in self._filters.items() if choices == now), "")

    @Slot()
    def fill_menu(self) -> None:
        """Put the filters, and what can be done with them, into the menu."""
        self.menu.clear()
        current = self.current()
        for name in self._filters:
            action = self.menu.addAction(literal(name))
            action.setCheckable(True)
            action.setChecked(name == current)
            action.triggered.connect(partial(self._take, name))
        if self._desk.read_only:
            return
        self.menu.addSeparator()
        keep = self.menu.addAction(_("Save what is chosen now …"))
        keep.triggered.connect(partial(self._ask_name, ""))
        keep.setEnabled(not current)
        if current:
            words = _("Rename “{name}” …").format(name=current)
            self.menu.addAction(literal(words)).triggered.connect(partial(self._ask_name, current))
            words = _("Delete “{name}”").format(name=current)
            self.menu.addAction(literal(words)).triggered.connect(partial(self._delete, current))

    def _take(self, name: str, _on: bool = False) -> None:  # noqa: FBT001, FBT002 - as Qt tells it
        self.wanted.emit(self._filters[name])
        self.show_current()  # the button says so though it was in force already

    def _ask_name(self, renamed: str, _on: bool = False) -> None:  # noqa: FBT001, FBT002 - as Qt tells it
        self._renamed = renamed
        self.line.setText(renamed)
        self.line.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def _delete(self, name: str, _on: bool = False) -> None:  # noqa: FBT001, FBT002 - as Qt tells it
        label = _("Delete the filter “{name}”").format(name=name)
        if done(self._desk, self.told, label, partial(delete_filter, room=self._room, name=name)):
            self.told.emit(_("The filter “{name}” is deleted.").format(name=name), True)

    @Slot()
    def _keep(self) -> None:
        typed = " ".join(self.line.text().split())
        if self._renamed:
            label = _("Rename the filter “{name}”").format(name=self._renamed)
            verb = partial(rename_filter, room=self._room, name=self._renamed, to=typed)
        else:
            label = _("Save the filter “{name}”").format(name=typed)
            verb = partial(save_filter, room=self._room, name=typed, choices=dict(self._now()))
        if done(self._desk, self.told, label, verb):
            self._close()

    @Slot()
    def _close(self) -> None:
        self.line.hide()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

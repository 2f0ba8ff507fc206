"""The menus of the programme: of entries, and of a day over the board."""

from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.screens.programme.bar import ProgrammeBar
from app.ui.screens.programme.commands import Commands
from app.ui.screens.programme.forms import Forms
from app.ui.widgets.plain import literal
from app.wording import _

#: What the list does in its own way: there a title is typed in its cell.
IN_CELLS = frozenset({"rename"})


class Menus(QObject):
    """Opens menus over ``host``.

    ``day_wanted`` carries a day to be seen alone, ``ways_wanted`` one whose missing ways are to be proposed.
    """

    day_wanted = Signal(object)
    ways_wanted = Signal(object)

    def __init__(self, host: QWidget, bar: ProgrammeBar, forms: Forms, commands: Commands) -> None:
        super().__init__(host)
        self._host = host
        self._bar = bar
        self._forms = forms
        self._commands = commands
        bar.more.clicked.connect(self._open_more)

    @Slot(QPoint, bool)
    def open(self, at: QPoint, there: bool) -> None:  # noqa: FBT001 - a signal's
        """Open the menu at a place on the screen; ``there`` tells whether it is for an entry."""
        if self._forms.lists:
            fill = self._forms.list().fill_menu
            self._commands.open_menu(at, there=there, without=IN_CELLS, fill=fill)
        else:
            self._commands.open_menu(at, there=there)

    @Slot()
    def _open_more(self) -> None:
        more = self._bar.more
        self.open(more.mapToGlobal(QPoint(0, more.height())), bool(self._forms.chosen()))

    @Slot(object, QPoint)
    def open_for_day(self, day: date, at: QPoint) -> None:
        """Open the menu of a day at a place on the screen."""
        menu = QMenu(self._host)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("See this day alone")).triggered.connect(partial(self.day_wanted.emit, day))
        action = self._commands.actions["ways"]
        ways = menu.addAction(literal(action.text()))
        ways.setEnabled(action.isEnabled())
        ways.triggered.connect(partial(self.ways_wanted.emit, day))
        menu.popup(at)

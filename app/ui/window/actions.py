"""Everything the window can be told to do by key or menu, in one list."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.preferences import SCHEMES
from app.ui.widgets.plain import literal
from app.ui.window.catalogue import listed_rooms
from app.wording import _

_Key = QKeySequence.StandardKey
_NUMBERED = 9  # rooms that Ctrl and a digit enters


class Actions(QObject):
    """The window's actions by name. ``planner`` ones are of use only while a planner is open."""

    _PLANNER = (
        *("backup", "close", "export", "inspector", "navigation", "next_pane", "previous_pane"),
        *("search", "visits", "new_visit", "settings"),
    )

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._found: dict[str, QAction] = {}
        self._add("new", _("New planner…"), "")
        self._add("sample", _("New from sample…"), "")
        self._add("open", _("Open…"), QKeySequence(_Key.Open))
        self._add("backup", _("Save a backup…"), "")
        self._add("close", _("Close planner"), "Ctrl+W")
        self._add("quit", _("Quit"), "Ctrl+Q")
        self._add("undo", _("Undo"), "Ctrl+Z")
        self._add("redo", _("Redo"), "Ctrl+Shift+Z", "Ctrl+Y")
        self._add("search", _("Search everything"), "Ctrl+K")
        self._add("visits", _("All visits"), "")
        self._add("new_visit", _("New visit…"), "")
        self._add("export", _("Export…"), "Ctrl+E")
        self._add("navigation", _("Navigation"), "Ctrl+B", checkable=True)
        self._add("inspector", _("Inspector"), "F9", checkable=True)
        self._add("next_pane", _("Next part of the window"), "F6")
        self._add("previous_pane", _("Previous part of the window"), "Shift+F6")
        self._add("shortcuts", _("Keyboard shortcuts"), "?", "F1")
        self._add("settings", _("Settings"), "Ctrl+,")
        for number, room in enumerate(listed_rooms()):
            keys = f"Ctrl+{number + 1}" if number < _NUMBERED else ""
            self._add(f"room_{room.name}", room.words, keys).setProperty("room", room.name)
        self._add("about", _("About Aide-Mémoire"), "")
        schemes = {"system": _("As the system"), "light": _("Light"), "dark": _("Dark")}
        group = QActionGroup(self)
        for scheme in SCHEMES:
            group.addAction(self._add(f"theme_{scheme}", schemes[scheme], "", checkable=True))
        themes = {
            "system": _("Theme as the system"), "light": _("Light theme"), "dark": _("Dark theme"),
        }  # fmt: skip
        for scheme in SCHEMES:  # in the menu they stand under that word already
            self[f"theme_{scheme}"].setProperty("words", themes[scheme])
        for name in ("visits", "settings"):  # rooms too, though the navigation does not list them
            self[name].setProperty("room", name)
        self["navigation"].setChecked(True)
        self["navigation"].setProperty("words", _("Show or hide the navigation"))
        self["inspector"].setProperty("words", _("Show or hide the inspector"))

    def __getitem__(self, name: str) -> QAction:
        return self._found[name]

    def all(self) -> tuple[QAction, ...]:
        """Return all actions in order."""
        return tuple(self._found.values())

    def connect_all(self, slots: Mapping[str, Callable[[], object]]) -> None:
        """Connect each named action to what it does."""
        for name, slot in slots.items():
            self[name].triggered.connect(slot)

    def set_planner_open(self, *, is_open: bool) -> None:
        """Let the actions that need an open planner be used, or not."""
        for name, action in self._found.items():
            if name in self._PLANNER or name.startswith("room_"):
                action.setEnabled(is_open)
        if not is_open:
            for name in ("undo", "redo"):
                self[name].setEnabled(False)

    def fill(self, menu: QMenu, recent: QMenu) -> None:
        """Lay the actions out in the window's menu; ``recent`` holds the files opened before."""
        self._section(menu, "new", "sample", "open")
        menu.addMenu(recent)
        self._section(menu, "backup", "close")
        menu.addSeparator()
        self._section(menu, "visits", "new_visit")
        menu.addSeparator()
        self._section(menu, "undo", "redo", "search", "export")
        menu.addSeparator()
        self._section(menu, "navigation", "inspector")
        colours = menu.addMenu(_("Theme"))
        self._section(colours, *(f"theme_{scheme}" for scheme in SCHEMES))
        menu.addSeparator()
        self._section(menu, "settings", "shortcuts", "about")
        menu.addSeparator()
        self._section(menu, "quit")

    def _section(self, menu: QMenu, *names: str) -> None:
        for name in names:
            menu.addAction(self[name])

    def _add(self, name: str, words: str, *keys: str | QKeySequence, checkable: bool = False) -> QAction:
        action = QAction(literal(words), self._window)
        action.setProperty("words", words)
        action.setShortcuts([QKeySequence(key) for key in keys if key])
        action.setCheckable(checkable)
        self._window.addAction(action)
        self._found[name] = action
        return action

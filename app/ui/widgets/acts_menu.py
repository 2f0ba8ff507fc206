"""Menus that are made anew for each opening, whose lines call functions."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.widgets.plain import literal


class ActsMenus(QObject):
    """Makes the menus of a widget, one at a time, and does what is chosen in them or in their submenus."""

    def __init__(self, widget: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._widget = widget
        self._acts: list[Callable[[], object]] = []

    def begin(self) -> QMenu:
        """Return an empty menu; it deletes itself when it is closed. What an earlier one did is let go."""
        self._acts.clear()
        menu = QMenu(self._widget)
        menu.triggered.connect(self._on_menu)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def add(self, menu: QMenu, words: str, act: Callable[[], object], *, keys: str = "") -> QAction:
        """Add a line to the menu, or to a submenu of it; ``keys`` are shown, not taken."""
        action = QAction(f"{literal(words)}\t{keys}" if keys else literal(words), menu)
        action.setData(len(self._acts))
        self._acts.append(act)
        menu.addAction(action)
        return action

    @Slot(QAction)
    def _on_menu(self, action: QAction) -> None:
        self._acts[int(action.data())]()

"""Reading a window as its user does: every text that a widget shows or says."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

from app.ui.widgets.buttons import PlainButton

_TAGS = re.compile(r"<[^>]*>")
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
_MOST_ROWS = 60
_ELIDED = "…"
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Read:
    """A text, and which widget has it as what."""

    text: str
    where: str


def seen(top: QWidget) -> Iterator[QWidget]:
    """Yield what is visible of a widget and all in it; other windows are none of its own."""
    for widget in (top, *top.findChildren(QWidget)):
        if widget.isVisible() and widget.window() is top.window():
            yield widget


def read(top: QWidget) -> list[Read]:
    """Return every text of a widget and all that is visible in it, its menus and actions among them."""
    found: list[Read] = []
    for widget in seen(top):
        where = _place(widget)
        found += [Read(text, f"{where}: {what}") for what, text in _said(widget) if text]
        found += [Read(text, f"{where}: {what}") for what, text in _shown(widget) if text]
    return found


def _place(widget: QWidget) -> str:
    names: list[str] = []
    at: QWidget | None = widget
    while at is not None and len(names) < 3:
        names.append(type(at).__name__)
        at = at.parentWidget()
    return " in ".join(names)


def _said(widget: QWidget) -> Iterator[tuple[str, str]]:
    yield "tip", html.unescape(_TAGS.sub("", widget.toolTip()))
    yield "name", widget.accessibleName()
    yield "description", widget.accessibleDescription()
    yield "status tip", widget.statusTip()
    yield "title", widget.windowTitle()
    for action in widget.actions():
        yield from _of_action(action)


def _shown(widget: QWidget) -> Iterator[tuple[str, str]]:
    if isinstance(widget, QLabel):
        yield "text", widget.text()
    elif isinstance(widget, QAbstractButton):
        text = widget.words() if isinstance(widget, PlainButton) else widget.text()
        yield "text", "" if text.endswith(_ELIDED) and widget.toolTip() else text  # its tip tells the whole
        menu = widget.menu() if isinstance(widget, QPushButton | QToolButton) else None
        if menu is not None:
            yield from _of_menu(menu)
    elif isinstance(widget, QLineEdit):
        yield "placeholder", widget.placeholderText()
        yield "content", widget.text()
    elif isinstance(widget, QPlainTextEdit | QTextEdit):
        yield "placeholder", widget.placeholderText()
        yield "content", widget.toPlainText()
    elif isinstance(widget, QComboBox):
        yield from (("choice", widget.itemText(row)) for row in range(widget.count()))
    elif isinstance(widget, QTabBar):
        yield from (("tab", widget.tabText(at)) for at in range(widget.count()))
    elif isinstance(widget, QHeaderView):
        yield from _of_header(widget)
    elif isinstance(widget, QAbstractItemView):
        yield from _of_model(widget.model())


def _of_header(header: QHeaderView) -> Iterator[tuple[str, str]]:
    model = header.model()
    for section in range(header.count()):
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            value = model.headerData(section, header.orientation(), role)
            if isinstance(value, str):
                yield "header", value


def _of_model(model: QAbstractItemModel | None) -> Iterator[tuple[str, str]]:
    if model is None:
        return
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(_ROOT)
    for row in range(min(model.rowCount(_ROOT), _MOST_ROWS)):
        for column in range(columns):
            for role in _ROLES:
                value = model.index(row, column).data(role)
                if isinstance(value, str):
                    yield f"item {role.name}", html.unescape(_TAGS.sub("", value))


def _of_menu(menu: QMenu) -> Iterator[tuple[str, str]]:
    menu.aboutToShow.emit()
    for action in menu.actions():
        yield from _of_action(action)


def _of_action(action: QAction) -> Iterator[tuple[str, str]]:
    yield "action", action.text().replace("&&", "&")
    yield "action", str(action.property("words") or "")
    menu = action.menu()
    if isinstance(menu, QMenu):
        yield from _of_menu(menu)

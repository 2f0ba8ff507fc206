"""Asking a window what a screen reader can say of it."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

_Role = QAccessible.Role
#: What somebody does something with: it must have a name.
_ACTED_ON = frozenset(
    {
        _Role.Button,
        _Role.PushButton,
        _Role.ButtonMenu,
        _Role.ButtonDropDown,
        _Role.CheckBox,
        _Role.RadioButton,
        _Role.ComboBox,
        _Role.EditableText,
        _Role.List,
        _Role.Table,
        _Role.Tree,
        _Role.SpinBox,
        _Role.PageTab,
        _Role.PageTabList,
        _Role.MenuItem,
        _Role.Slider,
        _Role.Link,
        _Role.ColumnHeader,
        _Role.ListItem,
        _Role.TreeItem,
    }
)
_MANY = frozenset({_Role.List, _Role.Table, _Role.Tree})
_SOME = 30  # of a long list's lines


def unnamed(top: QWidget) -> list[str]:
    """Return what in a widget somebody can act on or come to by Tab, and has no name."""
    return [
        said for interface in _walk(QAccessible.queryAccessibleInterface(top)) if (said := _fault(interface))
    ]


def _walk(interface: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if interface is None or not interface.isValid() or interface.state().invisible:
        return
    yield interface
    count = interface.childCount()
    for number in range(min(count, _SOME) if interface.role() in _MANY else count):
        yield from _walk(interface.child(number))


def _fault(interface: QAccessibleInterface) -> str:
    role, state = interface.role(), interface.state()
    shown = interface.object()
    own = isinstance(shown, QWidget) and bool(shown.focusPolicy().value) and not _proxied(shown)
    if role not in _ACTED_ON and not (own and state.focusable):
        return ""
    if interface.text(QAccessible.Text.Name).strip():
        return ""
    return f"{role.name} without a name: {_place(interface)}"


def _proxied(widget: QWidget) -> bool:
    return widget.focusProxy() is not None


def _place(interface: QAccessibleInterface | None) -> str:
    names: list[str] = []
    while interface is not None and len(names) < 4:
        shown = interface.object()
        names.append(type(shown).__name__ if shown is not None else interface.role().name)
        interface = interface.parent()
    return " in ".join(names)

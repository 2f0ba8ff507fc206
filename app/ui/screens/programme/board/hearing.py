"""What a screen reader finds on the board: its days and entries, each with its words and its place.

Qt holds a child in a cache of its own, by number, and ends it there alone. So each child is entered in that
cache when it is made, kept here as long, and taken out of it before it is forgotten. A child cannot be
pressed: PySide has no way to hand the interface for actions back to Qt.
"""

from collections.abc import Iterable
from functools import cache, partial
from operator import attrgetter
from typing import TYPE_CHECKING
from weakref import ref

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget

from app.ui.screens.programme.board.faces import spoken

if TYPE_CHECKING:
    from app.ui.screens.programme.board.header import DayHeader
    from app.ui.screens.programme.board.view import BoardView

_DAY = "day "  # begins the key of a day; that of an entry is its id
_Made = dict[str, tuple["Child", int]]
#: The children of each board with their numbers in Qt's cache; Qt alone would not keep them alive.
_all: dict[int, _Made] = {}


class Heard:
    """The children of a board: each day, and after it the entries that begin on it.

    They are made when somebody asks for them, and thrown away once they are no more on the board.
    """

    def __init__(self, view: "BoardView", header: "DayHeader") -> None:
        self._view = view
        self._header = header
        self._plan: object = None
        self._keys: tuple[str, ...] = ()
        self._made: _Made = {}
        _all[id(self._made)] = self._made
        view.destroyed.connect(partial(_end, self._made))
        _install()

    def order(self) -> tuple[str, ...]:
        """Return the keys of all children, in the order in which they are read."""
        scene = self._view.board
        if scene.plan is not self._plan:
            begun: dict[int, list[str]] = {}
            for line in sorted(scene.lines.values(), key=attrgetter("order")):
                for block in scene.blocks(line.id)[:1]:
                    begun.setdefault(block.box.piece.column, []).append(line.id)
            days = range(len(scene.plan.columns))
            self._keys = tuple(key for day in days for key in (f"{_DAY}{day}", *begun.get(day, ())))
            self._plan = scene.plan
        return self._keys

    def child(self, key: str) -> "Child | None":
        """Return a child, made where nobody has asked for it yet; ``None`` where there is none."""
        if key not in self.order():
            return None
        if key not in self._made:
            made = Child(self, key)
            self._made[key] = made, QAccessible.registerAccessibleInterface(made)
        return self._made[key][0]

    def current(self) -> "Child | None":
        """Return the current entry, while the board has the keys."""
        return self.child(self._view.selection.current) if self._view.hasFocus() else None

    def child_at(self, at: QPoint) -> "Child | None":
        """Return the entry that is painted at a place on the screen."""
        port = self._view.viewport()
        here = port.mapFromGlobal(at)
        point = self._view.mapToScene(here)
        block = self._view.board.block_at(point.x(), point.y()) if port.rect().contains(here) else None
        return self.child(block.entry_id) if block is not None else None

    def refresh(self) -> None:
        """Throw away what is no more on the board, and tell what is called otherwise by now."""
        if not self._made:
            return
        there = set(self.order())
        _forget(self._made, [key for key in self._made if key not in there])
        for child, _number in self._made.values():
            child.refresh()

    def view(self) -> "BoardView":
        """Return the board."""
        return self._view

    def name(self, key: str) -> str:
        """Return what is said of a child."""
        if key.startswith(_DAY):
            number, days = int(key.removeprefix(_DAY)), self._header.days()
            return days[number].spoken if number < len(days) else ""
        scene = self._view.board
        line = scene.lines.get(key)
        if line is None or scene.board is None:
            return ""
        return spoken(scene.board.head, line, scene.amiss(key), scene.names)

    def rect(self, key: str) -> QRect:
        """Return where a child stands on the screen; an entry of several boxes, its first."""
        if key.startswith(_DAY):
            there = self._header.day_rect(int(key.removeprefix(_DAY)))
            return there.translated(self._header.mapToGlobal(QPoint()))
        blocks = self._view.board.blocks(key)
        if not blocks:
            return QRect()
        there = self._view.mapFromScene(blocks[0].rect()).boundingRect()
        return there.translated(self._view.viewport().mapToGlobal(QPoint()))

    def state(self, key: str) -> QAccessible.State:
        """Return what can be done to a child, and whether it is seen, selected and has the keys."""
        state, view = QAccessible.State(), self._view
        day = key.startswith(_DAY)
        port = self._header if day else view.viewport()
        seen = QRect(port.mapToGlobal(QPoint()), port.size())
        state.offscreen = not seen.intersects(self.rect(key))
        state.invisible = not view.isVisible()
        if not day:
            state.focusable = state.selectable = state.multiSelectable = True
            state.selected = key in view.selection.ids
            state.focused = view.hasFocus() and key == view.selection.current
        return state


class Child(QAccessibleInterface):
    """A day or an entry, as Qt asks for it."""

    def __init__(self, heard: Heard, key: str) -> None:
        super().__init__()
        self._heard = ref(heard)
        self.key = key
        self._name = heard.name(key)

    def refresh(self) -> None:
        """Tell Qt where the name is another one by now."""
        name = self.text(QAccessible.Text.Name)
        if name != self._name:
            self._name = name
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    def isValid(self) -> bool:
        heard = self._heard()
        return heard is not None and self.key in heard.order()

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        heard = self._heard()
        return heard.view().window().windowHandle() if heard is not None else None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        heard = self._heard()
        return QAccessible.queryAccessibleInterface(heard.view()) if heard is not None else None

    def childCount(self) -> int:
        return 0

    def child(self, _number: int, /) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, _x: int, _y: int, /) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def indexOfChild(self, _child: QAccessibleInterface, /) -> int:
        return -1

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Heading if self.key.startswith(_DAY) else QAccessible.Role.ListItem

    def text(self, kind: QAccessible.Text, /) -> str:
        heard = self._heard()
        return heard.name(self.key) if heard is not None and kind == QAccessible.Text.Name else ""

    def setText(self, _kind: QAccessible.Text, _text: str, /) -> None:
        """Leave all as it is: an entry is renamed on the board."""

    def rect(self) -> QRect:
        heard = self._heard()
        return heard.rect(self.key) if heard is not None else QRect()

    def state(self) -> QAccessible.State:
        heard = self._heard()
        return heard.state(self.key) if heard is not None else QAccessible.State()


class _Board(QAccessibleWidget):
    """The board itself, as Qt asks for it."""

    def __init__(self, view: "BoardView", heard: Heard) -> None:
        super().__init__(view, QAccessible.Role.List)
        self._heard = ref(heard)

    def childCount(self) -> int:
        heard = self._heard()
        return len(heard.order()) if heard is not None else 0

    def child(self, number: int, /) -> QAccessibleInterface | None:  # type: ignore[override]
        heard = self._heard()
        keys = heard.order() if heard is not None else ()
        return heard.child(keys[number]) if heard is not None and 0 <= number < len(keys) else None

    def indexOfChild(self, child: QAccessibleInterface, /) -> int:
        heard = self._heard()
        if heard is None or not isinstance(child, Child) or child.key not in heard.order():
            return -1
        return heard.order().index(child.key)

    def childAt(self, x: int, y: int, /) -> QAccessibleInterface | None:  # type: ignore[override]
        heard = self._heard()
        return heard.child_at(QPoint(x, y)) if heard is not None else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        heard = self._heard()
        return heard.current() if heard is not None else None


def _forget(made: _Made, keys: Iterable[str]) -> None:
    """Take children out of Qt's cache, which ends them, and then let go of them."""
    for key in tuple(keys):
        QAccessible.deleteAccessibleInterface(made[key][1])
        del made[key]


def _end(made: _Made) -> None:
    """Forget all children of a board that is gone."""
    _forget(made, made)
    _all.pop(id(made), None)


def _interface(kind: str, of: QObject) -> QAccessibleInterface | None:
    """Return the interface of a board; what else Qt asks for is Qt's."""
    heard = getattr(of, "heard", None) if kind == "BoardView" else None
    return _Board(of, heard) if isinstance(heard, Heard) else None  # type: ignore[arg-type]


@cache
def _install() -> None:
    QAccessible.installFactory(_interface)

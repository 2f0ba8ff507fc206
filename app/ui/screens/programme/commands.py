"""What can be done to the selected entries by menu and by key: one list of actions, in groups."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.errors import AideError
from app.domain.words import EntryStatus
from app.planning.views.board import BoardLine, board_lines
from app.planning.views.programme import programme
from app.planning.views.shifting import shiftable
from app.planning.workspace import View
from app.ui.desk import Desk
from app.ui.screens.programme.board.acts import BoardActs
from app.ui.screens.programme.board.asking import Question
from app.ui.screens.programme.clipboard import Clipboard
from app.ui.widgets.plain import literal
from app.wording import _
from app.wording.errors import sentence

if TYPE_CHECKING:
    from app.ui.screens.programme.panels.over import OverPanel

P = ParamSpec("P")
R = TypeVar("R")
_Key = QKeySequence.StandardKey
#: In what order and in which groups the menu shows the actions.
_GROUPS = (
    ("new", "rename", "copy"),
    ("cut", "clip", "paste"),
    ("confirm", "tentative", "cancel"),
    ("tie", "untie"),
    ("later", "visit", "ways"),
    ("delete",),
)
#: Those that need no entry to be selected.
_ALWAYS = frozenset({"new", "paste", "visit", "ways"})
#: In a field these keys are the field's: they count on the board and in the list alone.
_NARROW = frozenset({"delete", "rename", "cut", "clip", "paste"})


class Commands(QObject):
    """The actions on the programme that ``host`` shows. ``chosen`` returns the ids of what is selected.

    Panels open under ``bar``; ``leave`` saves what is being typed, before anything else is done.
    ``renaming`` asks for an entry's title to be typed. One panel is open at a time.
    """

    renaming = Signal(str)

    def __init__(
        self,
        host: QWidget,
        desk: Desk,
        acts: BoardActs,
        clipboard: Clipboard,
        chosen: Callable[[], tuple[str, ...]],
        slots: Mapping[str, Callable[[], object]],
        *,
        bar: QWidget,
        leave: Callable[[], None],
    ) -> None:
        super().__init__(host)
        self._host = host
        self._desk = desk
        self._acts = acts
        self._chosen = chosen
        self._bar = bar
        self._leave = leave
        self._panel: OverPanel | None = None
        own: dict[str, Callable[[], object]] = {
            "rename": self._rename,
            "cut": partial(self._with_lines, clipboard.cut),
            "clip": partial(self._with_lines, clipboard.copy),
            "paste": clipboard.paste,
            "confirm": partial(self._set_status, EntryStatus.CONFIRMED),
            "tentative": partial(self._set_status, EntryStatus.TENTATIVE),
            "cancel": partial(self._set_status, EntryStatus.CANCELLED),
            "tie": self.tie,
            "untie": self._untie,
            "later": self.shift_later,
            "visit": self.shift_visit,
            "delete": partial(self._with_lines, acts.delete),
        }
        self.actions = {
            name: self._action(name, words, keys, (own | dict(slots))[name])
            for name, (words, keys) in _words().items()
        }
        acts.asked.connect(self.ask)
        desk.visit_changed.connect(self.shut)
        desk.changed.connect(self.shut)  # what a panel shows may not be so any more

    def _action(self, name: str, words: str, keys: QKeySequence | str, slot: Callable[[], object]) -> QAction:
        action = QAction(literal(words), self._host)
        action.setShortcut(keys)
        narrow = name in _NARROW
        context = Qt.ShortcutContext.WidgetShortcut if narrow else Qt.ShortcutContext.WindowShortcut
        action.setShortcutContext(context)
        action.setEnabled(not self._desk.read_only or name == "clip")
        action.triggered.connect(partial(self._carry_out, slot))
        if not narrow:
            self._host.addAction(action)
        return action

    def _carry_out(self, slot: Callable[[], object], _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's
        self._leave()
        slot()

    def add_to(self, view: QWidget, *, without: frozenset[str] = frozenset()) -> None:
        """Let the keys that are a field's elsewhere count in a view of entries."""
        for name in sorted(_NARROW - without):
            view.addAction(self.actions[name])

    def open_menu(
        self,
        at: QPoint,
        *,
        there: bool,
        without: frozenset[str] = frozenset(),
        fill: Callable[[QMenu], None] | None = None,
    ) -> None:
        """Show the menu at a place on the screen; ``there`` tells whether it is for an entry.

        ``fill`` puts more into it, ``without`` names what a form of the programme does in its own way.
        """
        menu = QMenu(self._host)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        lines = self._lines() if there else []
        shown = set(self.actions) if lines else _ALWAYS
        if not any(line.tied_to_id for line in lines):
            shown = shown - {"untie"}
        if len(lines) != 1:
            shown = shown - {"rename", "tie", "later"}
        shown = shown - without
        for group in _GROUPS:
            actions = [self.actions[name] for name in group if name in shown]
            if actions and not menu.isEmpty():
                menu.addSeparator()
            menu.addActions(actions)
        if fill is not None:
            fill(menu)
        menu.popup(at)

    # Panels

    @Slot(object)
    def ask(self, question: Question) -> None:
        """Ask which of two times is meant."""
        from app.ui.screens.programme.panels.which import WhichTime

        self._open(WhichTime(self._host, question))

    @Slot()
    def tie(self) -> None:
        """Ask to what the selected entry is to be tied."""
        lines = self._wanted()
        if lines and not self._acts.idle:
            found = self._ask(programme, self._desk.visit_id)
            if found is not None:
                from app.ui.screens.programme.panels.tying import TiePanel

                self._open(TiePanel(self._host, self._acts, lines[-1], found.lines))

    @Slot()
    def shift_later(self) -> None:
        """Ask by how much the selected entry and what follows on its day is to be put off."""
        lines = self._wanted()
        if lines and not self._acts.idle:
            from app.ui.screens.programme.panels.later import ShiftLater

            self._open(ShiftLater(self._host, self._desk, self._acts, lines[-1]))

    @Slot()
    def shift_visit(self) -> None:
        """Ask by how many days the visit is to be put off."""
        moves = None if self._acts.idle else self._ask(shiftable, self._desk.visit_id)
        if moves is not None:
            from app.ui.screens.programme.panels.days import ShiftVisit

            self._open(ShiftVisit(self._host, self._acts, moves))

    @property
    def panel(self) -> "OverPanel | None":
        """The panel that is open."""
        return self._panel

    @Slot()
    def shut(self) -> None:
        """Take the open panel away; nothing is done."""
        if self._panel is not None:
            self._panel.shut()

    def _open(self, panel: "OverPanel") -> None:
        self.shut()
        panel.destroyed.connect(partial(self._forget, panel))
        panel.open(self._bar)
        self._panel = panel  # only now: as it takes the keys, a title that is being typed is saved

    def _forget(self, panel: "OverPanel", _gone: QObject | None = None) -> None:
        if self._panel is panel:
            self._panel = None

    # Acts

    def _lines(self) -> list[BoardLine]:
        """Return the rows of what is selected, in its order."""
        ids = self._chosen()
        lines = self._ask(board_lines, self._desk.visit_id, ids) if ids else None
        found = {line.id: line for line in lines or ()}
        return [found[entry_id] for entry_id in ids if entry_id in found]

    def _wanted(self) -> list[BoardLine]:
        """Return the rows of what is selected; where nothing is, say that something has to be."""
        if not self._chosen():
            self._acts.told.emit(_("Select an entry first."), False)
        return self._lines()

    def _ask(self, view: View[P, R], /, *args: P.args, **fields: P.kwargs) -> R | None:
        """Ask a view; where the file cannot be read, say so and return nothing."""
        try:
            return self._desk.ask(view, *args, **fields)
        except AideError as error:
            self._acts.told.emit(sentence(error), False)
            return None

    def _with_lines(self, act: Callable[[list[BoardLine]], object]) -> None:
        lines = self._wanted()
        if lines:
            act(lines)

    def _set_status(self, status: EntryStatus) -> None:
        self._with_lines(lambda lines: self._acts.set_status(lines, status))

    def _rename(self) -> None:
        lines = self._wanted()
        if lines:
            self.renaming.emit(lines[-1].id)

    def _untie(self) -> None:
        tied = [line for line in self._wanted() if line.tied_to_id]
        if tied:
            self._acts.untie(tied)


def _words() -> dict[str, tuple[str, QKeySequence | str]]:
    return {
        "new": (_("Add entry"), QKeySequence(_Key.New)),
        "rename": (_("Retitle"), "F2"),
        "copy": (_("Copy entry"), "Ctrl+D"),
        "cut": (_("Cut"), QKeySequence(_Key.Cut)),
        "clip": (_("Copy as text"), QKeySequence(_Key.Copy)),
        "paste": (_("Paste"), QKeySequence(_Key.Paste)),
        "confirm": (_("Mark as confirmed"), ""),
        "tentative": (_("Mark as tentative"), ""),
        "cancel": (_("Mark as cancelled"), ""),
        "tie": (_("Tie to another entry…"), "Ctrl+T"),
        "untie": (_("Untie"), "Ctrl+Shift+T"),
        "later": (_("Shift all later that day…"), "Ctrl+L"),
        "visit": (_("Shift the visit…"), ""),
        "ways": (_("Add the ways between …"), "Ctrl+Shift+B"),
        "delete": (_("Delete entry"), QKeySequence(Qt.Key.Key_Delete)),
    }

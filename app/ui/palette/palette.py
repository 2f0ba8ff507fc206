"""The palette: one field to find anything in all visits and to do anything that the window can do."""

from collections.abc import Callable, Iterable
from contextlib import suppress

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.planning.views.search import changed_lately, hits, search
from app.ui.desk import Desk
from app.ui.palette.field import SeekField
from app.ui.palette.lines import Command, Given, Goal, Line, commands, found_lines, resting_lines
from app.ui.palette.listing import LinesView
from app.ui.palette.visited import MOST, Visited
from app.ui.widgets.labels import MutedLabel
from app.wording import _

WIDTH_PX = 620
TOP_PX = 6
LIST_PX = 420
_EDGE_PX = 12
RECENT = MOST
MOST_FOUND = 24


class Palette(QFrame):
    """Lies over the top of its window. ``go`` carries the kind, id and visit of the row to go to.

    ``given`` returns the window's commands as words, keys and callable, each time the palette opens.
    """

    go = Signal(str, str, str)

    def __init__(
        self, desk: Desk, given: Callable[[], Iterable[Given]], visited: Visited, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = parent
        self._given = given
        self._commands: tuple[Command, ...] = ()
        self._visited = visited
        self._came_from: QWidget | None = None
        self.setProperty("role", "palette")
        self.setAccessibleName(_("Search and commands"))
        self.field = SeekField()
        self.list = LinesView()
        self.nothing = MutedLabel(wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self.list)
        column.addWidget(self.nothing)
        self.field.sought.connect(self._seek)
        self.field.stepped.connect(self.list.step)
        self.field.taken.connect(self._take)
        self.field.left.connect(self.shut)
        self.list.clicked.connect(self._on_clicked)
        parent.installEventFilter(self)
        self.hide()

    def open(self, text: str = "") -> None:
        """Show the palette and let the user type; ``text`` is what is sought at once."""
        if self.isHidden():
            self._came_from = QApplication.focusWidget()
        self._commands = commands(self._given())
        self.field.setText(text)
        self._seek(text)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    @Slot()
    def shut(self) -> None:
        """Take the palette away and give the keys back to where they were."""
        if self.isHidden():
            return
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        had_keys = self._holds(QApplication.focusWidget())
        self.hide()
        came_from, self._came_from = self._came_from, None
        if had_keys and came_from is not None:
            with suppress(RuntimeError):  # it was deleted meanwhile
                came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Resize and watched is self._window and not self.isHidden():
            self._place()
        elif (
            kind == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget) and not self._holds(watched)
        ):
            self.shut()
        return super().eventFilter(watched, event)

    def _holds(self, widget: QWidget | None) -> bool:
        return widget is not None and (widget is self or self.isAncestorOf(widget))

    @Slot(str)
    def _seek(self, text: str) -> None:
        self._show(text, self._lines(text))

    def _lines(self, text: str) -> list[Line]:
        visit_id = self._desk.visit_id
        try:
            if text.strip():
                found = self._desk.ask(search, text, MOST_FOUND, visit_id=visit_id)
                return found_lines(text, found, self._commands, visit_id)
            visited = self._desk.ask(hits, self._visited.keys())
            known = {(hit.table, hit.row_id) for hit in visited}
            lately = self._desk.ask(changed_lately, visit_id, RECENT)
            changed = [hit for hit in lately if (hit.table, hit.row_id) not in known]
            return resting_lines(visited, changed[: RECENT - len(visited)], self._commands, visit_id)
        except AideError as error:  # the file cannot be read: commands can still be run
            self._desk.failed.emit(error)
            return found_lines(text, (), self._commands, visit_id)

    def _show(self, text: str, lines: list[Line]) -> None:
        self.list.show_lines(lines)
        self.list.setVisible(bool(lines))
        self.nothing.setVisible(not lines)
        if not lines:
            self.nothing.setText(_("Nothing found for “{text}”.").format(text=text.strip()))
        self._place()

    def _place(self) -> None:
        """Stand under the top bar's middle, as high as the lines need and the window allows."""
        parent = self._window
        width = min(WIDTH_PX, parent.width() - 2 * _EDGE_PX)
        chrome = self.field.sizeHint().height() + 30
        body = self.list.wanted_height() + 4 if not self.list.isHidden() else 60
        height = min(chrome + min(body, LIST_PX), parent.height() - TOP_PX - _EDGE_PX)
        self.resize(width, height)
        self.move(QPoint((parent.width() - width) // 2, TOP_PX))

    @Slot(QModelIndex)
    def _on_clicked(self, _index: QModelIndex) -> None:
        self._take()

    @Slot()
    def _take(self) -> None:
        line = self.list.chosen()
        if isinstance(line, Goal):
            self._visited.go(line.hit.table, line.hit.row_id)
            self.shut()
            self.go.emit(line.hit.kind, line.hit.id, line.hit.visit_id)
        elif isinstance(line, Command):
            self.shut()
            line.run()

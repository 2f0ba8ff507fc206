"""Giving an entry a title on the board: the field over its box, from the wish to the act.

A new entry is only drawn while its title is typed: it is added with it, in one step. A step to add it and
another to name it would be two to take back, and a step that is written anew would be none of a journal.
"""

from PySide6.QtCore import QObject, QRectF, Signal, Slot

from app.ui.screens.programme.board.acts import BoardActs
from app.ui.screens.programme.board.ghost import Ghost
from app.ui.screens.programme.board.naming import TitleEditor
from app.ui.screens.programme.board.new_entry import NewEntry
from app.ui.screens.programme.board.shades import Shades
from app.ui.screens.programme.board.view import BoardView
from app.wording import _


class Titling(QObject):
    """Has titles typed over a view's boxes; entries are renamed, and new ones added.

    ``changed`` tells that a new entry is drawn now, or no more.
    """

    changed = Signal()

    def __init__(self, view: BoardView, acts: BoardActs) -> None:
        super().__init__(view)
        self._view = view
        self._acts = acts
        self._entry_id = ""
        self._new: NewEntry | None = None
        self._ghost = Ghost()
        view.board.addItem(self._ghost)
        self._shades = Shades(view.board, self._ghost, view.seen)
        self.editor = TitleEditor(view.viewport())
        self.editor.done.connect(self._on_title)
        self.editor.given_up.connect(self._forget)
        view.title_wanted.connect(self.edit)
        view.hands.drawn.connect(self.begin)

    @property
    def draws(self) -> bool:
        """Whether a new entry is drawn that is not added yet."""
        return self._new is not None

    @Slot(str)
    def edit(self, entry_id: str) -> None:
        """Have an entry's title typed in place."""
        self._leave()
        line = self._view.board.lines.get(entry_id)
        if line is None or not self._view.board.blocks(entry_id) or self._acts.idle:
            return
        self._view.reveal(entry_id)
        self._entry_id = entry_id
        self._open(line.title)

    @Slot(object)
    def begin(self, new: NewEntry) -> bool:
        """Draw a new entry and have its title typed; return whether there is a place for it on the board."""
        self._leave()
        self._new = new
        self._draw()
        if not self._ghost.carried.rects:
            self._forget()
            return False
        self._view.ensureVisible(self._ghost.carried.rects[0], 12, 24)
        self._open("")
        self.changed.emit()
        return True

    def follow(self) -> None:
        """Let the field stand over its box, where the board is drawn or measured anew."""
        self._draw()
        rect = self._box()
        if rect is not None:
            self.editor.follow(rect)

    def _leave(self) -> None:
        self._view.keys.finish()
        self.editor.finish()

    def _open(self, title: str) -> None:
        rect = self._box()
        if rect is not None:
            self.editor.begin(title, rect, hint=_("New entry") if self._new else "")

    @Slot(str)
    def _on_title(self, title: str) -> None:
        if not (self._add(self._new, title) if self._new else self._rename(title)):
            self._open(title)
        else:
            self._forget()

    def _add(self, new: NewEntry, title: str) -> bool:
        """Add what is drawn; it is selected if the keys have not gone elsewhere."""
        made = self._acts.create(new, title)
        view = self._view
        if made in view.board.lines and view.window().focusWidget() is view:
            view.selection.set([made])
        return bool(made)

    def _rename(self, title: str) -> bool:
        line = self._view.board.lines.get(self._entry_id)
        return line is None or title.strip() == line.title or self._acts.rename(line, title)

    @Slot()
    def _forget(self) -> None:
        self._entry_id = ""
        if self._new is not None:
            self._new = None
            self._shades.let_go()
            self.changed.emit()

    def _draw(self) -> None:
        if self._new is not None:
            self._shades.show_new(self._new.party_ids, self._new.start, self._new.end)

    def _box(self) -> QRectF | None:
        """Return where on the viewport the box stands that is titled; ``None`` where it has none."""
        if self._new is not None:
            rects = list(self._ghost.carried.rects)
        else:
            rects = (
                [block.rect() for block in self._view.board.blocks(self._entry_id)] if self._entry_id else []
            )
        return QRectF(self._view.mapFromScene(rects[0]).boundingRect()) if rects else None

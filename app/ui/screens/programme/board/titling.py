"""Giving an entry a title on the board: the field over its box, from the wish to the act."""

from PySide6.QtCore import QObject, QRectF, Slot

from app.ui.screens.programme.board.acts import BoardActs
from app.ui.screens.programme.board.naming import TitleEditor
from app.ui.screens.programme.board.view import BoardView


class Titling(QObject):
    """Has titles typed over a view's boxes, and entries renamed."""

    def __init__(self, view: BoardView, acts: BoardActs) -> None:
        super().__init__(view)
        self._view = view
        self._acts = acts
        self.editor = TitleEditor(view.viewport())
        self.editor.done.connect(self._on_title)
        view.title_wanted.connect(self.edit)
        view.hands.created.connect(self._on_created)

    @Slot(str)
    def edit(self, entry_id: str) -> None:
        """Have an entry's title typed in place."""
        self._view.keys.finish()
        line, rect = self._view.board.lines.get(entry_id), self._box(entry_id)
        if line is None or rect is None or self._acts.idle:
            return
        self._view.reveal(entry_id)
        self.editor.begin(entry_id, line.title, self._on_screen(rect))

    def follow(self) -> None:
        """Let the field stand over its box, where the board is measured anew."""
        rect = self._box(self.editor.entry_id)
        if rect is not None:
            self.editor.follow(self._on_screen(rect))

    @Slot(str)
    def _on_created(self, entry_id: str) -> None:
        self._view.selection.set([entry_id])
        self.edit(entry_id)

    @Slot(str, str)
    def _on_title(self, entry_id: str, title: str) -> None:
        line = self._view.board.lines.get(entry_id)
        if line is not None and title.strip() != line.title and not self._acts.rename(line, title):
            rect = self._box(entry_id)
            if rect is not None:
                self.editor.put_back(entry_id, self._on_screen(rect))
                return
        self._view.setFocus()

    def _box(self, entry_id: str) -> QRectF | None:
        """Return where an entry's first box stands; ``None`` where it has none."""
        blocks = self._view.board.blocks(entry_id) if entry_id else []
        return blocks[0].rect() if blocks else None

    def _on_screen(self, rect: QRectF) -> QRectF:
        return QRectF(self._view.mapFromScene(rect).boundingRect())

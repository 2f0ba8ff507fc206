"""The undo of text fields: what is taken out of one comes back by it, and without any it is the program's."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

Editor = QLineEdit | QPlainTextEdit


@contextmanager
def retrievable(*widgets: QWidget) -> Iterator[None]:
    """Let the undo of these fields bring back the text that is taken out of them meanwhile.

    Setting a text makes a field forget its past; here it is one step of it.
    """
    before = [(widget, _text(widget)) for widget in widgets if isinstance(widget, Editor)]
    yield
    for editor, text in before:
        after = _text(editor)
        if after != text:
            blocked = editor.blockSignals(True)  # it is shown already, and nobody types
            _set_text(editor, text)
            editor.selectAll()
            (editor.insert if isinstance(editor, QLineEdit) else editor.insertPlainText)(after)
            editor.blockSignals(blocked)


class TextUndo(QObject):
    """Has the keys of undo and redo work on the text that is being typed, and else on the planner.

    A field of Qt takes these keys even where there is nothing to undo in it.
    """

    def __init__(self, undo: QAction, redo: QAction, parent: QObject) -> None:
        super().__init__(parent)
        self._undo, self._redo = undo, redo
        QApplication.instance().focusChanged.connect(self._watch)  # type: ignore[union-attr]

    @Slot(QWidget, QWidget)
    def _watch(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, Editor):
            now.installEventFilter(self)  # watched already, it is watched once

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        kind = event.type()
        if kind not in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}:
            return False
        if not isinstance(event, QKeyEvent) or not isinstance(watched, Editor):
            return False
        keys = QKeySequence(event.keyCombination())
        undoes, redoes = keys in self._undo.shortcuts(), keys in self._redo.shortcuts()
        if not undoes and not redoes:
            return False
        able = _able(watched, redo=redoes)
        if kind == QEvent.Type.ShortcutOverride:
            event.setAccepted(able)
            return True
        if able:
            (watched.redo if redoes else watched.undo)()
        return True


def _able(editor: Editor, *, redo: bool) -> bool:
    if editor.isReadOnly():
        return False
    past = editor if isinstance(editor, QLineEdit) else editor.document()
    return past.isRedoAvailable() if redo else past.isUndoAvailable()


def _text(editor: Editor) -> str:
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()


def _set_text(editor: Editor, text: str) -> None:
    if isinstance(editor, QLineEdit):
        editor.setText(text)
    else:
        editor.setPlainText(text)

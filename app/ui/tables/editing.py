"""Editing a cell where it stands: a line, a line that finds, or a choice of words."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QLineEdit, QStyleOptionViewItem, QTableView, QWidget

from app.domain.errors import AideError, PlanningError
from app.ui.forms.pick_box import PickBox
from app.ui.forms.words import QuietBox
from app.ui.tables.cell_edit import CellEdit
from app.ui.tables.delegate import TableDelegate
from app.ui.tables.fault import CellFault
from app.ui.tables.model import TableModel
from app.ui.theme.style import restyle
from app.ui.widgets.tuning import tune
from app.wording.errors import sentence

_Hint = QAbstractItemDelegate.EndEditHint
_Index = QModelIndex | QPersistentModelIndex
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_TABS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}


class CellEditors(TableDelegate):
    """Paints cells and edits those that can be: what is refused stays in its cell, with the reason below.

    ``stepped`` asks for the next cell (1) or the one before (-1) of a row; it carries the row's id, the
    column, and the step.
    """

    stepped = Signal(str, int, int)

    def __init__(self, view: QTableView, model: TableModel) -> None:
        super().__init__(view, model)
        self._fault = CellFault(view.viewport())
        self._open: tuple[QWidget, str, int] | None = None

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index, /) -> QWidget:
        edit = self._edit(index)
        if edit.choices:
            editor: QWidget = QuietBox()
            assert isinstance(editor, QuietBox)
            for value, words in edit.choices:
                editor.addItem(words, value)
            QTimer.singleShot(0, editor, editor.showPopup)
            editor.activated.connect(self._on_chosen)
        elif edit.finder is not None:
            editor = PickBox(edit.finder)
            editor.picked.connect(self._on_chosen)
        else:
            editor = QLineEdit()
        editor.setParent(parent)
        tune(editor)
        column = self._model.columns[index.column()]
        editor.setAccessibleName(column.title)
        self._open = editor, self._model.ids[index.row()], index.column()
        return editor

    def destroyEditor(self, editor: QWidget, index: _Index, /) -> None:
        if self._open is not None and self._open[0] is editor:
            self._open = None
            self._fault.hide()
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: _Index, /) -> None:
        edit = self._edit(index)
        text = edit.text(self._model.row_of(self._model.ids[index.row()]))
        if isinstance(editor, QuietBox):
            editor.setCurrentIndex(editor.findData(text))
        elif isinstance(editor, QLineEdit) and not editor.isModified():  # what is typed stays
            if isinstance(editor, PickBox):
                editor.show_text(text)
            else:
                editor.setText(text)

    def setModelData(self, _editor: QWidget, _model: object, _index: _Index, /) -> None:
        self.commit()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: _Index, /) -> None:
        editor.setGeometry(option.rect)
        self._fault.place(option.rect)

    @property
    def editor(self) -> QWidget | None:
        """The editor that is open, if any."""
        return self._open[0] if self._open else None

    @property
    def refused(self) -> bool:
        """Whether what stands in the open editor was refused."""
        return not self._fault.isHidden()

    def begin(self) -> None:
        """Select all that stands in the open editor, so that one sees how it begins."""
        if self._open is not None and isinstance(self._open[0], QLineEdit):
            line = self._open[0]
            line.setSelection(len(line.text()), -len(line.text()))

    def commit(self) -> bool:
        """Write what stands in the open editor; return whether it was taken."""
        if self._open is None:
            return True
        editor, row_id, column = self._open
        row, edit = self._model.row_of(row_id), self._model.columns[column].edit
        if row is None or edit is None:
            return True
        try:
            text = _typed(editor)
            if text is not None and text != edit.text(row):
                edit.write(row, text)
        except AideError as error:
            return self._take(error)
        return self._take(None)

    def _take(self, error: AideError | None) -> bool:
        if self._open is None:  # the row went by what was written
            return True
        editor = self._open[0]
        words = "" if error is None else sentence(error)
        if isinstance(editor, PickBox):
            editor.shut()  # what is wrong is said where the list lies
        editor.setProperty("invalid", bool(words))
        editor.setAccessibleDescription(words)
        restyle(editor)
        self._fault.say(words, editor.geometry())
        return not words

    def eventFilter(self, editor: QObject, event: QEvent, /) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(editor, QWidget)
        ):
            key = Qt.Key(event.key())
            finding = isinstance(editor, PickBox) and editor.is_open()
            if key in _ENTER and not finding:
                self._leave(editor)
                return True
            if key in _TABS and not finding:
                self._leave(editor, _TABS[key])
                return True
            if key is Qt.Key.Key_Escape and not finding:
                self._fault.hide()
                self.closeEditor.emit(editor, _Hint.RevertModelCache)
                self._view.setFocus()
                return True
            return False
        return super().eventFilter(editor, event)

    def _leave(self, editor: QWidget, step: int = 0) -> None:
        at = self._open
        if not self.commit():
            return
        self.closeEditor.emit(editor, _Hint.NoHint)
        self._view.setFocus()
        if step and at is not None:
            self.stepped.emit(at[1], at[2], step)

    def _on_chosen(self) -> None:
        if self._open is not None:
            self._leave(self._open[0])

    def _edit(self, index: _Index) -> CellEdit:
        edit = self._model.columns[index.column()].edit
        assert edit is not None
        return edit


def _typed(editor: QWidget) -> str | None:
    """Return what was typed, chosen or found; ``None`` where a box that finds was left as it was.

    Raises:
        PlanningError: ``choice_unknown``, nothing of that name is found.
    """
    if isinstance(editor, QuietBox):
        return str(editor.currentData())
    assert isinstance(editor, QLineEdit)
    if not isinstance(editor, PickBox):
        return editor.text()
    if not editor.isModified() and editor.choice() is None:
        return None
    if not editor.text().strip():
        return ""
    found = editor.meant()
    if found is None:
        raise PlanningError("choice_unknown")
    return found.id

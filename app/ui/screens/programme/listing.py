"""The list that the programme stands in."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView

from app.ui.screens.programme.delegate import ProgrammeDelegate
from app.ui.widgets.tuning import flat, tune
from app.wording import _

_Index = QModelIndex | QPersistentModelIndex
_Move = QAbstractItemView.CursorAction


class ProgrammeList(QListView):
    """Lines of one height under headings that cannot be chosen."""

    def __init__(self, model: QAbstractItemModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(ProgrammeDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(_("Programme"))
        tune(self)
        flat(self)

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier, /) -> QModelIndex:
        # Qt's own Home goes to the first row, a heading, and so nowhere.
        if action is _Move.MoveHome:
            self.scrollToTop()
            return self._first()
        return super().moveCursor(action, modifiers)

    def dataChanged(self, first: _Index, last: _Index, roles: Sequence[int] = (), /) -> None:
        # QListView would lay out and paint all rows again; ours never change their height.
        QAbstractItemView.dataChanged(self, first, last, roles)

    def _first(self) -> QModelIndex:
        model = self.model()
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            if index.flags() & Qt.ItemFlag.ItemIsSelectable:
                return index
        return QModelIndex()

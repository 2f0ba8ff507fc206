"""Steps of rows or columns done in a Qt model, so that its views hear of each."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex

from app.ui.tables.steps import Insert, Move, Remove, Step

_ROOT = QModelIndex()


def do_step(model: QAbstractItemModel, keys: list[str], step: Step, *, columns: bool = False) -> None:
    """Do one step on ``keys``, which are the rows of ``model`` in order, or its columns."""
    match step:
        case Remove(first, last):
            (model.beginRemoveColumns if columns else model.beginRemoveRows)(_ROOT, first, last)
            del keys[first : last + 1]
            (model.endRemoveColumns if columns else model.endRemoveRows)()
        case Insert(at, fresh):
            (model.beginInsertColumns if columns else model.beginInsertRows)(_ROOT, at, at + len(fresh) - 1)
            keys[at:at] = fresh
            (model.endInsertColumns if columns else model.endInsertRows)()
        case Move(source, before):
            begin = model.beginMoveColumns if columns else model.beginMoveRows
            begin(_ROOT, source, source, _ROOT, before)
            key = keys.pop(source)
            keys.insert(before if before < source else before - 1, key)
            (model.endMoveColumns if columns else model.endMoveRows)()

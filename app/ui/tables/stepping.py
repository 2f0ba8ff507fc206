"""Steps of rows done in a Qt model, so that its views hear of each."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex

from app.ui.tables.steps import Insert, Move, Remove, Step

_ROOT = QModelIndex()


def do_step(model: QAbstractItemModel, keys: list[str], step: Step) -> None:
    """Do one step on ``keys``, which are the rows of ``model`` in order."""
    match step:
        case Remove(first, last):
            model.beginRemoveRows(_ROOT, first, last)
            del keys[first : last + 1]
            model.endRemoveRows()
        case Insert(at, fresh):
            model.beginInsertRows(_ROOT, at, at + len(fresh) - 1)
            keys[at:at] = fresh
            model.endInsertRows()
        case Move(source, before):
            model.beginMoveRows(_ROOT, source, source, _ROOT, before)
            key = keys.pop(source)
            keys.insert(before if before < source else before - 1, key)
            model.endMoveRows()

"""What a room that is a table asks of its subclasses."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.planning.bulk import for_each
from app.ui.desk import Desk
from app.ui.tables.arrangement import HasId
from app.ui.tables.bulk import BulkField
from app.ui.tables.view import Table
from app.wording import _, ngettext


class RoomHooks(QWidget):
    """The part of a :class:`ListRoom` that says what is in it; its signals are told there."""

    selected = Signal(str, str)
    opened = Signal(str, str)
    created = Signal(str, str)
    go = Signal(str, str)
    told = Signal(str, bool)

    #: Tables whose change means asking again; the first is the one whose rows are listed.
    tables: tuple[str, ...] = ()

    desk: Desk
    table: Table

    def body(self) -> QWidget:
        """Return what shows the rows now: the table, unless there is another form of them."""
        return self.table

    def ask_rows(self) -> Sequence[HasId]:
        """Return all rows, by ``desk.ask``; they are frozen and have an ``id`` each."""
        raise NotImplementedError

    def ask_some(self, ids: frozenset[str]) -> Sequence[HasId] | None:
        """Return the rows ``ids``, without those that are gone; ``None`` to ask for all of them."""
        del ids
        return None

    def add(self) -> str | None:
        """Add a row and return its id; ``None`` where nothing was added (or a dialog will)."""
        return None

    def delete(self, ids: Sequence[str]) -> str:
        """Delete rows as one step and return the sentence that tells it; nothing where none was."""
        del ids
        return ""

    def bulk_fields(self) -> Sequence[BulkField]:
        """Return what can be changed of many rows: words, and values with their names and verbs.

        A verb is called with a session and a row's id, as ``partial(edit_x, state=DONE)`` is.
        """
        return ()

    def row_name(self, row: Any) -> str:
        """Return what a row is called in the words of undo; by default what its first column says."""
        return self.table.title_of(row)

    def tick(self, row_id: str, key: str, ticked: bool) -> None:  # noqa: FBT001 - as the signal has it
        """Tick the box of the column ``key`` in a row, or take the tick away."""

    def menu_actions(self, ids: Sequence[str]) -> Sequence[QAction]:
        """Return what else stands in the menu of the selected rows."""
        del ids
        return ()

    def delete_each(self, verb: Callable[..., object], ids: Sequence[str]) -> str:
        """Run a deleting verb for each of the rows, as one step; return the sentence that tells it."""
        if len(ids) == 1:
            name = self.row_name(self.table.row(ids[0]))
            self.desk.do(_("Delete “{title}”").format(title=name), for_each, verb, ids)
            return _("“{title}” deleted.").format(title=name)
        count = len(ids)
        label = ngettext("Delete {count} row", "Delete {count} rows", count).format(count=count)
        self.desk.do(label, for_each, verb, ids)
        return ngettext("{count} row deleted.", "{count} rows deleted.", count).format(count=count)

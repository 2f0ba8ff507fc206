"""The row being edited: what its fields show, how they write, and the texts that are not finished."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from app.planning.new_row import with_new_row
from app.ui.desk import Desk
from app.wording import _


@dataclass(frozen=True)
class Kind:
    """What is particular to the rows of one table.

    ``edit`` is the verb that sets columns of one row; ``name`` says how the row that a detail shows is
    called; ``act`` gives for a column what undo calls its change, with ``{name}`` where the row is named.
    ``delete`` is the verb that deletes a row, where it can be deleted by itself.
    """

    table: str
    edit: Callable[..., Any]
    name: Callable[[Any], str]
    act: Callable[[str], str]
    delete: Callable[..., Any] | None = None


class Record(QObject):
    """One row at a time. Fields write through it and leave their unfinished texts with it.

    What is shown of the row is a frozen view with ``id`` and the columns that fields show, by their names.
    An unfinished text is kept in memory too: when the file cannot be written, neither can a draft. ``texts``
    (row, then column) is that memory, where it must outlive the record.
    """

    def __init__(
        self,
        desk: Desk,
        kind: Kind,
        parent: QObject | None = None,
        *,
        texts: dict[str, dict[str, str]] | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.kind = kind
        self._detail: Any = None
        self._texts: dict[str, dict[str, str]] = {} if texts is None else texts

    @property
    def idle(self) -> bool:
        """Whether no row is shown: it may have gone while the cursor stood in a field."""
        return self._detail is None

    @property
    def shown(self) -> Any:
        """What is shown of the row."""
        assert self._detail is not None
        return self._detail

    @property
    def row_id(self) -> str:
        """The row's id; empty where none is shown."""
        return "" if self._detail is None else str(self._detail.id)

    def take(self, detail: Any) -> None:
        """Edit the row of this view from now on, or with ``None`` none."""
        self._detail = detail

    # Writing

    def edit(self, column: str, **fields: Any) -> None:
        """Set columns of the row, under what undo calls the change of ``column``.

        Raises:
            AideError: as the kind's verb, or ``write_failed``.
        """
        self.act(column, self.kind.edit, **fields)

    def act(self, column: str, verb: Callable[..., Any], **fields: Any) -> None:
        """Run another verb on the row, under what undo calls the change of ``column``.

        Raises:
            AideError: as the verb, or ``write_failed``.
        """
        # Bound here: a column may bear the name of one of the desk's own parameters.
        self.desk.do(self._label(column), partial(verb, **self._row(), **fields))

    def act_on_new(
        self,
        column: str,
        make: Callable[..., str],
        fields: Callable[[str], Mapping[str, Any]],
        verb: Callable[..., Any] | None = None,
    ) -> None:
        """Make another row by the verb ``make`` and have this one refer to it, in one step.

        ``fields`` gives for the new row's id what is set by the kind's verb, or by another.

        Raises:
            AideError: as either verb, or ``write_failed``; then neither has done anything.
        """
        row = self._row()

        def refer(session: Any, new_id: str) -> None:
            (verb or self.kind.edit)(session, **row, **fields(new_id))

        self.desk.do(self._label(column), with_new_row, make, refer)

    def delete(self) -> None:
        """Delete the row.

        Raises:
            AideError: as the kind's verb, or ``write_failed``.
        """
        assert self.kind.delete is not None
        name = self.kind.name(self.shown)
        label = _("Delete “{title}”").format(title=name)
        self.desk.do(label, partial(self.kind.delete, **self._row()))

    # Unfinished texts

    def unfinished(self, row_id: str) -> Mapping[str, str]:
        """Return the unfinished texts of a row by field; those of this session count for more."""
        stored = {} if self.desk.read_only else self.desk.drafts(self.kind.table, row_id)
        return {**stored, **self._texts.get(row_id, {})}

    def keep(self, column: str, text: str) -> None:
        """Keep the unfinished text of a field."""
        texts = self._texts.setdefault(self.row_id, {})
        if texts.get(column) != text:
            texts[column] = text
            self.desk.keep_draft(self._key(column), text)

    def drop(self, column: str) -> None:
        """Forget the unfinished text of a field."""
        self._texts.get(self.row_id, {}).pop(column, None)
        self.desk.drop_draft(self._key(column))

    def _label(self, column: str) -> str:
        return self.kind.act(column).format(name=self.kind.name(self.shown))

    def _row(self) -> dict[str, str]:
        return {f"{self.kind.table}_id": self.row_id}

    def _key(self, column: str) -> str:
        return f"{self.kind.table}/{self.row_id}/{column}"

"""A list of one kind of rows of logistics: a table with what can be done to its rows, one or many."""

from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass, field
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction

from app.domain.errors import AideError
from app.planning.views.visits import Choice
from app.ui.acting import done
from app.ui.desk import Desk
from app.ui.forms.pick_box import Finder, PickBox
from app.ui.preferences import Preferences
from app.ui.tables.bulk import BulkField
from app.ui.tables.column import Column
from app.ui.tables.room import ListRoom
from app.wording import _
from app.wording.errors import sentence

_BOX_PX = 220


@dataclass(frozen=True, slots=True)
class Listing:
    """What is particular to one list. ``kind`` is the table of its rows, ``others`` those also shown.

    ``view`` gives the rows of a visit. ``add`` makes one, with the fields that ``fresh`` returns for the
    visit and its rows; with a ``finder``, for what was picked with it in place of a button. ``ticks`` are
    the verbs by the column that is ticked. With ``order``, rows that are ``alike`` can be moved. ``bulk`` can
    be changed in many rows at once, and what ``bulk_of`` gives for the visit in view.
    """

    kind: str
    icon: str
    view: Callable[..., Any]
    columns: Sequence[Column]
    name: Callable[[Any], str]
    add: Callable[..., Any]
    fresh: Callable[..., dict[str, Any]]
    delete: Callable[..., Any]
    others: tuple[str, ...]
    _: KW_ONLY
    title: str
    adding: str
    empty: tuple[str, str]
    finder: Finder | None = None
    bulk: tuple[BulkField, ...] = ()
    bulk_of: Callable[[Desk], Sequence[BulkField]] | None = None
    ticks: dict[str, Callable[..., Any]] = field(default_factory=dict)
    order: Callable[[str, list[str]], Callable[..., Any]] | None = None
    alike: Callable[[Any], Any] = bool  # of a row: all are


class ListPart(ListRoom):
    """Shows a list; the row chosen goes to the inspector."""

    def __init__(self, desk: Desk, preferences: Preferences, listing: Listing) -> None:
        self.tables = (listing.kind, *listing.others)
        self.listing = listing
        super().__init__(
            desk,
            preferences,
            name=f"logistics.{listing.kind}",
            kind=listing.kind,
            title=listing.title,
            columns=listing.columns,
            add_words="" if listing.finder else listing.adding,
            empty=(*listing.empty, listing.adding),
            icon=listing.icon,
        )
        self.box = PickBox(listing.finder or _nothing, placeholder=listing.adding, adds=True)
        self.box.setAccessibleName(listing.adding)
        self.box.setFixedWidth(_BOX_PX)
        self.box.picked.connect(self._add_for)
        self.box.set_read_only(read_only=desk.read_only)
        if listing.finder is None:
            self.box.hide()
        else:
            self.add_control(self.box)
        self._earlier = QAction(_("Earlier in the order"), self)
        self._later = QAction(_("Later in the order"), self)
        self._earlier.triggered.connect(self._move_up)
        self._later.triggered.connect(self._move_down)

    def ask_rows(self) -> Sequence[Any]:
        return self.desk.ask(self.listing.view, self.desk.visit_id) if self.desk.visit_id else ()

    def add(self) -> str | None:
        if self.listing.finder is not None:
            self.box.setFocus()
            return None
        return self._make(self.listing.fresh(self.desk.visit_id, self._in_order()))

    def delete(self, ids: Sequence[str]) -> str:
        return self.delete_each(self.listing.delete, ids)

    def bulk_fields(self) -> Sequence[BulkField]:
        of_visit = self.listing.bulk_of(self.desk) if self.listing.bulk_of is not None else ()
        return (*self.listing.bulk, *of_visit)

    def row_name(self, row: Any) -> str:
        return self.listing.name(row)

    def tick(self, row_id: str, key: str, ticked: bool) -> None:  # noqa: FBT001 - as the room has it
        label = _("Change “{name}”").format(name=self.row_name(self.table.row(row_id)))
        self.desk.do(label, partial(self.listing.ticks[key], **{f"{self.kind}_id": row_id, key: ticked}))

    def menu_actions(self, ids: Sequence[str]) -> Sequence[QAction]:
        if self.listing.order is None or self.desk.read_only:
            return ()
        # Where a column sorts the rows, their own order is not seen.
        free = len(ids) == 1 and self.table.horizontalHeader().sortIndicatorSection() < 0
        for action in (self._earlier, self._later):
            action.setEnabled(free)
        return (self._earlier, self._later)

    @Slot(object)
    def _add_for(self, choice: Choice) -> None:
        self.box.show_text("")
        if self.desk.read_only:
            return
        try:
            made = self._make(self.listing.fresh(choice.id))
        except AideError as error:
            self.told.emit(sentence(error), False)
            return
        self.reveal(self.kind, made)
        self.created.emit(self.kind, made)

    def _make(self, fields: dict[str, Any]) -> str:
        return str(self.desk.do(self.listing.adding, partial(self.listing.add, **fields)))

    def _in_order(self) -> list[Any]:
        """Return all rows in their own order, however the table is sorted or filtered."""
        return list(self.ask_rows())

    @Slot()
    def _move_up(self) -> None:
        self._shift(-1)

    @Slot()
    def _move_down(self) -> None:
        self._shift(1)

    def _shift(self, by: int) -> None:
        row, order = self.table.row(self.table.current_id()), self.listing.order
        if row is None or order is None:
            return
        alike = [each.id for each in self._in_order() if self.listing.alike(each) == self.listing.alike(row)]
        at = alike.index(row.id)
        if not 0 <= at + by < len(alike):
            return
        alike.insert(at + by, alike.pop(at))
        done(self.desk, self.told, _("Change the order"), order(self.desk.visit_id, alike))


def _nothing(_text: str) -> tuple[Choice, ...]:
    return ()

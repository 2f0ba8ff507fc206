"""An inspector for one kind of row: every field in place, saved when it is left."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import AideError, PlanningError
from app.planning.settings import marking_names
from app.planning.workspace import Changed
from app.ui.desk import Desk
from app.ui.forms.foot import Foot
from app.ui.forms.record import Kind, Record
from app.ui.forms.sheet import Sheet
from app.ui.widgets.badge import MarkingBadge
from app.ui.widgets.labels import MutedLabel, PlainLabel
from app.ui.widgets.tuning import scrolled
from app.wording import _
from app.wording.errors import sentence


class RecordInspector(QFrame):
    """Shows and edits one row. A subclass says of which kind, and what is shown of it.

    ``told`` carries a sentence, and whether undo takes back what it tells; ``go`` the kind and the id of
    another row to be opened. ``tables`` are those of which the view shows rows beside the row itself.
    """

    told = Signal(str, bool)
    go = Signal(str, str)
    kind: Kind
    tables: Sequence[str] = ()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.desk = desk
        self.record = self.make_record()
        self._names: tuple[str, ...] = desk.ask(marking_names)
        self.sheet = self.make_sheet(self.record)
        self.sheet.set_read_only(read_only=desk.read_only)
        self._head = self.make_head()
        self._badge = MarkingBadge(0, self._names[0])
        # Each part is born in what holds it: what is moved there is dressed anew, with all that is in it.
        self._stack = QStackedWidget(self)
        nothing = PlainLabel(self.nothing(), wrap=True, tone="muted")
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        nothing.setContentsMargins(24, 24, 24, 24)
        self._stack.addWidget(nothing)
        self._stack.addWidget(self._make_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        desk.changed.connect(self._on_changed)
        desk.visit_changed.connect(self._on_visit_changed)

    # What a kind of row brings

    def view(self, row_id: str) -> Any:
        """Return what is shown of a row, asked of the desk.

        Raises:
            PlanningError: it is gone.
        """
        raise NotImplementedError

    def make_sheet(self, record: Record) -> Sheet:
        """Make the fields."""
        raise NotImplementedError

    def heading(self, detail: Any) -> str:
        """Return the small words above the fields."""
        raise NotImplementedError

    def make_head(self) -> PlainLabel:
        """Make the label of the heading."""
        return MutedLabel(elide=True)

    def page(self) -> tuple[str, str]:
        """Return the words that open the page of the row shown, and the kind to go to; or nothing twice."""
        return "", ""

    def deleted(self, name: str) -> str:
        """Return what is told when the row of this name was deleted; it is still shown."""
        return _("“{title}” deleted.").format(title=name)

    def make_record(self) -> Record:
        """Make what the fields write through."""
        return Record(self.desk, self.kind, self)

    def nothing(self) -> str:
        """Return what is said where no row is shown."""
        return _("Select a row to see and change it here.")

    def shows(self, changed: Changed) -> bool:
        """Tell whether a change touches what is shown."""
        own = self.record.row_id in changed.ids.get(self.kind.table, frozenset())
        return own or changed.touches(*self.tables)

    # What all have in common

    def row_id(self) -> str:
        """Return the id of the row shown, or nothing."""
        return self.record.row_id

    @Slot(str)
    def show_row(self, row_id: str | None) -> None:
        """Show a row, or none. What is unfinished in the one shown is saved, or kept as a draft."""
        if (row_id or "") == self.row_id():
            return
        self.leave()
        if not row_id:
            self._clear()
            return
        try:
            detail = self.view(row_id)
            unfinished = self.record.unfinished(row_id)
            self._take(detail)
            self.sheet.open(detail, unfinished)
        except AideError as error:
            self._clear()
            self.told.emit(sentence(error), False)
            return
        self._scroll.verticalScrollBar().setValue(0)
        self._stack.setCurrentIndex(1)

    def begin(self) -> None:
        """Put the first field under the cursor, to be typed over."""
        first = next(field for field in self.sheet.fields() if field.isVisibleTo(self.sheet))
        first.begin()

    @Slot()
    def leave(self) -> None:
        """Save what is unfinished; what cannot be saved is kept as a draft. Call it before closing."""
        if not self.record.idle and not self.desk.read_only:
            self.sheet.leave()

    def _make_page(self) -> QWidget:
        page = QWidget(self._stack)
        self.head = QWidget(page)
        head = QHBoxLayout(self.head)
        head.setContentsMargins(16, 12, 16, 8)  # what scrolls does not touch it
        head.setSpacing(8)
        head.addWidget(self._head, 1)
        head.addWidget(self._badge)
        self._scroll = QScrollArea(page)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled(self.sheet)
        self._scroll.setWidget(self.sheet)
        self.foot = Foot(page, deletes=self.kind.delete is not None and not self.desk.read_only)
        self.foot.page_wanted.connect(self._open_page)
        self.foot.delete_wanted.connect(self._delete)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.foot)
        return page

    def offer_page(self, *, offered: bool) -> None:
        """Offer to open the page of the row; not while that page is in view."""
        self.foot.offer_page(offered=offered)

    @Slot()
    def _open_page(self) -> None:
        self.go.emit(self.page()[1], self.row_id())

    @Slot()
    def _delete(self) -> None:
        if self.record.idle:
            return
        for field in self.sheet.fields():
            if field.dirty:
                field.take_back()  # what was being typed is not to come back with it
        said = self.deleted(self.record.kind.name(self.record.shown))
        try:
            self.record.delete()
        except AideError as error:
            self.told.emit(sentence(error), False)
            return
        self.told.emit(said, True)

    def _clear(self) -> None:
        self.record.take(None)
        self._stack.setCurrentIndex(0)

    def _take(self, detail: Any) -> None:
        self.record.take(detail)
        self._head.setText(self.heading(detail))
        self.foot.show_page(self.page()[0])
        self._mark(detail)

    def _mark(self, detail: Any) -> None:
        marking = getattr(detail, "marking", None)
        self._badge.setVisible(marking is not None)
        if marking is not None:
            self._badge.set_marking(int(marking), self._names[marking])

    @Slot(str)
    def _on_visit_changed(self, visit_id: str) -> None:
        own = None if self.record.idle else getattr(self.record.shown, "visit_id", None)
        if own is not None and own != visit_id:
            self.show_row(None)

    @Slot(object)
    def _on_changed(self, changed: Changed) -> None:
        try:
            if changed.touches("setting"):
                self._names = self.desk.ask(marking_names)
                if not self.record.idle:
                    self._mark(self.record.shown)
            if not self.record.idle and self.shows(changed):
                self._refresh()
        except PlanningError:  # it was deleted, or its making was undone
            self._clear()
        except AideError as error:
            self.told.emit(sentence(error), False)

    def _refresh(self) -> None:
        detail = self.view(self.row_id())
        self._take(detail)
        self.sheet.fill(detail)

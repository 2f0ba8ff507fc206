"""The inspector of an entry: every field in place, saved when it is left."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import AideError, PlanningError
from app.planning.settings import marking_names
from app.planning.views.entry import EntryDetail, entry_detail
from app.planning.workspace import Changed
from app.ui.desk import Desk
from app.ui.inspector.editing import Editing
from app.ui.inspector.form import Form
from app.ui.widgets.badge import MarkingBadge
from app.ui.widgets.labels import MutedLabel, PlainLabel
from app.ui.widgets.tuning import scrolled
from app.wording import _
from app.wording.errors import sentence
from app.wording.names import word_name

_CHOSEN_FROM = ("place", "organisation", "party", "member", "person")
_SHOWN_TOO = ("entry_party", "leg", "participation", "agenda_item", "topic", "visit", *_CHOSEN_FROM)


class EntryInspector(QFrame):
    """Shows and edits one entry. ``told`` carries a sentence, and whether undo takes back what it tells."""

    told = Signal(str, bool)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._desk = desk
        self._editing = Editing(desk, self)
        self._entry: EntryDetail | None = None
        self._names: tuple[str, ...] = desk.ask(marking_names)
        self._form = Form(self._editing)
        self._form.marking.set_names(self._names)
        self._form.set_read_only(read_only=desk.read_only)
        self._kind = MutedLabel(elide=True)
        self._badge = MarkingBadge(0, self._names[0])
        self._stack = QStackedWidget()
        nothing = PlainLabel(_("Select an entry to see and change it here."), wrap=True, tone="muted")
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        nothing.setContentsMargins(24, 24, 24, 24)
        self._stack.addWidget(nothing)
        self._stack.addWidget(self._make_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        desk.changed.connect(self._on_changed)
        desk.visit_changed.connect(self._on_visit_changed)

    def _make_page(self) -> QWidget:
        page = QWidget()
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 8)  # what scrolls does not touch it
        head.setSpacing(8)
        head.addWidget(self._kind, 1)
        head.addWidget(self._badge)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._form)
        scrolled(self._form)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        return page

    @property
    def form(self) -> Form:
        """The fields."""
        return self._form

    def entry_id(self) -> str:
        """Return the id of the entry shown, or nothing."""
        return self._entry.id if self._entry else ""

    @Slot(str)
    def show_entry(self, entry_id: str | None) -> None:
        """Show an entry, or none. What is unfinished in the one shown is saved, or kept as a draft."""
        if (entry_id or "") == self.entry_id():
            return
        self.leave()
        if not entry_id:
            self._clear()
            return
        try:
            entry = self._desk.ask(entry_detail, entry_id)
            unfinished = self._editing.unfinished(entry_id)
            new_visit = self._entry is None or self._entry.visit_id != entry.visit_id
            self._take(entry)
            if new_visit:
                self._form.load_choices()
        except AideError as error:
            self._clear()
            self.told.emit(sentence(error), False)
            return
        self._form.forget_choices()
        self._form.fill(entry)
        for field in self._form.fields():
            field.open(entry, unfinished)
        self._scroll.verticalScrollBar().setValue(0)
        self._stack.setCurrentIndex(1)

    def edit_title(self) -> None:
        """Put the title under the cursor, to be typed over."""
        self._form.title.begin()

    @Slot()
    def leave(self) -> None:
        """Save what is unfinished; what cannot be saved is kept as a draft. Call it before closing."""
        if self._entry is not None and not self._desk.read_only:
            for field in self._form.fields():
                if field.dirty:
                    field.leave()

    def _clear(self) -> None:
        self._entry = None
        self._editing.take(None)
        self._stack.setCurrentIndex(0)

    def _take(self, entry: EntryDetail) -> None:
        before, self._entry = self._entry, entry
        self._editing.take(entry)
        self._kind.setText(f"{word_name(entry.kind)} · {word_name(entry.status)}")
        if before is None or before.marking is not entry.marking:
            self._badge.set_marking(int(entry.marking), self._names[entry.marking])

    @Slot(str)
    def _on_visit_changed(self, visit_id: str) -> None:
        if self._entry is not None and self._entry.visit_id != visit_id:
            self.show_entry(None)

    @Slot(object)
    def _on_changed(self, changed: Changed) -> None:
        if self._entry is None:
            return
        own = {self._entry.id, self._entry.tied_to_id} & changed.ids.get("entry", frozenset())
        try:
            if changed.touches("setting"):
                self._names = self._desk.ask(marking_names)
                self._form.marking.set_names(self._names)
                self._badge.set_marking(int(self._entry.marking), self._names[self._entry.marking])
            if own or changed.touches(*_SHOWN_TOO):
                self._refresh(choices=changed.touches(*_CHOSEN_FROM))
            elif changed.touches("entry"):
                self._form.forget_choices()
        except PlanningError:  # it was deleted, or its making was undone
            self._clear()
        except AideError as error:
            self.told.emit(sentence(error), False)

    def _refresh(self, *, choices: bool) -> None:
        assert self._entry is not None
        entry = self._desk.ask(entry_detail, self._entry.id)
        self._take(entry)
        if choices:
            self._form.load_choices()
        self._form.fill(entry)
        for field in self._form.fields():
            field.fill(entry)

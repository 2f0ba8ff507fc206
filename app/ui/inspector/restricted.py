"""What is restricted of a person: asked for and made only when somebody wants to see it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.planning.verbs.documents import create_travel_document, delete_travel_document
from app.planning.views.persons import PersonDetail
from app.planning.views.restricted import DocumentLine, PersonRestricted, person_restricted
from app.ui.acting import done
from app.ui.desk import Desk
from app.ui.forms.day import DayField
from app.ui.forms.long_text import WordsField
from app.ui.forms.named import CountriesField
from app.ui.forms.record import Kind, Record
from app.ui.forms.sheet import Sheet
from app.ui.forms.text import TextField
from app.ui.inspector.documents import Documents
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.labels import MutedLabel
from app.wording import _
from app.wording.errors import sentence


class RestrictedSheet(Sheet):
    """The restricted fields of one person."""

    def __init__(self, record: Record) -> None:
        super().__init__()
        inside = self.layout()
        assert inside is not None
        inside.setContentsMargins(0, 0, 0, 0)
        self.documents = Documents(record.desk)
        self.add(TextField(record, "private_phone", _("Private phone")))
        self.row(
            (DayField(record, "born_on", _("Born on")), 3),
            (TextField(record, "sex", _("Sex"), hint=_("As the passport has it: F, M or X")), 1),
        )
        self.add(TextField(record, "birth_place", _("Place of birth")))
        self.add(CountriesField(record, "citizenships", _("Citizenships")))
        self.add(WordsField(record, "diet", _("Diet")))
        self.add(WordsField(record, "mobility", _("Mobility")))
        self.section(_("Passports and visas"))
        self.add(self.documents)

    def show_also(self, detail: PersonRestricted) -> None:
        if self.documents.show_rows(detail.documents):
            self.order_tabs()

    def leave(self) -> None:
        super().leave()
        self.documents.leave()

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [*(stop for field in self.fields() for stop in field.stops()), *self.documents.stops()]


class RestrictedPart(QWidget):
    """A button, and below it the restricted fields for as long as they are shown.

    They are hidden again, and gone from memory, when another person is shown. ``told`` says what went
    wrong; ``turned`` that they have come or gone.
    """

    told = Signal(str, bool)
    turned = Signal()

    def __init__(self, desk: Desk, kind: Kind) -> None:
        super().__init__()
        self._desk = desk
        self._kind = kind
        self._person_id = ""
        self._record: Record | None = None
        self.sheet: RestrictedSheet | None = None
        self.button = PlainButton(icon_name="lock")
        self.button.clicked.connect(self._on_clicked)
        self._note = MutedLabel(_("Passports, birth, diet, mobility: never on a list or a copy."), wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._note)
        self._say()

    @property
    def is_shown(self) -> bool:
        """Whether the restricted fields are shown."""
        return self.sheet is not None

    def show_person(self, person: PersonDetail) -> None:
        """Belong to a person; the fields of another are hidden, those of the same filled anew."""
        if person.id != self._person_id:
            self.hide_fields()
            self._person_id = person.id
        elif self.sheet is not None and self._record is not None:
            detail = self._desk.ask(person_restricted, self._person_id)
            self._record.take(detail)
            self.sheet.fill(detail)

    def show_fields(self) -> None:
        """Ask for the restricted fields and show them."""
        if self.sheet is not None or not self._person_id:
            return
        try:
            detail = self._desk.ask(person_restricted, self._person_id)
            self._record = Record(self._desk, self._kind, self)
            unfinished = self._record.unfinished(self._person_id)
        except AideError as error:
            self.told.emit(sentence(error), False)
            return
        self._record.take(detail)
        self.sheet = RestrictedSheet(self._record)
        self.sheet.set_read_only(read_only=self._desk.read_only)
        self.sheet.documents.add_wanted.connect(self._on_add)
        self.sheet.documents.removed.connect(self._on_remove)
        self.sheet.documents.told.connect(self.told)
        self._column.addWidget(self.sheet)
        self.sheet.open(detail, unfinished)
        self._say()
        self.turned.emit()

    def hide_fields(self) -> None:
        """Save what is unfinished, and let the fields be gone."""
        if self.sheet is None or self._record is None:
            return
        self.leave()
        self._record.take(None)
        self._record.deleteLater()
        self._column.removeWidget(self.sheet)
        self.sheet.hide()
        self.sheet.setParent(None)
        self.sheet.deleteLater()
        self.sheet, self._record = None, None
        self._say()
        self.turned.emit()

    def leave(self) -> None:
        """Save what is unfinished."""
        if self.sheet is not None and self._record is not None and not self._record.idle:
            self.sheet.leave()

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [self.button, *(self.sheet.stops() if self.sheet is not None else ())]

    def _say(self) -> None:
        shown = self.sheet is not None
        self.button.set_words(_("Hide restricted fields") if shown else _("Show restricted fields"))
        self._note.setVisible(not shown)

    @Slot()
    def _on_clicked(self) -> None:
        if self.sheet is None:
            self.show_fields()
        else:
            self.hide_fields()

    @Slot()
    def _on_add(self) -> None:
        try:
            made = self._desk.do(_("Add a travel document"), create_travel_document, self._person_id)
        except AideError as error:
            self.told.emit(sentence(error), False)
            return
        if self.sheet is not None:
            self.sheet.documents.begin(made)

    @Slot(object)
    def _on_remove(self, document: DocumentLine) -> None:
        label = _("Remove a travel document")
        if not done(self._desk, self.told, label, delete_travel_document, document.id):
            return
        gone = _("Travel document removed, and its visas.")
        self.told.emit(gone if document.visas else _("Travel document removed."), True)

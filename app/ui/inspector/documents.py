"""Passports and visas, edited in place. They are shown only when restricted fields are asked for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import AideError
from app.planning.verbs.documents import (
    create_visa,
    delete_visa,
    edit_travel_document,
    edit_visa,
)
from app.planning.views.restricted import DocumentLine, VisaLine
from app.ui.acting import done
from app.ui.desk import Desk
from app.ui.forms.country import CountryField
from app.ui.forms.day import DayField
from app.ui.forms.record import Kind, Record
from app.ui.forms.text import TextField
from app.ui.inspector.cards import Cards, CardSheet
from app.ui.inspector.people_acts import document_act, visa_act
from app.wording import _
from app.wording.errors import sentence

DOCUMENT = Kind("travel_document", edit_travel_document, lambda _document: "", document_act)
VISA = Kind("visa", edit_visa, lambda _visa: "", visa_act)


class VisaSheet(CardSheet):
    """The fields of one visa."""

    def __init__(self, record: Record) -> None:
        super().__init__()
        self.row(
            (CountryField(record, "country_code", _("Visa for")), 3),
            (TextField(record, "visa_class", _("Class")), 2),
        )
        self.add(TextField(record, "number", _("Visa number")))
        self.row(
            (DayField(record, "valid_from", _("Valid from")), 1),
            (DayField(record, "valid_until", _("Valid until")), 1),
        )


class DocumentSheet(CardSheet):
    """The fields of one travel document, and its visas. ``told`` says that a visa went, or why not."""

    told = Signal(str, bool)

    def __init__(self, record: Record) -> None:
        super().__init__()
        self._record = record
        self.visas = Cards(
            record.desk,
            VISA,
            VisaSheet,
            add_words=_("Add visa"),
            remove_words=_("Remove this visa"),
        )
        self.visas.add_wanted.connect(self._on_add)
        self.visas.removed.connect(self._on_remove)
        self.row(
            (TextField(record, "kind", _("Kind"), hint=_("Diplomatic, official, ordinary")), 1),
            (CountryField(record, "country_code", _("Issued by")), 1),
        )
        self.add(TextField(record, "number", _("Number")))
        self.add(TextField(record, "name_as_printed", _("Name as printed")))
        self.row(
            (DayField(record, "issued_on", _("Issued")), 1),
            (DayField(record, "expires_on", _("Expires")), 1),
        )
        self.add(self.visas)

    def show_also(self, detail: DocumentLine) -> None:
        if self.visas.show_rows(detail.visas):
            self.order_tabs()

    def leave(self) -> None:
        super().leave()
        self.visas.leave()

    def stops(self) -> list[QWidget]:
        return [*super().stops(), *self.visas.stops()]

    def _on_add(self) -> None:
        try:
            row_id = self._record.desk.do(_("Add a visa"), create_visa, self._record.row_id)
        except AideError as error:
            self.told.emit(sentence(error), False)
            return
        self.visas.begin(row_id)

    def _on_remove(self, visa: VisaLine) -> None:
        if done(self._record.desk, self.told, _("Remove a visa"), delete_visa, visa.id):
            self.told.emit(_("Visa removed."), True)


class Documents(Cards):
    """The cards of travel documents; ``told`` as that of each sheet."""

    told = Signal(str, bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            DOCUMENT,
            self._make_document,
            add_words=_("Add travel document"),
            remove_words=_("Remove this travel document"),
            none_words=_("No passport yet."),
        )

    def _make_document(self, record: Record) -> CardSheet:
        sheet = DocumentSheet(record)
        sheet.told.connect(self.told)
        return sheet

"""Words of access requests: the fields a site asks for, and how long there is to send them."""

from datetime import date

from app.domain.access import Asked
from app.domain.words import AccessState
from app.wording.language import _, ngettext


def asked_name(field: Asked) -> str:
    """Return what people read for a field that a site asks for."""
    return {
        Asked.FULL_NAME: _("Full name"),
        Asked.SEX: _("Sex"),
        Asked.BORN_ON: _("Date of birth"),
        Asked.BIRTH_PLACE: _("Place of birth"),
        Asked.CITIZENSHIPS: _("Citizenships"),
        Asked.PASSPORT_NUMBER: _("Passport number"),
        Asked.PASSPORT_COUNTRY: _("Passport country"),
        Asked.PASSPORT_EXPIRY: _("Passport expiry"),
        Asked.VISA_CLASS: _("Visa class"),
        Asked.EMPLOYER: _("Employer"),
        Asked.TITLE: _("Title"),
        Asked.PHONE: _("Telephone"),
        Asked.EMAIL: _("E-mail"),
    }[field]


def overdue(state: AccessState, due_on: date | None, today: date) -> bool:
    """Tell whether a request should have been sent before today."""
    return state is AccessState.TO_SEND and due_on is not None and due_on < today


def days_left(state: AccessState, due_on: date | None, today: date) -> str:
    """Return how long there is until the last day to send; nothing once it was sent, or without a day."""
    if state is not AccessState.TO_SEND or due_on is None:
        return ""
    days = (due_on - today).days
    if days == 0:
        return _("today")
    if days < 0:
        return ngettext("{count} day late", "{count} days late", -days).format(count=-days)
    return ngettext("in {count} day", "in {count} days", days).format(count=days)

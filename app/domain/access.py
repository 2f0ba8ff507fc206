"""What a site asks to know of those who come, what of it is still missing, and when it must be sent.

A request keeps what it asks for as the words that are sent and printed: ``Full name, passport number``. The
fields stand in those words, so that a list which was typed by hand or pasted from a host's letter is
read as well as one that was ticked; what is none of the fields ("purpose, dates") is left as it is.
"""

from collections.abc import Callable, Collection, Mapping
from datetime import date, timedelta
from enum import StrEnum

_SATURDAY = 5


class Asked(StrEnum):
    """A field that a site may ask for, in the order in which it is written."""

    FULL_NAME = "full_name"
    SEX = "sex"
    BORN_ON = "born_on"
    BIRTH_PLACE = "birth_place"
    CITIZENSHIPS = "citizenships"
    PASSPORT_NUMBER = "passport_number"
    PASSPORT_COUNTRY = "passport_country"
    PASSPORT_EXPIRY = "passport_expiry"
    VISA_CLASS = "visa_class"
    EMPLOYER = "employer"
    TITLE = "title"
    PHONE = "phone"
    EMAIL = "email"


#: How a field is written in a request: what is stored and printed, so never translated.
PHRASES: Mapping[Asked, str] = {
    Asked.FULL_NAME: "full name",
    Asked.SEX: "sex",
    Asked.BORN_ON: "date of birth",
    Asked.BIRTH_PLACE: "place of birth",
    Asked.CITIZENSHIPS: "citizenships",
    Asked.PASSPORT_NUMBER: "passport number",
    Asked.PASSPORT_COUNTRY: "passport country",
    Asked.PASSPORT_EXPIRY: "passport expiry",
    Asked.VISA_CLASS: "visa class",
    Asked.EMPLOYER: "employer",
    Asked.TITLE: "title",
    Asked.PHONE: "telephone",
    Asked.EMAIL: "e-mail",
}

#: Other words for the same, as hosts write them; each counts where it is the whole of a piece.
_ALIASES: Mapping[str, tuple[Asked, ...]] = {
    **{phrase: (field,) for field, phrase in PHRASES.items()},
    "name": (Asked.FULL_NAME,),
    "names": (Asked.FULL_NAME,),
    "full names": (Asked.FULL_NAME,),
    "gender": (Asked.SEX,),
    "dob": (Asked.BORN_ON,),
    "birth date": (Asked.BORN_ON,),
    "date and place of birth": (Asked.BORN_ON, Asked.BIRTH_PLACE),
    "nationality": (Asked.CITIZENSHIPS,),
    "nationalities": (Asked.CITIZENSHIPS,),
    "citizenship": (Asked.CITIZENSHIPS,),
    "all citizenships": (Asked.CITIZENSHIPS,),
    "passport": (Asked.PASSPORT_NUMBER, Asked.PASSPORT_COUNTRY, Asked.PASSPORT_EXPIRY),
    "passport no": (Asked.PASSPORT_NUMBER,),
    "passport no.": (Asked.PASSPORT_NUMBER,),
    "country of issue": (Asked.PASSPORT_COUNTRY,),
    "country and expiry": (Asked.PASSPORT_COUNTRY, Asked.PASSPORT_EXPIRY),
    "country": (Asked.PASSPORT_COUNTRY,),
    "expiry": (Asked.PASSPORT_EXPIRY,),
    "visa": (Asked.VISA_CLASS,),
    "organisation": (Asked.EMPLOYER,),
    "affiliation": (Asked.EMPLOYER,),
    "job title": (Asked.TITLE,),
    "position": (Asked.TITLE,),
    "phone": (Asked.PHONE,),
    "email": (Asked.EMAIL,),
}


def asked_fields(asks_for: str) -> tuple[Asked, ...]:
    """Return the fields that a request's words ask for, in their order."""
    found = {field for piece in _pieces(asks_for) for field in _fields_of(piece)}
    return tuple(field for field in Asked if field in found)


def with_field(asks_for: str, field: Asked, *, wanted: bool) -> str:
    """Return a request's words with a field added or taken out; all else stands as it was written.

    A phrase that asks for two fields is written out before one of them is taken out of it.
    """
    pieces = _pieces(asks_for)
    if wanted and field not in asked_fields(asks_for):
        pieces.insert(_place_of(pieces, field), PHRASES[field])
    elif not wanted:
        kept = []
        for piece in pieces:
            covered = _fields_of(piece)
            rest = [PHRASES[other] for other in covered if other is not field]
            kept += rest if field in covered else [piece]
        pieces = kept
    words = ", ".join(pieces)
    return words[:1].upper() + words[1:]


def missing_fields(asks_for: str, known: Collection[Asked]) -> tuple[Asked, ...]:
    """Return which of the fields asked for are not known of somebody; their values are never looked at."""
    return tuple(field for field in asked_fields(asks_for) if field not in known)


def last_day_to_send(
    wanted_on: date, working_days: int, is_holiday: Callable[[date], bool] = lambda _day: False
) -> date:
    """Return the day that lies so many working days before another.

    Hosts state their lead time in working days of their own calendar: Monday to Friday, without the public
    holidays of the site's country, which ``is_holiday`` knows. On no other day is anything sent: no days
    before a Sunday is the Friday before it.

    Raises:
        ValueError: ``working_days`` is less than none.
    """
    if working_days < 0:
        raise ValueError("a request is not sent after the day it is for")
    day = wanted_on
    while working_days:
        day -= timedelta(days=1)
        working_days -= _is_worked(day, is_holiday)
    while not _is_worked(day, is_holiday):
        day -= timedelta(days=1)
    return day


def _is_worked(day: date, is_holiday: Callable[[date], bool]) -> bool:
    return day.weekday() < _SATURDAY and not is_holiday(day)


def _pieces(asks_for: str) -> list[str]:
    words = asks_for.replace(";", ",").replace("\n", ",").split(",")
    return [" ".join(piece.split()).rstrip(".") for piece in words if piece.strip(" .")]


def _fields_of(piece: str) -> tuple[Asked, ...]:
    return _ALIASES.get(piece.casefold(), ())


def _place_of(pieces: list[str], field: Asked) -> int:
    """A field stands after the last of those that are written before it."""
    order = list(Asked)
    before = [
        place
        for place, piece in enumerate(pieces)
        if any(order.index(other) < order.index(field) for other in _fields_of(piece))
    ]
    return before[-1] + 1 if before else 0

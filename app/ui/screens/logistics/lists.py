"""The lists of what is booked and carried: cars, baggage, gifts, interpreters."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from app.domain.numbering import next_number
from app.domain.words import GiftDirection, InterpretingMode
from app.planning.verbs.baggage import (
    create_baggage_piece,
    delete_baggage_piece,
    edit_baggage_piece,
    order_baggage_pieces,
)
from app.planning.verbs.gifts import create_gift, delete_gift, edit_gift
from app.planning.verbs.interpreters import (
    create_interpreter_booking,
    delete_interpreter_booking,
    edit_interpreter_booking,
)
from app.planning.verbs.vehicles import create_vehicle, delete_vehicle, edit_vehicle, order_vehicles
from app.planning.views.logistics import (
    BaggageRow,
    GiftRow,
    InterpreterRow,
    baggage_rows,
    gift_rows,
    interpreter_rows,
)
from app.planning.views.vehicles import VehicleRow, stop_choices, vehicle_rows
from app.ui.desk import Desk
from app.ui.finding import finders
from app.ui.screens.logistics.listing import Listing
from app.ui.screens.logistics.occasion import by_start, start_words
from app.ui.tables.bulk import BulkField
from app.ui.tables.column import Column
from app.wording import _
from app.wording.interpreters import also_at, between
from app.wording.names import word_name


def vehicles() -> Listing:
    """Return the list of cars."""
    return Listing(
        "vehicle",
        "car",
        vehicle_rows,
        [
            Column("name", _("Car"), lambda row: row.name, detail=lambda row: row.kind, width=150),
            Column("stop", _("City"), lambda row: row.stop, sort=lambda row: row.stop_position, width=110),
            Column("driver", _("Driver"), lambda row: row.driver, detail=lambda row: row.driver_phone,
                   width=190),
            Column("plate", _("Number plate"), lambda row: row.plate, width=110),
            Column("seats", _("Seats"), _seats, sort=lambda row: row.seats, align_right=True, width=60),
            Column("rides", _("Ways"), lambda row: str(row.rides), sort=lambda row: row.rides,
                   align_right=True, width=60),
        ],
        lambda row: row.name,
        create_vehicle,
        _fresh_vehicle,
        delete_vehicle,
        ("ride", "stop"),
        title=_("Cars"),
        adding=_("Add car"),
        empty=(_("No car yet."), _("Add the first with its driver, then put people into it by way.")),
        bulk_of=_of_cars,
        order=lambda _visit_id, ids: partial(order_vehicles, vehicle_ids=ids),
        alike=lambda row: row.stop_id,
    )  # fmt: skip


def _of_cars(desk: Desk) -> Sequence[BulkField]:
    """Return what many cars can be given at once: a city of the visit, and kinds and seats that cars have."""
    rows = desk.ask(vehicle_rows, desk.visit_id)
    cities: list[tuple[str, str | None]] = [
        (stop.name, stop.id) for stop in desk.ask(stop_choices, desk.visit_id)
    ]
    kinds = sorted({row.kind for row in rows if row.kind})
    seats = sorted({row.seats for row in rows if row.seats})
    fields = (
        (
            _("City"),
            [(name, partial(edit_vehicle, stop_id=key)) for name, key in (*cities, (_("None"), None))],
        ),
        (_("Kind"), [(kind, partial(edit_vehicle, kind=kind)) for kind in kinds]),
        (_("Seats"), [(str(count), partial(edit_vehicle, seats=count)) for count in seats]),
    )
    return [field for field in fields if field[1]]


def _seats(row: VehicleRow) -> str:
    return str(row.seats) if row.seats else ""


def _fresh_vehicle(visit_id: str, rows: list[VehicleRow]) -> dict[str, Any]:
    last = rows[-1] if rows else None
    name = next_number(last.name) if last else ""
    return {
        "visit_id": visit_id,
        "name": name or _("Car {number}").format(number=1),
        "stop_id": last.stop_id if last else None,
    }


def baggage() -> Listing:
    """Return the list of baggage."""
    return Listing(
        "baggage_piece",
        "luggage",
        baggage_rows,
        [
            Column("tag", _("Tag"), lambda row: row.tag, width=70),
            Column("member", _("Owner"), lambda row: row.member, width=180),
            Column("description", _("Description"), lambda row: row.description, width=300),
        ],
        lambda row: row.tag or row.description or _("Piece without a tag"),
        create_baggage_piece,
        _fresh_piece,
        delete_baggage_piece,
        ("member", "person"),
        title=_("Baggage"),
        adding=_("Add piece"),
        empty=(_("No baggage yet."), _("Add each piece with its tag and owner, and nothing is left behind.")),
        bulk=((_("Owner"), ((_("Nobody"), partial(edit_baggage_piece, member_id=None)),)),),
        order=lambda visit_id, ids: partial(order_baggage_pieces, visit_id=visit_id, baggage_piece_ids=ids),
    )


def _fresh_piece(visit_id: str, rows: list[BaggageRow]) -> dict[str, Any]:
    return {"visit_id": visit_id, "tag": next_number(rows[-1].tag) if rows else "001"}


def gifts() -> Listing:
    """Return the list of gifts."""
    return Listing(
        "gift",
        "gift",
        gift_rows,
        [
            Column("description", _("Gift"), lambda row: row.description, width=200),
            Column("direction", _("Direction"), lambda row: word_name(row.direction), width=90),
            Column("entry", _("Occasion"), lambda row: row.entry, detail=start_words, sort=by_start,
                   width=180),
            Column("giver", _("Giver"), _giver, detail=_of_giver, width=155),
            Column("receiver", _("Receiver"), _receiver, detail=_of_organisation, width=160),
            Column("value", _("Value"), _value, sort=lambda row: (row.currency, row.value or 0.0),
                   align_right=True, width=90),
            Column("custody", _("Custody"), lambda row: row.custody, width=125),
        ],
        lambda row: row.description,
        create_gift,
        lambda visit_id, _rows: {"visit_id": visit_id, "description": _("New gift")},
        delete_gift,
        ("entry", "member", "organisation", "person"),
        title=_("Gifts"),
        adding=_("Add gift"),
        empty=(_("No gift yet."), _("Add those we give and those we expect, with who keeps them.")),
        bulk=(
            (
                _("Direction"),
                [(word_name(way), partial(edit_gift, direction=way)) for way in GiftDirection],
            ),
        ),
    )  # fmt: skip


def _receiver(row: GiftRow) -> str:
    return row.receiver or (row.organisation if row.direction is GiftDirection.GIVEN else "")


def _of_organisation(row: GiftRow) -> str:
    """Return the receiver's organisation; of a gift that we receive, it is the giver's."""
    return row.organisation if row.receiver and row.direction is GiftDirection.GIVEN else ""


def _giver(row: GiftRow) -> str:
    return row.giver or (row.organisation if row.direction is GiftDirection.RECEIVED else "")


def _of_giver(row: GiftRow) -> str:
    return row.organisation if row.giver and row.direction is GiftDirection.RECEIVED else ""


def _value(row: GiftRow) -> str:
    return "" if row.value is None else f"{row.value:g} {row.currency}".strip()


def interpreters(desk: Desk) -> Listing:
    """Return the list of bookings of interpreters."""
    return Listing(
        "interpreter_booking",
        "languages",
        interpreter_rows,
        [
            Column("entry", _("Entry"), lambda row: row.entry, detail=start_words, sort=by_start, width=220),
            Column("member", _("Interpreter"), lambda row: row.member or _("nobody yet"),
                   detail=lambda row: also_at(row.also_at), tone=_interpreter_tone, width=190),
            Column("languages", _("Languages"), _languages, width=150),
            Column("mode", _("Mode"), lambda row: word_name(row.mode), width=110),
            Column("hours", _("Hours"), lambda row: f"{row.hours:g}", sort=lambda row: row.hours,
                   align_right=True, width=60),
            Column("documents_sent", _("Documents sent"), lambda _row: "",
                   sort=lambda row: row.documents_sent, tick=lambda row: row.documents_sent, width=110),
        ],
        lambda row: row.entry,
        create_interpreter_booking,
        lambda entry_id: {"entry_id": entry_id},
        delete_interpreter_booking,
        ("entry", "member", "participation", "person"),
        title=_("Interpreters"),
        adding=_("Book for an entry"),
        empty=(_("No interpreter is booked yet."), _("Type an entry above to book one for it.")),
        finder=finders(desk).entries,
        bulk=(
            (
                _("Mode"),
                [
                    (word_name(mode), partial(edit_interpreter_booking, mode=mode))
                    for mode in InterpretingMode
                ],
            ),
            (
                _("Documents sent"),
                (
                    (_("yes"), partial(edit_interpreter_booking, documents_sent=True)),
                    (_("no"), partial(edit_interpreter_booking, documents_sent=False)),
                ),
            ),
        ),
        ticks={"documents_sent": edit_interpreter_booking},
    )  # fmt: skip


def _interpreter_tone(row: InterpreterRow) -> str:
    return "bad" if row.also_at else "" if row.member else "warn"


def _languages(row: InterpreterRow) -> str:
    return between(row.from_language, row.to_language)

"""The verbs of cars, rooms, baggage, gifts, interpreters and access: what they do and refuse, and undo."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from app.data.models import Entry, Member, Participation, Person, Stop, TravelDocument, Visa
from app.domain.access import Asked
from app.domain.errors import PlanningError
from app.domain.words import AccessState, EntryStatus, GiftDirection, InterpretingMode, RoomUse, Side
from app.planning.soundness import faults
from app.planning.verbs import access, baggage, gifts, interpreters, lodgings, vehicles
from app.planning.verbs.entries import create_entry, edit_entry
from app.planning.verbs.people_at import add_participant
from app.planning.views.access import access_detail, access_rows
from app.planning.views.lodgings import lodging_detail, room_detail
from app.planning.views.lodgings import lodgings as lodgings_view
from app.planning.views.logistics import (
    baggage_detail,
    baggage_rows,
    entry_interpreters,
    gift_detail,
    gift_rows,
    interpreter_detail,
    interpreter_rows,
)
from app.planning.views.motorcade import motorcade, ways
from app.planning.views.vehicles import vehicle_detail, vehicle_rows
from app.planning.workspace import Workspace
from app.wording.errors import sentence
from tests.helpers.planner import VISIT, at, contents, planner

PARIS = "Europe/Paris"


def plant(session: Session) -> None:
    session.add(
        Stop(
            id="paris", visit_id=VISIT, city="Paris", zone=PARIS, country_code="FR",
            arrives_on=date(2026, 3, 10), leaves_on=date(2026, 3, 12),
        )
    )  # fmt: skip


@pytest.fixture
def space(tmp_path: Path) -> Any:
    with Workspace.open(planner(tmp_path)) as opened:
        opened.do_for_good("Paris", plant)
        yield opened
        assert opened.ask(faults) == ()


@pytest.fixture
def entry(space: Workspace) -> str:
    return new_entry(space, 9)


def new_entry(space: Workspace, hour: int) -> str:
    start, end = at(10, hour), at(10, hour + 1)
    walls: dict[str, Any] = {"start_wall": start, "start_zone": PARIS, "end_wall": end, "end_zone": PARIS}
    return space.do("New", partial(create_entry, visit_id=VISIT, title=f"Drive at {hour}", **walls))


def car(space: Workspace, name: str, **fields: Any) -> str:
    return space.do("Car", partial(vehicles.create_vehicle, visit_id=VISIT, name=name, **fields))


def refused(space: Workspace, verb: Callable[..., Any], *args: Any, **more: Any) -> tuple[str, str | None]:
    before = space.ask(contents)
    with pytest.raises(PlanningError) as caught:
        space.do("Refused", verb, *args, **more)
    assert space.ask(contents) == before
    assert sentence(caught.value) != caught.value.code
    return caught.value.code, caught.value.field


def seats(space: Workspace, entry: str) -> dict[str, list[str]]:
    return {
        each.name: [rider.member_id for rider in each.riders] for each in space.ask(motorcade, entry).cars
    }


def test_a_member_sits_in_one_car_on_a_way(space: Workspace, entry: str) -> None:
    one, two = (
        space.do("Way", vehicles.add_ride, car(space, name), entry_id=entry) for name in ("One", "Two")
    )
    for number in range(3):
        space.do("Seat", vehicles.seat_rider, one, member_id=f"member-{number}")
    before = space.ask(contents)
    moved = space.do("Move", vehicles.seat_rider, two, member_id="member-0")
    assert seats(space, entry) == {"One": ["member-1", "member-2"], "Two": ["member-0"]}
    space.undo()
    assert space.ask(contents) == before  # out of one car and into the other is one step
    space.redo()
    assert space.do("Again", vehicles.seat_rider, two, member_id="member-0") == moved
    space.do("Out", vehicles.unseat_rider, moved)
    assert seats(space, entry)["Two"] == []
    other = new_entry(space, 12)
    there = space.do("Way", vehicles.add_ride, car(space, "Three"), entry_id=other)
    space.do("Seat", vehicles.seat_rider, there, member_id="member-1")
    assert seats(space, entry)["One"] == ["member-1", "member-2"]  # another way is another matter


def test_more_riders_than_seats_are_taken_and_shown(space: Workspace, entry: str) -> None:
    ride = space.do("Way", vehicles.add_ride, car(space, "Small", seats=1), entry_id=entry)
    before = space.ask(contents)
    space.do("Seat", vehicles.seat_riders, ride, member_ids=["member-2", "member-0"])
    (shown,) = space.ask(motorcade, entry).cars
    assert (shown.too_many, [rider.member_id for rider in shown.riders]) == (1, ["member-2", "member-0"])
    space.do("Seat", vehicles.seat_riders, ride, member_ids=["member-0", "member-1"])
    assert seats(space, entry) == {"Small": ["member-2", "member-0", "member-1"]}
    space.undo()
    space.undo()
    assert space.ask(contents) == before


def test_people_without_a_car_come_first(space: Workspace, entry: str) -> None:
    def take_part(session: Session) -> None:
        for number in (0, 2):
            session.add(Participation(visit_id=VISIT, entry_id=entry, member_id=f"member-{number}"))
        session.get_one(Member, "member-2").leaves_on = date(2026, 3, 9)

    ride = space.do("Way", vehicles.add_ride, car(space, "One"), entry_id=entry)
    assert all(each.takes_part for each in space.ask(motorcade, entry).people)  # nobody is named: all come
    space.do("Take part", take_part)
    space.do("Seat", vehicles.seat_rider, ride, member_id="member-0")
    people = space.ask(motorcade, entry).people
    assert [(each.id, each.takes_part, each.away, each.car) for each in people] == [
        ("member-2", True, True, ""),
        ("member-1", False, False, ""),
        ("member-0", True, False, "One"),
    ]


def test_cars_have_an_order_by_city_and_on_each_way(space: Workspace, entry: str) -> None:
    one, two, away = (
        car(space, "One", stop_id="paris"),
        car(space, "Two", stop_id="paris"),
        car(space, "Away"),
    )
    space.do("Order", vehicles.order_vehicles, [two, one])
    assert [(each.name, each.stop) for each in space.ask(vehicle_rows, VISIT)] == [
        ("Two", "Paris"),
        ("One", "Paris"),
        ("Away", ""),
    ]
    assert refused(space, vehicles.order_vehicles, [two, away])[0] == "row_missing"
    space.do("Nothing", vehicles.order_vehicles, [])
    rides = [space.do("Way", vehicles.add_ride, each, entry_id=entry) for each in (one, two)]
    assert [each.name for each in space.ask(motorcade, entry).spare] == ["Away"]
    space.do("Order", vehicles.order_rides, entry, rides[::-1])
    assert list(seats(space, entry)) == ["Two", "One"]
    assert refused(space, vehicles.add_ride, one, entry_id=entry) == ("car_already_there", "vehicle_id")
    space.do("Off", vehicles.delete_ride, rides[0])
    space.do("To Paris", partial(vehicles.edit_vehicle, vehicle_id=away, stop_id="paris", seats=7))
    assert [each.name for each in space.ask(vehicle_rows, VISIT)] == ["Two", "One", "Away"]
    assert space.ask(vehicle_detail, away).seats == 7
    space.do("Delete", vehicles.delete_vehicle, two)
    assert space.ask(motorcade, entry).cars == ()
    assert refused(space, vehicles.edit_vehicle, one, name=" ") == ("field_empty", "name")
    assert refused(space, vehicles.edit_vehicle, one, seats=-1) == ("number_wanted", "seats")


def test_the_same_cars_and_riders_go_on_other_ways_in_one_step(space: Workspace, entry: str) -> None:
    one, two, own = (car(space, name) for name in ("One", "Two", "Own"))
    rides = [space.do("Way", vehicles.add_ride, each, entry_id=entry) for each in (two, one)]
    space.do("Seat", vehicles.seat_riders, rides[0], member_ids=["member-1"])
    space.do("Seat", vehicles.seat_riders, rides[1], member_ids=["member-0"])
    back, empty = new_entry(space, 12), new_entry(space, 15)
    there = space.do("Way", vehicles.add_ride, own, entry_id=back)
    space.do("Seat", vehicles.seat_riders, there, member_ids=["member-2", "member-0"])
    before = space.ask(contents)
    space.do("Copy", vehicles.copy_rides, entry, entry_ids=[back, empty, entry])
    assert list(seats(space, back).items()) == [
        ("Two", ["member-1"]),
        ("One", ["member-0"]),
        ("Own", ["member-2"]),
    ]
    assert seats(space, empty) == seats(space, entry)
    after = space.ask(contents)
    assert [(each.cars, each.riders) for each in space.ask(ways, VISIT)] == [(2, 2), (3, 3), (2, 2)]
    space.undo()
    assert space.ask(contents) == before
    space.redo()
    assert space.ask(contents) == after


def test_a_guest_sleeps_in_one_room_of_a_hotel(space: Workspace) -> None:
    hotel = space.do(
        "Hotel",
        partial(
            lodgings.create_lodging,
            visit_id=VISIT,
            name="Hotel",
            stop_id="paris",
            starts_on=date(2026, 3, 10),
            ends_on=date(2026, 3, 11),
        ),
    )
    first, second = (
        space.do("Room", partial(lodgings.create_room, lodging_id=hotel, number=number)) for number in "12"
    )
    space.do("Sleep", lodgings.put_in_room, first, member_id="member-0")
    before = space.ask(contents)
    guest = space.do("Move", lodgings.put_in_room, second, member_id="member-0")
    space.do("Use", partial(lodgings.edit_room, room_id=first, use=RoomUse.CONTROL))
    space.do("Order", lodgings.order_rooms, hotel, [second, first])
    found = space.ask(lodgings_view, VISIT)
    (card,) = found.hotels
    assert [(each.number, each.use, len(each.guests)) for each in card.rooms] == [
        ("2", RoomUse.GUEST, 1),
        ("1", RoomUse.CONTROL, 0),
    ]
    assert [(each.city, each.first.day, each.last.day, each.members) for each in found.bedless] == [
        ("Paris", 10, 10, ("member-1", "member-2")),
        ("Paris", 11, 11, ("member-0", "member-1", "member-2")),
    ]
    assert space.ask(room_detail, second).guests == card.rooms[0].guests
    for _step in range(3):
        space.undo()
    assert space.ask(contents) == before
    for _step in range(3):
        space.redo()
    wrong = refused(space, lodgings.edit_lodging, hotel, ends_on=date(2026, 3, 9))
    assert wrong == ("day_order", "ends_on")
    assert refused(space, lodgings.edit_lodging, hotel, name="") == ("field_empty", "name")
    space.do("Out", lodgings.take_from_room, guest)
    space.do("Delete", lodgings.delete_room, first)
    space.do("Days", partial(lodgings.edit_lodging, lodging_id=hotel, ends_on=date(2026, 3, 12)))
    assert space.ask(lodging_detail, hotel).ends_on == date(2026, 3, 12)
    space.do("Delete", lodgings.delete_lodging, hotel)
    assert space.ask(lodgings_view, VISIT).hotels == ()


def test_baggage_has_tags_owners_and_an_order(space: Workspace) -> None:
    one, two = (
        space.do(
            "Piece", partial(baggage.create_baggage_piece, visit_id=VISIT, tag=tag, member_id="member-1")
        )
        for tag in ("001", "002")
    )
    space.do("Order", baggage.order_baggage_pieces, VISIT, [two])
    assert [(each.tag, each.member) for each in space.ask(baggage_rows, VISIT)] == [
        ("002", "Min Kim 1"),
        ("001", "Min Kim 1"),
    ]
    before = space.ask(contents)
    space.do(
        "Edit", partial(baggage.edit_baggage_piece, baggage_piece_id=one, description="Red", member_id=None)
    )
    assert (space.ask(baggage_detail, one).description, space.ask(baggage_detail, one).member) == ("Red", "")
    space.do("Delete", baggage.delete_baggage_piece, two)
    space.undo()
    space.undo()
    assert space.ask(contents) == before
    assert refused(space, baggage.edit_baggage_piece, one, member_id="x") == (
        "reference_missing",
        "member_id",
    )


def test_a_gift_has_a_value_in_a_currency(space: Workspace, entry: str) -> None:
    gift = space.do(
        "Gift",
        partial(gifts.create_gift, visit_id=VISIT, description="Tea set", value=80.0, currency=" usd "),
    )
    space.do(
        "Edit",
        partial(
            gifts.edit_gift,
            gift_id=gift,
            entry_id=entry,
            direction=GiftDirection.RECEIVED,
            receiver_id="member-0",
            organisation_id="org",
        ),
    )
    (row,) = space.ask(gift_rows, VISIT)
    assert row == space.ask(gift_detail, gift)
    assert (row.value, row.currency, row.entry, row.receiver, row.giver, row.organisation) == (
        80.0,
        "USD",
        "Drive at 9",
        "Min Kim 0",
        "",
        "AGY",
    )
    for wrong, code in (
        ({"value": -1.0}, "number_out_of_range"),
        ({"currency": "dollars"}, "currency_unknown"),
        ({"currency": "U$D"}, "currency_unknown"),
        ({"description": " "}, "field_empty"),
    ):
        assert refused(space, gifts.edit_gift, gift, **wrong) == (code, next(iter(wrong)))
    space.do("Delete", gifts.delete_gift, gift)
    assert space.ask(gift_rows, VISIT) == ()


def test_an_interpreter_is_booked_between_languages_for_hours(space: Workspace, entry: str) -> None:
    booking = space.do(
        "Book",
        partial(
            interpreters.create_interpreter_booking,
            entry_id=entry,
            from_language="KO",
            to_language="pt_br",
            member_id="member-2",
            mode=InterpretingMode.WHISPERED,
            hours=0.25,
        ),
    )
    (row,) = space.ask(interpreter_rows, VISIT)
    assert row == space.ask(interpreter_detail, booking)
    assert (row.from_language, row.to_language, row.hours, row.member) == ("ko", "pt-BR", 0.25, "Min Kim 2")
    edit = interpreters.edit_interpreter_booking
    for hours in (0.2, 24.5, 0):
        assert refused(space, edit, booking, hours=hours) == ("number_wanted", "hours")
    assert refused(space, edit, booking, to_language="Korean") == ("language_unknown", "to_language")
    assert refused(space, edit, booking, entry_id=None)[1] == "entry_id"
    space.do("Edit", partial(edit, interpreter_booking_id=booking, to_language="", documents_sent=True))
    space.do("Delete", interpreters.delete_interpreter_booking, booking)
    assert space.ask(interpreter_rows, VISIT) == ()


def test_an_interpreter_is_booked_for_all_hours_and_said_to_be_wanted_twice(
    space: Workspace, entry: str
) -> None:
    later, after = new_entry(space, 9), new_entry(space, 10)

    def book(entry_id: str, member: str | None = "member-2") -> str:
        verb = partial(interpreters.create_interpreter_booking, entry_id=entry_id, member_id=member)
        return space.do("Book", verb)

    def said(booking: str) -> tuple[str, ...]:
        return space.ask(interpreter_detail, booking).also_at

    first = book(entry)
    assert space.ask(interpreter_detail, first).hours == 1.0
    book(after)
    book(later, None)
    assert said(first) == ()  # touching ends are fine, and nobody is not twice anywhere
    second = book(later)
    assert said(first) == said(second) == ("Drive at 9",)
    assert [row.also_at for row in space.ask(entry_interpreters, entry)] == [("Drive at 9",)]
    space.do("Off", edit_entry, later, status=EntryStatus.CANCELLED)
    assert said(first) == said(second) == ()
    space.undo()
    space.do("Delete", interpreters.delete_interpreter_booking, second)
    assert said(first) == ()
    space.do("There", add_participant, later, member_id="member-2")
    assert said(first) == ("Drive at 9",)


def test_a_request_is_sent_and_answered(space: Workspace, entry: str) -> None:
    make = partial(access.create_access_request, visit_id=VISIT, entry_id=entry, due_on=date(2026, 3, 2))
    request = space.do("Request", make)
    answer = access.answer_access_request
    assert refused(space, answer, request, granted=True)[0] == "not_sent_yet"
    before = space.ask(contents)
    space.do("Send", access.send_access_request, request)
    sent = space.ask(access_detail, request)
    assert (sent.state, sent.sent_at is not None, sent.answered_at) == (AccessState.SENT, True, None)
    space.do("Answer", answer, request, granted=False, answer="Passport copy")
    refusal = space.ask(access_detail, request)
    assert (refusal.state, refusal.answer) == (AccessState.REFUSED, "Passport copy")
    space.do("Answer", answer, request, granted=True)
    granted = space.ask(access_detail, request)
    assert (granted.state, granted.answer, granted.answered_at is None) == (
        AccessState.GRANTED,
        "Passport copy",
        False,
    )
    space.do("Reopen", access.reopen_access_request, request)
    assert space.ask(access_detail, request).state is AccessState.TO_SEND
    for _step in range(4):
        space.undo()
    assert space.ask(contents) == before
    space.do("Delete", access.delete_access_request, request)
    assert space.ask(access_rows, VISIT) == ()


def test_what_is_missing_is_found_without_telling_what_is_there(space: Workspace, entry: str) -> None:
    def know(session: Session) -> None:
        person = session.get_one(Person, "person-0")
        person.sex, person.born_on, person.citizenships = "F", date(1970, 1, 1), "KOR"
        for key, expires in (("old", date(2026, 3, 9)), ("new", date(2030, 1, 1))):
            session.add(
                TravelDocument(
                    id=key, person_id="person-0", number="SECRET" if key == "old" else "", country_code="KR",
                    expires_on=expires,
                )
            )  # fmt: skip
        session.add(Visa(travel_document_id="new", country_code="US", visa_class="B1"))

    space.do("Know", know)
    asks = "Full name, sex, date and place of birth, passport number, country and expiry, visa class, dates"
    request = space.do("Request", partial(access.create_access_request, visit_id=VISIT, asks_for=asks))
    line = space.do("Name", access.add_access_person, request, member_id="member-0")
    space.do("All", access.add_access_people, request, member_ids=["member-0", "member-1"])
    again = refused(space, access.add_access_person, request, member_id="member-1")
    assert again == ("already_named", "member_id")
    known, unknown = space.ask(access_detail, request).people
    assert known.missing == (Asked.BIRTH_PLACE,)
    assert len(unknown.missing) == 7
    assert "SECRET" not in repr(known)
    # On the day of the entry the passport with the number has expired; the visa is for another country.
    space.do(
        "Entry",
        partial(access.edit_access_request, access_request_id=request, entry_id=entry, place_id="place-0"),
    )
    space.do("France", lambda session: setattr(session.get_one(Entry, entry), "place_id", None))
    assert Asked.PASSPORT_NUMBER in space.ask(access_detail, request).people[0].missing
    space.do("Note", access.edit_access_person, line, missing="Copy of the new passport")
    assert space.ask(access_detail, request).people[0].note == "Copy of the new passport"
    space.do("Remove", access.remove_access_person, line)
    assert [each.member_id for each in space.ask(access_detail, request).people] == ["member-1"]


def test_who_is_at_the_entry_and_not_named_is_told(space: Workspace, entry: str) -> None:
    def take_part(session: Session) -> None:
        for number in range(3):
            session.add(Participation(visit_id=VISIT, entry_id=entry, member_id=f"member-{number}"))
        session.get_one(Member, "member-2").side = Side.HOST

    space.do("Take part", take_part)
    request = space.do("Request", partial(access.create_access_request, visit_id=VISIT, entry_id=entry))
    space.do("Name", access.add_access_person, request, member_id="member-1")
    assert space.ask(access_detail, request).unnamed == ("member-0",)


def test_a_member_of_another_visit_is_refused_everywhere(space: Workspace, entry: str) -> None:
    ride = space.do("Way", vehicles.add_ride, car(space, "One"), entry_id=entry)
    hotel = space.do("Hotel", partial(lodgings.create_lodging, visit_id=VISIT, name="H"))
    room = space.do("Room", lodgings.create_room, hotel)
    request = space.do("Request", partial(access.create_access_request, visit_id=VISIT))
    for verb, row in (
        (vehicles.seat_rider, ride),
        (lodgings.put_in_room, room),
        (access.add_access_person, request),
    ):
        assert refused(space, verb, row, member_id="nobody")[0] == "row_missing"
    assert refused(space, vehicles.copy_rides, entry, entry_ids=["nothing"])[0] == "row_missing"


def _more(session: Session, number: int, entry: str) -> None:
    """Add one more of everything, each with somebody in it."""
    for kind in (Person, Member):
        key = f"more-{number}"
        values = (
            {"family_name": key}
            if kind is Person
            else {"visit_id": VISIT, "person_id": key, "side": Side.OURS}
        )
        session.add(kind(id=key, **values))
    session.flush()
    member = f"more-{number}"
    ride = vehicles.add_ride(session, vehicles.create_vehicle(session, VISIT, name="Car"), entry_id=entry)
    vehicles.seat_rider(session, ride, member_id=member)
    room = lodgings.create_room(session, lodgings.create_lodging(session, VISIT, name="Hotel"))
    lodgings.put_in_room(session, room, member_id=member)
    baggage.create_baggage_piece(session, VISIT, member_id=member)
    gifts.create_gift(session, VISIT, description="Gift", giver_id=member)
    interpreters.create_interpreter_booking(session, entry, member_id=member)
    request = access.create_access_request(session, VISIT, entry_id=entry, asks_for="Sex")
    access.add_access_person(session, request, member_id=member)


def test_the_number_of_queries_does_not_grow(space: Workspace, entry: str) -> None:
    views: dict[Any, str] = dict.fromkeys(
        (ways, vehicle_rows, lodgings_view, baggage_rows, gift_rows, interpreter_rows, access_rows), VISIT
    ) | {motorcade: entry}

    def count() -> list[int]:
        found = []
        for view, wanted in views.items():
            statements: list[str] = []
            note = lambda _c, _k, statement, *_rest, to=statements: to.append(statement)  # noqa: E731
            event.listen(space._engine, "before_cursor_execute", note)
            space.ask(view, wanted)
            event.remove(space._engine, "before_cursor_execute", note)
            found.append(len(statements))
        return found

    space.do("One", _more, 0, entry)
    one = count()
    for number in range(1, 12):
        space.do("More", _more, number, entry)
    assert count() == one
    assert max(one) <= 7  # the transaction's beginning counted too

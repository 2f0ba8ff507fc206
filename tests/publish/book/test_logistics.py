"""What is entered in logistics stands in the book."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from app.domain.release import Audience
from app.domain.words import EntryKind
from app.planning.release import release
from app.planning.verbs import access, gifts, interpreters, lodgings, vehicles
from app.planning.verbs.entries import create_entry, set_leg
from app.planning.workspace import Workspace
from app.publish.book.build import build_book
from tests.helpers.planner import VISIT, at, planner
from tests.publish.book.reading import flat, pages

PARIS = "Europe/Paris"


def words(space: Workspace) -> str:
    visit = space.ask(release, VISIT, Audience.parse("delegation"))
    return flat(" ".join(page.text for page in pages(build_book(visit, paper="a4"))))


def test_the_book_prints_what_was_entered(tmp_path: Path) -> None:
    walls: dict[str, Any] = {
        "start_wall": at(10, 9), "start_zone": PARIS, "end_wall": at(10, 10), "end_zone": PARIS,
    }  # fmt: skip
    with Workspace.open(planner(tmp_path)) as space:
        drive = space.do(
            "Entry",
            partial(create_entry, visit_id=VISIT, title="Drive to CNES", kind=EntryKind.TRAVEL, **walls),
        )
        space.do("Leg", set_leg, drive)
        car = space.do(
            "Car", partial(vehicles.create_vehicle, visit_id=VISIT, name="Flag car", driver="Hugo")
        )
        ride = space.do("Way", vehicles.add_ride, car, entry_id=drive)
        rider = space.do("Rider", vehicles.seat_rider, ride, member_id="member-0")
        hotel = space.do(
            "Hotel",
            partial(
                lodgings.create_lodging,
                visit_id=VISIT,
                name="Trois Platanes",
                starts_on=date(2026, 3, 10),
                ends_on=date(2026, 3, 12),
            ),
        )
        room = space.do("Room", partial(lodgings.create_room, lodging_id=hotel, number="312"))
        space.do("Guest", lodgings.put_in_room, room, member_id="member-1")
        space.do(
            "Gift", partial(gifts.create_gift, visit_id=VISIT, description="Celadon bowl", entry_id=drive)
        )
        space.do(
            "Book",
            partial(
                interpreters.create_interpreter_booking,
                entry_id=drive,
                member_id="member-2",
                from_language="ko",
                to_language="fr",
                hours=2.5,
            ),
        )
        asks = "Full name, passport number"
        space.do(
            "Access",
            partial(access.create_access_request, visit_id=VISIT, place_id="place-0", asks_for=asks),
        )
        text = words(space)
        assert flat("Flag car Min Kim 0") in text
        for entered in ("Hugo", "Trois Platanes", "312", "Min Kim 1", "Celadon bowl", "2.5 h", asks):
            assert flat(entered) in text, entered
        space.do("Out", vehicles.unseat_rider, rider)
        assert flat("Flag car Min Kim 0") not in words(space)

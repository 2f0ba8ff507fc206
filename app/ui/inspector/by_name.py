"""What makes a row of the name that was typed where one was looked for."""

from collections.abc import Callable
from functools import partial
from typing import Any

from app.domain.words import Area, Side
from app.planning.new_row import with_new_row
from app.planning.ordering import add_in_order
from app.planning.typed_name import read_name
from app.planning.verbs.organisations import create_organisation
from app.planning.verbs.people_at import add_person_at
from app.planning.verbs.persons import create_person
from app.planning.verbs.places import create_place
from app.planning.verbs.precedents import create_precedent


def new_organisation(name: str) -> Callable[..., str]:
    """Return the verb that makes an organisation of this name."""
    return partial(create_organisation, name=name)


def new_person(typed: str) -> Callable[..., str]:
    """Return the verb that makes a person of a name as people type it, in either script."""
    name = read_name(typed)
    return partial(
        create_person,
        family_name=name.family,
        given_name=name.given,
        family_name_first=name.family_first,
        native_name=name.native,
    )


def new_member(visit_id: str, side: Side, typed: str) -> Callable[..., str]:
    """Return the verb that makes a person of a name and has them join a visit; it returns the member's id."""

    def join(session: Any, person_id: str) -> str:
        return add_in_order(session, visit_id, person_id=person_id, side=side)

    return _on_new_person(typed, join)


def new_person_at(entry_id: str, side: Side, typed: str) -> Callable[..., str]:
    """Return the verb that makes a person of a name, a member on a side, and puts them at an entry."""

    def put(session: Any, person_id: str) -> str:
        return add_person_at(session, entry_id, person_id=person_id, side=side)

    return _on_new_person(typed, put)


def new_place(zone: str, name: str) -> Callable[..., str]:
    """Return the verb that makes a place of this name and zone."""
    return partial(create_place, name=name, zone=zone)


def new_precedent(area: Area, title: str) -> Callable[..., str]:
    """Return the verb that makes a precedent of this title in an area."""
    return partial(create_precedent, title=title, area=area)


def _on_new_person(typed: str, refer: Callable[[Any, str], str]) -> Callable[..., str]:
    make = new_person(typed)

    def both(session: Any) -> str:
        return with_new_row(session, make, refer)

    return both

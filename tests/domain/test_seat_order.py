"""Where a seating departs from the rule: never where it is the rule's own, and always where a hand was."""

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from app.domain.seat_order import departures
from app.domain.seating import Chair, Sitter, TableRow, TableShape, seated
from app.domain.words import Role, Side

ROLES = st.lists(st.sampled_from(list(Role)), min_size=1, max_size=9)


def side(name: Side, roles: list[Role]) -> list[Sitter]:
    return [Sitter(f"{name} {number}", name, role) for number, role in enumerate(roles)]


@given(
    ours=ROLES,
    host=ROLES,
    shape=st.sampled_from(TableShape),
    places=st.none() | st.integers(2, 20),
    beside=st.booleans(),
)
def test_a_seating_by_rule_departs_nowhere_whatever_was_asked_of_it(
    ours: list[Role], host: list[Role], shape: TableShape, places: int | None, *, beside: bool
) -> None:
    sitters = [*side(Side.OURS, ours), *side(Side.HOST, host)]
    chairs = seated(sitters, shape, places=places, interpreters_beside=beside)
    assert departures(sitters, chairs, shape) == ()


@given(count=st.integers(2, 9), shape=st.sampled_from(TableShape), number=st.integers(0, 99))
def test_two_who_changed_places_depart_and_are_told_their_own(
    count: int, shape: TableShape, number: int
) -> None:
    sitters = [
        *side(Side.OURS, [Role.HEAD, *[Role.PARTICIPANT] * (count - 1)]),
        *side(Side.HOST, [Role.HEAD, *[Role.PARTICIPANT] * (count - 1)]),
    ]
    chairs = {chair.id: chair for chair in seated(sitters, shape)}
    one, other = Random(number).sample(sorted(chairs), 2)  # noqa: S311 - repeatable
    moved = dict(chairs)
    moved[one], moved[other] = replace(chairs[other], id=one), replace(chairs[one], id=other)
    found = departures(sitters, list(moved.values()), shape)
    assert {chair.id: chair for chair in found} == {one: chairs[one], other: chairs[other]}


def test_the_rule_is_that_for_those_who_sit() -> None:
    sitters = side(Side.OURS, [Role.HEAD, Role.PARTICIPANT, Role.PARTICIPANT])
    alone = [Chair("ours 2", TableRow.OURS, 0)]
    assert departures(sitters, alone, TableShape.FACING) == ()
    wrong = [*alone, Chair("ours 0", TableRow.OURS, 1)]
    found = departures(sitters, wrong, TableShape.FACING)
    assert [(chair.id, chair.place) for chair in found] == [("ours 0", 0), ("ours 2", 1)]
    assert departures(sitters, [], TableShape.FACING) == ()

"""The order of precedence: head, rank, seniority in post, name."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.domain.precedence import Standing, by_precedence, ties

standings = st.lists(
    st.builds(
        Standing,
        id=st.uuids().map(str),
        rank=st.integers(1, 4),
        since=st.none() | st.dates(date(2020, 1, 1), date(2020, 1, 4)),
        family_name=st.sampled_from(["Müller", "Muller", "Kim", "김"]),
        head=st.booleans(),
    ),
    unique_by=lambda person: person.id,
)


def test_head_then_rank_then_seniority_then_name() -> None:
    persons = [
        Standing("newest", 2, None, "Abel"),
        Standing("b", 2, date(2021, 5, 1), "Öztürk"),
        Standing("a", 2, date(2021, 5, 1), "Olsen"),
        Standing("elder", 2, date(2019, 5, 1), "Zimmer"),
        Standing("minister", 1, None, "Zimmer"),
        Standing("head", 9, None, "Zimmer", head=True),
    ]
    assert by_precedence(persons) == ("head", "minister", "elder", "a", "b", "newest")
    assert ties(persons) == (("a", "b"),)


@given(standings)
def test_the_order_is_one_and_the_same_however_they_are_given(persons: list[Standing]) -> None:
    order = by_precedence(persons)
    assert sorted(order) == sorted(person.id for person in persons)
    assert by_precedence(reversed(persons)) == order
    by_id = {person.id: person for person in persons}
    for before, after in pairwise(order):
        one, other = by_id[before], by_id[after]
        assert (not one.head, one.rank) <= (not other.head, other.rank)
        if (one.head, one.rank) == (other.head, other.rank) and one.since is None:
            assert other.since is None
    tied = [person for group in ties(persons) for person in group]
    assert len(tied) == len(set(tied))

"""Sharing a day's width: nobody overlaps, is wider than free, or leaves free what it could take."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.board.sharing import Slot, share

Spans = list[tuple[int, int]]
spans = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: (pair[0], pair[0] + pair[1])),
    max_size=25,
)


def shared(found: Spans) -> dict[int, Slot]:
    return share([(number, top, bottom) for number, (top, bottom) in enumerate(found)])


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def test_what_only_touches_does_not_share() -> None:
    assert shared([(540, 600), (600, 660)]) == {0: Slot(0, 1, 1), 1: Slot(0, 1, 1)}


def test_the_earlier_and_the_longer_stand_left_and_free_room_is_taken() -> None:
    assert shared([(545, 600), (540, 700), (540, 600)]) == {
        1: Slot(0, 3, 1),
        2: Slot(1, 3, 1),
        0: Slot(2, 3, 1),
    }
    found = shared([(0, 100), (0, 30), (10, 30), (40, 90)])
    assert found[3] == Slot(1, 3, 2)


def test_nothing_to_share() -> None:
    assert share([]) == {}


@given(found=spans)
def test_no_two_pieces_that_overlap_have_a_strip_in_common(found: Spans) -> None:
    slots = shared(found)
    assert set(slots) == set(range(len(found)))
    for slot in slots.values():
        assert 0 <= slot.index < slot.index + slot.span <= slot.of
    for one, other in combinations(range(len(found)), 2):
        if overlap(found[one], found[other]):
            assert slots[one].of == slots[other].of
            assert not strips(slots[one]) & strips(slots[other])


@given(found=spans)
def test_each_takes_all_that_is_free_to_its_right_and_no_strip_is_superfluous(found: Spans) -> None:
    slots = shared(found)
    for number, slot in slots.items():
        beside = [slots[other] for other in slots if other != number and overlap(found[other], found[number])]
        end = slot.index + slot.span
        assert end == slot.of or any(other.index == end for other in beside)
        # No more strips than entries run at once at some moment of the group.
        assert slot.of <= max((most_at_once(found)), 1)
        if not beside:
            assert slot == Slot(0, 1, 1)


def strips(slot: Slot) -> set[int]:
    return set(range(slot.index, slot.index + slot.span))


def most_at_once(found: Spans) -> int:
    return max((sum(top <= at < bottom for top, bottom in found) for at, _ in found), default=0)

"""What clashes: people, rooms and cars wanted twice at once, and what is let be."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import combinations
from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from app.domain.board.clashes import Busy, Clash, ClashKind, clashes
from app.domain.words import EntryKind

NINE = datetime(2024, 1, 23, 14)
MEMBERS = {"principal": frozenset({"minister"}), "team": frozenset({"kim", "lee"}), "empty": frozenset()}
NOBODY: frozenset[str] = frozenset()


def busy(
    key: str,
    start: int = 0,
    minutes: int = 60,
    kind: EntryKind = EntryKind.MEETING,
    *,
    parties: tuple[str, ...] = (),
    members: tuple[str, ...] = (),
) -> Busy:
    begins = NINE + timedelta(minutes=start)
    return Busy(
        *(key, begins, begins + timedelta(minutes=minutes), kind, False),
        *(frozenset(parties), frozenset(members), NOBODY, None, ""),
    )


def found(*entries: Busy) -> list[tuple[ClashKind, tuple[str, ...]]]:
    return [(clash.kind, clash.what) for clash in clashes(entries, MEMBERS)]


def people(*what: str) -> list[tuple[ClashKind, tuple[str, ...]]]:
    return [(ClashKind.PEOPLE, what)]


def test_touching_ends_are_fine_and_a_minute_more_is_not() -> None:
    assert found(busy("a"), busy("b", 60)) == []
    assert clashes([busy("b", 59), busy("a")], MEMBERS) == (Clash(ClashKind.PEOPLE, "a", "b"),)


def test_people_clash_where_they_are_named_twice_or_belong_to_both() -> None:
    assert found(busy("a", members=("kim", "lee")), busy("b", members=("lee",))) == people("lee")
    assert found(busy("a", members=("kim",)), busy("b", parties=("team",))) == people("kim")
    assert found(busy("a", parties=("team",)), busy("b", parties=("team",))) == people("kim", "lee")
    assert found(busy("a", parties=("empty",)), busy("b", parties=("empty",))) == people()
    assert found(busy("a"), busy("b", parties=("team",))) == people("kim", "lee")
    assert found(busy("a", members=("minister",)), busy("b")) == people("minister")
    assert found(busy("a"), busy("b")) == people()


def test_people_of_their_own_do_not_clash() -> None:
    assert found(busy("a", parties=("principal",)), busy("b", parties=("team",))) == []
    assert found(busy("a", members=("minister",)), busy("b", members=("kim",))) == []
    split = busy("a", parties=("team",), members=("kim",)), busy("b", parties=("team",), members=("lee",))
    assert found(*split) == []


def test_cancelled_free_and_momentary_entries_clash_with_nothing() -> None:
    assert found(busy("a"), replace(busy("b"), cancelled=True)) == []
    for kind in (EntryKind.HOLD, EntryKind.REST, EntryKind.PRIVATE):
        assert found(busy("a"), busy("b", kind=kind)) == []
    assert found(busy("a"), busy("b", 30, 0)) == []


def test_a_way_tied_to_an_entry_may_overlap_with_it_and_with_nothing_else() -> None:
    way = replace(busy("way", kind=EntryKind.TRAVEL), tied_to_id="a")
    assert found(busy("a"), way) == []
    assert found(busy("b"), way) == people()
    assert found(busy("a"), replace(way, kind=EntryKind.BRIEFING)) == people()


def test_a_room_is_taken_by_one_entry_at_a_time() -> None:
    one = replace(busy("a", members=("kim",)), place_id="hq", room="Room 9F")
    other = replace(busy("b", members=("lee",)), place_id="hq", room="room 9f ")
    assert found(one, other) == [(ClashKind.PLACE, ("hq",))]
    assert found(one, replace(other, room="Room 8F")) == []
    assert found(one, replace(other, place_id="annex")) == []
    for kind in (EntryKind.TRAVEL, EntryKind.HOLD, EntryKind.REST, EntryKind.PRIVATE):
        assert found(one, replace(other, kind=kind)) == []


def test_a_car_drives_one_way_at_a_time() -> None:
    one, other = busy("a", members=("kim",)), busy("b", members=("lee",))
    cars = replace(one, vehicle_ids=frozenset("123")), replace(other, vehicle_ids=frozenset("234"))
    assert found(*cars) == [(ClashKind.VEHICLE, ("2", "3"))]


def test_an_interpreter_booked_for_two_entries_at_once_clashes_and_is_said_once() -> None:
    one, other = busy("a", members=("minister",)), busy("b", 30, members=("kim",))
    booked = frozenset({"interpreter"})
    clash = [(ClashKind.INTERPRETER, ("interpreter",))]
    assert found(replace(one, interpreter_ids=booked), replace(other, interpreter_ids=booked)) == clash
    assert found(replace(one, interpreter_ids=booked), other) == []
    speaks = replace(other, member_ids=frozenset({"kim", "interpreter"}))
    assert found(replace(one, interpreter_ids=booked), speaks) == clash
    both = (replace(each, member_ids=booked, interpreter_ids=booked) for each in (one, other))
    assert found(*both) == [(ClashKind.PEOPLE, ("interpreter",))]
    after = replace(busy("c", 60), member_ids=frozenset({"lee"}), interpreter_ids=booked)
    assert found(replace(one, interpreter_ids=booked), after) == []


keys = st.lists(st.sampled_from("abc"), max_size=2).map(frozenset)
entries = st.lists(
    st.builds(
        lambda start, minutes, **fields: Busy(
            id="",
            start_utc=NINE + timedelta(minutes=start),
            end_utc=NINE + timedelta(minutes=start + minutes),
            **fields,
        ),
        st.integers(0, 300),
        st.integers(0, 120),
        kind=st.sampled_from(EntryKind),
        cancelled=st.booleans(),
        party_ids=st.lists(st.sampled_from(sorted(MEMBERS)), max_size=2).map(frozenset),
        member_ids=st.lists(st.sampled_from(["minister", "kim", "lee"]), max_size=2).map(frozenset),
        vehicle_ids=keys,
        place_id=st.sampled_from([None, "hq", "annex"]),
        room=st.sampled_from(["", "9F"]),
        tied_to_id=st.sampled_from([None, "0", "1"]),
        interpreter_ids=st.lists(st.sampled_from(["kim", "lee", "interpreter"]), max_size=1).map(frozenset),
    ),
    max_size=12,
).map(lambda some: [replace(one, id=str(number)) for number, one in enumerate(some)])


@given(entries)
def test_a_programme_clashes_where_any_two_of_its_entries_do(programme: list[Busy]) -> None:
    pairs = {
        clash
        for one, other in combinations(sorted(programme, key=lambda each: (each.start_utc, each.id)), 2)
        for clash in _brute_force(one, other)
    }
    assert {
        (clash.kind, frozenset((clash.one, clash.other))) for clash in clashes(programme, MEMBERS)
    } == pairs


def _brute_force(one: Busy, other: Busy) -> list[tuple[ClashKind, frozenset[str]]]:
    """The rule again, entry by entry, without a sweep."""
    if one.cancelled or other.cancelled:
        return []
    if not (one.start_utc < other.end_utc and other.start_utc < one.end_utc):
        return []
    if any(each.start_utc == each.end_utc for each in (one, other)):
        return []  # a moment takes nobody's time
    both, pair = (one, other), frozenset((one.id, other.id))
    told = []
    free = {EntryKind.HOLD, EntryKind.REST, EntryKind.PRIVATE}
    tied = any(
        way.kind is EntryKind.TRAVEL and way.tied_to_id == there.id for way, there in (both, both[::-1])
    )
    named: set[str] = set()
    if not tied and not {one.kind, other.kind} & free and _share_people(one, other):
        told.append((ClashKind.PEOPLE, pair))
        known = [names for each in both if (names := _named(each)) is not None]
        named = set.intersection(*known) if known else set()
    no_room = free | {EntryKind.TRAVEL}
    if one.place_id and (one.place_id, one.room) == (other.place_id, other.room):
        told += [(ClashKind.PLACE, pair)] * (not {one.kind, other.kind} & no_room)
    if one.vehicle_ids & other.vehicle_ids:
        told.append((ClashKind.VEHICLE, pair))
    for here, there in (both, both[::-1]):
        if (here.interpreter_ids & (there.interpreter_ids | there.member_ids)) - named:
            told.append((ClashKind.INTERPRETER, pair))
    return told


def _named(one: Busy) -> set[str] | None:
    """Return who is asked for, ``None`` where it is everyone."""
    if not one.member_ids | one.party_ids:
        return None
    return set(one.member_ids) or {member for party in one.party_ids for member in MEMBERS[party]}


def _share_people(one: Busy, other: Busy) -> bool:
    if one.member_ids and other.member_ids:
        return not one.member_ids.isdisjoint(other.member_ids)
    if one.party_ids & other.party_ids or any(not each.party_ids | each.member_ids for each in (one, other)):
        return True
    here, there = (
        {member for party in each.party_ids for member in MEMBERS[party]}
        if not each.member_ids
        else each.member_ids
        for each in (one, other)
    )
    return not here.isdisjoint(there)


def test_ten_times_the_entries_cost_about_ten_times_as_much() -> None:
    def seconds(count: int) -> float:
        programme = [busy(str(number), 50 * number, parties=("team",)) for number in range(count)]
        best = []
        for _ in range(3):
            start = process_time()
            assert len(clashes(programme, MEMBERS)) == count - 1
            best.append(process_time() - start)
        return min(best)

    assert seconds(3000) < 40 * seconds(300)

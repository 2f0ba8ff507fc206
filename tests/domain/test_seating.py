"""The rules of seats at a table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.seating import (
    ROWS,
    Chair,
    Sitter,
    TableRow,
    TableShape,
    head_of,
    middle,
    next_place,
    seated,
    shape_of,
)
from app.domain.words import Role, Side

OURS, HOST = Side.OURS, Side.HOST


def people(side: Side, *roles: Role) -> list[Sitter]:
    """People of a side in the order of precedence: ``o1``, ``o2`` or ``h1``, ``h2``."""
    return [Sitter(f"{side.value[0]}{number}", side, role) for number, role in enumerate(roles, start=1)]


def drawn(chairs: tuple[Chair, ...]) -> dict[str, str]:
    rows: dict[str, list[Chair]] = {}
    for chair in chairs:
        rows.setdefault(chair.row.value, []).append(chair)
    return {
        row: " ".join(chair.id for chair in sorted(found, key=lambda chair: chair.place))
        for row, found in rows.items()
    }


HEAD, TALKS, NOTES, WATCH, SPEAKS = (
    Role.HEAD,
    Role.PARTICIPANT,
    Role.NOTE_TAKER,
    Role.OBSERVER,
    Role.INTERPRETER,
)


def test_rows_face_each_other_with_the_heads_in_the_middle_and_ranks_outwards() -> None:
    ours = people(OURS, HEAD, TALKS, NOTES, TALKS, TALKS, SPEAKS, WATCH)
    host = people(HOST, TALKS, HEAD, TALKS, SPEAKS)
    assert drawn(seated([*ours, *host], TableShape.FACING)) == {
        "ours": "o3 o4 o1 o2 o5",  # the right hand is at the right; notes at an end
        "host": "h1 h2 h3",  # the right hand of who looks down the drawing is at the left
        "behind": "o6 o7",
        "host_behind": "h4",
    }


def test_an_interpreter_may_sit_at_the_left_hand_of_the_head() -> None:
    ours = people(OURS, HEAD, TALKS, TALKS, SPEAKS)
    host = people(HOST, HEAD, TALKS, SPEAKS)
    found = drawn(seated([*ours, *host], TableShape.FACING, interpreters_beside=True))
    assert found == {"ours": "o4 o1 o2 o3", "host": "h2 h1 h3"}


def test_who_finds_no_chair_sits_behind_by_precedence() -> None:
    ours = people(OURS, HEAD, TALKS, TALKS, TALKS, TALKS)
    host = people(HOST, HEAD, TALKS)
    found = drawn(seated([*ours, *host], TableShape.FACING, places=6))
    assert found == {"ours": "o3 o1 o2", "host": "h2 h1", "behind": "o4 o5"}


def test_around_a_table_our_head_is_at_the_right_hand_of_the_host() -> None:
    ours, host = people(OURS, HEAD, TALKS, TALKS), people(HOST, HEAD, TALKS, TALKS)
    chairs = seated([*ours, *host], TableShape.ROUND)
    # clockwise from the host, whose right hand is at the end of the round
    assert drawn(chairs) == {"round": "h1 o2 h3 o3 h2 o1"}


def test_at_a_u_both_heads_sit_at_its_head_and_each_side_along_an_arm() -> None:
    ours, host = people(OURS, HEAD, TALKS, NOTES, TALKS), people(HOST, HEAD, TALKS, SPEAKS)
    chairs = seated([*ours, *host], TableShape.HORSESHOE)
    assert drawn(chairs) == {"head": "o1 h1", "left": "o2 o4 o3", "right": "h2", "host_behind": "h3"}


@pytest.mark.parametrize("shape", TableShape)
def test_one_side_alone_and_nobody_at_all_are_seated_too(shape: TableShape) -> None:
    assert seated([], shape) == ()
    chairs = seated(people(OURS, HEAD, TALKS), shape)
    assert {chair.id for chair in chairs} == {"o1", "o2"}


def test_a_head_is_who_is_named_so_or_the_first_who_sits_at_the_table() -> None:
    watching = people(OURS, WATCH, TALKS, TALKS)
    assert head_of(watching, OURS) == watching[1]
    assert head_of(people(OURS, WATCH), OURS) is None
    assert head_of(people(OURS, TALKS, HEAD), OURS) == Sitter("o2", OURS, HEAD)


@pytest.mark.parametrize("shape", TableShape)
def test_a_table_is_known_by_its_rows(shape: TableShape) -> None:
    assert shape_of({row.value for row in ROWS[shape]} | {"behind"}) is shape
    assert shape_of(()) is TableShape.FACING
    assert shape_of({"north"}) is TableShape.FACING


SITTERS = st.lists(st.tuples(st.sampled_from(Side), st.sampled_from(Role)), max_size=24).map(
    lambda found: [Sitter(str(number), side, role) for number, (side, role) in enumerate(found)]
)
PLACES = st.none() | st.integers(0, 30)


@given(SITTERS, st.sampled_from(TableShape), PLACES, st.sampled_from(["beside", "behind"]))
def test_everybody_has_one_chair_and_no_chair_two(
    sitters: list[Sitter], shape: TableShape, places: int | None, speaking: str
) -> None:
    chairs = seated(sitters, shape, places=places, interpreters_beside=speaking == "beside")
    assert sorted(chair.id for chair in chairs) == sorted(sitter.id for sitter in sitters)
    assert len({(chair.row, chair.place) for chair in chairs}) == len(chairs)
    for row in TableRow:
        taken = sorted(chair.place for chair in chairs if chair.row is row)
        assert taken == list(range(len(taken)))  # no hole in a row
    at_table = [chair for chair in chairs if chair.row in ROWS[shape]]
    if places is not None:
        assert len(at_table) <= max(places, 2)
    side = {sitter.id: sitter.side for sitter in sitters}
    for chair in chairs:
        if chair.row in {TableRow.OURS, TableRow.BEHIND, TableRow.LEFT}:
            assert side[chair.id] is OURS
        elif chair.row in {TableRow.HOST, TableRow.HOST_BEHIND, TableRow.RIGHT}:
            assert side[chair.id] is HOST


@given(SITTERS, PLACES)
def test_the_heads_sit_in_the_middle_and_rank_falls_outwards(
    sitters: list[Sitter], places: int | None
) -> None:
    chairs = seated(sitters, TableShape.FACING, places=places)
    by_id = {sitter.id: sitter for sitter in sitters}
    for side, row in ((OURS, TableRow.OURS), (HOST, TableRow.HOST)):
        found = [chair for chair in chairs if chair.row is row]
        head = head_of(sitters, side)
        if head is None:
            assert not found
            continue
        at = next(chair.place for chair in found if chair.id == head.id)
        assert at == middle(len(found), side)
        others = [chair for chair in found if chair.id != head.id and by_id[chair.id].role is not NOTES]
        outwards = sorted(others, key=lambda chair: int(chair.id))
        distances = [abs(chair.place - at) for chair in outwards]
        assert distances == sorted(distances)


@given(SITTERS)
def test_at_a_round_table_our_head_has_the_place_of_honour(sitters: list[Sitter]) -> None:
    chairs = [chair for chair in seated(sitters, TableShape.ROUND) if chair.row is TableRow.ROUND]
    place = {chair.id: chair.place for chair in chairs}
    ours, theirs = head_of(sitters, OURS), head_of(sitters, HOST)
    if ours and theirs:
        assert place[theirs.id] == 0
        assert place[ours.id] == len(chairs) - 1


@given(SITTERS, st.sampled_from(TableShape))
def test_an_interpreter_beside_sits_next_to_the_head(sitters: list[Sitter], shape: TableShape) -> None:
    if shape is not TableShape.FACING:
        return
    chairs = {chair.id: chair for chair in seated(sitters, shape, interpreters_beside=True)}
    for side in Side:
        head = head_of(sitters, side)
        speaking = next((s for s in sitters if s.side is side and s.role is SPEAKS), None)
        if head and speaking:
            assert chairs[speaking.id].row is chairs[head.id].row
            assert abs(chairs[speaking.id].place - chairs[head.id].place) == 1


@pytest.mark.parametrize("row", [TableRow.OURS, TableRow.HOST, TableRow.ROUND, TableRow.LEFT])
@pytest.mark.parametrize("count", range(1, 12))
def test_the_next_place_is_where_the_rule_seats_one_more(row: TableRow, count: int) -> None:
    shape = next(shape for shape, rows in ROWS.items() if row in rows)
    side = HOST if row is TableRow.HOST else OURS
    heads = int(row is TableRow.LEFT)  # who heads the U sits on no arm
    few, more = (
        [
            chair.id
            for chair in sorted(
                seated(people(side, *[Role.PARTICIPANT] * number), shape), key=lambda c: c.place
            )
            if chair.row is row
        ]
        for number in (count + heads, count + heads + 1)
    )
    few.insert(next_place(count, row), f"{side.value[0]}{count + heads + 1}")
    assert few == more

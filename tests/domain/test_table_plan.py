"""The drawing of a table: no chair over another or outside, and the middles one under the other."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.seating import ROWS, TableRow, TableShape
from app.domain.table_plan import Measures, arranged

SIZES = Measures(high=46, gap=6, widest=132, narrowest=40, table=30, flattest=56, deepest=400)
COUNTS = st.integers(0, 10)


@given(
    shape=st.sampled_from(TableShape),
    counts=st.lists(COUNTS, min_size=5, max_size=5),
    width=st.floats(600, 1200),
)
def test_no_chair_stands_over_another_nor_outside(shape: TableShape, counts: list[int], width: float) -> None:
    rows = [*ROWS[shape], TableRow.BEHIND, TableRow.HOST_BEHIND]
    wanted = {str(row): count for row, count in zip(rows, counts, strict=False)}
    made = arranged(wanted, shape, width, SIZES)
    assert len(made.spots) == sum(wanted.values())
    for spot in made.spots:
        assert abs(spot.across) + made.wide / 2 <= width / 2 + 1
        assert -1e-6 <= spot.down <= made.height - SIZES.high + 1e-6
    for one, other in combinations(made.spots, 2):
        assert (
            abs(one.across - other.across) >= made.wide - 1e-6
            or abs(one.down - other.down) >= SIZES.high - 1e-6
        ), (one, other)
    for top in made.tops:
        assert top.down >= 0
        assert top.down + top.height <= made.height


def test_the_places_named_stand_in_the_middle() -> None:
    made = arranged({"host": 4, "ours": 3}, TableShape.FACING, 900, SIZES, {"host": 2, "ours": 1})
    middles = [spot.across for spot in made.spots if (spot.row, spot.place) in {("host", 2), ("ours", 1)}]
    assert middles == [0, 0]
    assert [spot.place for spot in made.spots if spot.row == "ours"] == [0, 1, 2]


def test_rows_of_another_table_stand_beneath_and_nobody_needs_no_room() -> None:
    made = arranged({"ours": 1, "north": 2}, TableShape.FACING, 600, SIZES)
    assert [spot.row for spot in made.spots] == ["ours", "north", "north"]
    for shape in TableShape:
        assert arranged({}, shape, 600, SIZES).spots == []
        assert arranged({"round": 1}, TableShape.ROUND, 600, SIZES).height < 400

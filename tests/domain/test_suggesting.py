"""The rank of precedents."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.suggesting import Earlier, Reason, suggestions
from app.domain.words import Area

HERE, ELSEWHERE = Area.TECHNOLOGY, Area.POLICY
EARLIER = st.builds(
    Earlier,
    id=st.uuids().map(str),
    area=st.sampled_from([HERE, ELSEWHERE]),
    years=st.sampled_from(["", "2024", "1998–2003", "since 2010"]),
    parties=st.frozensets(st.sampled_from("abcd"), max_size=3),
)


def test_partners_go_before_the_area_and_later_years_before_earlier() -> None:
    known = [
        Earlier("area", HERE, "2020", frozenset()),
        Earlier("old", HERE, "1998–2003", frozenset("a")),
        Earlier("new", HERE, "since 2010", frozenset("a")),
        Earlier("elsewhere", ELSEWHERE, "2024", frozenset("a")),
        Earlier("both", ELSEWHERE, "", frozenset("ab")),
        Earlier("nothing", ELSEWHERE, "2024", frozenset("z")),
    ]
    found = suggestions(HERE, "ab", known)
    assert [each.id for each in found] == ["both", "new", "old", "elsewhere", "area"]
    assert found[0] == Reason("both", frozenset("ab"), same_area=False)
    assert found[-1] == Reason("area", frozenset(), same_area=True)


@given(st.lists(EARLIER, max_size=6), st.frozensets(st.sampled_from("abcd")))
def test_what_is_suggested_has_a_reason_and_nothing_with_one_is_left_out(
    known: list[Earlier], partners: frozenset[str]
) -> None:
    found = {each.id: each for each in suggestions(HERE, partners, known)}
    for each in known:
        shared = each.parties & partners
        assert (each.id in found) == bool(shared or each.area is HERE)
        if each.id in found:
            assert (found[each.id].partners, found[each.id].same_area) == (shared, each.area is HERE)

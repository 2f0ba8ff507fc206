"""The rules about topics over meetings."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.coverage import CoverageFinding, Gap, gaps, strongest
from app.domain.words import Intent

RAISED = st.lists(st.tuples(st.sampled_from(["m1", "m2", "m3"]), st.sampled_from(Intent)), max_size=5)


def test_each_gap_is_found_and_what_is_covered_is_not() -> None:
    raised = {
        "good": [("m1", Intent.LEAD), ("m2", Intent.RAISE)],
        "none": [],
        "shy": [("m1", Intent.RAISE), ("m2", Intent.IF_RAISED)],
        "twice": [("m1", Intent.LEAD), ("m2", Intent.RAISE), ("m3", Intent.LEAD)],
    }
    assert gaps(raised, [("m1", 0), ("m2", 10), ("m3", -5)]) == (
        CoverageFinding(Gap.NOWHERE, "none", ()),
        CoverageFinding(Gap.LED_NOWHERE, "shy", ("m1", "m2")),
        CoverageFinding(Gap.LED_TWICE, "twice", ("m1", "m3")),
        CoverageFinding(Gap.OVER_SLOT, None, ("m2",), 10),
    )


@given(st.dictionaries(st.text(max_size=3), RAISED, max_size=5))
def test_a_topic_has_one_gap_at_most_and_none_only_where_it_is_led_once(
    raised: dict[str, list[tuple[str, Intent]]],
) -> None:
    found = gaps(raised, [])
    by_topic = {each.topic_id: each for each in found}
    assert len(by_topic) == len(found)
    for topic, places in raised.items():
        led = {entry for entry, intent in places if intent is Intent.LEAD}
        assert (topic in by_topic) == (len(led) != 1)
        if topic in by_topic:
            assert set(by_topic[topic].entry_ids) == (led or {entry for entry, _ in places})


def test_the_strongest_intent_is_what_counts() -> None:
    assert strongest([Intent.IF_RAISED, Intent.LEAD, Intent.RAISE]) is Intent.LEAD
    assert strongest([Intent.IF_RAISED, Intent.RAISE]) is Intent.RAISE

"""What is missing before a meeting: the rules over all that can be known of one."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.meeting_ready import Matter, MeetingFacts, State, ready_points
from app.domain.words import Side
from app.wording.meeting_ready import ready_words

COUNT = st.integers(0, 9)
READY = MeetingFacts(
    items=5,
    over=-10,
    without_lead=0,
    written=True,
    cleared=True,
    headless=(),
    interpreted=True,
    booked=1,
    twice=0,
    unsent=0,
    gifts=1,
)
FACTS = st.builds(
    MeetingFacts,
    items=COUNT,
    over=st.integers(-200, 200),
    without_lead=COUNT,
    written=st.booleans(),
    cleared=st.booleans(),
    headless=st.sampled_from([(), (Side.OURS,), (Side.HOST,), tuple(Side)]),
    interpreted=st.booleans(),
    booked=COUNT,
    twice=COUNT,
    unsent=COUNT,
    gifts=COUNT,
)


def said(facts: MeetingFacts) -> list[str]:
    return [ready_words(point) for point in ready_points(facts) if point.state is not State.DONE]


@given(facts=FACTS)
def test_each_matter_is_told_of_once_in_words_with_a_state(facts: MeetingFacts) -> None:
    points = ready_points(facts)
    matters = [point.matter for point in points]
    assert matters == [each for each in Matter if each is not Matter.LEADS or facts.items]
    assert all(ready_words(point) and "{" not in ready_words(point) for point in points)


def test_a_meeting_that_is_prepared_lacks_nothing() -> None:
    assert {point.state for point in ready_points(READY)} == {State.DONE}


def test_what_is_missing_is_said() -> None:
    assert said(replace(READY, over=12, without_lead=2)) == [
        "The agenda is 12 min over its slot",
        "2 items without a lead",
    ]
    assert said(replace(READY, items=0)) == ["Nothing is on the agenda"]
    assert said(replace(READY, cleared=False)) == ["The brief is not cleared"]
    assert said(replace(READY, cleared=False, written=False)) == ["The brief is not written"]
    assert said(replace(READY, headless=(Side.OURS,))) == ["Our head of side is not named"]
    assert said(replace(READY, headless=(Side.HOST,))) == ["The host’s head is not named"]
    assert said(replace(READY, headless=tuple(Side))) == ["Neither head of side is named"]
    assert said(replace(READY, twice=1)) == ["1 interpreter is wanted elsewhere, too"]
    assert said(replace(READY, unsent=2)) == ["2 interpreters without documents"]
    assert said(replace(READY, booked=0)) == ["The interpreter who is named is not booked"]


def test_that_nobody_interprets_and_nothing_is_given_is_no_fault() -> None:
    points = {
        point.matter: point for point in ready_points(replace(READY, booked=0, interpreted=False, gifts=0))
    }
    assert points[Matter.INTERPRETER].state is points[Matter.GIFT].state is State.NONE

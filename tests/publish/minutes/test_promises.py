"""The promises of an organisation on a page: both ways, overdue first, over all visits."""

import re
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import PlanningError
from app.domain.words import ActionState, EntryStatus, Marking, Outcome, Side
from app.planning import released as r
from app.publish.minutes.fitting import dealt
from app.publish.minutes.promises import build_promises
from tests.publish.book import reading
from tests.publish.minutes.test_minutes import DELEGATION, text_of
from tests.publish.story import NAMES, SEOUL, WASHINGTON, entry

NOW, TODAY = datetime(2024, 3, 1, 12), date(2024, 3, 1)


def visit(key: str, *actions: r.Action, **more: Any) -> r.ReleasedVisit:
    organisations = (
        r.Organisation("esa", "European Space Agency", "ESA"),
        r.Organisation("home", "Ministry"),
    )
    head = r.Head(key, title=f"Visit {key}", home_city="Seoul", home_zone=SEOUL)
    rows = {"organisations": organisations, "actions": actions} | more
    return r.ReleasedVisit(DELEGATION, Marking.RESTRICTED, NAMES, head, **rows)


def theirs(key: str, due: date | None = None, **more: Any) -> r.Action:
    values = {"owed_by": Side.HOST, "owner_organisation_id": "esa", "due_on": due} | more
    return r.Action(key, text=f"Promise {key}.", **values)


def build(*visits: r.ReleasedVisit) -> bytes:
    return build_promises(visits, "esa", {"esa"}, paper="a4", now=NOW, today=TODAY)


def test_both_sides_stand_apart_and_what_is_late_comes_first_over_all_visits() -> None:
    met = entry("talks", "Talks in Paris", "2024-01-26 10:00", 60, WASHINGTON, host_organisation_id="esa")
    off = entry("off", "Called off", "2024-02-26 10:00", 60, WASHINGTON, host_organisation_id="esa")
    coming = entry("next", "Talks in Seoul", "2024-04-02 10:00", 60, SEOUL, host_organisation_id="esa")
    one = visit(
        "one",
        theirs("soon", date(2024, 3, 3)),
        theirs("kept", date(2024, 1, 1), state=ActionState.DONE),
        theirs("nameless", owner_organisation_id=None, entry_id="talks"),
        theirs("elsewhere", owner_organisation_id="home"),
        entries=(coming, met, r.Entry(**{**_fields(off), "status": EntryStatus.CANCELLED})),
    )
    two = visit(
        "two",
        theirs("late", date(2023, 12, 1)),
        r.Action(
            "ours", text="Promise ours.", owner_organisation_id="home", counterpart_organisation_id="esa"
        ),
    )
    text = text_of(build(one, two))
    order = [
        "European Space Agency", "As of Friday 1 March 2024", "Last met on Friday 26 January 2024",
        "Talks in Paris", "Next meeting on Tuesday 2 April 2024", "Talks in Seoul", "What they owe us",
        "Promise late.", "Visit two", "1 Dec 2023", "91 days overdue",
        "Promise soon.", "in 2 days", "Promise nameless.", "What we owe them", "Promise ours.",
        "Kept, or no longer owed", "Promise kept.",
    ]  # fmt: skip
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert "elsewhere" not in text
    assert "Called off" not in text
    assert build(one, two) == build(one, two)


def _fields(row: r.Entry) -> dict[str, Any]:
    return {name: getattr(row, name) for name in row.__slots__}


def test_what_was_said_stands_there_and_what_was_promised_last_time_says_so() -> None:
    earlier = visit(
        "before",
        theirs("old", entry_id="first"),
        entries=(entry("first", "First", "2023-01-26 10:00", 60, WASHINGTON, host_organisation_id="esa"),),
    )
    first = entry("before", "First talks", "2023-01-26 10:00", 60, WASHINGTON, host_organisation_id="esa")
    met = entry("talks", "Talks in Paris", "2024-01-26 10:00", 60, WASHINGTON, host_organisation_id="esa")
    other = entry("other", "Talks elsewhere", "2024-02-26 10:00", 60, WASHINGTON)
    text = text_of(
        build(
            earlier,
            visit(
                "one",
                theirs("new", entry_id="talks"),
                entries=(first, met, other),
                topics=(r.Topic("t", title="Lunar data"),),
                agenda_items=(
                    r.AgendaItem("i", "talks", "t", 0, outcome=Outcome.AGREED, outcome_note="A study."),
                ),
                records=(r.Record("r", "talks"), r.Record("s", "before"), r.Record("x", "other")),
                record_points=(
                    r.RecordPoint("1", "r", "i", 0, "They pay."),
                    r.RecordPoint("2", "s", None, 0, "Much earlier."),
                    r.RecordPoint("3", "x", None, 0, "Not with them."),
                ),
                decisions=(r.Decision("d", "talks", "i", 0, "A group.", Marking.RESTRICTED),),
            ),
        )
    )
    order = ["Who said what", "They pay.", "Lunar data", "A group.", "Agreed", "A study.", "Much earlier."]
    places = [text.index(words, text.index("Who said what")) for words in order]
    assert places == sorted(places)
    assert "Not with them" not in text
    assert "promised last time, Fri 26 Jan 2024" in text
    assert "promised Thu 26 Jan 2023" in text  # on the visit before


def test_what_was_said_alone_is_worth_a_page() -> None:
    met = entry("talks", "Talks", "2024-01-26 10:00", 60, WASHINGTON, host_organisation_id="esa")
    decided = (r.Decision("d", "talks", None, 0, "A group."),)
    assert "A group." in text_of(build(visit("one", entries=(met,), decisions=decided)))


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_however_many_promises_there_are_it_is_one_page_that_says_how_many_more(paper: str) -> None:
    late = [theirs(f"{number}", date(2024, 1, 1 + number)) for number in range(25)]
    ours = [
        r.Action(f"o{number}", text=f"Promise o{number}.", counterpart_organisation_id="esa")
        for number in range(10)
    ]
    kept = [theirs(f"k{number}", state=ActionState.DONE) for number in range(5)]
    data = build_promises(
        [visit("one", *late, *ours, *kept)], "esa", {"esa"}, paper=paper, now=NOW, today=TODAY
    )
    (page,) = reading.pages(data)
    text = " ".join(page.text.split())
    shown = [row for row in (*late, *ours, *kept) if row.text in text]
    assert len(shown) > 10
    assert shown[0].text == "Promise 0."  # the latest stays
    more = [int(count) for count in re.findall(r"and (\d+) more", text)]
    assert sum(more) + len(shown) == 40
    assert text.index("What we owe them") < text.index("Kept, or no longer owed")


def test_a_promise_longer_than_a_page_runs_on() -> None:
    long = r.Action("x", text="word " * 3000, owed_by=Side.HOST, owner_organisation_id="esa")
    pages = reading.pages(build(visit("one", long, theirs("y"))))
    assert len(pages) > 1
    assert "Promise y." in " ".join(page.text for page in pages)


@given(st.lists(st.integers(0, 60), min_size=1, max_size=5), st.integers(0, 200))
def test_lines_are_dealt_fairly(sizes: list[int], budget: int) -> None:
    shares = dealt(sizes, budget)
    assert sum(shares) == min(budget, sum(sizes))
    assert all(0 <= share <= size for share, size in zip(shares, sizes, strict=True))
    cut = [share for share, size in zip(shares, sizes, strict=True) if share < size]
    assert not cut or max(shares) <= 2 * min(cut) + 1


def test_the_banner_is_the_highest_marking_of_what_is_promised() -> None:
    (page,) = reading.pages(build(visit("one", theirs("x", marking=Marking.RESTRICTED))))
    assert page.text.startswith("RESTRICTED")


def test_where_nothing_is_promised_it_is_said() -> None:
    for visits in ((), (visit("one"),), (visit("one", theirs("x", owner_organisation_id="home")),)):
        with pytest.raises(PlanningError, match="promises_empty"):
            build(*visits)


def test_a_word_of_any_visit_that_no_font_draws_is_named() -> None:
    bad = r.Action("x", text="𒀀", owed_by=Side.HOST, owner_organisation_id="esa")
    for visits in ((visit("one", bad), visit("two")), (visit("one"), visit("two", bad))):
        with pytest.raises(PlanningError, match="glyph_missing") as refused:
            build(*visits)
        assert refused.value.data["where"] == "action.text"

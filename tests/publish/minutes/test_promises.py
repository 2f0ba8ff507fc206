"""The promises of an organisation on a page: both ways, overdue first, over all visits."""

from datetime import date, datetime
from typing import Any

import pytest

from app.domain.errors import PlanningError
from app.domain.words import ActionState, EntryStatus, Marking, Side
from app.planning import released as r
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

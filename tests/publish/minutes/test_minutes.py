"""The minutes of a meeting: who was there, what was said or written, outcomes, promises, the readout."""

from dataclasses import replace
from typing import Any

import pytest

from app.domain.errors import PlanningError
from app.domain.release import Audience, AudienceKind
from app.domain.words import ActionState, Marking, Outcome, Role, Side
from app.planning import released as r
from app.publish.minutes.build import build_minutes
from tests.publish.book import reading
from tests.publish.story import NAMES, SEOUL, WASHINGTON, entry

DELEGATION = Audience(AudienceKind.DELEGATION)
TALKS = entry("talks", "Talks", "2024-01-23 09:30", 105, WASHINGTON, host_organisation_id="nasa")


def visit(**more: Any) -> r.ReleasedVisit:
    rows: dict[str, Any] = {
        "entries": (TALKS,),
        "organisations": (r.Organisation("nasa", "National Aeronautics", "NASA"),),
        "persons": tuple(r.Person(f"p{n}", family_name=f"Kim {n}") for n in range(3)),
        "members": (
            r.Member("m0", "p0", title="Minister"),
            r.Member("m1", "p1", title="Director"),
            r.Member("m2", "p2", "nasa", Side.HOST, title="Administrator"),
        ),
        "participations": (
            r.Participation("a0", "talks", "m0", Role.HEAD),
            r.Participation("a1", "talks", "m1", attended=False),
            r.Participation("a2", "talks", "m2", Role.HEAD, attended=True),
        ),
        "agenda_items": (
            r.AgendaItem("one", "talks", title="Antennas", outcome=Outcome.AGREED),
            r.AgendaItem(
                "two", "talks", position=1, title="Data", outcome=Outcome.CONTINUED, outcome_note="In Paris."
            ),
        ),
        "records": (r.Record("record", "talks"),),
        "record_points": (
            r.RecordPoint("n1", "record", "one", text="They have time in May."),
            r.RecordPoint("n2", "record", None, text="A warm welcome.", marking=Marking.RESTRICTED),
        ),
        "decisions": (r.Decision("d1", "talks", "one", text="A test in May."),),
        "actions": (
            r.Action("x1", text="Send the plan.", owner_id="m0", entry_id="talks", state=ActionState.DONE),
            r.Action("x2", text="Elsewhere.", entry_id="other"),
        ),
    }
    head = r.Head("v", title="The visit", home_city="Seoul", home_zone=SEOUL)
    return r.ReleasedVisit(more.pop("audience", DELEGATION), Marking.RESTRICTED, NAMES, head, **(rows | more))


def text_of(content: bytes) -> str:
    return " ".join(" ".join(page.text.split()) for page in reading.pages(content))


def test_what_was_noted_stands_item_by_item_with_its_outcome() -> None:
    text = text_of(build_minutes(visit(), "talks", paper="a4"))
    order = ["Talks", "Tuesday 23 January 2024", "Kim 0", "1 Antennas", "time in May", "Agreed", "2 Data",
             "Continued", "In Paris.", "A warm welcome. (RESTRICTED)", "A test in May.",
             "Send the plan."]  # fmt: skip
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert "Kim 1" not in text  # who was not there
    assert "Kim 0, Minister, expected" in text  # of whom nobody noted it
    assert "Administrator, expected" not in text
    assert "Elsewhere." not in text
    assert text.count("Kim 2, Administrator") == 1


def test_a_written_memorandum_stands_for_the_notes_and_words_on_those_present_under_their_list() -> None:
    words = r.Record(
        "record",
        "talks",
        present="All, and two guests.",
        memorandum="They met.\n\n- First.\n• Second.",
        readout="A success.",
    )
    content = build_minutes(visit(records=(words,)), "talks", paper="letter")
    text = text_of(content)
    for wanted in (
        "All, and two guests.",
        "They met.",
        "First.",
        "Second.",
        "A success.",
        "Continued",
        "A test in May.",
    ):
        assert wanted in text
    for unwanted in ("time in May.", "- First"):
        assert unwanted not in text
    assert text.index("Kim 0, Minister") < text.index("All, and two guests.") < text.index("They met.")
    assert content == build_minutes(visit(records=(words,)), "talks", paper="letter")


def test_what_was_agreed_follows_the_agenda_and_then_the_order_within_an_item() -> None:
    rows = (("alone", None, 0), ("b2", "two", 1), ("b1", "two", 0), ("a", "one", 3))
    decisions = tuple(
        r.Decision(text, "talks", item, position=place, text=f"They agreed on {text}.")
        for text, item, place in rows
    )
    text = text_of(build_minutes(visit(decisions=decisions), "talks", paper="a4"))
    places = [text.index(f"They agreed on {name}.") for name in ("a", "b1", "b2", "alone")]
    assert places == sorted(places)


def test_the_banner_is_the_highest_marking_on_the_page() -> None:
    open_points = replace(visit().record_points[0])
    plain = reading.pages(build_minutes(visit(record_points=(open_points,)), "talks", paper="a4"))
    assert "OFFICIAL USE" in plain[0].text
    assert "RESTRICTED" not in plain[0].text
    assert "RESTRICTED" in reading.pages(build_minutes(visit(), "talks", paper="a4"))[0].text


def test_others_read_the_readout_alone() -> None:
    words = r.Record("record", "talks", readout="They met.", readout_marking=Marking.PUBLIC)
    host = visit(audience=Audience(AudienceKind.HOST, "nasa"), records=(words,))
    text = text_of(build_minutes(host, "talks", paper="a4"))
    assert "They met." in text
    assert "They have time" not in text
    assert "Outcome" not in text


@pytest.mark.parametrize("audience", [DELEGATION, Audience(AudienceKind.PUBLIC)])
def test_what_is_not_there_is_refused(audience: Audience) -> None:
    bare = visit(audience=audience, record_points=(), decisions=(), actions=(), agenda_items=())
    with pytest.raises(PlanningError, match="record_empty"):
        build_minutes(bare, "talks", paper="a4")
    with pytest.raises(PlanningError, match="meeting_missing"):
        build_minutes(bare, "other", paper="a4")


def test_a_word_that_no_font_draws_is_named() -> None:
    with pytest.raises(PlanningError, match="glyph_missing") as refused:
        build_minutes(visit(decisions=(r.Decision("d", "talks", text="𒀀"),)), "talks", paper="a4")
    assert refused.value.data["where"] == "decision.text"


def test_a_long_record_runs_over_pages_that_are_numbered() -> None:
    words = r.Record(
        "record", "talks", memorandum="\n".join(f"Line {number} of what was said." for number in range(200))
    )
    pages = reading.pages(build_minutes(visit(records=(words,)), "talks", paper="a4"))
    assert len(pages) > 2
    assert f"2 of {len(pages)}" in pages[1].text

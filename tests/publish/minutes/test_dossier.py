"""The dossier of a topic: what is owed first, then what was said, meeting by meeting over all visits."""

from datetime import date
from typing import Any

import pytest

from app.domain.errors import PlanningError
from app.domain.words import ActionState, EntryStatus, Marking, Outcome, Side
from app.planning import released as r
from app.publish.minutes.dossier import build_dossier
from tests.publish.book import reading
from tests.publish.minutes.test_minutes import DELEGATION, text_of
from tests.publish.story import NAMES, SEOUL, WASHINGTON, entry

TODAY = date(2024, 3, 1)


def visit(key: str, start: str, zone: str, **more: Any) -> r.ReleasedVisit:
    """Return a visit that takes the topic up at one meeting, at which something was said."""
    rows = {
        "topics": (
            r.Topic(f"t{key}", title="Lunar data", objective="A treaty."),
            r.Topic(f"o{key}", title="Other"),
        ),
        "entries": (entry(f"e{key}", f"Talks {key}", start, 60, zone),),
        "agenda_items": (
            r.AgendaItem(f"i{key}", f"e{key}", f"t{key}", 0, outcome=Outcome.AGREED, outcome_note="A study."),
            r.AgendaItem(f"x{key}", f"e{key}", f"o{key}", 1),
        ),
        "records": (r.Record(f"r{key}", f"e{key}"),),
        "record_points": (
            r.RecordPoint(f"p{key}", f"r{key}", f"i{key}", 0, f"Said {key}."),
            r.RecordPoint(f"q{key}", f"r{key}", f"x{key}", 0, "Said of another."),
        ),
        "decisions": (r.Decision(f"d{key}", f"e{key}", f"i{key}", 0, f"Agreed {key}.", Marking.RESTRICTED),),
        "actions": (
            r.Action(
                f"a{key}", 0, f"Theirs {key}", Side.HOST, due_on=TODAY, entry_id=f"e{key}", topic_id=f"t{key}"
            ),
            r.Action(f"b{key}", 1, f"Kept {key}", Side.OURS, state=ActionState.DONE, topic_id=f"t{key}"),
            r.Action(f"c{key}", 2, "Of another topic", Side.OURS, topic_id=f"o{key}"),
        ),
    } | more
    head = r.Head(key, title=f"Visit {key}", home_city="Seoul", home_zone=SEOUL)
    return r.ReleasedVisit(DELEGATION, Marking.RESTRICTED, NAMES, head, **rows)


def build(*visits: r.ReleasedVisit, today: date = TODAY) -> bytes:
    topics = {row.id for each in visits for row in each.topics if row.title == "Lunar data"}
    return build_dossier(visits, topics, paper="a4", today=today)


def test_what_is_owed_stands_first_and_then_the_meetings_of_all_visits_by_date() -> None:
    later = visit("two", "2024-02-02 10:00", SEOUL)
    before = visit("one", "2023-01-26 10:00", WASHINGTON)
    text = text_of(build(before, later))
    order = [
        "Lunar data", "as of Friday 1 March 2024", "OBJECTIVE", "A treaty.", "What they owe us", "Theirs one",
        "Thursday 26 January 2023", "Talks one", "Visit one", "SAID", "Said one.", "AGREED", "Agreed one.",
        "(RESTRICTED)", "PROMISED", "Theirs one", "OUTCOME", "Agreed: A study.",
        "Friday 2 February 2024", "Talks two", "Said two.", "Kept, or no longer owed", "Kept one",
    ]  # fmt: skip
    at = 0
    for words in order:
        assert words in text[at:], words
        at = text.index(words, at) + len(words)
    assert "another" not in text.lower()
    assert build(before, later) == build(before, later)


def test_a_meeting_without_a_record_and_one_called_off_are_told_as_such() -> None:
    silent = {"record_points": (), "decisions": (), "actions": ()}
    items = (r.AgendaItem("i", "e", "tone", 0),)
    row = entry("e", "Talks", "2024-02-02 10:00", 60, SEOUL)
    quiet = visit("one", "2024-02-02 10:00", SEOUL, entries=(row,), agenda_items=items, **silent)
    assert "Nothing of it was written down." in text_of(build(quiet))
    off = r.Entry(**{name: getattr(row, name) for name in row.__slots__} | {"status": EntryStatus.CANCELLED})
    text = text_of(
        build(visit("one", "2024-02-02 10:00", SEOUL, entries=(off,), agenda_items=items, **silent))
    )
    assert "called off" in text
    none = visit("one", "2024-02-02 10:00", SEOUL, agenda_items=(), **silent)
    assert "It stood on no agenda yet." in text_of(build(none))


def test_a_topic_that_stands_twice_on_an_agenda_tells_its_promises_once() -> None:
    items = (r.AgendaItem("1", "eone", "tone", 0), r.AgendaItem("2", "eone", "tone", 1))
    text = text_of(build(visit("one", "2024-02-02 10:00", SEOUL, agenda_items=items)))
    assert text.count("PROMISED") == 1


def test_many_meetings_run_on_over_pages_that_bear_their_own_marking() -> None:
    visits = [visit(str(number), f"2024-01-{number:02} 10:00", SEOUL) for number in range(1, 29)]
    pages = reading.pages(build(*visits))
    assert len(pages) > 3
    whole = " ".join(page.text for page in pages)
    assert all(f"Said {number}." in whole for number in range(1, 29))


def test_where_the_reader_sees_no_such_topic_it_is_said() -> None:
    with pytest.raises(PlanningError, match="dossier_empty"):
        build(visit("one", "2024-02-02 10:00", SEOUL, topics=()))
    with pytest.raises(PlanningError, match="dossier_empty"):
        build()

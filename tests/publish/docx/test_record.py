"""The record of a meeting and its readout as .docx files."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.errors import PlanningError
from app.domain.words import Marking, Outcome, Side
from app.planning import released as r
from app.publish.docx.job import run_readout, run_record
from app.publish.docx.record import build_readout, build_record
from app.wording.errors import sentence
from tests.intake.editing import parts
from tests.publish.docx.reading import banner, texts
from tests.publish.story import full_visit

RECORD = r.Record(
    "r",
    "nasa",
    marking=Marking.RESTRICTED,
    readout="The **two sides** agreed to go on.\n- A study\n- A group",
    readout_marking=Marking.PUBLIC,
)


def visit_with(record: r.Record = RECORD, **more: Any) -> r.ReleasedVisit:
    whole = full_visit()
    items = tuple(
        replace(row, outcome=Outcome.AGREED, outcome_note="A study.") if number == 0 else row
        for number, row in enumerate(whole.agenda_items)
    )
    first = items[0].id
    noted = {
        "records": (record,),
        "agenda_items": items,
        "record_points": (
            r.RecordPoint("1", "r", first, 0, "They asked for a date.", Marking.OFFICIAL_USE),
            r.RecordPoint("2", "r", None, 1, "The lift was slow.", Marking.PUBLIC),
            r.RecordPoint("3", "another", None, 1, "Elsewhere.", Marking.PUBLIC),
        ),
        "decisions": (r.Decision("d", "nasa", first, 0, "A working group.", Marking.CONFIDENTIAL),),
        "actions": (r.Action("a", 0, "Send the terms", Side.HOST, due_on=date(2024, 2, 1), entry_id="nasa"),),
    }
    return replace(whole, **(noted | more))


def test_a_record_holds_what_was_noted_item_by_item() -> None:
    content = build_record(visit_with(), "nasa")
    found = texts(content)
    assert found[0] == "NASA Headquarters — bilateral"
    wanted = [
        "Those present",
        "Memorandum of conversation",
        "1  Artemis participation",
        "(OFFICIAL USE) They asked for a date.",
        "(OFFICIAL USE) Outcome: Agreed: A study.",
        "Also said",
        "(PUBLIC) The lift was slow.",
        "What was agreed",
        "(CONFIDENTIAL) A working group.",
        "What was promised",
        "(OFFICIAL USE) Send the terms — Host side\u00a0· Thu 1 Feb",
    ]
    assert [text for text in found if text in wanted] == wanted
    assert not any("Elsewhere" in text or "two sides" in text for text in found)
    assert banner(content) == "CONFIDENTIAL"


def test_a_memorandum_stands_in_the_place_of_the_notes() -> None:
    record = replace(RECORD, memorandum="We met.\n\n- It went well.", present="All of us.")
    found = texts(build_record(visit_with(record), "nasa"))
    assert "(RESTRICTED) We met." in found[found.index("Memorandum of conversation") + 1]
    assert found.index("(RESTRICTED) All of us.") == found.index("Memorandum of conversation") - 1
    everybody = texts(build_record(visit_with(), "nasa"))
    count = everybody.index("Memorandum of conversation")
    assert found[:count] == everybody[:count]  # it stands under the list, and takes nobody off it
    assert "They asked for a date." not in "\n".join(found)
    assert "(OFFICIAL USE) Outcome: Agreed: A study." in found


def test_who_was_seen_to_be_away_was_not_there() -> None:
    visit = full_visit()
    away = tuple(
        replace(row, attended=False) if row.entry_id == "nasa" and number == 0 else row
        for number, row in enumerate(visit.participations)
    )
    found = texts(build_record(visit_with(participations=away), "nasa"))
    everybody = texts(build_record(visit_with(), "nasa"))
    assert len(set(everybody) - set(found)) == 1
    there = tuple(replace(row, attended=True) for row in visit.participations)
    noted = texts(build_record(visit_with(participations=there), "nasa"))
    assert any(text.endswith(", expected") for text in everybody)
    assert not any(text.endswith(", expected") for text in noted)


def test_a_readout_is_words_to_hand_on() -> None:
    visit = visit_with()
    visit = replace(visit, entries=tuple(replace(row, marking=Marking.PUBLIC) for row in visit.entries))
    content = build_readout(visit, "nasa")
    assert texts(content)[2:] == ["The two sides agreed to go on.", "A study", "A group"]
    assert banner(content) == "PUBLIC"
    assert b"am_" not in parts(content)["word/document.xml"]
    assert b"AideMemoire" not in parts(content)["docProps/custom.xml"]


def test_what_is_not_written_or_not_released_is_refused_in_a_sentence() -> None:
    nothing = full_visit()
    nothing = replace(nothing, actions=())
    for build, visit, entry, code in (
        (build_record, nothing, "nasa", "record_unwritten"),
        (build_readout, nothing, "nasa", "readout_unwritten"),
        (build_readout, visit_with(replace(RECORD, readout=" ")), "nasa", "readout_unwritten"),
        (build_record, visit_with(), "nothing", "entry_missing"),
        (build_readout, visit_with(), "nothing", "entry_missing"),
    ):
        with pytest.raises(PlanningError) as raised:
            build(visit, entry)
        assert raised.value.code == code
        assert sentence(raised.value) != code


def test_jobs_make_both_in_the_language_of_the_paper() -> None:
    told: list[tuple[int, int]] = []
    for run in (run_record, run_readout):
        found = texts(run(visit_with(), "nasa", "ko", lambda *steps: told.append(steps)))
        assert found[1].startswith("1월 23일")
    assert told == [(1, 1)] * 2

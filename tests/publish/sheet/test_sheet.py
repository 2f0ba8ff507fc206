"""One person's sheet: their own lines by both clocks, in their language, and nothing of anybody else's."""

from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from sqlalchemy import select

from app.data.models import Visit
from app.domain.errors import PlanningError
from app.domain.release import Audience, AudienceKind
from app.domain.words import Side
from app.planning.release import release
from app.planning.released import ReleasedVisit
from app.planning.workspace import Workspace
from app.publish.calendar.people import entries_of
from app.publish.sheet.build import build_sheet
from app.publish.sheet.job import run
from app.publish.sheet.own import own_part
from tests.helpers.planner import planner
from tests.planning.canaries import CANARY, HOST_A
from tests.planning.canaries import plant as plant_canaries


def text_of(data: bytes) -> str:
    document = pdfium.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> ReleasedVisit:
    with Workspace.open(planner(tmp_path_factory.mktemp("sheet"), "sample")) as space:
        visit_id = space.ask(lambda connection: connection.execute(select(Visit.id)).scalar_one())
        return space.ask(release, visit_id, Audience(AudienceKind.DELEGATION))


def member_named(visit: ReleasedVisit, family: str) -> str:
    return next(row.id for row in visit.members if visit.person[row.person_id].family_name == family)


def test_a_sheet_has_all_of_a_persons_own_entries_and_no_other(sample: ReleasedVisit) -> None:
    for family in ("Namgung", "Maeng"):
        member = member_named(sample, family)
        text = " ".join(text_of(build_sheet(sample, member, paper="a4")).split())
        own = {entry.id for entry in own_part(sample, member).entries}
        assert own >= {entry.id for entry in entries_of(sample, member)}
        titles = {entry.title for entry in sample.entries if entry.id in own}
        others = {entry.title for entry in sample.entries} - titles
        assert titles
        assert [title for title in titles if " ".join(title.split()) not in text] == []
        assert [title for title in others if len(title) > 12 and title in text] == []


def test_a_sheet_says_local_and_home_time_place_car_and_who_meets(sample: ReleasedVisit) -> None:
    text = text_of(build_sheet(sample, member_named(sample, "Namgung"), paper="letter"))
    for words in (
        "Namgung Do-hyeon", "남궁도현", "Monday 22 January 2024", "Seoul +14 h", "10:35", "00:35", "+1",
        "Washington Dulles International Airport", "Met by", "Your car", "Car 1", "RESTRICTED",
    ):  # fmt: skip
        assert words in text
    summaries = {entry.summary for entry in sample.entries if len(entry.summary) > 20}
    assert summaries
    assert not [words for words in summaries if words[:30] in text]


@pytest.mark.parametrize(
    ("tag", "words"), [("ko", "2024년 1월 22일 월요일"), ("de", "Montag, 22. Januar 2024")]
)
def test_the_job_makes_it_in_a_language(sample: ReleasedVisit, tag: str, words: str) -> None:
    steps: list[tuple[int, int]] = []
    member = member_named(sample, "Namgung")
    data = run(sample, member, "a4", tag, lambda done, total: steps.append((done, total)))
    assert words in text_of(data)
    assert steps == [(1, 1)]
    assert run(sample, member, "a4", tag, lambda _done, _total: None) == data


def test_who_is_not_in_the_release_has_no_sheet(sample: ReleasedVisit) -> None:
    with pytest.raises(PlanningError, match="person_missing"):
        build_sheet(sample, "nobody", paper="a4")


def test_nothing_above_the_audience_is_on_any_sheet(tmp_path: Path) -> None:
    path = tmp_path / "canaries.aide"
    planted = plant_canaries(path)
    allowed_of_entries = {"title", "room", "met_by", "dress"}
    with Workspace.open(path, writable=False) as space:
        for audience, side in (
            (Audience(AudienceKind.DELEGATION), Side.OURS),
            (Audience(AudienceKind.HOST, planted.organisation_id(HOST_A)), Side.HOST),
        ):
            visit = space.ask(release, planted.visit_id, audience)
            whole = set(CANARY.findall(repr(visit)))
            seen = 0
            for member in (row.id for row in visit.members if row.side is side):
                text = text_of(build_sheet(visit, member, paper="a4"))
                found = set(CANARY.findall(text))
                seen += bool(found)
                assert found <= whole
                columns = {planted.where[word][:2] for word in found}
                assert {column for table, column in columns if table == "entry"} <= allowed_of_entries
                assert not {table for table, _column in columns} & {
                    "topic", "talking_point", "brief_paragraph", "note", "action", "travel_document",
                    "agenda_item",
                }  # fmt: skip
                assert ("entry", "notes") not in columns
            assert seen


def test_a_persons_own_part_has_no_words_about_others(sample: ReleasedVisit) -> None:
    own = own_part(sample, member_named(sample, "Namgung"))
    assert all(not row.biography for row in own.persons)
    assert all(not (row.notes or row.summary) for row in own.entries)
    assert not any((own.topics, own.notes, own.briefs))


def test_a_letter_that_no_font_has_stops_the_sheet_only_where_it_would_be_printed(
    sample: ReleasedVisit,
) -> None:
    member = member_named(sample, "Namgung")
    own = own_part(sample, member)
    visited = {entry.place_id for entry in own.entries}
    elsewhere = tuple(
        row if row.id in visited else replace(row, name="Bar \N{ROCKET}bar", phones_policy="\N{ROCKET}")
        for row in sample.places
    )
    assert elsewhere != sample.places
    quiet = replace(sample, places=elsewhere)
    assert text_of(build_sheet(quiet, member, paper="a4")) == text_of(build_sheet(sample, member, paper="a4"))

    mine = own.entries[0].id
    titled = tuple(
        replace(row, title="To the \N{ROCKET}pad") if row.id == mine else row for row in quiet.entries
    )
    with pytest.raises(PlanningError) as caught:
        build_sheet(replace(quiet, entries=titled), member, paper="a4")
    assert caught.value.code == "glyph_missing"
    assert caught.value.data == {"word": "\N{ROCKET}pad", "where": "entry.title", "row_id": mine}

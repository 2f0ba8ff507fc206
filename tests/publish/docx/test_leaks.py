"""No paper for a word processor holds a word that its reader may not see: every part is searched."""

import logging
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest

from app import wording
from app.domain.errors import PlanningError
from app.domain.release import AudienceKind
from app.domain.words import Marking
from app.publish.docx.brief import build_brief
from app.publish.docx.record import build_readout, build_record
from tests.intake.editing import parts
from tests.planning.allowed import OWN, Reader
from tests.publish.test_leaks import READERS, check, found_in, found_in_bytes, planted, released

__all__ = ["planted"]  # the fixture

PRINTED = {
    "entry": {"title", "room", "met_by", "dress", "press"},
    "agenda_item": {"title"},
    "talking_point": {"text"},
    "brief_paragraph": {"text"},
}

#: Words of a record that its papers must really hold.
RECORDED = {
    ("record", "present"),
    ("record", "memorandum"),
    ("record", "readout"),
    ("decision", "text"),
}


@pytest.fixture(autouse=True)
def _in_english() -> None:
    wording.install("en")


@pytest.mark.parametrize(("kind", "host"), READERS)
def test_a_brief_holds_only_what_its_reader_may_see(
    planted: Any, kind: AudienceKind, host: str | None, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    space, marks = planted
    reader = Reader(marks, kind, host, "book")
    visit = released(space, marks, reader, "book")
    found = set()
    for entry in visit.entries:
        content = build_brief(visit, entry.id)
        words = set(words_of_parts(content))
        assert {marks.where[word] for word in words - reader.words} == set()
        found |= words
        if kind in OWN and entry.marking is Marking.PUBLIC:
            assert visit.briefs[0].id not in words  # keys do not go out
    rows = {row["id"] for name in PRINTED for row in reader.rows.get(name, [])}
    check(marks, reader, found, PRINTED, shown=rows)
    assert found_in(caplog.text) <= reader.words


@pytest.mark.parametrize(("kind", "host"), READERS)
def test_a_record_holds_only_what_its_reader_may_see(
    planted: Any, kind: AudienceKind, host: str | None, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    space, marks = planted
    reader = Reader(marks, kind, host, "minutes")
    visit = released(space, marks, reader, "minutes")
    found = set()
    for entry in visit.entries:
        for build in (build_record, build_readout):
            with suppress(PlanningError):
                found |= set(words_of_parts(build(visit, entry.id)))
    assert {marks.where[word] for word in found - reader.words} == set()
    told = {word for word in reader.words if marks.where[word][:2] in RECORDED}
    assert told - found == set()
    assert kind not in OWN or any(marks.where[word][:2] == ("record", "readout") for word in found)
    assert found_in(caplog.text) <= reader.words


def words_of_parts(content: bytes) -> Iterator[str]:
    yield from found_in_bytes(content)
    for name, part in parts(content).items():
        yield from found_in(name)
        yield from found_in_bytes(part)
        yield from found_in(part.decode())

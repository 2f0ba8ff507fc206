"""No output holds a word that its reader may not see: every byte of books and calendars is searched.

The planner is full of canaries (``tests.planning.canaries``); what each reader may be told is worked out
apart from the code under test (``tests.planning.allowed``).
"""

import base64
import logging
import re
import zlib
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial
from typing import Any

import pytest
from sqlalchemy import update

from app import wording
from app.data.models import Base
from app.domain.errors import AideError
from app.domain.release import Audience, AudienceKind
from app.domain.words import ActionState, Marking
from app.planning.release import release
from app.planning.released import ReleasedVisit
from app.planning.workspace import Workspace
from app.publish.book.build import build_book
from app.publish.calendar.build import build_calendar
from app.publish.calendar.due import build_due
from app.publish.calendar.weeks import split_by_week
from app.publish.minutes.build import build_minutes
from app.publish.minutes.dossier import build_dossier
from app.publish.minutes.promises import build_promises
from app.publish.seating.build import build_seating
from app.publish.seating.cards import build_cards
from app.wording.errors import sentence
from tests.planning.allowed import OWN, Reader
from tests.planning.canaries import CANARY, HOST_A, HOST_B, Planted, plant
from tests.publish.book import reading

READERS = (
    (AudienceKind.PRINCIPAL, None),
    (AudienceKind.DELEGATION, None),
    (AudienceKind.HOST, HOST_A),
    (AudienceKind.HOST, HOST_B),
    (AudienceKind.PUBLIC, None),
)
#: Words that a paper must really print where its reader may see them: else an empty paper would pass.
IN_CALENDARS = {
    "entry": {"calendar_uid", "title", "summary", "room", "notes", "met_by", "dress", "press", "fallback"},
    "place": {"name", "street", "city", "entrance"},
    "person": {"family_name", "given_name"},
    "agenda_item": {"title"},
    "party": {"name"},
    "leg": {
        "carrier",
        "number",
        "from_name",
        "from_code",
        "from_terminal",
        "to_name",
        "to_code",
        "to_terminal",
    },
}
IN_BOOKS = {
    "visit": {"title", "purpose", "objectives", "desired_outcomes", "steering", "disclaimer"},
    "entry": {"title", "room"},
    "person": {"family_name", "given_name"},
    "member": {"title"},
    "agenda_item": {"title"},
    "talking_point": {"text"},
    "topic": {"objective", "ask", "offer", "background", "likely_position", "red_line", "if_raised"},
    "brief_paragraph": {"text"},
    "action": {"text"},
    "note": {"text"},
    "vehicle": {"name"},
    "stop": {"city"},
}
IN_MINUTES = {
    "record": {"present", "memorandum", "readout"},
    "decision": {"text"},
    "action": {"text"},
}


@pytest.fixture(scope="module", params=list(Marking), ids=lambda marking: marking.name)
def planted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    path = tmp_path_factory.mktemp("planted") / "visit.planner"
    marks = plant(path, request.param)
    with Workspace.open(path) as space:
        yield space, marks


@pytest.fixture(autouse=True)
def _in_english() -> None:
    wording.install("en")


@pytest.mark.parametrize(("kind", "host"), READERS)
def test_calendar_holds_exactly_what_its_reader_may_see(
    planted: Any, kind: AudienceKind, host: str | None, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    space, marks = planted
    reader = Reader(marks, kind, host, "calendar")
    visit = released(space, marks, reader, "calendar")
    content = build_calendar(visit)
    check(marks, reader, words_of_calendar(content), IN_CALENDARS, shown=at_entries(reader))
    assert found_in(caplog.text) <= reader.words
    for name, part in split_by_week(visit):
        assert not found_in(name)
        assert words_of_calendar(build_calendar(part)) <= reader.words


@pytest.mark.parametrize(("kind", "host"), READERS)
def test_book_holds_only_what_its_reader_may_see(
    planted: Any, kind: AudienceKind, host: str | None, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    space, marks = planted
    reader = Reader(marks, kind, host, "book")
    content = build_book(released(space, marks, reader, "book"), paper="a4")
    check(marks, reader, words_of_book(content), IN_BOOKS, shown=at_entries(reader))
    assert found_in(caplog.text) <= reader.words


@pytest.mark.parametrize(("kind", "host"), READERS)
def test_minutes_hold_only_what_their_reader_may_see_of_their_meeting(
    planted: Any, kind: AudienceKind, host: str | None, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    space, marks = planted
    reader = Reader(marks, kind, host, "minutes")
    organisation = marks.organisation_id(host) if host else None
    audience = Audience(kind, organisation)
    printed: set[str] = set()
    for entry in marks.rows["entry"]:
        visit = space.ask(release, marks.visit_id, audience, paper="minutes", entry_id=entry["id"])
        if not reader.sees("entry", entry):
            assert "meeting_missing" in words_of_error(partial(build_minutes, visit, entry["id"], paper="a4"))
            continue
        others = {row.entry_id for row in (*visit.records, *visit.decisions, *visit.agenda_items)}
        assert others <= {entry["id"]}
        words: list[Any] = [row for row in visit.records if row.present or row.memorandum or row.readout]
        words += [row for row in visit.agenda_items if row.outcome_note]
        if not (words or visit.decisions or visit.record_points or visit.actions):
            assert "record_empty" in words_of_error(partial(build_minutes, visit, entry["id"], paper="a4"))
            continue
        found = words_of_book(build_minutes(visit, entry["id"], paper="a4"))
        assert found <= reader.words, {marks.where[word] for word in found - reader.words}
        printed |= found
    due = {word for word in reader.words if marks.where[word][0] in IN_MINUTES}
    missing = {
        marks.where[word]
        for word in due - printed
        if marks.where[word][1] in IN_MINUTES[marks.where[word][0]]
        and _stands_alone(reader, marks.where[word])
    }
    assert not missing
    assert found_in(caplog.text) <= reader.words


@pytest.mark.parametrize("build", [build_seating, build_cards])
@pytest.mark.parametrize(("kind", "host"), READERS)
def test_papers_of_a_table_hold_only_what_their_reader_may_see(
    planted: Any, kind: AudienceKind, host: str | None, build: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    space, marks = planted
    reader = Reader(marks, kind, host, "seating")
    audience = Audience(kind, marks.organisation_id(host) if host else None)
    for entry in marks.rows["entry"]:
        visit = space.ask(release, marks.visit_id, audience, paper="seating", entry_id=entry["id"])
        assert {row.entry_id for row in visit.participations} <= {entry["id"]}
        make = partial(build, visit, entry["id"], paper="a4")
        if not reader.sees("entry", entry):
            assert "meeting_missing" in words_of_error(make)
        elif not visit.seats:
            assert "seating_empty" in words_of_error(make)
        else:
            found = words_of_book(make())
            assert found <= reader.words, {marks.where[word] for word in found - reader.words}
            assert kind in OWN
    assert found_in(caplog.text) <= reader.words


@pytest.mark.parametrize(("kind", "host"), READERS)
def test_promises_hold_only_what_their_reader_may_see(
    planted: Any,
    kind: AudienceKind,
    host: str | None,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    caplog.set_level(logging.DEBUG)
    # All that is planted is looked at, not only what one page holds.
    whole = "app.publish.minutes.promises.on_one_page"
    monkeypatch.setattr(whole, lambda sizes, compose, _sheet: compose(sizes))
    space, marks = planted
    reader = Reader(marks, kind, host, "organisation_page")
    visit = released(space, marks, reader, "organisation_page")
    everybody = {row["id"] for row in marks.rows["organisation"]}
    now = datetime(2024, 3, 1)
    build = partial(build_promises, [visit], marks.organisation_id(HOST_A), everybody, paper="a4", now=now)
    if kind not in OWN:
        assert "promises_empty" in words_of_error(partial(build, today=now.date()))
        return
    found = words_of_book(build(today=now.date()))
    assert found <= reader.words
    named = {row.id for row in visit.actions if row.owner_organisation_id or row.counterpart_organisation_id}
    due = {word for word in reader.words if marks.where[word][:2] == ("action", "text")}
    assert {marks.where[word][2] for word in due & found} >= named
    assert named
    for table in ("record_point", "decision", "agenda_item"):
        assert any(marks.where[word][0] == table for word in found), table
    assert found_in(caplog.text) <= reader.words


@pytest.mark.parametrize(("kind", "host"), READERS)
def test_a_dossier_holds_only_what_its_reader_may_see(
    planted: Any, kind: AudienceKind, host: str | None, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    space, marks = planted
    reader = Reader(marks, kind, host, "dossier")
    visit = released(space, marks, reader, "dossier")
    topics = {row["id"] for row in marks.rows["topic"]}
    build = partial(build_dossier, [visit], topics, paper="a4", today=date(2024, 3, 1))
    if kind not in OWN:
        assert "dossier_empty" in words_of_error(build)
        return
    found = words_of_book(build())
    assert found <= reader.words
    for table in ("record_point", "decision", "action"):
        assert any(marks.where[word][0] == table for word in found), table
    assert found_in(caplog.text) <= reader.words


@pytest.mark.parametrize(("kind", "host"), READERS)
def test_due_dates_hold_only_what_their_reader_may_see(
    planted: Any, kind: AudienceKind, host: str | None
) -> None:
    space, marks = planted
    reader = Reader(marks, kind, host, "promises")
    visit = released(space, marks, reader, "promises")
    build = partial(build_due, [visit], now=datetime(2024, 3, 1))
    if kind not in OWN:
        assert "due_empty" in words_of_error(build)
        return
    found = words_of_calendar(build())
    assert found
    assert found <= reader.words


def _stands_alone(reader: Reader, place: tuple[str, str, str]) -> bool:
    """Tell whether a row is printed whatever else there is: points are not where a memorandum is."""
    table, _column, row_id = place
    row = reader.by_id[table][row_id]
    if table in {"record_point", "agenda_item"}:
        return False
    return table != "action" or row["entry_id"] is not None


@pytest.mark.parametrize(("kind", "host"), READERS)
def test_errors_tell_nothing(planted: Any, kind: AudienceKind, host: str | None) -> None:
    space, marks = planted
    reader = Reader(marks, kind, host, "book")
    visit = released(space, marks, reader, "book")
    for failing in (
        lambda: build_calendar(visit, person_id="nobody"),
        lambda: space.ask(release, marks.visit_id, Audience.parse("host:nobody")),
        lambda: space.ask(release, "nothing", visit.audience),
    ):
        assert found_in(words_of_error(failing)) <= reader.words


def test_a_word_that_cannot_be_printed_is_not_told_to_those_who_may_not_see_it(planted: Any) -> None:
    space, marks = planted
    secret = marks.rows["entry"][Marking.CONFIDENTIAL]
    table = Base.metadata.tables["entry"]
    with space._engine.begin() as connection:
        query = update(table).where(table.c.id == secret["id"])
        connection.execute(query.values(title=f"{secret['title']}\U0001f680"))
    try:
        public = released(space, marks, Reader(marks, AudienceKind.PUBLIC, None, "book"), "book")
        assert build_book(public, paper="a4")
        own = released(space, marks, Reader(marks, AudienceKind.PRINCIPAL, None, "book"), "book")
        assert secret["title"] in words_of_error(lambda: build_book(own, paper="a4"))
    finally:
        with space._engine.begin() as connection:
            connection.execute(query.values(title=secret["title"]))


def test_search_finds_a_word_wherever_a_file_may_hold_it() -> None:
    word = "zqbcdghx"
    stream = zlib.compress(f"({word})".encode())
    armoured = base64.a85encode(stream) + b"~>"
    for content in (
        word.encode(),
        b"stream\r\n" + stream + b"\r\nendstream",
        b"stream\n" + armoured + b"\nendstream",
        b"(" + word.encode("utf-16-be") + b")",
        b"(\\376\\377" + b"".join(b"\\000" + letter.encode() for letter in word) + b")",
        b"<" + word.encode("utf-16-be").hex().encode() + b">",
    ):
        assert found_in_bytes(content) == {word}


# Helpers


def released(space: Workspace, marks: Planted, reader: Reader, paper: str) -> ReleasedVisit:
    organisation = marks.organisation_id(reader.host) if reader.host else None
    return space.ask(release, marks.visit_id, Audience(reader.kind, organisation), paper=paper)


def check(
    marks: Planted, reader: Reader, found: set[str], printed: dict[str, set[str]], *, shown: set[str]
) -> None:
    leaked = {marks.where[word] for word in found - reader.words}
    assert not leaked
    missing = {
        marks.where[word]
        for word in reader.words - found
        if marks.where[word][1] in printed.get(marks.where[word][0], ())
        and (marks.where[word][2] in shown or marks.where[word][0] == "visit")
    }
    assert not missing
    assert any(marks.where[word][0] == "entry" for word in found)


def at_entries(reader: Reader) -> set[str]:
    """Return the ids of rows that stand on paper with a released entry, or with the visit itself."""
    rows = reader.rows
    entries = {row["id"] for row in rows["entry"]}
    seats = [row for row in rows.get("participation", []) if row["entry_id"] in entries]
    members = {row["member_id"] for row in seats}
    people = {row["person_id"] for row in rows.get("member", []) if row["id"] in members}
    places = {row["place_id"] for row in rows["entry"]}
    parties = {row["party_id"] for row in rows.get("entry_party", []) if row["entry_id"] in entries}
    items = [row for row in rows.get("agenda_item", []) if row["entry_id"] in entries]
    topics = {row["topic_id"] for row in items}
    whole = {"leg", "agenda_item", "talking_point", "brief_paragraph", "action", "note", "vehicle", "stop"}
    settled = {ActionState.DONE, ActionState.DROPPED}  # a book holds open actions only
    own = {row["id"] for table in whole for row in rows.get(table, []) if row.get("state") not in settled}
    assert reader.kind not in OWN or own
    return entries | members | people | places | parties | topics | own


def words_of_error(act: Callable[[], Any]) -> str:
    with pytest.raises(AideError) as raised:
        act()
    error = raised.value
    return f"{error.code} {sentence(error)} {error!r} {error.data} {error}"


def found_in(text: str) -> set[str]:
    return set(CANARY.findall(re.sub("[^a-z]", "", text.lower())))


def words_of_calendar(content: bytes) -> set[str]:
    unfolded = content.replace(b"\r\n ", b"")
    return found_in(unfolded.decode()) | found_in_bytes(content)


def words_of_book(content: bytes) -> set[str]:
    found = found_in_bytes(content)
    for page in reading.pages(content):
        found |= found_in(page.text) | found_in(page.label)
    for _, title, _ in reading.outline(content):
        found |= found_in(title)
    return found | found_in(repr(reading.metadata(content)))


def found_in_bytes(content: bytes) -> set[str]:
    """Search raw bytes: as they are, inflated, and as the strings of a PDF may write letters."""
    found: set[str] = set()
    for part in (content, *_streams(content)):
        plain = re.sub(rb"\\([0-3][0-7]{2})", lambda code: bytes([int(code[1], 8)]), part)
        hexadecimal = b" ".join(_unhexed(text) for text in re.findall(rb"<([0-9A-Fa-f\s]{8,})>", part))
        for text in (part, plain, hexadecimal):
            found |= set(CANARY.findall(text.replace(b"\0", b"").decode("latin-1").lower()))
    return found


def _streams(content: bytes) -> Iterator[bytes]:
    for match in re.finditer(rb"stream\r?\n(.*?)\r?\n?endstream", content, re.DOTALL):
        for decode in (_inflated, _unarmoured):
            text = decode(match[1])
            if text:
                yield text


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data)
    except zlib.error:
        return b""


def _unarmoured(data: bytes) -> bytes:
    try:
        return _inflated(base64.a85decode(data.strip().removesuffix(b"~>")))
    except ValueError:
        return b""


def _unhexed(text: bytes) -> bytes:
    digits = re.sub(rb"\s", b"", text)
    return bytes.fromhex(digits.decode() + "0" * (len(digits) % 2))

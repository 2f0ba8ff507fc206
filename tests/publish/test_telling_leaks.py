"""No message that tells somebody of a change holds a word that its reader may not see."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.data.cascade import delete_row
from app.data.models import Base, Entry, EntryParty, Leg, Lodging, Participation, Rider, Room, Vehicle
from app.data.models.base import now_utc
from app.domain.release import AudienceKind
from app.domain.words import EntryStatus, Marking, Role, Side
from app.planning.views.telling import Affected, affected, step_at
from app.planning.workspace import Workspace
from app.ui.screens.tell.mail import mailto
from app.wording.language import in_language, message_languages
from app.wording.telling import about, message
from tests.planning.allowed import Reader
from tests.planning.canaries import Planted, plant
from tests.publish.test_leaks import found_in

_WORDS: dict[Any, tuple[str, ...]] = {
    Entry: ("title", "room"),
    Leg: (
        "carrier",
        "number",
        "from_name",
        "from_code",
        "from_terminal",
        "to_name",
        "to_code",
        "to_terminal",
    ),
    Vehicle: ("name",),
    Lodging: ("name",),
    Room: ("number",),
}  # fmt: skip


@pytest.fixture(scope="module", params=[Marking.PUBLIC, Marking.CONFIDENTIAL], ids=lambda each: each.name)
def planted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    path = tmp_path_factory.mktemp("planted") / "visit.planner"
    marks = plant(path, request.param)
    with Workspace.open(path) as space:
        yield space, marks


def _blank(session: Session, /) -> None:
    """Empty every word that a message may carry, and let the entries be at another time, and cancelled."""
    for kind, names in _WORDS.items():
        for row in session.scalars(select(kind)):
            for name in names:
                setattr(row, name, "")
    for entry in session.scalars(select(Entry)):
        entry.place_id = None
        entry.start_wall -= timedelta(hours=1)
        entry.start_utc -= timedelta(hours=1)
    for seat in session.scalars(select(Participation)):
        seat.role = Role.SPEAKER if seat.role is not Role.SPEAKER else Role.HEAD


def _alone(session: Session, /) -> None:
    """Take everybody out of everything."""
    for kind in (Participation, EntryParty, Rider):
        for row in list(session.scalars(select(kind))):
            delete_row(session, row)


def _cancel(session: Session, /) -> None:
    for entry in session.scalars(select(Entry)):
        entry.status = EntryStatus.CANCELLED


@pytest.mark.parametrize("before", [_blank, _alone, _cancel])
@pytest.mark.parametrize("back", [True, False], ids=["to the words", "from the words"])
def test_a_message_holds_only_what_its_reader_may_see(planted: Any, before: Any, *, back: bool) -> None:
    """Whatever becomes another, there and back: in text, subject, summary and address of the mail."""
    space, marks = planted
    space.do("Before", before)
    try:
        if back:
            base = _newest(space)
            space.undo()
        else:
            base = _newest(space) - 1
        rows = space.ask(affected, marks.visit_id, base)
        sides = {row.side for row in rows}
        heard = set().union(*(_check(marks, row) for row in rows))
    finally:
        if not back:
            space.undo()
    assert sides == {Side.OURS, Side.HOST}
    assert {marks.where[word][:2] for word in heard} >= {("entry", "title")}


def _check(marks: Planted, row: Affected) -> set[str]:
    found: set[str] = found_in(repr((row.entries, row.rooms)).replace("entry_id", ""))
    ids = {each["id"] for each in marks.rows["entry"]}
    found -= ids  # it is told which entry it is, to the program and to nobody else
    for tag in message_languages():
        with in_language(tag):
            words = message(row)
            summary = about(row)
            url = mailto("ann@example.org", words.subject, words.text, shortened="…").url
        said = found_in(f"{words.subject} {words.text}") | found_in(summary) | found_in(url)
        assert not said & ids
        found |= said
    allowed = _reader(marks, row).words | _own(marks, row)
    assert not {(marks.where[word], row.side) for word in found - allowed}
    return found


def _reader(marks: Planted, row: Affected) -> Reader:
    if row.side is Side.OURS:
        return Reader(marks, AudienceKind.DELEGATION, None, "book")
    key = next(each["#"] for each in marks.rows["organisation"] if each["id"] == row.organisation_id)
    return Reader(marks, AudienceKind.HOST, key, "book")


def _own(marks: Planted, row: Affected) -> set[str]:
    """Return the words of the person's own name."""
    member = next(each for each in marks.rows["member"] if each["id"] == row.id)
    return {word for word, place in marks.where.items() if place[2] == member["person_id"]}


def _newest(space: Workspace) -> int:
    return space.ask(step_at, now_utc() + timedelta(minutes=1))


def test_every_word_of_a_message_is_tried() -> None:
    """A column that messages may carry is emptied above: else its word would never be said here."""
    for kind, names in _WORDS.items():
        assert set(names) <= set(Base.metadata.tables[kind.__tablename__].c.keys())

"""Random acts over every verb of planning, drawn as numbers and read against what stands in the file."""

import inspect
import pkgutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from importlib import import_module
from random import Random
from typing import Any

from hypothesis import strategies as st
from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

import app.planning.verbs
from app.data.models import Base
from app.domain.errors import PlanningError
from app.domain.returned import Back, ReturnedBrief, Sent, digest_of, name_of
from app.domain.returning_rows import Ours
from app.domain.words import BriefSection, EntryKind, EntryStatus, LegMode, Marking, Role
from app.planning.sample import sample_document
from app.planning.settings import rename_markings
from app.planning.verbs import entries, exchange, pasting, people_at, returning, seating, ways
from app.planning.workspace import Workspace
from tests.helpers.driving import drive

ZONES = ("Europe/Paris", "Asia/Seoul", "America/New_York", "UTC", "Asia/Kathmandu")
#: Wall times near the nights on which clocks change in Paris and New York.
NIGHTS = tuple(
    datetime(2026, month, day, hour, 30) for month, day in ((3, 8), (3, 29), (10, 25)) for hour in range(4)
)
WORDS = ("", " ", "Call on the Minister", "한글 제목", "a" * 300, "“quoted”\n\ttext", "-")


@dataclass(frozen=True)
class Act:
    """One act: a verb by its name, and numbers that choose what it is done to and with."""

    verb: str
    one: int
    two: int
    three: int


def ids(connection: Connection, table: str) -> list[str]:
    """Return the ids of a table in order."""
    column = Base.metadata.tables[table].c.id
    return list(connection.execute(select(column).order_by(column)).scalars())


def _pick(found: list[str], number: int) -> str:
    return found[number % len(found)] if found else "nothing"


def _create(session: Session, act: Act) -> None:
    start = NIGHTS[act.two % len(NIGHTS)] + timedelta(minutes=5 * (act.three % 100))
    visit = _pick(ids(session.connection(), "visit"), act.one)
    entries.create_entry(
        session,
        visit,
        title=WORDS[act.three % len(WORDS)],
        start_wall=start,
        start_zone=ZONES[act.one % len(ZONES)],
        end_wall=start + timedelta(minutes=act.two % 700),
        end_zone=ZONES[act.two % len(ZONES)],
        marking=list(Marking)[act.one % len(Marking)],
    )


def _edit(session: Session, act: Act) -> None:
    found = ids(session.connection(), "entry")
    start = NIGHTS[act.three % len(NIGHTS)]
    choices: list[dict[str, Any]] = [
        {"title": WORDS[act.three % len(WORDS)], "notes": WORDS[act.one % len(WORDS)]},
        {"start_zone": ZONES[act.three % len(ZONES)], "end_zone": ZONES[act.three % len(ZONES)]},
        {"start_wall": start, "start_fold": act.one % 2, "end_wall": start + timedelta(hours=3)},
        {"status": list(EntryStatus)[act.three % 3], "kind": list(EntryKind)[act.three % 10]},
        {"tied_to_id": _pick(found, act.three), "tied_minutes": act.one % 60},
        {"tied_to_id": None, "room": WORDS[act.three % len(WORDS)]},
        {"place_id": _pick(ids(session.connection(), "place"), act.three)},
        {"share_with_host": bool(act.three % 2), "marking": act.one % 5, "start_precision": "about"},
        {},
    ]
    entries.edit_entry(session, _pick(found, act.one), **choices[act.two % len(choices)])


def _move(session: Session, act: Act) -> None:
    zone = (None, *ZONES)[act.three % (len(ZONES) + 1)]
    start = NIGHTS[act.two % len(NIGHTS)] + timedelta(minutes=5 * (act.three % 50))
    fold = (None, 0, 1)[act.one % 3]
    entry = _pick(ids(session.connection(), "entry"), act.one)
    entries.move_entry(session, entry, start_wall=start, start_zone=zone, start_fold=fold)


def _parties(session: Session, act: Act) -> None:
    parties = ids(session.connection(), "party")
    chosen = frozenset(key for place, key in enumerate(parties) if act.two >> place & 1)
    entries.set_parties(session, _pick(ids(session.connection(), "entry"), act.one), chosen)


def _leg(session: Session, act: Act) -> None:
    entry = _pick(ids(session.connection(), "entry"), act.one)
    mode = list(LegMode)[act.two % len(LegMode)]
    entries.set_leg(session, entry, mode=mode, carrier=WORDS[act.three % len(WORDS)], number="KE 093")


def _add_person(session: Session, act: Act) -> None:
    entry = _pick(ids(session.connection(), "entry"), act.one)
    member = _pick(ids(session.connection(), "member"), act.two)
    people_at.add_participant(session, entry, member_id=member, role=list(Role)[act.three % len(Role)])


def _set_person(session: Session, act: Act) -> None:
    found = _pick(ids(session.connection(), "participation"), act.one)
    role = (None, *Role)[act.two % (len(Role) + 1)]
    people_at.set_participant(session, found, role=role, confirmed=(None, True, False)[act.three % 3])


def _remove_person(session: Session, act: Act) -> None:
    people_at.remove_participant(session, _pick(ids(session.connection(), "participation"), act.one))


def _load(session: Session, _act: Act) -> None:
    exchange.load_visit(session, sample_document())


def _on_entry(verb: Callable[[Session, str], Any]) -> Callable[[Session, Act], None]:
    def run(session: Session, act: Act) -> None:
        verb(session, _pick(ids(session.connection(), "entry"), act.one))

    return run


def _ways(session: Session, act: Act) -> None:
    table = Base.metadata.tables["entry"].c
    found = session.execute(select(table.visit_id, table.start_wall).order_by(table.id)).all()
    visit, start = found[act.one % len(found)] if found else ("nothing", NIGHTS[0])
    keys = ids(session.connection(), "entry")
    chosen = None if act.two % 3 else [(one, other) for one in keys for other in keys]
    driven = list(LegMode)[act.three % len(LegMode)]
    titles = {"driven_title": "To {place}", "walked_title": WORDS[act.two % len(WORDS)]}
    ways.add_ways(session, visit, start.date(), **titles, driven=driven, pairs=chosen)


def _paste(session: Session, act: Act) -> None:
    """A text of an e-mail, with a way and a time that does not exist on some days."""
    visit, clock = _pick(ids(session.connection(), "visit"), act.one), f"{act.two % 24:02d}:30"
    text = f"{clock}–23:45  Talks\n\n10 March 2026\n\ntbd  Dinner\n{clock}  AF 027 · IAD → CDG"
    day, zone = NIGHTS[act.three % len(NIGHTS)].date(), ZONES[act.one % len(ZONES)]
    pasting.paste_text(
        session, visit, day, zone, text, untitled="New", day_of=lambda _text: None, onto=bool(act.two % 2)
    )


def _swap(session: Session, act: Act) -> None:
    """Two who are at one entry: of two drawn at random, hardly ever are both."""
    participation, seat = (Base.metadata.tables[name].c for name in ("participation", "seat"))
    seated = list(session.execute(select(seat.participation_id).order_by(seat.id)).scalars())
    one = _pick(seated, act.one)
    at_entry = select(participation.entry_id).where(participation.id == one).scalar_subquery()
    there = select(participation.id).where(participation.entry_id == at_entry).order_by(participation.id)
    seating.swap_seats(session, one, with_id=_pick(list(session.execute(there).scalars()), act.two))


def _take_brief(session: Session, act: Act) -> None:
    """A brief in which a desk has turned the order, written, changed and taken away."""
    entry, draw = _pick(ids(session.connection(), "entry"), act.one), Random(act.two)  # noqa: S311 - repeatable
    brief, row = Base.metadata.tables["brief"].c, Base.metadata.tables["brief_paragraph"].c
    query = select(row.id, row.section, row.text, row.marking).join(brief.id.table, brief.id == row.brief_id)
    ours = [Ours(*found) for found in session.execute(query.where(brief.entry_id == entry).order_by(row.id))]
    draw.shuffle(ours)
    back = [
        Back(
            draw.choice([each.section, *BriefSection]),
            draw.choice([each.text, *WORDS]),
            None,
            name_of(each.id),
        )
        for each in ours[act.three % 2 :]
    ]
    went = tuple(Sent(name_of(each.id), each.section, each.marking, digest_of(each.text)) for each in ours)
    new = Back(draw.choice(list(BriefSection)), draw.choice(WORDS), draw.choice(list(Marking)))
    returned = ReturnedBrief(name_of(entry), went, (*back, new))
    returning.take_brief(session, entry, returned)


def _rename(session: Session, act: Act) -> None:
    rename_markings(session, [f"{level} {act.one % 4}" for level in range(4 if act.two % 4 else 3)])


def _drive(verb: Callable[..., Any], session: Session, act: Act) -> None:
    drive(verb, session, Random(f"{act.one} {act.two} {act.three}"))  # noqa: S311 - repeatable


def every_verb() -> dict[str, Callable[..., Any]]:
    """Return every verb of planning by its name."""
    found: dict[str, Callable[..., Any]] = {}
    for module in pkgutil.iter_modules(app.planning.verbs.__path__):
        verbs = import_module(f"app.planning.verbs.{module.name}")
        found |= {
            name: function
            for name, function in inspect.getmembers(verbs, inspect.isfunction)
            if function.__module__ == verbs.__name__ and not name.startswith("_")
        }
    return found


#: Verbs whose acts are worth more than what a signature tells: clocks near the nights of the switch.
_SPECIAL: dict[str, Callable[[Session, Act], None]] = {
    "create_entry": _create,
    "edit_entry": _edit,
    "move_entry": _move,
    "copy_entry": _on_entry(entries.copy_entry),
    "delete_entry": _on_entry(entries.delete_entry),
    "cancel_entry": _on_entry(entries.cancel_entry),
    "set_parties": _parties,
    "set_leg": _leg,
    "add_participant": _add_person,
    "set_participant": _set_person,
    "remove_participant": _remove_person,
    "add_ways": _ways,
    "load_visit": _load,
    "rename_markings": _rename,
    "paste_text": _paste,
    "swap_seats": _swap,
    "take_brief": _take_brief,
}
VERBS: dict[str, Callable[[Session, Act], None]] = {
    name: partial(_drive, verb) for name, verb in sorted(every_verb().items())
} | _SPECIAL
#: A visit is loaded rarely: it is two thousand rows.
OFTEN = [name for name in VERBS if name != "load_visit"]


def acts(*more: str) -> st.SearchStrategy[list[Act]]:
    """Draw a list of acts; ``more`` names further things to do beside the verbs."""
    number = st.integers(0, 999)
    # Twice as many entries are created as anything else is done, so that there is something to do it to.
    names = st.sampled_from(["create_entry", *OFTEN, *more])
    return st.lists(st.builds(Act, names, number, number, number), min_size=1, max_size=14)


def perform(space: Workspace, act: Act) -> bool:
    """Do one act; tell whether it was not refused."""
    with suppress(PlanningError):
        space.do(act.verb, VERBS[act.verb], act)
        return True
    return False

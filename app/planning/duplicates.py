"""Which persons, and which organisations, may be one and the same under two names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, select

from app.data.models import Organisation, Person
from app.domain.folding import folded
from app.domain.names import full_name

_BETWEEN = re.compile(r"[\W_]+")
_ONE_MAILBOX = 2  # an address that more persons share is an office's


class Likeness(StrEnum):
    """Why two rows may be one."""

    NAME = "name"
    NATIVE_NAME = "native_name"
    EMAIL = "email"
    ACRONYM = "acronym"
    CHOSEN = "chosen"  # by hand


@dataclass(frozen=True, slots=True)
class Pair:
    """Two rows of one table that may be one; each name is followed by the native name."""

    table: str
    one_id: str
    other_id: str
    one: str
    other: str
    why: Likeness

    @property
    def id(self) -> str:
        """What tells this pair from others."""
        return f"{self.one_id} {self.other_id}"


_Keys = dict[tuple[Likeness, str], list[int]]


def person_duplicates(connection: Connection) -> tuple[Pair, ...]:
    """Return the pairs of persons that may be one, by name.

    Alike are persons with the same names, also with family and given name swapped or in one field, without
    case, accents, hyphens; the same native name; the same e-mail address.
    """
    query = select(
        Person.id,
        Person.family_name,
        Person.given_name,
        Person.family_name_first,
        Person.native_name,
        Person.email,
    ).order_by(Person.family_name, Person.id)
    rows = connection.execute(query).all()
    sharing: _Keys = {}
    for at, (_id, family, given, _first, native, email) in enumerate(rows):
        for key in _person_keys(family, given, native, email):
            sharing.setdefault(key, []).append(at)

    def name(at: int) -> str:
        row = rows[at]
        latin = full_name(row.family_name, row.given_name, family_first=row.family_name_first)
        return f"{latin} {row.native_name}".strip()

    return _pairs("person", sharing, [row[0] for row in rows], name)


def organisation_duplicates(connection: Connection) -> tuple[Pair, ...]:
    """Return the pairs of organisations that may be one: alike in name, native name or acronym."""
    query = select(Organisation.id, Organisation.name, Organisation.acronym, Organisation.native_name)
    rows = connection.execute(query.order_by(Organisation.name, Organisation.id)).all()
    sharing: _Keys = {}
    for at, (_id, named, acronym, native) in enumerate(rows):
        for key in _organisation_keys(named, acronym, native):
            sharing.setdefault(key, []).append(at)

    def name(at: int) -> str:
        return f"{rows[at].name} {rows[at].native_name}".strip()

    return _pairs("organisation", sharing, [row[0] for row in rows], name)


def _person_keys(family: str, given: str, native: str, email: str) -> Iterator[tuple[Likeness, str]]:
    one, other = _closed(family), _closed(given)
    yield Likeness.NAME, f"{one} {other}" if one <= other else f"{other} {one}"
    if not one or not other:  # a whole name in one field
        words = sorted(_closed(word) for word in (family or given).split())
        yield Likeness.NAME, " ".join(words)
    if native:
        yield Likeness.NATIVE_NAME, _closed(native)
    elif not family.isascii():
        yield Likeness.NATIVE_NAME, one + other
    if email:
        yield Likeness.EMAIL, email.strip().lower()


def _organisation_keys(name: str, acronym: str, native: str) -> Iterator[tuple[Likeness, str]]:
    yield Likeness.NAME, _closed(name)
    if acronym:
        yield Likeness.ACRONYM, _closed(acronym)
        yield Likeness.NAME, _closed(acronym)  # one is named as the other is called for short
    if native:
        yield Likeness.NATIVE_NAME, _closed(native)


def _closed(text: str) -> str:
    """Return a text folded and without what stands between letters."""
    bare = text.lower() if text.isascii() else folded(text)
    return bare if bare.isalnum() else _BETWEEN.sub("", bare)


def _pairs(table: str, sharing: _Keys, ids: Sequence[str], name: Callable[[int], str]) -> tuple[Pair, ...]:
    """Return the pairs that share a key: the first of those that do with each of the others."""
    found: dict[tuple[int, int], Pair] = {}
    for (why, text), alike in sharing.items():
        places = list(dict.fromkeys(alike))
        if len(places) == 1 or not text.strip() or (why is Likeness.EMAIL and len(places) > _ONE_MAILBOX):
            continue
        one = places[0]
        for other in places[1:]:
            pair = Pair(table, ids[one], ids[other], name(one), name(other), why)
            found.setdefault((one, other), pair)
    return tuple(found[places] for places in sorted(found))

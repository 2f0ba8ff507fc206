"""Any verb, driven by its signature: what it is done to and with is drawn from what stands in the file.

A parameter ``topic_id`` takes the id of a topic, ``topic_ids`` several of them, ``owner_id`` what that column
of the verb's own table refers to; other parameters take values of their annotated kinds. ``**fields`` take
columns of the verb's own table: that of its first id, or the one its name creates. A mapping is keyed by the
ids of the rows that its values are about; such a value is a dataclass, drawn field by field.
"""

import dataclasses
import inspect
import types
import typing
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from enum import Enum, IntEnum
from random import Random
from typing import Any

from sqlalchemy import Boolean, Column, Date, DateTime, Float, Integer, Table, select
from sqlalchemy.orm import Session

from app.data.models import Base
from app.data.models.base import Level, Word
from app.domain.words import Marking
from app.planning.moving import Start
from app.planning.rows import KEPT

ZONES = ("Europe/Paris", "Asia/Seoul", "America/New_York", "Nowhere/At_all")
WORDS = (
    "",
    " ",
    "Call on the Minister",
    "한글 제목",
    "a" * 300,
    "“quoted”\n\ttext",
    "-",
    "EUR",
    "ko",
    "image/png",
)
FIRST_DAY = date(2026, 3, 1)
#: What a parameter is drawn from whose name ends so.
_BY_NAME: Mapping[str, Sequence[Any]] = {"zone": ZONES, "fold": (None, 0, 1)}
#: What each value of a mapping is about: the table whose ids are its keys.
_KEYED = {Start: "entry"}
_CREATES = ("create_", "add_", "new_")


def drive(verb: Callable[..., Any], session: Session, draw: Random) -> Any:
    """Run a verb once with drawn arguments."""
    signature = inspect.signature(verb)
    names = list(signature.parameters)[1:]
    own = own_table(verb, names)
    given: list[Any] = []
    fields: dict[str, Any] = {}
    for name in names:
        parameter = signature.parameters[name]
        if parameter.kind is parameter.VAR_KEYWORD:
            drawn = _columns(session, own, draw)
            fields |= {column: drawn[column] for column in drawn if column not in names}
        elif parameter.kind is parameter.KEYWORD_ONLY:
            if parameter.default is parameter.empty or draw.random() < 0.5:
                fields[name] = value(session, name, kind_of(verb, parameter), own, draw)
        else:
            given.append(value(session, name, kind_of(verb, parameter), own, draw))
    try:
        return verb(session, *given, **fields)
    except TypeError as error:
        if not str(error).startswith(("not to be set on", "no columns of")):
            raise
        return None


def own_table(verb: Callable[..., Any], names: Sequence[str]) -> Table | None:
    """Return the table whose rows a verb makes or changes."""
    name = verb.__name__
    tables = Base.metadata.tables
    for start in _CREATES:
        if name.startswith(start):
            made = name.removeprefix(start)
            found = [table for key, table in tables.items() if key == made or key.startswith(made + "_")]
            if made in tables:
                return tables[made]
            if len(found) == 1:
                return found[0]
    for parameter in names:
        table = tables.get(parameter.removesuffix("s").removesuffix("_id"))
        if table is not None:
            return table
    return None


def kind_of(verb: Callable[..., Any], parameter: inspect.Parameter) -> Any:
    """Return what a parameter is annotated with."""
    annotation = parameter.annotation
    if isinstance(annotation, str):
        space = {**vars(inspect.getmodule(verb)), "Session": Session}  # imported for the checker alone
        space |= {"Collection": Collection, "Sequence": Sequence, "Mapping": Mapping, "date": date}
        space |= {"datetime": datetime}
        return eval(annotation, space)  # noqa: S307 - our own annotation
    return annotation


def value(session: Session, name: str, kind: Any, own: Table | None, draw: Random) -> Any:
    """Return something to give to a parameter of this name and kind."""
    if name.endswith("_ids"):
        found = ids(session, _target(name.removesuffix("s"), own))
        chosen = draw.sample(found, draw.randint(0, min(3, len(found))))
        return frozenset(chosen) if typing.get_origin(kind) in {frozenset, set} else tuple(chosen)
    if name.endswith("_id"):
        if _optional(kind) and draw.random() < 0.3:
            return None
        found = ids(session, _target(name, own))
        return draw.choice(found) if found and draw.random() < 0.95 else "nothing"
    kinds = [choices for word, choices in _BY_NAME.items() if name.endswith(word)]
    if kinds:
        return draw.choice(kinds[0])
    if typing.get_origin(kind) is Mapping:
        return _mapping(session, typing.get_args(kind)[1], draw)
    return _of_kind(kind, draw)


def _mapping(session: Session, about: Any, draw: Random) -> dict[str, Any]:
    found = ids(session, Base.metadata.tables[_KEYED[about]])
    hints = typing.get_type_hints(about)
    names = [field.name for field in dataclasses.fields(about)]
    return {
        key: about(**{name: value(session, name, hints[name], None, draw) for name in names})
        for key in draw.sample(found, draw.randint(0, min(3, len(found))))
    }


def ids(session: Session, table: Table | None) -> list[str]:
    """Return the ids of a table in order."""
    return list(session.scalars(select(table.c.id).order_by(table.c.id))) if table is not None else []


def _target(name: str, own: Table | None) -> Table | None:
    if own is not None and name in own.c and own.c[name].foreign_keys:
        return next(iter(own.c[name].foreign_keys)).column.table
    if name in {"into_id", "to_id"}:
        return own
    return Base.metadata.tables.get(name.removesuffix("_id"))


def _optional(kind: Any) -> bool:
    return types.NoneType in typing.get_args(kind)


def _of_kind(kind: Any, draw: Random) -> Any:
    if _optional(kind):
        if draw.random() < 0.3:
            return None
        kind = next(each for each in typing.get_args(kind) if each is not types.NoneType)
    return _drawn(kind, draw)


def _drawn(kind: Any, draw: Random) -> Any:
    if isinstance(kind, type) and issubclass(kind, Enum | IntEnum):
        return draw.choice(list(kind))
    makers: dict[Any, Callable[[], Any]] = {
        bool: lambda: draw.random() < 0.5,
        int: lambda: draw.choice((0, 1, 5, 30, 90, -1)),
        float: lambda: draw.choice((0.0, 0.5, 2.0, 47.25, -3.5)),
        str: lambda: draw.choice(WORDS),
        bytes: lambda: b"\x89PNG\r\n\x1a\n" + draw.randbytes(8),
        date: lambda: FIRST_DAY + timedelta(days=draw.randrange(60)),
        time: lambda: time(draw.randrange(24), 5 * draw.randrange(12)),
        datetime: lambda: (
            datetime.combine(FIRST_DAY, datetime.min.time()) + timedelta(minutes=5 * draw.randrange(9000))
        ),
    }
    return makers[kind]()


def _columns(session: Session, own: Table | None, draw: Random) -> dict[str, Any]:
    if own is None:
        return {}
    names = [name for name in own.c.keys() if name not in KEPT and name != "position"]  # noqa: SIM118 - columns, not a dict
    chosen = draw.sample(names, draw.randint(0, min(2, len(names))))
    return {name: _column(session, own.c[name], draw) for name in chosen}


def _column(session: Session, column: Column[Any], draw: Random) -> Any:
    if column.nullable and draw.random() < 0.3:
        return None
    if column.foreign_keys:
        found = ids(session, next(iter(column.foreign_keys)).column.table)
        return draw.choice(found) if found else None
    kinds: Sequence[tuple[type, Any]] = (
        (Boolean, bool),
        (Integer, int),
        (Float, float),
        (Date, date),
        (DateTime, datetime),
    )
    if column.name.endswith("zone"):
        return draw.choice(ZONES)
    if isinstance(column.type, Word):
        return draw.choice(list(column.type.words))
    if isinstance(column.type, Level):
        return draw.choice(list(Marking))
    return _drawn(next((given for kind, given in kinds if isinstance(column.type, kind)), str), draw)

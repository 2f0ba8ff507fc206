"""What every stored row has: a key, a version, stamps; and how a column declares its release.

A class declares its columns once; from them stands a Core table as soon as the class is read, and until the
first write that is all there is: views select columns, so opening a planner to look at it never loads the
ORM. ``map_all`` maps the classes over their tables; the workspace calls it before the first verb runs.

Relations are foreign keys alone, declared with ``ref``: ``owner=True`` means that the row dies with
what it refers to, otherwise the reference is emptied (``app.data.cascade``). No ``relationship()``
is mapped: views select columns, and a verb that needs a row asks for it, so nothing loads by surprise.
Foreign keys are checked at commit, so the order of a verb's writes never matters.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Self

from sqlalchemy import Column, DateTime, ForeignKey, Integer, MetaData, String, Table, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

from app.domain.release import Carry
from app.domain.words import Marking

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


@dataclass(frozen=True, slots=True)
class Declared:
    """A column as its class declares it; each class below makes one of its own from it."""

    make: Callable[[], Column[Any]]
    deferred: bool = False


class Base:
    """What all stored classes share: their tables, and construction by column names."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMING)
    __tablename__: ClassVar[str]
    __table__: ClassVar[Table]
    __constraints__: ClassVar[tuple[Any, ...]] = ()
    __info__: ClassVar[dict[str, Any]] = {}
    __declared__: ClassVar[dict[str, Declared]]

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "__tablename__" not in cls.__dict__:
            return
        declared = cls.__declared__ = declarations(cls)
        columns = []
        for name, declaration in declared.items():
            column = declaration.make()
            column.name = column.key = name
            columns.append(column)
        cls.__table__ = Table(
            cls.__tablename__, Base.metadata, *columns, *cls.__constraints__, info=dict(cls.__info__)
        )
        for name in declared:  # until the class is mapped, its attributes are the columns themselves
            setattr(cls, name, cls.__table__.c[name])

    def __new__(cls, **_values: Any) -> Self:
        map_all()  # a row is only ever made to be written
        return super().__new__(cls)

    def __init__(self, **values: Any) -> None:
        unknown = values.keys() - self.__table__.c.keys()
        if unknown:
            raise TypeError(f"no columns of {self.__tablename__}: {sorted(unknown)}")
        for name, value in values.items():
            setattr(self, name, value)


def declarations(cls: type[Base]) -> dict[str, Declared]:
    """Return a class's declared columns in order: keys, its own, then version and stamps."""
    found = {
        name: value
        for base in reversed(cls.__mro__)
        for name, value in base.__dict__.items()
        if isinstance(value, Declared)
    }
    first = [name for name in ("id", "visit_id") if name in found]
    last = [name for name in ("version", "created_at", "updated_at") if name in found]
    own = [name for name in found if name not in {*first, *last}]
    return {name: found[name] for name in (*first, *own, *last)}


def stored_classes() -> list[type[Base]]:
    """Return every class that has a table."""
    found, queue = [], [Base]
    while queue:
        for below in queue.pop().__subclasses__():
            queue.append(below)
            if "__tablename__" in below.__dict__:
                found.append(below)
    return sorted(found, key=lambda each: each.__tablename__)


def new_id() -> str:
    """Return a fresh random key."""
    return str(uuid.uuid4())


def now_utc() -> datetime:
    """Return the present instant, UTC, naive, whole seconds: the form in which stamps are stored."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


class Word(TypeDecorator[StrEnum]):
    """A value of a closed vocabulary, stored as its word; a word outside it raises ``ValueError``."""

    impl = String(30)
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write the word."""
        return None if value is None else self.words(value).value

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], StrEnum | None]:  # noqa: ARG002
        """Return what reads a word back as its member: plainly, since a view reads thousands of them."""
        words = self.words
        known: dict[str, StrEnum] = {word.value: word for word in words}  # quicker than asking words

        def read(value: Any) -> StrEnum | None:
            return None if value is None else known.get(value) or words(value)

        return read


class Level(TypeDecorator[Marking]):
    """A marking, stored as its place in the order."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> int | None:  # noqa: ARG002
        """Write the level."""
        return None if value is None else int(Marking(value))

    def process_result_value(self, value: Any, dialect: Dialect) -> Marking | None:  # noqa: ARG002
        """Read the level back."""
        return None if value is None else Marking(value)


def ref(target: str, *, owner: bool = False, optional: bool = False) -> Any:
    """Declare a foreign key to ``target``.id; ``owner=True``: the row dies with what it refers to."""

    def make() -> Column[Any]:
        key = ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED")
        return Column(
            String(36), key, nullable=optional, index=True, info={"carry": Carry.KEY, "owner": owner}
        )

    return Declared(make)


def field(
    kind: TypeEngine[Any] | type[TypeEngine[Any]] = Text,
    carry: Carry = Carry.FIELD,
    *,
    default: Any = "",
    optional: bool = False,
) -> Any:
    """Declare a stored field and how it may be released. An optional field defaults to None."""
    value = None if optional else default
    return Declared(lambda: Column(kind, nullable=optional, default=value, info={"carry": carry}))


def plain(
    kind: TypeEngine[Any] | type[TypeEngine[Any]],
    carry: Carry = Carry.INTERNAL,
    *,
    key_of: str = "",
    nullable: bool = False,
    deferred: bool = False,
    **options: Any,
) -> Any:
    """Declare a column without a default; ``key_of`` names the column it refers to.

    A ``deferred`` column is never loaded along with its row.
    """

    def make() -> Column[Any]:
        keys = [ForeignKey(key_of)] if key_of else []
        return Column(kind, *keys, nullable=nullable, info={"carry": carry}, **options)

    return Declared(make, deferred)


def guarded(marked_by: str) -> Any:
    """Declare words whose own marking stands in the column ``marked_by``."""
    info = {"carry": Carry.GUARDED, "marked_by": marked_by}
    return Declared(lambda: Column(Text, nullable=False, default="", info=dict(info)))


def level(default: Marking = Marking.OFFICIAL_USE) -> Any:
    """Declare a marking column; it is carried so that each page can show the highest marking on it."""
    return field(Level, Carry.KEY, default=default)


def position() -> Any:
    """Declare the place of a row among its siblings, counted from 0."""
    return field(Integer, Carry.KEY, default=0)


class Row(Base):
    """A row with a UUID key, a version that rises with each write, and stamps in UTC."""

    id: Mapped[str] = plain(String(36), Carry.KEY, primary_key=True, default=new_id)
    version: Mapped[int] = plain(Integer)
    created_at: Mapped[datetime] = field(DateTime, Carry.KEY, default=now_utc)
    updated_at: Mapped[datetime] = field(DateTime, Carry.KEY, default=now_utc)


class Owned(Row):
    """A row that belongs to one visit and dies with it."""

    visit_id: Mapped[str] = ref("visit", owner=True)


@cache
def map_all() -> None:
    """Map all stored classes over their tables, once; the ORM is imported only here.

    The version column lets the ORM refuse a write over a newer row.
    """
    from sqlalchemy.orm import configure_mappers, deferred, registry

    mapping = registry(metadata=Base.metadata)
    for each in stored_classes():
        table = each.__table__
        late = {
            name: deferred(table.c[name], raiseload=True)
            for name, declared in each.__declared__.items()
            if declared.deferred
        }
        for name in each.__declared__:
            delattr(each, name)
        version = table.c.version if issubclass(each, Row) else None
        mapping.map_imperatively(each, table, properties=late, version_id_col=version)
    configure_mappers()

"""What every stored row has: a key, a version, stamps; and how a column declares its release.

Relations are foreign keys alone, declared with ``ref``: ``owner=True`` means that the row dies with
what it refers to, otherwise the reference is emptied (``app.data.cascade``). No ``relationship()``
is mapped: views select columns, and a verb that needs a row asks for it, so nothing loads by surprise.
Foreign keys are checked at commit, so the order of a verb's writes never matters.
"""

import uuid
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import DateTime, ForeignKey, Integer, MetaData, String, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, declared_attr, mapped_column
from sqlalchemy.types import TypeDecorator, TypeEngine

from app.domain.release import Carry
from app.domain.words import Marking

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The registry of all mapped classes."""

    metadata = MetaData(naming_convention=NAMING)


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

    def process_result_value(self, value: Any, dialect: Dialect) -> StrEnum | None:  # noqa: ARG002
        """Read the word back as its member."""
        return None if value is None else self.words(value)


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


def ref(target: str, *, owner: bool = False, optional: bool = False) -> MappedColumn[Any]:
    """Declare a foreign key to ``target``.id; ``owner=True``: the row dies with what it refers to."""
    key = ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED")
    info = {"carry": Carry.KEY, "owner": owner}
    return mapped_column(String(36), key, nullable=optional, index=True, info=info)


def field(
    kind: TypeEngine[Any] | type[TypeEngine[Any]] = Text,
    carry: Carry = Carry.FIELD,
    *,
    default: Any = "",
    optional: bool = False,
) -> MappedColumn[Any]:
    """Declare a stored field and how it may be released. An optional field defaults to None."""
    if optional:
        return mapped_column(kind, nullable=True, default=None, info={"carry": carry})
    return mapped_column(kind, nullable=False, default=default, info={"carry": carry})


def guarded(marked_by: str) -> MappedColumn[Any]:
    """Declare words whose own marking stands in the column ``marked_by``."""
    return mapped_column(Text, default="", info={"carry": Carry.GUARDED, "marked_by": marked_by})


def level(default: Marking = Marking.OFFICIAL_USE) -> MappedColumn[Any]:
    """Declare a marking column; it is carried so that each page can show the highest marking on it."""
    return mapped_column(Level, default=default, info={"carry": Carry.KEY})


def position() -> MappedColumn[Any]:
    """Declare the place of a row among its siblings, counted from 0."""
    return mapped_column(Integer, default=0, info={"carry": Carry.KEY})


class Row(Base):
    """A row with a UUID key, a version that rises with each write, and stamps in UTC."""

    __abstract__ = True

    id: Mapped[str] = mapped_column(
        String(36), primary_key=True, default=new_id, info={"carry": Carry.KEY}, sort_order=-10
    )
    version: Mapped[int] = mapped_column(
        Integer, nullable=False, info={"carry": Carry.INTERNAL}, sort_order=90
    )
    created_at: Mapped[datetime] = mapped_column(
        DateTime, default=now_utc, info={"carry": Carry.KEY}, sort_order=91
    )
    updated_at: Mapped[datetime] = mapped_column(
        DateTime, default=now_utc, info={"carry": Carry.KEY}, sort_order=92
    )

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        """Let the ORM raise the version and refuse a write over a newer one."""
        return {"version_id_col": cls.version}


class Owned(Row):
    """A row that belongs to one visit and dies with it."""

    __abstract__ = True

    visit_id: Mapped[str] = mapped_column(
        String(36),
        ForeignKey("visit.id", deferrable=True, initially="DEFERRED"),
        index=True,
        info={"carry": Carry.KEY, "owner": True},
        sort_order=-9,
    )

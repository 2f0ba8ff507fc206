"""Words that no font can draw: where in the visit one stands that a paper could not print."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from enum import Enum
from typing import Any

from app.domain.errors import PlanningError
from app.planning.released import TABLES, ReleasedVisit
from app.publish.book import fonts
from app.publish.book.text import clean

#: Columns whose words never come onto paper.
_UNPRINTED = {"id", "calendar_uid", "media_type"}


@dataclass(frozen=True, slots=True)
class MissingGlyph:
    """A word with a letter that no font can draw; ``where`` is its table and column."""

    word: str
    where: str
    row_id: str


@contextmanager
def naming_glyphs(*visits: ReleasedVisit) -> Iterator[None]:
    """Say of a word that no font can draw where in these visits it stands, the last one first.

    What a paper does not print stops nothing.

    Raises:
        PlanningError: ``glyph_missing``, with the ``word``, ``where`` and the ``row_id`` it stands in.
    """
    try:
        yield
    except PlanningError as error:
        if error.code != "glyph_missing":
            raise
        word = error.data["word"]
        known: list[MissingGlyph] = []
        for visit in reversed(visits):
            known = known or [
                one for one in find_missing_glyphs(visit) if _within(one.word.upper(), word.upper())
            ]
        found = max(known, key=lambda one: len(one.word), default=MissingGlyph(word, "", ""))
        raise PlanningError(error.code, word=found.word, where=found.where, row_id=found.row_id) from error


def find_missing_glyphs(visit: ReleasedVisit) -> list[MissingGlyph]:
    """Return the words of a released visit that cannot be printed: never a box on paper."""
    fonts.register()
    found = list(_in_rows("visit", (visit.visit,)))
    for table, (_, attribute) in TABLES.items():
        found += _in_rows(table, getattr(visit, attribute))
    names = " ".join(visit.marking_names)
    return found + [MissingGlyph(word, "marking_names", "") for word in _missing(names)]


def _in_rows(table: str, rows: tuple[Any, ...]) -> Iterator[MissingGlyph]:
    columns = [one.name for one in fields(rows[0]) if _is_printed(one.name)] if rows else []
    for row in rows:
        for column in columns:
            text = getattr(row, column)
            if isinstance(text, str) and not isinstance(text, Enum) and not text.isascii():
                for word in _missing(text):
                    yield MissingGlyph(word, f"{table}.{column}", row.id)


def _within(one: str, other: str) -> bool:
    """Tell whether a word is part of another: it is printed with what stands beside it, or in pieces."""
    return one in other or other in one


def _is_printed(column: str) -> bool:
    return column not in _UNPRINTED and not column.endswith(("_id", "_zone"))


def _missing(text: str) -> Iterator[str]:
    cleaned = clean(text)
    if not fonts.covers(set(cleaned) - {"\n"}):
        for word in cleaned.split():
            if not fonts.covers(set(word)):
                yield word

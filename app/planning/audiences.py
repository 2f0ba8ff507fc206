"""The shipped rules of release: each audience's highest marking and the fields its papers may carry."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from app.domain.release import AudienceKind
from app.domain.words import Marking
from app.paths import RESOURCES


@dataclass(frozen=True, slots=True)
class Rules:
    """What one audience may see on one paper; a table that is not in ``fields`` stays inside whole."""

    ceiling: Marking
    fields: Mapping[str, frozenset[str]]


@cache
def _shipped() -> dict[str, Any]:
    path = RESOURCES / "release" / "audiences.json"
    document: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return document


@cache
def rules_for(kind: AudienceKind, paper: str) -> Rules:
    """Return the rules for an audience and a paper: ``book``, or one that the shipped rules list.

    A paper with a list of its own narrows its audience's. Beyond that it carries only what the audience lists
    under the paper's name: so what came of a meeting is on its minutes, and in no book or calendar.
    """
    audience = _shipped()["audiences"][kind.value]
    fields = {table: frozenset(names) for table, names in audience["fields"].items()}
    if paper != "book":
        narrower = _shipped()["papers"][paper]
        fields = {
            table: names & frozenset(narrower[table]) for table, names in fields.items() if table in narrower
        }
        fields |= {table: frozenset(names) for table, names in audience.get(paper, {}).items()}
    return Rules(Marking[audience["ceiling"]], fields)

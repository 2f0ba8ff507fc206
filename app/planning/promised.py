"""What is released of all visits for an organisation's page, and for the days on which promises are due."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from app.domain.release import Audience
from app.planning.release import release
from app.planning.released import ReleasedVisit
from app.planning.views.family import family_of
from app.planning.views.visits import visit_cards


@dataclass(frozen=True, slots=True)
class Promised:
    """The visits as one audience may see them; ``family`` are the organisation and all below it, by ids."""

    organisation_id: str
    family: frozenset[str]
    visits: tuple[ReleasedVisit, ...]


def release_promises(connection: Connection, organisation_id: str, audience: Audience) -> Promised:
    """Release what was said and promised between us and an organisation, on all visits, archived ones too.

    Raises:
        PlanningError: what :func:`app.planning.release.release` refuses.
    """
    family = family_of(connection, (organisation_id,))
    return Promised(organisation_id, family, _all(connection, audience, "organisation_page"))


def release_all_promises(connection: Connection, audience: Audience) -> tuple[ReleasedVisit, ...]:
    """Release the promises of both sides on all visits, archived ones too.

    Raises:
        PlanningError: what :func:`app.planning.release.release` refuses.
    """
    return _all(connection, audience, "promises")


def _all(connection: Connection, audience: Audience, paper: str) -> tuple[ReleasedVisit, ...]:
    ids = [card.id for card in visit_cards(connection, archived=True)]
    return tuple(release(connection, each, audience, paper=paper) for each in ids)

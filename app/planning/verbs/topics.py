"""What can be done to the topics of a visit, and to what they concern and point at."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.data.cascade import delete_row
from app.data.models import AgendaItem, Organisation, Precedent, Topic, TopicOrganisation, TopicPrecedent
from app.domain.errors import PlanningError
from app.domain.words import Marking
from app.planning.rows import asked, asked_visit, change, fresh, next_position, own_columns, put_in_order

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_COLUMNS = own_columns(Topic, without={"thread_id", "position"})
_GUARDED = ("likely_position_marking", "red_line_marking", "if_raised_marking")


def create_topic(session: Session, /, visit_id: str, *, title: str, **fields: Any) -> str:
    """Add a topic after the last of a visit and return its id.

    It takes the visit's marking; its red line, their likely position and what is said if raised start at
    RESTRICTED, or above where the visit is.

    Raises:
        PlanningError: ``visit_missing``, or what :func:`edit_topic` refuses.
    """
    visit = asked_visit(session, visit_id)
    guarded = max(visit.marking, Marking.RESTRICTED)
    place = next_position(session, Topic, visit_id=visit_id)
    topic = fresh(session, Topic, visit_id=visit_id, position=place, marking=visit.marking)
    change(
        session,
        topic,
        dict.fromkeys(_GUARDED, guarded) | {"title": title} | fields,
        columns=_COLUMNS,
        required={"title"},
    )
    return topic.id


def edit_topic(session: Session, /, topic_id: str, **fields: Any) -> None:
    """Set columns of a topic.

    Raises:
        PlanningError: ``row_missing``; ``field_empty`` for the title; ``choice_unknown``;
            ``reference_missing`` where the owner is no member of the visit; ``text_too_long``.
    """
    change(session, asked(session, Topic, topic_id), fields, columns=_COLUMNS, required={"title"})


def delete_topic(session: Session, /, topic_id: str) -> None:
    """Delete a topic; items of agendas that were about it stay, under its title where they have none.

    An item that bears the topic's words is marked as closely as they were.

    Raises:
        PlanningError: ``row_missing``.
    """
    topic = asked(session, Topic, topic_id)
    for item in session.scalars(select(AgendaItem).where(AgendaItem.topic_id == topic_id)):
        if not item.title:
            item.title, item.marking = topic.title, max(item.marking, topic.marking)
    delete_row(session, topic)


def order_topics(session: Session, /, visit_id: str, topic_ids: Sequence[str]) -> None:
    """Give the topics of a visit an order; those not named follow in the order they had.

    Raises:
        PlanningError: ``visit_missing``; ``row_missing`` where a topic is not of the visit.
    """
    asked_visit(session, visit_id)
    put_in_order(session, Topic, topic_ids, visit_id=visit_id)


def set_topic_organisations(session: Session, /, topic_id: str, organisation_ids: Collection[str]) -> None:
    """Say which organisations a topic concerns.

    Raises:
        PlanningError: ``row_missing``; ``reference_missing`` where an organisation is gone.
    """
    topic = asked(session, Topic, topic_id)
    rows = session.scalars(select(TopicOrganisation).where(TopicOrganisation.topic_id == topic_id))
    present = {row.organisation_id: row for row in rows}
    for organisation_id in dict.fromkeys(organisation_ids):
        if session.get(Organisation, organisation_id) is None:
            raise PlanningError("reference_missing", field="organisation_ids")
        if organisation_id not in present:
            session.add(
                TopicOrganisation(visit_id=topic.visit_id, topic_id=topic_id, organisation_id=organisation_id)
            )
    for organisation_id, row in present.items():
        if organisation_id not in organisation_ids:
            session.delete(row)


def set_topic_precedents(session: Session, /, topic_id: str, precedent_ids: Sequence[str]) -> None:
    """Say which precedents a topic points at, in which order.

    Raises:
        PlanningError: ``row_missing``; ``reference_missing`` where a precedent is gone.
    """
    topic = asked(session, Topic, topic_id)
    rows = session.scalars(select(TopicPrecedent).where(TopicPrecedent.topic_id == topic_id))
    present = {row.precedent_id: row for row in rows}
    wanted = list(dict.fromkeys(precedent_ids))
    for place, precedent_id in enumerate(wanted):
        if session.get(Precedent, precedent_id) is None:
            raise PlanningError("reference_missing", field="precedent_ids")
        row = present.get(precedent_id)
        if row is None:
            session.add(
                TopicPrecedent(
                    visit_id=topic.visit_id, topic_id=topic_id, precedent_id=precedent_id, position=place
                )
            )
        elif row.position != place:
            row.position = place
    for precedent_id, row in present.items():
        if precedent_id not in wanted:
            session.delete(row)

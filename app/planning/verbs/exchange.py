"""Bringing visits in from snapshots."""

from typing import Any

from sqlalchemy.orm import Session

from app.data import snapshot


def load_visit(session: Session, document: dict[str, Any]) -> str:
    """Put a snapshot's visit into the planner and return its id.

    Raises:
        PlanningError: ``snapshot_foreign``, ``snapshot_newer``, ``snapshot_broken``, ``visit_exists``.
    """
    return snapshot.load(session, document)

"""The post that a person holds: of those open on a day, the highest in rank, then the newest."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, or_

from app.data.models import Post


def held_on(day: date) -> ColumnElement[bool]:
    """Return the condition that a post is held on a day."""
    post = Post.__table__.c
    begun = or_(post.starts_on.is_(None), post.starts_on <= day)
    return begun & or_(post.ends_on.is_(None), post.ends_on >= day)


def present_first() -> tuple[ColumnElement[Any], ...]:
    """Return the order in which a person's present post stands before the others held the same day."""
    post = Post.__table__.c
    return (post.rank, post.starts_on.is_(None), post.starts_on.desc(), post.id)

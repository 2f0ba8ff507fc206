"""A row that is made because another is to refer to it: both in one step."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

R = TypeVar("R")


def with_new_row(
    session: Session, make: Callable[[Session], str], refer: Callable[[Session, str], R], /
) -> R:
    """Make a row, and have ``refer`` refer to it by its id; return what ``refer`` does.

    Raises:
        PlanningError: what either refuses; then neither is done.
    """
    row_id = make(session)
    session.flush()  # what refers to the row looks for it in the file
    return refer(session, row_id)

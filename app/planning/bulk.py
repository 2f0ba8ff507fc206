"""One act on many rows: a verb run for each of them, in one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def for_each(session: Session, verb: Callable[..., Any], row_ids: Iterable[str], /, **fields: Any) -> None:
    """Run a verb that takes a row's id on each of the rows, with the same fields.

    Raises:
        PlanningError: what the verb refuses for any of them; then nothing is changed for all.
    """
    for row_id in row_ids:
        verb(session, row_id, **fields)

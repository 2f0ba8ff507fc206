"""What the columns of the table of actions say, and what many actions can be set to at once."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any

from app.domain.words import ActionState, Marking, Side
from app.planning.verbs.actions import edit_action
from app.planning.views.actions import ActionRow
from app.planning.views.visits import Choice
from app.ui.tables.bulk import BulkField, Verb
from app.ui.tables.column import Column
from app.wording import _
from app.wording.actions import days_left, owed
from app.wording.dates import day_with_year
from app.wording.names import word_name

_STATES = tuple(ActionState)
_TONES = {
    ActionState.OPEN: "accent",
    ActionState.IN_PROGRESS: "warn",
    ActionState.DONE: "ok",
    ActionState.DROPPED: "muted",
}
_SOON_DAYS = 3


def columns() -> Sequence[Column]:
    """Return the columns: what and where it was promised, by when, how far, who, to whom."""
    return (
        Column(
            "text",
            _("Action"),
            lambda row: " ".join(row.text.split()),
            width=250,
            detail=_origin,
            badge=_badge,
            tone=_muted_once_closed,
        ),
        Column("due", _("Due"), _due, width=136, detail=_left, sort=lambda row: row.due_on, tone=_due_tone),
        Column("state", _("State"), _nothing, width=104, chip=_state, sort=_state_order, tone=_state_tone),
        Column("owner", _("Owner"), _owner, width=140, detail=_side, tone=_owner_tone),
        Column("counterpart", _("Counterpart"), lambda row: row.counterpart, width=100),
    )


def bulk_fields(today: date, markings: tuple[str, ...], owners: Sequence[Choice]) -> Sequence[BulkField]:
    """Return what can be changed of many actions: the state, the day, who owes them, the marking.

    ``owners`` are the members who can; nobody is offered where there are none.
    """
    days = (
        (_("Today"), today),
        (_("In a week"), today + timedelta(days=7)),
        (_("In two weeks"), today + timedelta(days=14)),
        (_("In four weeks"), today + timedelta(days=28)),
    )
    named = [(_("{words}, {day}").format(words=words, day=day_with_year(day)), day) for words, day in days]
    return (
        (_("State"), [(word_name(state), _setting(state=state)) for state in ActionState]),
        (
            _("Due"),
            [
                *((words, _setting(due_on=day)) for words, day in named),
                (_("No day"), _setting(due_on=None)),
            ],
        ),
        *([(_("Owner"), _owned_by(owners))] if owners else []),
        (_("Who owes it"), [(word_name(side), _setting(owed_by=side)) for side in Side]),
        (_("Marking"), [(markings[marking], _setting(marking=marking)) for marking in Marking]),
    )


def _setting(**fields: Any) -> Callable[..., object]:
    return partial(edit_action, **fields)


def _owned_by(owners: Sequence[Choice]) -> list[tuple[str, Verb]]:
    return [
        *((owner.name, _setting(owner_id=owner.id)) for owner in owners),
        (_("Nobody"), _setting(owner_id=None)),
    ]


def _nothing(_row: ActionRow) -> str:
    return ""


def _origin(row: ActionRow) -> str:
    return " · ".join(part for part in (row.visit, row.meeting, row.topic) if part)


def _owner(row: ActionRow) -> str:
    return row.owner or ("" if row.closed else _("nobody yet"))


def _badge(row: ActionRow) -> Marking | None:
    return row.marking if row.marking > Marking.OFFICIAL_USE else None


def _muted_once_closed(row: ActionRow) -> str:
    return "muted" if row.closed else ""


def _due(row: ActionRow) -> str:
    return day_with_year(row.due_on) if row.due_on else "" if row.closed else _("no day yet")


def _left(row: ActionRow) -> str:
    return days_left(row.days_left, closed=row.closed)


def _due_tone(row: ActionRow) -> str:
    if row.overdue:
        return "bad"
    if row.closed or row.days_left is None:
        return "muted"
    return "warn" if row.days_left <= _SOON_DAYS else ""


def _state(row: ActionRow) -> str:
    return word_name(row.state)


def _state_order(row: ActionRow) -> int:
    return _STATES.index(row.state)


def _state_tone(row: ActionRow) -> str:
    return _TONES[row.state]


def _side(row: ActionRow) -> str:
    return owed(row.owed_by)


def _owner_tone(row: ActionRow) -> str:
    return "" if row.owner else "muted"

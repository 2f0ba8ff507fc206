"""What the list of the delegation says of each member."""

from collections.abc import Sequence

from app.domain.words import Side
from app.planning.views.delegation import MemberRow
from app.ui.screens.delegation.words import along, place_words, side_words
from app.ui.tables.column import Column, Tone
from app.wording import _


def _gone(row: MemberRow) -> Tone:
    return "muted" if row.withdrawn else ""


def member_columns() -> Sequence[Column]:
    """Return the columns of the list of members; one who has withdrawn stands muted."""
    return (
        Column(
            "name",
            _("Name"),
            lambda row: row.name,
            detail=lambda row: row.native_name,
            tone=_gone,
            width=174,
        ),
        Column(
            "precedence",
            _("Order"),
            lambda row: str(row.precedence),
            sort=lambda row: (row.side is Side.HOST, row.precedence),
            width=66,
            align_right=True,
        ),
        Column(
            "order",
            _("By rank"),
            place_words,
            tone=lambda row: "warn" if row.tied and not row.reason else "muted",
            width=78,
        ),
        Column("side", _("Side"), side_words, tone=_gone, width=94),
        Column(
            "title",
            _("Title"),
            lambda row: row.title,
            detail=lambda row: row.organisation,
            tone=_gone,
            width=222,
        ),
        Column("duty", _("Duty"), lambda row: row.duty, tone=_gone, width=140),
        Column(
            "days",
            _("Travels along"),
            along,
            sort=lambda row: str(row.joins_on or ""),
            chip=lambda row: _("withdrawn") if row.withdrawn else "",
            tone=_gone,
            width=150,
        ),
        Column("parties", _("Parties"), lambda row: ", ".join(row.parties), width=100, hidden=True),
        Column(
            "entries",
            _("Entries"),
            lambda row: str(row.entries),
            sort=lambda row: row.entries,
            width=78,
            align_right=True,
            tone=lambda row: "" if row.entries else "muted",
        ),
    )

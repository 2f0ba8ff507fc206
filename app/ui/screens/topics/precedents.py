"""The precedents of the planner as a table: what there is to point at."""

from collections.abc import Sequence
from functools import partial

from app.domain.words import Area
from app.planning.verbs.precedents import create_precedent, delete_precedent, edit_precedent
from app.planning.views.precedents import PrecedentRow, precedent_rows
from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.screens.topics.switch import SwitchedList
from app.ui.tables.bulk import BulkField
from app.ui.tables.column import Column
from app.wording import _
from app.wording.names import word_name
from app.wording.precedents import left_without

_AREAS = tuple(Area)


class PrecedentList(SwitchedList):
    """All precedents; every visit shares them."""

    tables = ("precedent", "precedent_party", "organisation", "topic_precedent")

    def __init__(self, desk: Desk, preferences: Preferences) -> None:
        super().__init__(
            desk,
            preferences,
            name="precedent",
            columns=_columns(),
            add_words=_("Add precedent"),
            icon="history",
            empty=(
                _("No precedents yet."),
                _("Add earlier cooperations to point at: who took part, when, and what they teach."),
                _("Add precedent"),
            ),
        )

    def ask_rows(self) -> Sequence[PrecedentRow]:
        return self.desk.ask(precedent_rows)

    def add(self) -> str:
        return self.desk.do(_("Add a precedent"), create_precedent, title=_("New precedent"))

    def delete(self, ids: Sequence[str]) -> str:
        left = sum(row.used for row in map(self.table.row, ids) if row is not None)
        said = self.delete_each(delete_precedent, ids)
        return f"{said} {left_without(left)}" if left and len(ids) == 1 else said

    def bulk_fields(self) -> Sequence[BulkField]:
        areas = [(word_name(area), partial(edit_precedent, area=area)) for area in Area]
        return ((_("Area"), areas),)

    def row_name(self, row: PrecedentRow) -> str:
        return row.title


def _columns() -> Sequence[Column]:
    return (
        Column("title", _("Precedent"), lambda row: row.title, width=250, detail=lambda row: row.lesson),
        Column("years", _("Years"), lambda row: row.years, width=84),
        Column(
            "area",
            _("Area"),
            lambda row: word_name(row.area),
            width=130,
            sort=lambda row: _AREAS.index(row.area),
        ),
        Column("parties", _("Parties"), lambda row: ", ".join(row.parties), width=190),
        Column("source", _("Source"), lambda row: row.source, width=150),
        Column(
            "used",
            _("Topics"),
            lambda row: str(row.used),
            sort=lambda row: row.used,
            width=64,
            align_right=True,
            tone=lambda row: "" if row.used else "muted",
        ),
    )

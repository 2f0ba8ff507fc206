"""The places of the file: venues that the entries of every visit point at."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.planning.bulk import for_each
from app.planning.verbs.places import create_place, delete_place, edit_place, merge_places
from app.planning.views.places import PlaceRow, place_rows
from app.planning.views.visits import visit_cards
from app.ui.acting import done
from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.tables.bulk import BulkField
from app.ui.tables.column import Column
from app.ui.tables.room import ListRoom
from app.ui.widgets.plain import literal
from app.wording import _, ngettext
from app.wording.countries import country_name

_MOST_VALUES = 20  # in a menu that changes many rows at once
_MOST_MERGED = 8
_SOMEWHERE = "UTC"


class PlacesScreen(ListRoom):
    """All places by city. Two that are one can be merged from the menu of both."""

    tables = ("place", "entry", "organisation")

    def __init__(self, desk: Desk, preferences: Preferences, parent: QWidget | None = None) -> None:
        self._merges: list[QAction] = []
        super().__init__(
            desk,
            preferences,
            name="places",
            kind="place",
            title=_("Places"),
            columns=_columns(),
            add_words=_("Add place"),
            icon="map-pin",
            empty=(
                _("No places yet."),
                _("Add the venues: where they are, and how one gets in."),
                _("Add place"),
            ),
            parent=parent,
        )

    def ask_rows(self) -> Sequence[PlaceRow]:
        return self.desk.ask(place_rows)

    def add(self) -> str:
        name = _("New place")
        label = _("Add the place “{name}”").format(name=name)
        return str(self.desk.do(label, create_place, name=name, zone=self._zone_at_hand()))

    def delete(self, ids: Sequence[str]) -> str:
        left = sum(row.used for row in self._rows(ids))
        said = self.delete_each(delete_place, ids)
        if not left:
            return said
        more = ngettext("{count} entry has no place now.", "{count} entries have no place now.", left)
        return f"{said} {more.format(count=left)}"

    def bulk_fields(self) -> Sequence[BulkField]:
        rows = self._rows(self.table.ids())
        zones = sorted({row.zone for row in rows})[:_MOST_VALUES]
        codes = sorted({row.country_code for row in rows if row.country_code}, key=country_name)
        return (
            (_("Time zone"), [(zone, partial(edit_place, zone=zone)) for zone in zones]),
            (
                _("Country"),
                [
                    (country_name(code), partial(edit_place, country_code=code))
                    for code in codes[:_MOST_VALUES]
                ],
            ),
        )

    def menu_actions(self, ids: Sequence[str]) -> Sequence[QAction]:
        if self.desk.read_only or not 1 < len(ids) <= _MOST_MERGED:
            return ()
        self._merges = []  # kept here, since a menu does not own its actions
        for row in self._rows(ids):
            action = QAction(literal(_("Merge into “{name}”").format(name=row.name)))
            action.triggered.connect(partial(self._merge, row, [each for each in ids if each != row.id]))
            self._merges.append(action)
        return self._merges

    def _merge(self, kept: PlaceRow, ids: Sequence[str], _checked: bool = False) -> None:  # noqa: FBT001, FBT002
        label = _("Merge into “{name}”").format(name=kept.name)
        verb = partial(merge_places, into_id=kept.id)
        if not done(self.desk, self.told, label, for_each, verb, ids):
            return
        self.reveal(self.kind, kept.id)
        said = ngettext(
            "{count} place merged into “{name}”.", "{count} places merged into “{name}”.", len(ids)
        )
        self.told.emit(said.format(count=len(ids), name=kept.name), True)

    def _rows(self, ids: Sequence[str]) -> list[PlaceRow]:
        return [row for row in map(self.table.row, ids) if row is not None]

    def _zone_at_hand(self) -> str:
        """Return the zone of the place in view, else of the visit's home: the nearest guess there is."""
        current: Any = self.table.row(self.table.current_id())
        if current is not None:
            return str(current.zone)
        homes = [card.home_zone for card in self.desk.ask(visit_cards) if card.id == self.desk.visit_id]
        return homes[0] if homes else _SOMEWHERE


def _columns() -> Sequence[Column]:
    return (
        Column("name", _("Name"), lambda row: row.name, width=230),
        Column("native_name", _("Native name"), lambda row: row.native_name, width=150, hidden=True),
        Column("city", _("City"), lambda row: row.city, width=110),
        Column("country_code", _("Country"), lambda row: country_name(row.country_code), width=120),
        Column("zone", _("Time zone"), lambda row: row.zone, width=160),
        Column("organisation", _("Organisation"), lambda row: row.organisation, width=110),
        Column(
            "badge_minutes",
            _("Badges"),
            lambda row: (
                "" if row.badge_minutes is None else _("{minutes} min").format(minutes=row.badge_minutes)
            ),
            sort=lambda row: -1 if row.badge_minutes is None else row.badge_minutes,
            width=80,
            align_right=True,
        ),
        Column(
            "used",
            _("Entries"),
            lambda row: str(row.used),
            sort=lambda row: row.used,
            width=70,
            align_right=True,
            tone=lambda row: "" if row.used else "muted",
        ),
    )

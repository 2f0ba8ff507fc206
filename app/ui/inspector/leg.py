"""Fields of the entry's leg: how it travels, and from where to where."""

from collections.abc import Mapping
from typing import Any

from app.domain.words import LegMode
from app.planning.verbs.legs import arrive_at, leave_from
from app.planning.views.entry import EntryDetail
from app.reference.airports import airport
from app.reference.spots import Spot, SpotKind, find_spots
from app.ui.forms.city import EVERYWHERE, CityField
from app.ui.forms.field import Field
from app.ui.forms.text import TextField
from app.ui.forms.words import WordField
from app.ui.inspector.editing import Editing
from app.ui.widgets.labels import MutedLabel
from app.wording import _


class _OfLeg(Field):
    def stored(self, detail: EntryDetail) -> str:
        return "" if detail.leg is None else super().stored(detail.leg)

    def write(self, value: Any) -> None:
        assert isinstance(self._record, Editing)
        self._record.edit_leg(self.column, **{self.column: value})


class LegTextField(_OfLeg, TextField):
    """One line of text of the entry's leg."""


class LegWordField(_OfLeg, WordField):
    """A word of a fixed vocabulary of the entry's leg."""


class LegCodeField(LegTextField):
    """The code of an end. That of an airport brings its name and clock, unless somebody has named the end.

    A name that stood beside another airport's code is that airport's: it goes with it.
    """

    def value(self, text: str) -> str:
        found = airport(text)
        return text.strip() if found is None else found.code

    def write(self, value: str) -> None:
        assert isinstance(self._record, Editing)
        leg, end = self._record.entry.leg, self.column.removesuffix("_code")
        found = airport(value)
        named = leg is not None and bool(getattr(leg, f"{end}_name"))
        before = airport(getattr(leg, self.column)) if named else None
        if found is None or (named and (before is None or before == found)):
            super().write(value)
        else:
            verb = _GOES[end]
            self._record.act(self.column, verb, name=found.name, code=found.code, zone=found.zone)


class LegEndField(CityField):
    """Where a journey begins (``from_name``) or ends (``to_name``).

    Picking an airport or a station brings its code too, and the zone of that end of the entry. Other words
    are kept and bring neither: of a flight or a train, that is said beneath.
    """

    def __init__(self, editing: Editing, column: str, label: str) -> None:
        super().__init__(editing, column, label, {})
        self.note = MutedLabel(wrap=True)
        self.note.hide()
        self.add_below(self.note)

    def stored(self, detail: EntryDetail) -> str:
        return "" if detail.leg is None else str(getattr(detail.leg, self.column))

    def open(self, detail: EntryDetail, unfinished: Mapping[str, str]) -> None:
        self._look_for(detail)
        super().open(detail, unfinished)
        self._say(detail)

    def fill(self, detail: EntryDetail) -> None:
        self._look_for(detail)
        super().fill(detail)
        self._say(detail)

    def write_text(self, text: str) -> None:
        assert isinstance(self._record, Editing)
        self._record.edit_leg(self.column, **{self.column: text})

    def write_spot(self, spot: Spot) -> None:
        verb = _GOES[self.column.removesuffix("_name")]
        self._record.act(self.column, verb, name=spot.name, code=spot.code, zone=spot.zone)

    def _say(self, detail: EntryDetail) -> None:
        words = _unknown(detail, self.column.removesuffix("_name"))
        self.note.setText(words)
        self.note.setVisible(bool(words))
        self.box.setAccessibleDescription(self.error() or words)

    def _look_for(self, detail: EntryDetail) -> None:
        self.box.set_kinds(EVERYWHERE if detail.leg is None else _KINDS.get(detail.leg.mode, EVERYWHERE))


def _unknown(detail: EntryDetail, end: str) -> str:
    """Return that no clock is known of where a flight or a train begins or ends; nothing where one is."""
    leg = detail.leg
    if leg is None or leg.mode not in _KINDS:
        return ""
    name, code = getattr(leg, f"{end}_name"), getattr(leg, f"{end}_code")
    if not name or airport(code) is not None or find_spots(name, _KINDS[leg.mode], 1):
        return ""
    return (
        _("No airport of this name is known. It is kept as typed, and its clock is not changed.")
        if leg.mode is LegMode.FLIGHT
        else _("No station of this name is known. It is kept as typed, and its clock is not changed.")
    )


_GOES = {"from": leave_from, "to": arrive_at}
_KINDS: Mapping[LegMode, tuple[SpotKind, ...]] = {
    LegMode.FLIGHT: (SpotKind.AIRPORT,),
    LegMode.TRAIN: (SpotKind.STATION, SpotKind.AIRPORT, SpotKind.CITY),
}

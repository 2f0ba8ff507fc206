"""Saying where something is by typing a part of the name of a city, an airport or a station."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent

from app.planning.views.visits import Choice
from app.reference.spots import Spot, SpotKind, find_spots
from app.ui.forms.field import Field
from app.ui.forms.pick_box import Maker, PickBox
from app.ui.forms.record import Record
from app.ui.widgets.plain import set_tip
from app.wording import _
from app.wording.countries import country_name

_APART = " · "
_ANY = "a"
EVERYWHERE = tuple(SpotKind)
_NOTHING: Mapping[str, str] = {}


class CityBox(PickBox):
    """A line that finds cities, airports and stations of the shipped tables; any other text may stand too.

    ``spotted`` carries the :class:`Spot` that was picked. ``kinds`` says what is looked for, in order.
    With ``create`` something is made of a text that stands in no table, and the line adds.
    """

    spotted = Signal(object)

    def __init__(
        self,
        kinds: Sequence[SpotKind] = EVERYWHERE,
        placeholder: str = "",
        create: Maker | None = None,
    ) -> None:
        super().__init__(self._find, create, placeholder, adds=create is not None)
        self.any_text = create is None
        self._kinds = tuple(kinds)
        self._spots: dict[str, Spot] = {}
        self._arrow.setVisible(False)  # without a word there are too many to show
        self.picked.connect(self._on_picked)

    def set_kinds(self, kinds: Sequence[SpotKind]) -> None:
        """Look for other kinds from now on."""
        self._kinds = tuple(kinds)

    def set_read_only(self, *, read_only: bool) -> None:
        super().set_read_only(read_only=read_only)
        self._arrow.setVisible(False)

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        if not self.isReadOnly():
            # The tables are read while the hand goes to the keys.
            QTimer.singleShot(0, self, self._read_tables)

    @Slot()
    def _read_tables(self) -> None:
        find_spots(_ANY, self._kinds, 1)

    def _find(self, text: str) -> Sequence[Choice]:
        found = find_spots(text, self._kinds)
        self._spots = {spot.id: spot for spot in found}
        return [Choice(spot.id, spot.name, _detail(spot)) for spot in found]

    @Slot(object)
    def _on_picked(self, choice: Choice) -> None:
        self.spotted.emit(self._spots[choice.id])


class CityField(Field):
    """A column of text that is a city; picking one sets other columns with it, in one step.

    ``sets`` says which column takes what of the :class:`Spot`, such as ``{"city": "city", "zone": "zone"}``.
    ``once`` does so for columns that are set only while all of them are empty. A text that names no city of
    ours is written as it is typed, to ``column`` alone.
    """

    def __init__(
        self,
        record: Record,
        column: str,
        label: str,
        sets: Mapping[str, str],
        once: Mapping[str, str] = _NOTHING,
        *,
        kinds: Sequence[SpotKind] = EVERYWHERE,
        placeholder: str = "",
        hint: str = "",
    ) -> None:
        self.box = CityBox(kinds, placeholder)
        self._sets, self._once = sets, once
        self._spot: Spot | None = None
        super().__init__(record, column, label, self.box, hint=hint)
        self.box.spotted.connect(self._on_spotted)
        self.box.editingFinished.connect(self.leave)
        self.box.textEdited.connect(self._on_typed)

    def text(self) -> str:
        return self.box.text()

    def set_text(self, text: str) -> None:
        self.box.show_text(text)
        set_tip(self.box, text or self.box.placeholderText())

    def value(self, text: str) -> str:
        return text.strip()

    @property
    def dirty(self) -> bool:
        # A city of the same name elsewhere changes no letter.
        return super().dirty or self._spot is not None

    def write(self, value: Any) -> None:
        if self._spot is None:
            self.write_text(value)
        else:
            self.write_spot(self._spot)
        self._spot = None

    def write_text(self, text: str) -> None:
        """Write what was typed.

        Raises:
            AideError: it is refused, or the file is.
        """
        super().write(text)

    def write_spot(self, spot: Spot) -> None:
        """Write what was picked.

        Raises:
            AideError: it is refused, or the file is.
        """
        self._record.edit(self.column, **self.columns_of(spot))

    def columns_of(self, spot: Spot) -> dict[str, Any]:
        """Return the columns that a spot sets in the row shown."""
        detail = self._record.shown
        empty = all(getattr(detail, column) in {"", None} for column in self._once)
        sets = {**self._sets, **self._once} if empty else self._sets
        return {column: getattr(spot, name) for column, name in sets.items()}

    def open(self, detail: Any, unfinished: Mapping[str, str]) -> None:
        self._spot = None
        super().open(detail, unfinished)

    def take_back(self) -> None:
        self._spot = None
        super().take_back()

    def set_read_only(self, *, read_only: bool) -> None:
        self.box.set_read_only(read_only=read_only)

    @Slot(object)
    def _on_spotted(self, spot: Spot) -> None:
        self._spot = spot
        self.leave()

    @Slot(str)
    def _on_typed(self, _text: str) -> None:
        self._spot = None
        self.typed()


def _detail(spot: Spot) -> str:
    country = country_name(spot.country_code)
    served = "" if spot.city in spot.name else spot.city
    what = {
        SpotKind.CITY: (spot.native_name, "" if spot.region == spot.name else spot.region),
        SpotKind.AIRPORT: (spot.code, served),
        SpotKind.STATION: (_("Station"), served),
    }[spot.kind]
    return _APART.join(part for part in (*what, country) if part)

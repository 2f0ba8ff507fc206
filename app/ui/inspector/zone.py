"""The time zone of the start or the end of an entry: with the zone, the entry moves."""

from typing import Any

from app.ui.forms.zones import ZoneField
from app.ui.inspector.editing import Editing


class EntryZoneField(ZoneField):
    """``column`` is ``start_zone`` or ``end_zone``. The clock of that end stays as it reads."""

    def __init__(self, editing: Editing, column: str, label: str) -> None:
        super().__init__(editing, column, label)
        self._editing = editing

    def write(self, value: Any) -> None:
        entry = self._editing.entry
        if self.column == "start_zone":
            self._editing.move(
                self.column, start_wall=entry.start_wall, start_zone=value, start_fold=entry.start_fold
            )
        else:
            self._editing.edit(self.column, end_zone=value, end_fold=entry.end_fold)

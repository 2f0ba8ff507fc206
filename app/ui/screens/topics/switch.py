"""The switch between the parts of the room: what all of them have at the same place."""

from typing import Any

from PySide6.QtCore import Signal

from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.tables.room import ListRoom
from app.ui.widgets.segmented import SegmentedControl
from app.wording import _


def make_switch(part: str) -> SegmentedControl:
    """Return the switch, standing on a part: ``coverage``, ``topic`` or ``precedent``."""
    choices = (("coverage", _("Coverage")), ("topic", _("List")), ("precedent", _("Precedents")))
    switch = SegmentedControl(choices, _("What is shown"))
    switch.select(part)
    return switch


class SwitchedList(ListRoom):
    """A list with the switch to the other parts; ``switched`` carries the one that is wanted."""

    switched = Signal(str)

    def __init__(self, desk: Desk, preferences: Preferences, **about: Any) -> None:
        super().__init__(desk, preferences, title=_("Topics"), **about)
        self.switch = make_switch(self.kind)
        self.add_control(self.switch)
        self.switch.selected.connect(self.switched)

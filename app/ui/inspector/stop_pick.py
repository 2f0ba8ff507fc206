"""The field that says in which city of the visit something is."""

from app.domain.folding import folded
from app.planning.views.vehicles import stop_choices
from app.planning.views.visits import Choice
from app.ui.forms.pick import PickField
from app.ui.forms.record import Record
from app.wording import _


class StopField(PickField):
    """A city of the visit in view, or none."""

    def __init__(self, record: Record) -> None:
        super().__init__(record, "stop_id", _("City"), self._find, named="stop")

    def _find(self, text: str) -> tuple[Choice, ...]:
        wanted = folded(text.strip())
        desk = self._record.desk
        choices = desk.ask(stop_choices, desk.visit_id)
        return tuple(each for each in choices if wanted in folded(f"{each.name} {each.detail}"))

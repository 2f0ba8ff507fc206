"""The visit in view, and the others that can be chosen in the navigation."""

from app.planning.views.programme import head
from app.planning.views.visits import visit_cards
from app.ui.desk import Desk
from app.ui.window.navigation import Navigation


class VisitShown:
    """Keeps the navigation in step with the planner; where the visit in view is gone, takes another."""

    def __init__(self, desk: Desk, navigation: Navigation) -> None:
        self._desk = desk
        self._navigation = navigation
        self.title = ""

    def show(self) -> None:
        """Show the visits there are now.

        Raises:
            AideError: what the views raise.
        """
        cards = self._desk.ask(visit_cards, archived=True)
        if self._desk.visit_id not in {card.id for card in cards}:
            self._desk.show_visit(next((card.id for card in cards if not card.archived), ""))
        cities = self._cities()
        self.title = next((card.title for card in cards if card.id == self._desk.visit_id), "")
        listed = tuple(card for card in cards if not card.archived or card.id == self._desk.visit_id)
        self._navigation.show_visits(listed, self._desk.visit_id, cities)

    def _cities(self) -> int:
        if not self._desk.visit_id:
            return 0
        return len({base.city for base in self._desk.ask(head, self._desk.visit_id).bases})

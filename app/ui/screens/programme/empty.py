"""What a programme without entries shows: what it is, and the next step."""

from collections.abc import Callable

from app.ui.desk import Desk
from app.ui.widgets.empty import EmptyState
from app.wording import _


def no_entries(desk: Desk, create: Callable[[], object]) -> EmptyState:
    """Return a note that there are no entries, with a button that adds the first."""
    empty = EmptyState("calendar", _("No entries yet. Add the first, or draw it where it belongs."))
    add = empty.add_button(_("Add entry"), icon_name="plus", primary=True)
    add.setEnabled(not desk.read_only)
    add.clicked.connect(create)
    return empty

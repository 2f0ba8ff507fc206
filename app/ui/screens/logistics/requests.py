"""The list of access requests: for which site, by which day, for whom, and what is missing of whom."""

from app.domain.access import asked_fields
from app.domain.words import AccessState
from app.planning.clock import today
from app.planning.verbs.access import create_access_request, delete_access_request, send_access_request
from app.planning.views.access import AccessRow, access_rows
from app.ui.screens.logistics.listing import Listing
from app.ui.screens.logistics.occasion import by_start, day_words
from app.ui.tables.column import Column
from app.wording import _, ngettext
from app.wording.access import asked_name, days_left, overdue
from app.wording.names import word_name


def access() -> Listing:
    """Return the list of access requests."""
    return Listing(
        "access_request",
        "lock",
        access_rows,
        [
            Column("place", _("Site"), lambda row: row.place or _("No site yet"),
                   detail=lambda row: row.entry, width=230),
            Column("start", _("Visited on"), _day, sort=by_start, width=100),
            Column("state", _("State"), lambda row: word_name(row.state), tone=_state_tone, width=90),
            Column("due_on", _("Last day to send"), _due, detail=_left, sort=_due_order, tone=_due_tone,
                   width=130),
            Column("people", _("People"), lambda row: str(len(row.people)),
                   sort=lambda row: len(row.people), align_right=True, width=60),
            Column("missing", _("Missing"), _missing, detail=_missing_fields,
                   tone=_missing_tone, sort=lambda row: row.incomplete,
                   width=200),
        ],
        lambda row: row.place or row.entry or _("Access request"),
        create_access_request,
        lambda visit_id, _rows: {"visit_id": visit_id},
        delete_access_request,
        ("access_person", "entry", "member", "participation", "person", "place", "travel_document", "visa"),
        title=_("Access requests"),
        adding=_("Add request"),
        empty=(_("No access request yet."), _("Add one for each site that wants names before the day.")),
        bulk=((_("State"), ((word_name(AccessState.SENT), send_access_request),)),),
    )  # fmt: skip


def _day(row: AccessRow) -> str:
    return day_words(row.start_wall.date(), row) if row.start_wall else ""


def _due(row: AccessRow) -> str:
    return day_words(row.due_on, row) if row.due_on else ""


def _left(row: AccessRow) -> str:
    return days_left(row.state, row.due_on, today())


def _due_order(row: AccessRow) -> tuple[bool, str]:
    return row.due_on is None, row.due_on.isoformat() if row.due_on else ""


def _due_tone(row: AccessRow) -> str:
    return "bad" if overdue(row.state, row.due_on, today()) else ""


def _state_tone(row: AccessRow) -> str:
    return {AccessState.GRANTED: "ok", AccessState.REFUSED: "bad"}.get(row.state, "")


def _missing_tone(row: AccessRow) -> str:
    if not row.people:
        return "warn"
    return "bad" if row.incomplete else "ok"


def _missing(row: AccessRow) -> str:
    if not row.people:
        return _("nobody named yet")
    if not row.incomplete:
        return _("complete")
    return ngettext("{count} person", "{count} people", row.incomplete).format(count=row.incomplete)


def _missing_fields(row: AccessRow) -> str:
    """Return the names of the fields that are empty for anybody: never what stands in the others."""
    fields = {field for person in row.people for field in person.missing}
    return ", ".join(asked_name(field) for field in asked_fields(row.asks_for) if field in fields)

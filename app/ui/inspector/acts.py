"""What undo calls the change of each field of an entry; ``{name}`` is the entry's title."""

from app.wording import _


def act(column: str) -> str:
    """Return the words of undo for the change of a column."""
    return (_own() | _leg())[column]


def act_on(deed: str) -> str:
    """Return the words of undo for what is done to ``{person}`` at the entry ``{title}``."""
    return {
        "add": _("Add {person} to “{title}”"),
        "remove": _("Remove {person} from “{title}”"),
        "role": _("Change the role of {person} at “{title}”"),
        "confirm": _("Confirm {person} for “{title}”"),
        "unconfirm": _("Take back the confirmation of {person} for “{title}”"),
    }[deed]


def _own() -> dict[str, str]:
    return {
        "title": _("Rename “{name}”"),
        "kind": _("Change the kind of “{name}”"),
        "status": _("Change the status of “{name}”"),
        "start": _("Move “{name}”"),
        "end": _("Change the end of “{name}”"),
        "start_zone": _("Change the time zone of “{name}”"),
        "end_zone": _("Change the time zone at the end of “{name}”"),
        "start_precision": _("Change how sure the start of “{name}” is"),
        "end_precision": _("Change how sure the end of “{name}” is"),
        "place_id": _("Change the place of “{name}”"),
        "room": _("Change the room of “{name}”"),
        "parties": _("Change for whom “{name}” is"),
        "marking": _("Change the marking of “{name}”"),
        "host_organisation_id": _("Change the host of “{name}”"),
        "share_with_host": _("Change whether the host sees “{name}”"),
        "summary": _("Change the summary of “{name}”"),
        "notes": _("Change the notes of “{name}”"),
        "met_by": _("Change who meets us at “{name}”"),
        "dress": _("Change the dress for “{name}”"),
        "press": _("Change the press note of “{name}”"),
        "fallback": _("Change the fallback of “{name}”"),
        "tied_to_id": _("Change what “{name}” is tied to"),
        "tied_minutes": _("Change how long before “{name}” starts"),
    }


def _leg() -> dict[str, str]:
    return {
        "mode": _("Change how “{name}” travels"),
        "carrier": _("Change the carrier of “{name}”"),
        "number": _("Change the number of “{name}”"),
        "from_name": _("Change where “{name}” leaves"),
        "from_code": _("Change where “{name}” leaves"),
        "from_terminal": _("Change the terminal “{name}” leaves from"),
        "to_name": _("Change where “{name}” arrives"),
        "to_code": _("Change where “{name}” arrives"),
        "to_terminal": _("Change the terminal “{name}” arrives at"),
        "booking_reference": _("Change the booking of “{name}”"),
    }

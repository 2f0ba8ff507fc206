"""What undo calls the change of each field of an entry; ``{title}`` is the entry's title."""

from app.wording import _


def act(column: str) -> str:
    """Return the words of undo for the change of a column."""
    return (_own() | _leg())[column]


def act_on(deed: str) -> str:
    """Return the words of undo for what is done to a person at the entry, ``{person}``."""
    return {
        "add": _("Add {person} to “{title}”"),
        "remove": _("Remove {person} from “{title}”"),
        "role": _("Change the role of {person} at “{title}”"),
        "confirm": _("Confirm {person} for “{title}”"),
        "unconfirm": _("Take back the confirmation of {person} for “{title}”"),
    }[deed]


def _own() -> dict[str, str]:
    return {
        "title": _("Rename “{title}”"),
        "kind": _("Change the kind of “{title}”"),
        "status": _("Change the status of “{title}”"),
        "start": _("Move “{title}”"),
        "end": _("Change the end of “{title}”"),
        "start_zone": _("Change the time zone of “{title}”"),
        "end_zone": _("Change the time zone at the end of “{title}”"),
        "start_precision": _("Change how sure the start of “{title}” is"),
        "end_precision": _("Change how sure the end of “{title}” is"),
        "place_id": _("Change the place of “{title}”"),
        "room": _("Change the room of “{title}”"),
        "parties": _("Change for whom “{title}” is"),
        "marking": _("Change the marking of “{title}”"),
        "host_organisation_id": _("Change the host of “{title}”"),
        "share_with_host": _("Change whether the host sees “{title}”"),
        "summary": _("Change the summary of “{title}”"),
        "notes": _("Change the notes of “{title}”"),
        "met_by": _("Change who meets us at “{title}”"),
        "dress": _("Change the dress for “{title}”"),
        "press": _("Change the press note of “{title}”"),
        "fallback": _("Change the fallback of “{title}”"),
        "tied_to_id": _("Change what “{title}” is tied to"),
        "tied_minutes": _("Change how long before “{title}” starts"),
    }


def _leg() -> dict[str, str]:
    return {
        "mode": _("Change how “{title}” travels"),
        "carrier": _("Change the carrier of “{title}”"),
        "number": _("Change the number of “{title}”"),
        "from_name": _("Change where “{title}” leaves"),
        "from_code": _("Change where “{title}” leaves"),
        "from_terminal": _("Change the terminal “{title}” leaves from"),
        "to_name": _("Change where “{title}” arrives"),
        "to_code": _("Change where “{title}” arrives"),
        "to_terminal": _("Change the terminal “{title}” arrives at"),
        "booking_reference": _("Change the booking of “{title}”"),
    }

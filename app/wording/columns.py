"""The words that people read for tables and their columns, and for the values that stand in them."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any

from app.domain.seating import TableRow
from app.domain.words import Marking
from app.wording.dates import clock, day_long
from app.wording.language import _, language, pgettext
from app.wording.names import marking_name, word_name


def table_word(table: str) -> str:
    """Return what one row of a table is: ``Entry``, ``Talking point``."""
    return _tables(language())[table]


def column_word(table: str, column: str) -> str:
    """Return what people call a column of a table."""
    words = _columns(language())
    return words.get(f"{table}.{column}") or words[column]


def value_words(value: Any, markings: tuple[str, ...] | None = None) -> str:
    """Return a column's value as people read it; nothing for an empty one."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, Marking | StrEnum):
        return word_name(value) if isinstance(value, StrEnum) else marking_name(value, markings)
    if isinstance(value, datetime):
        return f"{day_long(value)}, {clock(value)}"
    if isinstance(value, date):
        return day_long(value)
    return f"{value:g}" if isinstance(value, float) else str(value)


def table_row_name(code: str) -> str:
    """Return what people call a row of seats; a code that is none, or of another version, stays as it is."""
    return word_name(TableRow(code)) if code in set(TableRow) else code


@cache
def _tables(_tag: str) -> Mapping[str, str]:
    return {
        "access_person": _("Person to be let in"),
        "access_request": _("Access request"),
        "action": _("Action"),
        "action_note": _("Note on an action"),
        "agenda_item": _("Agenda item"),
        "attachment": _("File"),
        "baggage_piece": _("Piece of baggage"),
        "brief": _("Brief"),
        "brief_paragraph": _("Paragraph of a brief"),
        "decision": _("Decision"),
        "edition": _("Edition"),
        "edition_copy": _("Copy of an edition"),
        "edition_master": _("Master of an edition"),
        "entry": _("Entry"),
        "entry_party": _("Party of an entry"),
        "finding": _("Finding"),
        "gift": _("Gift"),
        "interpreter_booking": _("Interpreter"),
        "leg": _("Journey"),
        "lodging": _("Lodging"),
        "member": _("Member"),
        "note": _("Note"),
        "organisation": _("Organisation"),
        "participation": _("Participant"),
        "party": _("Party"),
        "party_member": _("Member of a party"),
        "person": _("Person"),
        "place": _("Place"),
        "post": _("Post"),
        "precedent": _("Precedent"),
        "precedent_party": _("Party to a precedent"),
        "record": _("Record"),
        "record_point": _("Point of a record"),
        "ride": _("Ride"),
        "rider": _("Rider"),
        "room": _("Hotel room"),
        "room_guest": _("Guest of a room"),
        "seat": _("Seat"),
        "setting": _("Setting"),
        "stop": _("Stop"),
        "talking_point": _("Talking point"),
        "told": _("Message"),
        "topic": _("Topic"),
        "topic_organisation": _("Organisation of a topic"),
        "topic_precedent": _("Precedent of a topic"),
        "travel_document": _("Travel document"),
        "vehicle": _("Vehicle"),
        "visa": _("Visa"),
        "visit": _("Visit"),
        "waiver": _("Waiver"),
    }


@cache
def _columns(_tag: str) -> Mapping[str, str]:
    return {**_shared(), **_visit(), **_people(), **_substance(), **_logistics(), **_keeping()}


def _shared() -> dict[str, str]:
    """Return the columns that many tables have; a name with its table goes before the bare one."""
    return {
        "city": _("City"),
        "country_code": _("Country"),
        "description": _("Description"),
        "due_on": _("Due"),
        "ends_on": _("Last day"),
        "entry_id": _("Entry"),
        "hospital": _("Hospital"),
        "kind": _("Kind"),
        "latitude": _("Latitude"),
        "longitude": _("Longitude"),
        "marking": _("Marking"),
        "member_id": _("Member"),
        "name": _("Name"),
        "native_name": _("Name in own script"),
        "notes": _("Notes"),
        "number": _("Number"),
        "organisation_id": _("Organisation"),
        "person_id": _("Person"),
        "phone": _("Telephone"),
        "place_id": _("Place"),
        "position": _("Place in the order"),
        "starts_on": _("First day"),
        "state": _("State"),
        "stop_id": _("Stop"),
        "text": _("Text"),
        "title": _("Title"),
        "topic_id": _("Topic"),
        "zone": _("Time zone"),
    }


def _visit() -> dict[str, str]:
    return {
        "archived": _("Archived"),
        "arrives_on": _("Arrival"),
        "booking_reference": _("Booking reference"),
        "carrier": _("Carrier"),
        "desired_outcomes": _("Desired outcomes"),
        "disclaimer": _("Disclaimer"),
        "dress": _("Dress"),
        "embassy": _("Embassy"),
        "embassy_contact": _("Contact at the embassy"),
        "embassy_phone": _("Telephone of the embassy"),
        "emergency_phone": _("Emergency telephone"),
        "end_precision": _("How exact the end is"),
        "end_wall": _("End"),
        "end_zone": _("Time zone at the end"),
        "fallback": _("If it falls through"),
        "from_code": _("From (code)"),
        "from_name": _("From"),
        "from_terminal": _("From (terminal)"),
        "home_city": _("Home city"),
        "home_zone": _("Home time zone"),
        "host_organisation_id": _("Host"),
        "leaves_on": _("Departure"),
        "member.leaves_on": _("Leaves on"),
        "leg.estimated": _("Estimate"),
        "leg.mode": _("Travels by"),
        "met_by": _("Met by"),
        "native_city": _("City in own script"),
        "objectives": _("Objectives"),
        "party_id": _("Party"),
        "press": _("Press"),
        "principal_id": _("Principal"),
        "purpose": _("Purpose"),
        "room": _("Room"),
        "share_with_host": _("Share with host"),
        "start_precision": _("How exact the start is"),
        "start_wall": _("Start"),
        "start_zone": _("Time zone"),
        "status": _("Status"),
        "steering": _("Steering"),
        "summary": _("Summary"),
        "tied_minutes": _("Minutes before the tied entry"),
        "tied_to_id": _("Tied to"),
        "to_code": _("To (code)"),
        "to_name": _("To"),
        "to_terminal": _("To (terminal)"),
    }


def _people() -> dict[str, str]:
    return {
        "access_rule": _("Access rule"),
        "acronym": _("Acronym"),
        "attended": _("Attended"),
        "badge_minutes": _("Minutes for badges"),
        "biography": _("Biography"),
        "birth_place": _("Place of birth"),
        "born_on": _("Date of birth"),
        "citizenships": _("Citizenships"),
        "confirmed": _("Confirmed"),
        "diet": _("Diet"),
        "duty": _("Duty"),
        "email": _("Mail"),
        "entrance": _("Entrance"),
        "expires_on": _("Expires"),
        "family_name": _("Family name"),
        "family_name_first": _("Family name first"),
        "form_of_address": _("Form of address"),
        "given_name": _("Given name"),
        "holding_room": _("Holding room"),
        "issued_on": _("Issued"),
        "joins_on": _("Joins on"),
        "languages": _("Languages"),
        "mobility": _("Mobility"),
        "name_as_printed": _("Name as printed"),
        "native_title": _("Title in own script"),
        "parent_id": _("Part of"),
        "phones_policy": _("Telephones on the premises"),
        "precedence": _("Precedence"),
        "precedence_reason": _("Reason for the precedence"),
        "private_phone": _("Private telephone"),
        "profile": _("Profile"),
        "pronunciation": _("Pronunciation"),
        "rank": _("Rank"),
        "role": _("Role"),
        "sex": _("Sex"),
        "side": _("Side"),
        "street": _("Street"),
        "travel_document_id": _("Travel document"),
        "valid_from": _("Valid from"),
        "valid_until": _("Valid until"),
        "visa_class": _("Class of visa"),
        "website": _("Website"),
    }


def _substance() -> dict[str, str]:
    return {
        "action_id": _("Action"),
        "agenda_item_id": _("Agenda item"),
        "area": _("Area"),
        "ask": _("What we ask"),
        "asked_by": _("Asked by"),
        "background": _("Background"),
        "brief_id": _("Brief"),
        "cleared_at": _("Cleared at (UTC)"),
        "cleared_by": _("Cleared by"),
        "contribution": _("Contribution"),
        "counterpart_organisation_id": _("Counterpart"),
        "drafter_id": _("Drafter"),
        "evidence": _("Evidence"),
        "if_raised": _("If raised"),
        "if_raised_marking": _("Marking of “if raised”"),
        "intent": _("Intent"),
        "lesson": _("Lesson"),
        "likely_position": _("Their likely position"),
        "likely_position_marking": _("Marking of the likely position"),
        "memorandum": _("Memorandum"),
        "minutes": _("Minutes"),
        "noted_at": _("Noted at (UTC)"),
        "objective": _("Objective"),
        "offer": _("What we offer"),
        "outcome": _("Outcome"),
        "outcome_note": _("Note on the outcome"),
        "ticked_at": _("Ticked off at (UTC)"),
        "owed_by": _("Owed by"),
        "owner_id": _("Responsible"),
        "owner_organisation_id": _("Responsible organisation"),
        "participation_id": _("Participant"),
        "precedent_id": _("Precedent"),
        "present": _("Those present"),
        "readout": _("Public readout"),
        "readout_marking": _("Marking of the readout"),
        "record_id": _("Record"),
        "red_line": _("Red line"),
        "red_line_marking": _("Marking of the red line"),
        "section": _("Section"),
        "source": _("Source"),
        "speaker_id": _("Speaker"),
        "table_side": _("Row of seats"),
        "years": _("Years"),
    }


def _logistics() -> dict[str, str]:
    return {
        "access_request_id": _("Access request"),
        "answer": _("Answer"),
        "answered_at": _("Answered at (UTC)"),
        "asks_for": _("What is asked for"),
        "confirmation": _("Confirmation"),
        "currency": _("Currency"),
        "custody": _("Custody"),
        "direction": _("Given or received"),
        "documents_sent": _("Documents sent"),
        "driver": _("Driver"),
        "driver_phone": _("Telephone of the driver"),
        "from_language": _("From language"),
        "giver_id": _("Giver"),
        "hours": _("Hours"),
        "interpreter_booking.mode": _("Mode"),
        "lodging_id": _("Lodging"),
        "missing": _("What is missing"),
        "plate": _("Number plate"),
        "receiver_id": _("Receiver"),
        "ride_id": _("Ride"),
        "room_id": _("Hotel room"),
        "seats": _("Seats"),
        "sent_at": _("Sent at (UTC)"),
        "tag": _("Tag"),
        "to_language": _("To language"),
        "use": pgettext("what a hotel room is for", "Use"),
        "value": _("Value"),
        "vehicle_id": _("Vehicle"),
    }


def _keeping() -> dict[str, str]:
    return {
        "about": _("What changed"),
        "accepted_by": _("Accepted by"),
        "audience": _("Audience"),
        "edition_id": _("Edition"),
        "edition_master_id": _("Master of an edition"),
        "holder": _("Holder"),
        "issued_at": _("Issued at (UTC)"),
        "issued_by": _("Issued by"),
        "language": _("Language"),
        "media_type": _("Kind of file"),
        "note": _("Note"),
        "reason": _("Reason"),
        "remedy": _("Remedy"),
        "rule": _("Rule"),
        "severity": _("Severity"),
        "since_step": _("Told of what came after step"),
        "size": _("Size in bytes"),
        "subject": _("Subject"),
        "subject_table": _("What it is about"),
        "told_at": _("Told at (UTC)"),
        "via": _("By which way"),
    }

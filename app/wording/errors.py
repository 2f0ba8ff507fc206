"""The sentence for each code of an error: what is wrong, and what to do about it."""

from collections.abc import Callable, Mapping
from typing import Any

from app.domain.errors import AideError
from app.domain.zones import zone_city
from app.wording.dates import clock, day, day_with_year
from app.wording.language import _, ngettext


def sentence(error: AideError) -> str:
    """Return what people read for an error; a code without a sentence is shown as it is."""
    write = _SENTENCES.get(error.code)
    return write(error.data) if write else error.code


Data = Mapping[str, Any]


def _nonexistent(data: Data) -> str:
    return _(
        "The clocks go forward: {time} does not exist on {day} in {city}. Nearest: {before} or {after}."
    ).format(
        time=clock(data["wall"]),
        day=day(data["wall"].date()),
        city=_city(data),
        before=clock(data["before"]),
        after=clock(data["after"]),
    )


def _ambiguous(data: Data) -> str:
    return _(
        "The clocks go back: {time} comes twice on {day} in {city}. Choose the first or the second."
    ).format(time=clock(data["wall"]), day=day(data["wall"].date()), city=_city(data))


def _city(data: Data) -> str:
    """Return whose clock is meant; the city that names the zone where no other is known."""
    return str(data.get("city") or zone_city(data["zone"]))


def _due_two_ways(data: Data) -> str:
    return _("“{words}” may be {first} or {second}. Write the name of the month.").format(
        words=data["words"], first=day_with_year(data["first"]), second=day_with_year(data["second"])
    )


def _too_long(data: Data) -> str:
    words = ngettext(
        "That is too long: {longest} letter at the most.",
        "That is too long: {longest} letters at the most.",
        data["longest"],
    )
    return words.format_map(data)


def _filled(text: str) -> Callable[[Data], str]:
    return lambda data: _(text).format_map(data)


def _marked(text: str) -> str:
    """Mark a sentence for translation where it stands; it is translated when it is read."""
    return text


_SENTENCES: Mapping[str, Callable[[Data], str]] = {
    "time_nonexistent": _nonexistent,
    "time_ambiguous": _ambiguous,
    "text_too_long": _too_long,
    "due_two_ways": _due_two_ways,
} | {
    code: _filled(text)
    for code, text in {
        "time_out_of_range": _marked("That year is out of range; check the date."),
        "day_unreadable": _marked("Write a day, such as 23 Jan, 23.1. or 2024-01-23."),
        "clock_unreadable": _marked("Write a time, such as 9:30 or 0930."),
        "zone_unknown": _marked("There is no time zone “{zone}”. Choose one from the list."),
        "zone_name_unknown": _marked("There is no time zone “{zone}”. Choose one from the list."),
        "title_empty": _marked("An entry needs a title."),
        "end_not_after_start": _marked("The end must come after the start."),
        "arrival_too_early": _marked(
            "It would arrive before it leaves. Each end has the day and time of its own place: check both."
        ),
        "span_too_long": _marked("An entry lasts {days} days at the most; check the end."),
        "reference_missing": _marked("That is no longer in the planner. Choose another."),
        "choice_unknown": _marked("Choose one from the list."),
        "name_unknown_here": _marked("Nobody at this meeting is called “{name}”."),
        "due_unreadable": _marked("“{words}” is no day. Write one such as “in two weeks” or “23 Jan”."),
        "row_missing": _marked("This is no longer in the planner."),
        "step_closed": _marked("This step can no longer be taken back."),
        "field_empty": _marked("This must not be empty."),
        "text_unprintable": _marked("There is a sign in it that cannot be seen. Write it anew."),
        "name_taken": _marked("There is one called “{name}” already."),
        "number_out_of_range": _marked("That number is out of range."),
        "number_wanted": _marked("Write a number from {least} to {most}."),
        "tied_in_circle": _marked("These entries would be tied to each other in a circle."),
        "entry_missing": _marked("This entry is no longer in the planner."),
        "participant_missing": _marked("This person is no longer at the entry."),
        "already_there": _marked("This person is at the entry already."),
        "car_already_there": _marked("This car is on the way already."),
        "already_named": _marked("This person is named in the request already."),
        "not_sent_yet": _marked("Mark the request as sent before its answer."),
        "currency_unknown": _marked("Write a currency by its three letters, such as EUR or USD."),
        "language_unknown": _marked("Write a language by its tag, such as ko, en or pt-BR."),
        "visit_missing": _marked("There is no visit “{visit}” in this file. List them with: visits FILE"),
        "visit_unnamed": _marked("The file holds {count} visits. Say which one with --visit ID."),
        "no_visits": _marked("The file holds no visit yet."),
        "visit_exists": _marked("This visit is in the planner already."),
        "in_use": _marked("It is still in use and cannot be deleted."),
        "same_row": _marked("That is the same one. Choose another to merge it into."),
        "parent_in_circle": _marked("An organisation cannot stand above itself."),
        "already_member": _marked("This person is in the delegation already."),
        "already_party": _marked("This organisation is a party to the precedent already."),
        "reason_needed": _marked("Say why: this is not the place that rank and post give."),
        "same_member": _marked("This is who is to be replaced. Choose somebody else."),
        "rank_too_low": _marked("A rank is 1 or more; 1 goes first."),
        "picture_too_large": _marked("A picture has {most} MB at the most. Save it smaller."),
        "picture_unknown": _marked("That is not a picture. Choose a PNG or JPEG file."),
        "attachment_too_large": _marked(
            "“{name}” has {size} MB; a file has {most} MB at the most. Keep it elsewhere, and note where."
        ),
        "attachment_empty": _marked("“{name}” is empty; there is nothing to keep."),
        "attachment_is_folder": _marked("“{name}” is a folder. Add the files in it."),
        "attachment_is_planner": _marked("“{name}” is a planner; a planner is not kept inside a planner."),
        "attachment_bytes_missing": _marked(
            "What stood in “{name}” did not come along with the visit. Ask for the file where it came from."
        ),
        "document_too_large": _marked("That file is larger than {most} MB; save it without its pictures."),
        "document_locked": _marked(
            "That file is encrypted, or in the old .doc form. Save it as .docx without a passphrase."
        ),
        "document_unreadable": _marked("That is not a Word document (.docx), or it is damaged."),
        "document_unsafe": _marked("That file holds what no document needs, and is not opened."),
        "brief_without_sections": _marked(
            "That is not a brief: none of its sections was found. Send the brief out, and use that file."
        ),
        "brief_too_long": _marked("A brief has {most} paragraphs at the most."),
        "record_unwritten": _marked(
            "Nothing of this meeting’s record is written yet that goes to this reader."
        ),
        "readout_unwritten": _marked("This meeting has no readout yet that goes to this reader."),
        "brief_of_another_meeting": _marked(
            "That is the brief of another meeting. Open that meeting and read it back there."
        ),
        "mail_unreadable": _marked("Write one e-mail address, such as name@example.org."),
        "website_unreadable": _marked("Write an address of the web, such as https://www.esa.int."),
        "sex_unknown": _marked("Write F, M or X, as the passport has it."),
        "country_unknown": _marked("There is no country “{country}”. Write names or codes, such as KR, FR."),
        "day_to_come": _marked("That day is still to come; check the year."),
        "visit_too_long": _marked("A visit lasts {days} days at the most; check its first and its last day."),
        "day_order": _marked("The last day must not come before the first."),
        "audience_unknown": _marked(
            "There is no audience “{text}”. Audiences: principal, delegation, host:ORG, public."
        ),
        "audience_host_unnamed": _marked("Say which host organisation the paper is for, such as host:ESA."),
        "organisation_unknown": _marked("No organisation is called “{name}”."),
        "organisation_ambiguous": _marked("More than one organisation is called “{name}”. Use its id."),
        "marking_names_unfit": _marked("The four markings need four different names."),
        "meeting_missing": _marked("There is no meeting “{meeting}” in what this reader may see."),
        "record_empty": _marked("There is nothing in the record of this meeting that this reader may see."),
        "seating_empty": _marked("Nobody has a seat at this meeting, as far as this reader may see."),
        "dossier_empty": _marked("There is nothing on this topic that this reader may see."),
        "topic_unknown": _marked("There is no topic “{name}” in this file."),
        "topic_ambiguous": _marked("Several topics are called “{name}”. Give the id of the one you mean."),
        "promises_empty": _marked(
            "Nothing was promised or said with this organisation that this reader may see."
        ),
        "due_empty": _marked("Nothing that is owed, and that this reader may see, has a day."),
        "person_missing": _marked("There is no person “{person}” in this visit."),
        "glyph_missing": _marked("No font has a letter of “{word}” ({where}). Write it differently."),
        "snapshot_foreign": _marked("This is not a visit written by Aide-Mémoire."),
        "snapshot_newer": _marked(
            "This visit was written by another version of Aide-Mémoire (schema {schema})."
        ),
        "snapshot_broken": _marked("The visit’s data is damaged: {table} {row}."),
        "file_missing": _marked("There is no file {path}."),
        "file_exists": _marked("There is a file {path} already; it is left as it is. Choose another name."),
        "folder_missing": _marked("There is no folder {path}."),
        "file_unwritable": _marked("The file {path} cannot be written: {detail}."),
        "file_unreadable": _marked("The file {path} cannot be opened: {detail}."),
        "table_unreadable": _marked("The table {path} cannot be read at line {line}: {detail}."),
        "file_damaged": _marked("The file {path} is damaged ({detail}). Restore it from a backup."),
        "not_a_planner": _marked("{path} is not a planner of Aide-Mémoire."),
        "newer_file": _marked("{path} was made by a newer version of Aide-Mémoire. Update the program."),
        "upgrade_needs_writing": _marked(
            "{path} was made by an older version and must be brought up to date, but it cannot be written."
        ),
        "migration_failed": _marked("The file could not be brought up to date; it is as it was. ({detail})"),
        "backup_failed": _marked("The backup {path} could not be made: {detail}."),
        "read_failed": _marked("{path} could not be read: {detail}."),
        "write_failed": _marked(
            "Not saved: {path} could not be written ({detail}). What you typed is still here."
        ),
        "read_only": _marked("{path} is open for reading only; another program may be writing it."),
        "job_failed": _marked("The work was broken off: {detail}"),
        "output_unwritable": _marked("{path} could not be written: {detail}."),
        "output_is_planner": _marked("{path} is a planner file; choose another name for the paper."),
    }.items()
}

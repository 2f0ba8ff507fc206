"""The rows that a meeting's page edits: by which verb, and what undo calls each change."""

from functools import cache
from typing import Any

from app.planning.verbs.agenda import edit_agenda_item
from app.planning.verbs.briefs import create_brief, edit_brief_paragraph
from app.planning.verbs.decisions import edit_decision
from app.planning.verbs.points import edit_talking_point
from app.planning.verbs.records import create_record, edit_record_point
from app.planning.verbs.topics import edit_topic
from app.ui.forms.record import Kind
from app.wording import _
from app.wording.short import short


@cache
def item_kind() -> Kind:
    """An item of the agenda."""
    return Kind("agenda_item", edit_agenda_item, _heading, _item_act)


@cache
def topic_kind() -> Kind:
    """The topic that an item is about."""
    return Kind("topic", edit_topic, _title, _topic_act)


@cache
def point_kind() -> Kind:
    """A talking point."""
    return Kind("talking_point", edit_talking_point, _text, _point_act)


@cache
def brief_kind() -> Kind:
    """The brief of an entry: it is known by the entry, as it may not be written yet."""
    return Kind("entry", create_brief, _nothing, _brief_act)


@cache
def paragraph_kind() -> Kind:
    """A paragraph of a brief."""
    return Kind("brief_paragraph", edit_brief_paragraph, _text, _paragraph_act)


@cache
def record_kind() -> Kind:
    """The record of an entry: it is known by the entry, as nothing may be written yet."""
    return Kind("entry", create_record, _of_entry, _record_act)


@cache
def note_kind() -> Kind:
    """A point of the record."""
    return Kind("record_point", edit_record_point, _text, _note_act)


@cache
def decision_kind() -> Kind:
    """A decision."""
    return Kind("decision", edit_decision, _text, _decision_act)


@cache
def outcome_kind() -> Kind:
    """What came of an item of the agenda."""
    return Kind("agenda_item", edit_agenda_item, _heading, _outcome_act)


def _of_entry(record: Any) -> str:
    return str(record.entry.title)


def _heading(item: Any) -> str:
    return str(item.heading)


def _title(topic: Any) -> str:
    return str(topic.title)


def _text(line: Any) -> str:
    return short(line.text)


def _nothing(_brief: Any) -> str:
    return ""


def _item_act(column: str) -> str:
    return {
        "title": _("Rename “{name}”"),
        "minutes": _("Change the minutes of “{name}”"),
        "speaker_id": _("Change who leads “{name}”"),
        "intent": _("Change how “{name}” is brought up"),
        "marking": _("Change the marking of “{name}”"),
    }[column]


def _topic_act(column: str) -> str:
    return {
        "objective": _("Change the objective of “{name}”"),
        "if_raised": _("Change what is said if “{name}” is raised"),
        "if_raised_marking": _("Change the marking of what is said if “{name}” is raised"),
        "background": _("Change the background of “{name}”"),
        "red_line": _("Change the red line of “{name}”"),
        "red_line_marking": _("Change the marking of the red line of “{name}”"),
        "precedents": _("Change the precedents of “{name}”"),
    }[column]


def _point_act(column: str) -> str:
    return {
        "text": _("Change the talking point “{name}”"),
        "kind": _("Change what the talking point “{name}” is for"),
        "marking": _("Change the marking of the talking point “{name}”"),
        "position": _("Move the talking point “{name}”"),
        "deleted": _("Delete the talking point “{name}”"),
    }[column]


def _paragraph_act(column: str) -> str:
    return {
        "text": _("Change the paragraph “{name}”"),
        "section": _("Move the paragraph “{name}”"),
        "marking": _("Change the marking of the paragraph “{name}”"),
        "position": _("Move the paragraph “{name}”"),
        "deleted": _("Delete the paragraph “{name}”"),
    }[column]


def _brief_act(column: str) -> str:
    return {
        "asked_by": _("Change who asked for the brief"),
        "drafter_id": _("Change who drafts the brief"),
        "due_on": _("Change when the brief is due"),
    }[column]


def _record_act(column: str) -> str:
    return {
        "present": _("Change who was present at “{name}”"),
        "memorandum": _("Change the record of “{name}”"),
        "marking": _("Change the marking of the record of “{name}”"),
        "readout": _("Change the readout of “{name}”"),
        "readout_marking": _("Change the marking of the readout of “{name}”"),
        "draft_memorandum": _("Draft the record of “{name}” from the notes"),
        "draft_readout": _("Draft the readout of “{name}” from the notes"),
    }[column]


def _note_act(column: str) -> str:
    return {
        "text": _("Change the note “{name}”"),
        "marking": _("Change the marking of the note “{name}”"),
        "position": _("Move the note “{name}”"),
        "moved": _("Move the note “{name}” to another item"),
        "deleted": _("Delete the note “{name}”"),
    }[column]


def _decision_act(column: str) -> str:
    return {
        "text": _("Change the decision “{name}”"),
        "marking": _("Change the marking of the decision “{name}”"),
        "position": _("Move the decision “{name}”"),
        "moved": _("Move the decision “{name}” to another item"),
        "deleted": _("Delete the decision “{name}”"),
    }[column]


def _outcome_act(column: str) -> str:
    return {
        "outcome": _("Change what came of “{name}”"),
        "outcome_note": _("Change the note on what came of “{name}”"),
    }[column]

"""What the palette lists for what was typed: rows found under their headings, and commands."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.searching import start, tokens, wanted
from app.planning.views.search import Hit
from app.wording import _
from app.wording.dates import clock, day_with_year
from app.wording.names import word_name

MOST_COMMANDS = 6

#: Words, keys and what is done: as the window hands its commands over.
Given = tuple[str, str, Callable[[], object]]


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of the lines below it."""

    words: str


@dataclass(frozen=True, slots=True)
class Command:
    """Something that the window can do."""

    words: str
    keys: str
    run: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Goal:
    """A row to go to, with its words as they are painted."""

    hit: Hit
    icon: str
    title: str
    detail: str
    aside: str


Line = Heading | Command | Goal


def commands(given: Iterable[Given]) -> tuple[Command, ...]:
    """Return the commands that the window handed over."""
    return tuple(Command(*one) for one in given)


def found_lines(text: str, hits: Sequence[Hit], known: Sequence[Command], visit_id: str) -> list[Line]:
    """Return the lines for a search; a command that begins with the text comes before what was found."""
    fitting = fitting_commands(text, known)
    begins = start(text)
    first = any(start(command.words).startswith(begins) for command in fitting)
    group: list[Line] = [Heading(_("Commands")), *fitting] if fitting else []
    rows = goal_lines(hits, visit_id)
    return [*group, *rows] if first else [*rows, *group]


def resting_lines(
    visited: Sequence[Hit], changed: Sequence[Hit], known: Sequence[Command], visit_id: str
) -> list[Line]:
    """Return the lines while nothing is typed: where one was, what changed lately, and all commands."""
    lines: list[Line] = []
    for heading, hits in ((_("Visited lately"), visited), (_("Changed lately"), changed)):
        if hits:
            lines += [Heading(heading), *(goal(hit, visit_id) for hit in hits)]
    return [*lines, Heading(_("Commands")), *known] if known else lines


def fitting_commands(text: str, known: Sequence[Command]) -> list[Command]:
    """Return the commands with all words of the text, those that begin with it first."""
    sought, begins = wanted(text), start(text)
    if not sought:
        return []
    fitting = []
    for command in known:
        kept = tokens(command.words, by_initials=True)
        if all(any(token.startswith(word) for token in kept) for word in sought):
            fitting.append(command)
    fitting.sort(key=lambda command: not start(command.words).startswith(begins))
    return fitting[:MOST_COMMANDS]


def goal_lines(hits: Sequence[Hit], visit_id: str) -> list[Line]:
    """Return rows under the headings of their kinds; the kind of the likeliest row comes first."""
    groups: dict[str, list[Line]] = {}
    for hit in hits:
        words = _groups()[hit.table][1]
        groups.setdefault(words, [Heading(words)]).append(goal(hit, visit_id))
    return [line for lines in groups.values() for line in lines]


def goal(hit: Hit, visit_id: str) -> Goal:
    """Return the line of a row found; the visit is named where it is not the one in view."""
    icon, words = _groups()[hit.table]
    other = hit.visit_title if hit.visit_id not in {"", visit_id} and hit.table != "visit" else ""
    when = _when(hit.at)
    detail = " · ".join(part for part in (when, hit.detail, other) if part)
    aside = word_name(hit.word) if hit.word is not None else ""
    return Goal(hit, icon, hit.title or words, detail, aside)


def spoken(line: Line) -> str:
    """Return how a line is read aloud."""
    if isinstance(line, Goal):
        return ", ".join(part for part in (line.title, line.detail, line.aside) if part)
    if isinstance(line, Command):
        return f"{line.words}, {line.keys}" if line.keys else line.words
    return line.words


def _when(at: date | datetime | None) -> str:
    if at is None:
        return ""
    return f"{day_with_year(at)} {clock(at)}" if isinstance(at, datetime) else day_with_year(at)


def _groups() -> dict[str, tuple[str, str]]:
    """Return the icon and the heading of each kind of row."""
    return {
        "visit": ("briefcase", _("Visits")),
        "stop": ("map", _("Stops")),
        "entry": ("list", _("Programme")),
        "leg": ("plane", _("Programme")),
        "person": ("user", _("People")),
        "post": ("user", _("People")),
        "member": ("users", _("Delegation")),
        "organisation": ("landmark", _("Organisations")),
        "place": ("map-pin", _("Places")),
        "topic": ("flag", _("Topics")),
        "agenda_item": ("handshake", _("Agenda items")),
        "action": ("check-square", _("Actions")),
        "note": ("message-square", _("Notes")),
        "precedent": ("history", _("Precedents")),
    }

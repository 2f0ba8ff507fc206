"""The record of a meeting drafted from what was noted: the memorandum for us, the readout for all.

A draft is marked as closely as the closest words in it. The readout says that the two sides met, marked as
the meeting is; all else in it is drafted from PUBLIC words alone, so that no hand has to find what must not
be in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.words import ActionState, Marking, Outcome, Side
from app.planning.views.entry import PersonAt
from app.planning.views.promised import Promised
from app.planning.views.record import Noted, RecordAt, Taken
from app.wording.dates import day_long, day_with_year
from app.wording.language import _
from app.wording.names import word_name

READOUT_CEILING = Marking.OFFICIAL_USE
_BULLET = "- "


@dataclass(frozen=True, slots=True)
class Draft:
    """Text and the marking that it must bear; ``left_out`` counts the lines held too close for it."""

    text: str
    marking: Marking
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class _Part:
    """One line of a draft, and how closely its words are held."""

    text: str
    marking: Marking


def draft_memorandum(record: RecordAt) -> Draft:
    """Return the memorandum of conversation: when, where, who, and per item all that came of it."""
    marking = record.entry.marking
    parts = [_Part(_opening(record), marking)]
    parts += [_Part(line, marking) for side in Side for line in _present(record, side)]
    if record.present:
        parts.append(_Part(record.present, record.marking))
    for taken in record.all:
        if not taken.empty or taken.heading:
            parts += [_Part("", marking), *_heading(taken), *_taken(taken)]
    return _drafted(parts)


def draft_readout(record: RecordAt) -> Draft:
    """Return the public readout: who met, what was talked of, what was agreed and what comes next.

    Nothing at all where the meeting itself is marked above OFFICIAL USE. What comes next are promises under
    an item on which both sides agreed: any other may be a task of our own.
    """
    if record.entry.marking > READOUT_CEILING:
        return Draft("", Marking.PUBLIC)
    parts = [_Part(_met(record), record.entry.marking)]
    left_out = 0
    for title, lines in (
        (
            _("They talked about:"),
            [part for taken in record.items if taken.raised for part in _heading(taken)],
        ),
        (_("They agreed:"), [_noted(each) for taken in record.all for each in taken.decisions]),
        (_("Next:"), [_next(each) for taken in record.items for each in _agreed(taken)]),
    ):
        shown = [part for part in lines if part.marking is Marking.PUBLIC]
        left_out += len(lines) - len(shown)
        if shown:
            parts += [_Part("", Marking.PUBLIC), _Part(title, Marking.PUBLIC), *map(_listed, shown)]
    return _drafted(parts, left_out)


def _drafted(parts: list[_Part], left_out: int = 0) -> Draft:
    text = "\n".join(part.text for part in parts)
    return Draft(text, max(part.marking for part in parts), left_out)


def _opening(record: RecordAt) -> str:
    entry = record.entry
    day = day_long(entry.start_wall.date())
    if entry.place:
        return _("{title}, {day}, {place}.").format(title=entry.title, day=day, place=entry.place)
    return _("{title}, {day}.").format(title=entry.title, day=day)


def _present(record: RecordAt, side: Side) -> Iterator[str]:
    people = record.there(side)
    if people:
        yield _("{side}: {people}.").format(side=word_name(side), people="; ".join(map(_person, people)))


def _met(record: RecordAt) -> str:
    """Return who met whom: a readout names no more people than those who led."""
    ours, theirs = record.head(Side.OURS), record.head(Side.HOST)
    if ours is None or theirs is None:
        return _opening(record)
    names = {
        "ours": _person(ours),
        "theirs": _person(theirs),
        "day": day_long(record.entry.start_wall.date()),
    }
    if record.entry.place:
        return _("{ours}, met {theirs}, on {day} at {place}.").format(**names, place=record.entry.place)
    return _("{ours}, met {theirs}, on {day}.").format(**names)


def _person(person: PersonAt) -> str:
    return _("{name}, {title}").format(name=person.name, title=person.title) if person.title else person.name


def _heading(taken: Taken) -> list[_Part]:
    return [_Part(taken.heading, taken.heading_marking)] if taken.heading else []


def _taken(taken: Taken) -> Iterator[_Part]:
    yield from (_listed(_noted(each)) for each in taken.points)
    for each in taken.decisions:
        yield _listed(_Part(_("Agreed: {text}").format(text=each.text), each.marking))
    yield from (_listed(_promised(each)) for each in taken.promises)
    if taken.outcome or taken.outcome_note:
        yield _listed(_Part(_outcome(taken.outcome, taken.outcome_note), taken.marking))


def _outcome(outcome: Outcome | None, note: str) -> str:
    if outcome is None:
        return _("Outcome: {note}").format(note=note)
    if not note:
        return _("Outcome: {outcome}.").format(outcome=word_name(outcome))
    return _("Outcome: {outcome}. {note}").format(outcome=word_name(outcome), note=note)


def _noted(noted: Noted) -> _Part:
    return _Part(noted.text, noted.marking)


def _listed(part: _Part) -> _Part:
    return _Part(_BULLET + part.text, part.marking)


def _promised(promise: Promised) -> _Part:
    text = _("To do: {text}").format(text=promise.text)
    named = [promise.owner, promise.counterpart]
    who = " → ".join(part for part in named if part)
    due = _("by {day}").format(day=day_with_year(promise.due_on)) if promise.due_on else ""
    about = ", ".join(part for part in (who, due) if part)
    return _Part(f"{text} ({about})" if about else text, promise.marking)


def _agreed(taken: Taken) -> Iterator[Promised]:
    """Yield the promises that both sides agreed on, but for those that were dropped."""
    if taken.outcome is Outcome.AGREED:
        yield from (each for each in taken.promises if each.state is not ActionState.DROPPED)


def _next(promise: Promised) -> _Part:
    return _Part(promise.text, promise.marking)

"""What each command of ``app.cli`` does. Exporters are imported by the command that needs them."""

import json
import sys
from argparse import Namespace
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

from app.data.codec import canonical, encode_row
from app.domain.errors import PlanningError
from app.domain.release import Audience
from app.planning.clock import now_utc, today
from app.planning.on_topic import release_dossier, the_topic
from app.planning.promised import release_all_promises, release_promises
from app.planning.release import release
from app.planning.released import ReleasedVisit
from app.planning.views.actions import ActionRow, action_rows
from app.planning.views.organisations import the_organisation
from app.planning.views.visits import VisitCard, the_visit, visit_cards
from app.planning.views.whereabouts import visit_of
from app.planning.workspace import Workspace
from app.wording import _, ngettext
from app.wording.action_line import action_line
from app.wording.dates import days
from app.wording.lined import lined

DONE, FINDINGS = 0, 1


def sample(given: Namespace) -> int:
    """Make a new planner file with the sample visit."""
    from app.planning.sample import create_sample

    create_sample(given.file)
    return _say(_("Made {path} with the sample visit.").format(path=given.file))


def visits(given: Namespace) -> int:
    """List the visits in a file."""
    with Workspace.open(given.file, writable=False) as space:
        cards = space.ask(visit_cards, archived=True)
    if given.json:
        return _say(json.dumps([_fields(card) for card in cards], ensure_ascii=False, indent=1))
    for card in cards:
        _say(f"{card.id}  {days(card.starts_on, card.ends_on)}  {card.title}")
    return DONE if cards else _say(_("The file holds no visit yet."))


def _fields(row: VisitCard | ActionRow) -> dict[str, object]:
    return encode_row({each.name: getattr(row, each.name) for each in fields(row)})


def show(given: Namespace) -> int:
    """Print one visit, whole, as canonical JSON."""
    from app.planning.views.document import visit_document

    with Workspace.open(given.file, writable=False) as space:
        return _say(canonical(space.ask(visit_document, space.ask(the_visit, given.visit))))


def actions(given: Namespace) -> int:
    """List the actions of all visits, those to be done first, by the day on which they are due."""
    with Workspace.open(given.file, writable=False) as space:
        rows = [row for row in space.ask(action_rows, today()) if row.overdue or not given.overdue]
    if given.json:
        _say(canonical([_fields(row) | {"overdue": row.overdue} for row in rows]))
    else:
        for line in lined(map(action_line, rows)):
            _say(line)
        if not rows:
            _say(_("Nothing is overdue.") if given.overdue else _("The file holds no action yet."))
    return FINDINGS if given.overdue and rows else DONE


def calendar(given: Namespace) -> int:
    """Write a visit's calendar."""
    from app.publish.calendar.files import calendar_files

    def build(released: ReleasedVisit) -> list[tuple[str, bytes]]:
        return calendar_files(released, person_id=given.person)

    return _publish(given, "calendar", build)


def book(given: Namespace) -> int:
    """Write a visit's briefing book."""
    from app.publish.book.build import build_book

    def build(released: ReleasedVisit) -> list[tuple[str, bytes]]:
        return [("", build_book(released, paper=given.paper))]

    return _publish(given, "book", build)


def minutes(given: Namespace) -> int:
    """Write the minutes of a meeting."""
    from app.publish.minutes.build import build_minutes

    def build(released: ReleasedVisit) -> list[tuple[str, bytes]]:
        return [("", build_minutes(released, given.meeting, paper=given.paper))]

    return _publish(given, "minutes", build, entry_id=given.meeting)


def promises(given: Namespace) -> int:
    """Write the promises of both sides with an organisation, over all visits."""
    from app.publish.minutes.promises import build_promises

    audience = Audience.parse(given.audience)
    with Workspace.open(given.file, writable=False) as space:
        organisation_id = space.ask(the_organisation, given.organisation)
        found = space.ask(release_promises, organisation_id, audience)
    data = build_promises(
        found.visits, organisation_id, found.family, paper=given.paper, now=now_utc(), today=today()
    )
    return _write(given.output, data, audience)


def dossier(given: Namespace) -> int:
    """Write all that was said and promised on a topic, over all visits."""
    from app.publish.minutes.dossier import build_dossier

    audience = Audience.parse(given.audience)
    with Workspace.open(given.file, writable=False) as space:
        found = space.ask(release_dossier, space.ask(the_topic, given.topic), audience)
    data = build_dossier(found.visits, found.topic_ids, paper=given.paper, today=today())
    return _write(given.output, data, audience)


def due(given: Namespace) -> int:
    """Write the days on which the promises of all visits are due, as a calendar."""
    from app.publish.calendar.due import build_due

    audience = Audience.parse(given.audience)
    with Workspace.open(given.file, writable=False) as space:
        visits = space.ask(release_all_promises, audience)
    return _write(given.output, build_due(visits, now=now_utc()), audience)


def _publish(
    given: Namespace,
    paper: str,
    build: Callable[[ReleasedVisit], list[tuple[str, bytes]]],
    *,
    entry_id: str | None = None,
) -> int:
    from app.publish.calendar.weeks import week_path

    audience = Audience.parse(given.audience)
    with Workspace.open(given.file, writable=False) as space:
        if entry_id is not None and given.visit is None:
            visit_id = space.ask(visit_of, "entry", entry_id)
            if not visit_id:
                raise PlanningError("meeting_missing", meeting=entry_id)
        else:
            visit_id = space.ask(the_visit, given.visit)
        released = space.ask(release, visit_id, audience, paper=paper, entry_id=entry_id)
    for week, data in build(released):
        _write(week_path(given.output, week), data, audience)
    count = len(released.withheld)
    if count:
        left_out = ngettext("{count} passage was left out.", "{count} passages were left out.", count)
        _say(left_out.format(count=count))
    return DONE


def _write(path: Path, data: bytes, audience: Audience) -> int:
    from app.publish.output import write_output

    write_output(path, data)
    return _say(_("Wrote {path} for {audience}.").format(path=path, audience=audience))


def verify(given: Namespace) -> int:
    """Tell whether a file is sound."""
    from app.planning.soundness import faults
    from app.wording.faults import fault_sentence

    with Workspace.open(given.file, writable=False) as space:
        found = space.ask(faults)
    for fault in found:
        _say(fault_sentence(fault))
    return FINDINGS if found else _say(_("{path} is sound.").format(path=given.file))


def backup(given: Namespace) -> int:
    """Write a verified copy of a file."""
    with Workspace.open(given.file, writable=False) as space:
        space.write_backup(given.target)
    return _say(_("Wrote the backup {path}.").format(path=given.target))


def restore(given: Namespace) -> int:
    """Make a planner file out of a backup."""
    from app.data.backup import restore as restore_backup

    restore_backup(given.backup, given.file)
    return _say(_("Made {path} out of the backup.").format(path=given.file))


def _say(text: str) -> int:
    sys.stdout.write(text + "\n")
    return DONE

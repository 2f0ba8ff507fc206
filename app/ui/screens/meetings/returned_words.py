"""What is said of a brief on its way out and back."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from app.domain.release import DEFAULT_AUDIENCE
from app.domain.returned import AGENDA
from app.domain.returning_rows import Change, ChangeKind, SectionChange
from app.domain.words import BriefSection, PointKind
from app.planning.released import ReleasedVisit
from app.planning.views.meeting import Meeting
from app.wording import _, ngettext
from app.wording.names import marking_name, word_name

#: Whom a brief that goes out is for.
READER = DEFAULT_AUDIENCE


def is_out(released: ReleasedVisit, meeting: Meeting) -> bool:
    """Tell whether a meeting goes to the reader at all."""
    return any(entry.id == meeting.entry.id for entry in released.entries)


def left_out_words(released: ReleasedVisit, meeting: Meeting) -> str:
    """Return how much of a meeting's brief and agenda stays inside; nothing where all goes out."""
    rows = {paragraph.id for paragraph in meeting.brief.paragraphs}
    for item in meeting.items:
        rows |= {item.id, *(point.id for point in item.points)}
    return stays_here(released, sum(withheld.row_id in rows for withheld in released.withheld))


def stays_here(released: ReleasedVisit, count: int) -> str:
    """Return that so many passages above what a reader may see stay inside; nothing where there is none."""
    if not count:
        return ""
    above = marking_name(released.ceiling, released.marking_names)
    words = ngettext(
        "{count} passage above {marking} stays here.", "{count} passages above {marking} stay here.", count
    )
    return words.format(count=count, marking=above)


def titles(changes: Sequence[SectionChange]) -> Mapping[str, str]:
    """Return what each section is called; the points of an item by what the item would be called."""
    found = {section.value: word_name(section) for section in BriefSection} | {AGENDA: _("Agenda")}
    agenda = [each for section in changes if section.section == AGENDA for each in section.paragraphs]
    found |= {item.key: _("Talking points: {item}").format(item=_called(item)) for item in agenda}
    return found


def _called(item: Change) -> str:
    return item.text or (item.ours.text if item.ours else "")


def summary(section: SectionChange) -> str:
    """Return what would happen to a section: ``1 changed · 2 new · another order``."""
    counts = Counter(change.kind for change in section.changes)
    words = {
        ChangeKind.CHANGED: ngettext("{count} changed", "{count} changed", counts[ChangeKind.CHANGED]),
        ChangeKind.NEW: ngettext("{count} new", "{count} new", counts[ChangeKind.NEW]),
        ChangeKind.GONE: ngettext("{count} deleted", "{count} deleted", counts[ChangeKind.GONE]),
    }
    parts = [text.format(count=counts[kind]) for kind, text in words.items() if counts[kind]]
    return " · ".join([*parts, *([_("another order")] if section.reordered else [])])


def warnings(section: SectionChange) -> list[str]:
    """Return what somebody should look at before the section is taken, each in a sentence."""
    return [*_conflicts(section.conflicts), *_lowered(section.lowered), *_unseen(section.unseen)]


def _lowered(count: int) -> Iterator[str]:
    words = ngettext(
        "{count} passage has a lower marking than here: its words could go further.",
        "{count} passages have a lower marking than here: their words could go further.",
        count,
    )
    if count:
        yield words.format(count=count)


def _conflicts(count: int) -> Iterator[str]:
    words = ngettext(
        "{count} passage was changed here, too, since the brief went out. Ticked, the desk’s words take "
        "the place of ours.",
        "{count} passages were changed here, too, since the brief went out. Ticked, the desk’s words take "
        "the place of ours.",
        count,
    )
    if count:
        yield words.format(count=count)


def _unseen(count: int) -> Iterator[str]:
    words = ngettext(
        "{count} talking point that the desk never saw would go with its item.",
        "{count} talking points that the desk never saw would go with their items.",
        count,
    )
    if count:
        yield words.format(count=count)


def kind_words(change: Change) -> tuple[str, str]:
    """Return what would become of a row, and the tone in which to say it."""
    if change.conflict:
        return _("Changed by both"), "warn"
    return {
        ChangeKind.CHANGED: (_("Changed"), "accent"),
        ChangeKind.NEW: (_("New"), "ok"),
        ChangeKind.GONE: (_("Deleted"), "bad"),
        ChangeKind.SAME: (_("As it was"), "muted"),
    }[change.kind]


def row_words(text: str, use: PointKind | None) -> str:
    """Return the words of a row, those of a talking point with what it is for."""
    return text if use is None else _("{use}: {words}").format(use=word_name(use), words=text)


def from_words(change: Change, section: SectionChange, names: Mapping[str, str]) -> str:
    """Return from which other section a row comes; nothing where it stays in its own."""
    if change.ours is None or change.ours.section == section.section:
        return ""
    return _("from {section}").format(section=names.get(change.ours.section, _("an item that was deleted")))

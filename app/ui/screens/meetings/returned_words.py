"""What is said of a brief on its way out and back."""

from collections import Counter
from collections.abc import Iterator

from app.domain.release import DEFAULT_AUDIENCE
from app.domain.returning import Change, ChangeKind, SectionChange
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
    return [*_conflicts(section.conflicts), *_lowered(section.lowered)]


def _lowered(count: int) -> Iterator[str]:
    words = ngettext(
        "{count} paragraph has a lower marking than here: its words could go further.",
        "{count} paragraphs have a lower marking than here: their words could go further.",
        count,
    )
    if count:
        yield words.format(count=count)


def _conflicts(count: int) -> Iterator[str]:
    words = ngettext(
        "{count} paragraph was changed here, too, since the brief went out. Taking the section overwrites "
        "it.",
        "{count} paragraphs were changed here, too, since the brief went out. Taking the section overwrites "
        "them.",
        count,
    )
    if count:
        yield words.format(count=count)


def kind_words(change: Change) -> tuple[str, str]:
    """Return what would become of a paragraph, and the tone in which to say it."""
    if change.conflict:
        return _("Changed by both"), "warn"
    return {
        ChangeKind.CHANGED: (_("Changed"), "accent"),
        ChangeKind.NEW: (_("New"), "ok"),
        ChangeKind.GONE: (_("Deleted"), "bad"),
        ChangeKind.SAME: (_("As it was"), "muted"),
    }[change.kind]


def from_words(change: Change, section: SectionChange) -> str:
    """Return from which other section a paragraph comes; nothing where it stays in its own."""
    if change.ours is None or change.ours.section is section.section:
        return ""
    return _("from {section}").format(section=word_name(change.ours.section))

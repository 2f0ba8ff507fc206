"""The sentences of what is wrong with how topics and meetings meet."""

from app.domain.coverage import CoverageFinding, Gap
from app.planning.views.coverage import Cell, Coverage
from app.planning.views.meetings import MeetingRow
from app.wording.dates import clock, day
from app.wording.language import _, ngettext
from app.wording.listed import listed
from app.wording.names import word_name


def coverage_sentence(finding: CoverageFinding, coverage: Coverage) -> str:
    """Return what a finding says, with the names of the topic and the meetings."""
    topic = next((each.title for each in coverage.topics if each.id == finding.topic_id), "")
    meetings = [_short(each) for each in coverage.meetings if each.id in finding.entry_ids]
    names = listed(meetings)
    match finding.gap:
        case Gap.NOWHERE:
            return _("{topic} is on no agenda.").format(topic=topic)
        case Gap.LED_NOWHERE:
            return _("{topic} is led nowhere.").format(topic=topic)
        case Gap.LED_TWICE:
            return _("{topic} is led at {meetings}.").format(topic=topic, meetings=names)
        case Gap.OVER_SLOT:
            return _("The agenda of {meeting} is {minutes} min over its slot.").format(
                meeting=names, minutes=finding.minutes
            )


def _short(meeting: MeetingRow) -> str:
    return meeting.title or meeting.host_acronym or ""


def gap_words(finding: CoverageFinding) -> str:
    """Return what is wrong with a topic in few words, as they stand beside its title."""
    match finding.gap:
        case Gap.NOWHERE:
            return _("On no agenda")
        case Gap.LED_NOWHERE:
            return _("Led nowhere")
        case _gap:
            count = len(finding.entry_ids)
            return ngettext("Led at {count} meeting", "Led at {count} meetings", count).format(count=count)


def cell_words(cell: Cell | None) -> str:
    """Return how a topic stands at a meeting, as it is read aloud: ``Lead, 20 min``."""
    if cell is None:
        return _("not on the agenda")
    words = _("{intent}, {minutes} min").format(intent=word_name(cell.intent), minutes=cell.minutes)
    times = len(cell.item_ids)
    return words if times == 1 else _("{words}, {times} items").format(words=words, times=times)


def meeting_words(meeting: MeetingRow) -> str:
    """Return a meeting with its time and the minutes of its agenda, as it is read aloud."""
    words = _("{meeting}, {day} {time}, {used} of {slot} min").format(
        meeting=_short(meeting),
        day=day(meeting.start_wall.date()),
        time=clock(meeting.start_wall, meeting.start_precision),
        used=meeting.used,
        slot=meeting.slot,
    )
    return words if meeting.over <= 0 else _("{words}, over its slot").format(words=words)


def summary(coverage: Coverage) -> str:
    """Return how much there is, and how many topics stand wrong: ``9 topics · 7 meetings · 2 led twice``."""
    topics, meetings = len(coverage.topics), len(coverage.meetings)
    counts = {gap: sum(each.gap is gap for each in coverage.findings) for gap in Gap}
    said = [
        ngettext("{count} topic", "{count} topics", topics).format(count=topics),
        ngettext("{count} meeting", "{count} meetings", meetings).format(count=meetings),
    ]
    for gap, words in (
        (Gap.NOWHERE, _("{count} on no agenda")),
        (Gap.LED_NOWHERE, _("{count} led nowhere")),
        (Gap.LED_TWICE, _("{count} led at several meetings")),
    ):
        said += [words.format(count=counts[gap])] if counts[gap] else []
    return " · ".join(said)

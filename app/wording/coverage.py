"""The sentences of what is wrong with how topics and meetings meet."""

from app.domain.coverage import CoverageFinding, Gap
from app.planning.views.coverage import Coverage
from app.planning.views.meetings import MeetingRow
from app.wording.language import _
from app.wording.listed import listed


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

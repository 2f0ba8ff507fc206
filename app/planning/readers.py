"""Who may read the readout of a meeting as things are, and what keeps the others from it.

The marking of a meeting covers that we met, when and whom: a readout says all of that. So it reaches nobody
whom the meeting itself does not, however openly its own words are marked.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.domain.release import Audience, AudienceKind
from app.planning.audiences import rules_for
from app.planning.views.record import RecordAt


class Bar(StrEnum):
    """What keeps a readout from a reader: the first of these that does."""

    MEETING = "meeting"
    NOT_SHARED = "not_shared"
    READOUT = "readout"


@dataclass(frozen=True, slots=True)
class Reader:
    """Someone whom a readout is written for; ``bar`` is none where it may be read."""

    audience: Audience
    bar: Bar | None


def readout_readers(record: RecordAt) -> Iterator[Reader]:
    """Yield whom the readout of a meeting is written for: its host, where one is known, and the public."""
    host_id = record.entry.host_organisation_id
    if host_id is not None:
        host = Audience(AudienceKind.HOST, host_id)
        yield Reader(host, _bar(record, host))
    everybody = Audience(AudienceKind.PUBLIC)
    yield Reader(everybody, _bar(record, everybody))


def _bar(record: RecordAt, audience: Audience) -> Bar | None:
    ceiling = rules_for(audience.kind, "minutes").ceiling
    if record.entry.marking > ceiling:
        return Bar.MEETING
    if audience.kind is AudienceKind.HOST and not record.entry.share_with_host:
        return Bar.NOT_SHARED
    return Bar.READOUT if record.readout_marking > ceiling else None

"""Calendar files as text, and released visits of a few entries to write them from."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import datetime

from app.domain.release import Audience, AudienceKind
from app.domain.time import from_utc
from app.domain.words import Marking
from app.planning import released as r
from tests.publish.story import NAMES

#: What no calendar may hold: control characters, halves of surrogate pairs, what is no character.
UNFIT = "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"


def entry_at(number: int, start: datetime, end: datetime, start_zone: str, end_zone: str) -> r.Entry:
    """Return an entry by its instants (naive UTC)."""
    start_wall, end_wall = from_utc(start, start_zone), from_utc(end, end_zone)
    return r.Entry(
        id=str(number),
        title=f"Entry {number}",
        calendar_uid=f"uid-{number}",
        start_wall=start_wall.time,
        start_fold=start_wall.fold,
        start_zone=start_zone,
        start_utc=start,
        end_wall=end_wall.time,
        end_fold=end_wall.fold,
        end_zone=end_zone,
        end_utc=end,
    )


def bare_visit(entries: tuple[r.Entry, ...]) -> r.ReleasedVisit:
    head = r.Head("v", "Visit", home_city="Seoul", home_zone="Asia/Seoul")
    return r.ReleasedVisit(
        Audience(AudienceKind.PRINCIPAL), Marking.CONFIDENTIAL, NAMES, head, entries=entries
    )


def unfolded(content: bytes) -> str:
    return content.replace(b"\r\n ", b"").decode()


def values(content: bytes, name: str) -> list[str]:
    """Return the written values of a property, without its parameters."""
    found = re.findall(
        rf"^{name}(?:;[^:]*)?:(.*)\r$", unfolded(content).replace("\r\n", "\r\n"), re.MULTILINE
    )
    return [str(value) for value in found]


def properties(content: bytes) -> Iterator[tuple[str, str]]:
    """Yield name with parameters, and the unescaped value, of the lines of the first event."""
    body = unfolded(content).split("BEGIN:VEVENT\r\n")[1].split("END:VEVENT")[0]
    for line in body.split("\r\n"):
        name, _, value = line.partition(":")
        yield name, value.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";")


def check_form(content: bytes) -> None:
    """Hold a file against the list in the design's facts."""
    assert not content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"END:VCALENDAR\r\n")
    lines = content.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    for line in lines:
        line.decode()  # no letter is cut in two by folding
    text = unfolded(content)
    assert unicodedata.is_normalized("NFC", text)
    assert not re.search(UNFIT, text.replace("\r\n", ""))
    head = text.split("BEGIN:V", 2)[1]
    for wanted in ("METHOD:PUBLISH", "VERSION:2.0", "REFRESH-INTERVAL;VALUE=DURATION:PT6H"):
        assert f"\r\n{wanted}\r\n" in head
    for written in text.split("\r\n"):
        assert re.match(r"[A-Z][A-Z-]*[:;]|$", written), written
        assert not re.match("ATTENDEE|ORGANIZER|CLASS", written)
    uids = values(content, "UID")
    assert len(set(uids)) == len(uids) == text.count("\r\nBEGIN:VEVENT\r\n")

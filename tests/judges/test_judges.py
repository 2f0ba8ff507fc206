"""The judges go by the file alone: else they would agree with us whatever we write."""

from types import ModuleType

import pytest

from tests.judges import ical_js, libical
from tests.judges.reading import JudgedEvent

LYING_PARIS = """\
BEGIN:VTIMEZONE
TZID:Europe/Paris
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0500
TZOFFSETTO:+0500
END:STANDARD
END:VTIMEZONE
"""
EVENTS = """\
BEGIN:VEVENT
UID:one
SEQUENCE:3
STATUS:CANCELLED
DTSTART;TZID=Europe/Paris:20260701T120000
DTEND;TZID=Europe/Berlin:20260701T130000
END:VEVENT
BEGIN:VEVENT
UID:"two" 둘
DTSTART;VALUE=DATE:20260701
DTEND;VALUE=DATE:20260703
END:VEVENT
BEGIN:VEVENT
UID:three
DTSTART:20260701T120000Z
DTEND:20260701T130000
END:VEVENT
"""


@pytest.fixture(params=[ical_js, libical], ids=["ical_js", "libical"])
def judge(request: pytest.FixtureRequest) -> ModuleType:
    module: ModuleType = request.param
    if not module.available():
        pytest.skip(module.MISSING)
    return module


@pytest.mark.judge
def test_judge_believes_the_file_and_knows_no_zone_of_its_own(judge: ModuleType) -> None:
    assert judge.read(calendar(LYING_PARIS + EVENTS)) == [
        JudgedEvent("one", 3, "CANCELLED", "2026-07-01T07:00:00", None, all_day=False),
        JudgedEvent('"two" 둘', 0, "", "2026-07-01", "2026-07-03", all_day=True),
        JudgedEvent("three", 0, "", "2026-07-01T12:00:00", None, all_day=False),
    ]


@pytest.mark.judge
def test_judge_refuses_what_is_no_calendar(judge: ModuleType) -> None:
    with pytest.raises(ValueError, match=r"ParserError|no calendar"):
        judge.read(b"hello")


def calendar(body: str) -> bytes:
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//EN\n{body}END:VCALENDAR\n"
    return text.replace("\n", "\r\n").encode()

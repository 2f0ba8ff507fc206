"""ical.js, the library of Thunderbird and many web calendars, as a judge of calendar files."""

from tests.judges import reading
from tests.judges.reading import JudgedEvent

MISSING = "ical.js is missing: needs node, npm and tests/judges/install.sh"


def available() -> bool:
    """Tell whether the judge is here, installing it first where that is possible."""
    return reading.ready("ical_js", "ical_js/read.mjs")


def read(content: bytes) -> list[JudgedEvent]:
    """Return the events of a calendar file as ical.js reads them, by the file's own VTIMEZONEs.

    Raises:
        ValueError: ical.js refuses the file.
    """
    return reading.judge(["node", reading.BUILT / "ical_js" / "read.mjs"], content)

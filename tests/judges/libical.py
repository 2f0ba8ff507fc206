"""libical, the library of Evolution, KOrganizer and Cyrus, as a judge of calendar files."""

from tests.judges import reading
from tests.judges.reading import JudgedEvent

MISSING = "libical is missing: needs cc, pkg-config, libical-dev and tests/judges/install.sh"


def available() -> bool:
    """Tell whether the judge is here, compiling it first where that is possible."""
    return reading.ready("libical", "read.c")


def read(content: bytes) -> list[JudgedEvent]:
    """Return the events of a calendar file as libical reads them, by the file's own VTIMEZONEs.

    Raises:
        ValueError: libical finds no calendar in it.
    """
    return reading.judge([reading.BUILT / "libical" / "read"], content)

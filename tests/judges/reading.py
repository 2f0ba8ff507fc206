"""What every calendar judge answers, and how a judge is made ready."""

import json
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from filelock import FileLock

SOURCES = Path(__file__).parent
BUILT = SOURCES.parents[1] / "build" / "judges"
_INSTALL_SECONDS = 120
_READ_SECONDS = 120


@dataclass(frozen=True, slots=True)
class JudgedEvent:
    """One VEVENT as a judge reads it.

    ``start_utc`` and ``end_utc`` are ISO 8601: naive UTC with seconds, or a bare date if ``all_day``.
    ``None``: the property is missing, floats, or names a zone that the file does not define.
    """

    uid: str
    sequence: int
    status: str
    start_utc: str | None
    end_utc: str | None
    all_day: bool


@cache
def ready(name: str, source: str) -> bool:
    """Make a judge ready if its tools are here; ``source`` is the copy that its installation ends with."""
    if _fresh(name, source):
        return True
    BUILT.mkdir(parents=True, exist_ok=True)
    with FileLock(BUILT / f"{name}.lock"):
        if not _fresh(name, source):
            _install(name)
    return _fresh(name, source)


def judge(command: list[str | Path], content: bytes) -> list[JudgedEvent]:
    """Give a calendar file to a judge and return its events in the order of the file.

    Raises:
        ValueError: the judge refuses the file; its words are the message.
    """
    done = subprocess.run(command, input=content, capture_output=True, timeout=_READ_SECONDS, check=False)
    if done.returncode != 0:
        raise ValueError(done.stderr.decode(errors="replace"))
    return [JudgedEvent(**event) for event in json.loads(done.stdout)]


def _fresh(name: str, source: str) -> bool:
    copy = BUILT / name / Path(source).name
    return copy.is_file() and copy.read_bytes() == (SOURCES / source).read_bytes()


def _install(name: str) -> None:
    command: list[str | Path] = ["sh", SOURCES / "install.sh", name]
    try:
        subprocess.run(command, timeout=_INSTALL_SECONDS, check=True, capture_output=True)
    except (OSError, subprocess.SubprocessError):
        return  # the judge stays missing, and its tests say so

"""What is said of bookings of interpreters."""

from collections.abc import Sequence

from app.domain.words import InterpretingMode
from app.wording.language import _
from app.wording.language_names import language_name
from app.wording.listed import listed
from app.wording.names import word_name


def between(from_language: str, to_language: str) -> str:
    """Return the languages of a booking, tags of BCP 47: ``Korean → English``; one not said is left out."""
    return " → ".join(name for name in map(language_name, (from_language, to_language)) if name)


def booked(from_language: str, to_language: str, mode: InterpretingMode, hours: float) -> str:
    """Return for what an interpreter is booked: ``Korean → English · Consecutive · 1.5 h``."""
    length = _("{hours} h").format(hours=f"{hours:g}")
    return " · ".join(part for part in (between(from_language, to_language), word_name(mode), length) if part)


def also_at(titles: Sequence[str]) -> str:
    """Return where an interpreter is wanted at the same time; nothing where it is nowhere else."""
    return _("At the same time at {entries}").format(entries=listed(titles)) if titles else ""

"""What is said of bookings of interpreters."""

from collections.abc import Sequence

from app.wording.language import _
from app.wording.listed import listed


def also_at(titles: Sequence[str]) -> str:
    """Return where an interpreter is wanted at the same time; nothing where it is nowhere else."""
    return _("At the same time at {entries}").format(entries=listed(titles)) if titles else ""

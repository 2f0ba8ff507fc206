"""Who was to be in a delegation and has left it again before the visit began."""

from datetime import date


def is_withdrawn(leaves_on: date | None, starts_on: date, *, takes_part: bool) -> bool:
    """Tell whether a member has no part in a visit that starts on a day.

    Whoever leaves on that first day is in it yet where they ``take part`` in anything.
    """
    if leaves_on is None:
        return False
    return leaves_on < starts_on or (leaves_on == starts_on and not takes_part)

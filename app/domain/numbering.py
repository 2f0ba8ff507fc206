"""The number after a number, as rooms and baggage tags are written."""

import re

_END = re.compile(r"^(.*?)(\d+)(\D*)$", re.DOTALL)


def next_number(text: str) -> str:
    """Return what follows a number, as wide as it is: ``209`` → ``210``, ``B-009`` → ``B-010``.

    Where there is no number, nothing follows.
    """
    found = _END.match(text)
    if found is None:
        return ""
    before, digits, after = found.groups()
    return f"{before}{int(digits) + 1:0{len(digits)}d}{after}"

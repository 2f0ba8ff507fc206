"""Several names in one sentence."""

from collections.abc import Sequence

from app.wording.language import _


def listed(names: Sequence[str]) -> str:
    """Return names with commas between them and "and" before the last."""
    if len(names) <= 1:
        return "".join(names)
    return _("{first} and {last}").format(first=", ".join(names[:-1]), last=names[-1])

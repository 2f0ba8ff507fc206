"""A brief that went out and came back: how its paragraphs are known again, and what stands in it now.

What goes out bears no key of ours: each paragraph has a name made of a digest of its key. What it said then
is kept as a digest too, so that the file tells what was changed in it without holding everything twice: a
sentence that a desk takes out before it passes the file on is really out of it.
"""

import base64
import hashlib
from dataclasses import dataclass

from app.domain.prose import canonical, fit
from app.domain.words import Marking, PointKind

#: What the items of the agenda stand under. What stands under an item has its name for a section.
AGENDA = "agenda"
_LETTERS = 12  # 60 bits: of all that a planner holds, no two meet


@dataclass(frozen=True, slots=True)
class Sent:
    """One row as it went out: its name, and a digest of its words.

    It is a paragraph of a section of the brief, an item of the agenda, or a talking point with its ``use``.
    """

    name: str
    section: str
    marking: Marking
    digest: str
    use: PointKind | None = None


@dataclass(frozen=True, slots=True)
class Back:
    """One row as it came back; ``name`` is that of the one that went out, if it is one of those.

    ``marking`` and ``use`` are none where nothing is said of them. An item has a name in any case, for its
    points to stand under; one whose heading was emptied has no text, and keeps its own.
    """

    section: str
    text: str
    marking: Marking | None = None
    name: str | None = None
    use: PointKind | None = None


@dataclass(frozen=True, slots=True)
class Stray:
    """Words that belong to no section, or to none that is read back; ``under`` is the heading above them."""

    under: str
    text: str


@dataclass(frozen=True, slots=True)
class ReturnedBrief:
    """What a file that came back holds: rows in the order in which they stand, all else as strays.

    ``meeting`` is the name of the meeting whose brief it was; nothing where the file no longer tells.
    ``sent`` is what went out, in order. An item stands before its points in both. ``tracked`` tells that
    changes were tracked in it, and read as if they were all accepted.
    """

    meeting: str = ""
    sent: tuple[Sent, ...] = ()
    paragraphs: tuple[Back, ...] = ()
    strays: tuple[Stray, ...] = ()
    tracked: bool = False


def name_of(row_id: str) -> str:
    """Return the name under which a row goes out."""
    return _digest(f"row {row_id}")


def digest_of(text: str) -> str:
    """Return the digest of words: texts that look alike have the same."""
    return _digest(f"text {canonical(text)}")


def one_line(text: str) -> str:
    """Return the title of an item as it goes out and comes back: in one line, with single blanks."""
    return " ".join(fit(text).split())


def _digest(text: str) -> str:
    return base64.b32encode(hashlib.sha256(text.encode()).digest())[:_LETTERS].decode().lower()

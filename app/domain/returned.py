"""A brief that went out and came back: how its paragraphs are known again, and what stands in it now.

What goes out bears no key of ours: each paragraph has a name made of a digest of its key. What it said then
is kept as a digest too, so that the file tells what was changed in it without holding everything twice.
"""

import base64
import hashlib
from dataclasses import dataclass

from app.domain.prose import canonical
from app.domain.words import BriefSection, Marking

_LETTERS = 12  # 60 bits: of all that a planner holds, no two meet


@dataclass(frozen=True, slots=True)
class Sent:
    """One paragraph as it went out: its name, and a digest of its words."""

    name: str
    section: BriefSection
    marking: Marking
    digest: str


@dataclass(frozen=True, slots=True)
class Back:
    """One paragraph as it came back; ``name`` is that of the one that went out, if it is one of those.

    ``marking`` is none where nothing is said of it.
    """

    section: BriefSection
    text: str
    marking: Marking | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Stray:
    """Words that belong to no section, or to none that is read back; ``under`` is the heading above them."""

    under: str
    text: str


@dataclass(frozen=True, slots=True)
class ReturnedBrief:
    """What a file that came back holds: paragraphs in the order in which they stand, all else as strays.

    ``meeting`` is the name of the meeting whose brief it was; nothing where the file no longer tells.
    ``sent`` is what went out, in order.
    """

    meeting: str = ""
    sent: tuple[Sent, ...] = ()
    paragraphs: tuple[Back, ...] = ()
    strays: tuple[Stray, ...] = ()


def name_of(row_id: str) -> str:
    """Return the name under which a row goes out."""
    return _digest(f"row {row_id}")


def digest_of(text: str) -> str:
    """Return the digest of words: texts that look alike have the same."""
    return _digest(f"text {canonical(text)}")


def _digest(text: str) -> str:
    return base64.b32encode(hashlib.sha256(text.encode()).digest())[:_LETTERS].decode().lower()

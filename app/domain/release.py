"""Who may be told what: the vocabulary of release.

Every stored column declares one :class:`Carry`; ``app.planning.release`` turns the declarations and
the field lists of ``resources/release/audiences.json`` into queries. What is not listed stays inside.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.errors import PlanningError
from app.domain.words import Marking


class Carry(StrEnum):
    """How a column may be released.

    KEY       identifiers and order: says nothing by itself, goes with its row
    FIELD     the row's words: released within the row's marking where the audience's list names it
    GUARDED   words with a marking column of their own beside them
    CONTACT   telephone and mail: papers for our own side only
    PERSONAL  passports, birth dates, diet: no book and no calendar, ever
    INTERNAL  bookkeeping: no paper at all
    """

    KEY = "key"
    FIELD = "field"
    GUARDED = "guarded"
    CONTACT = "contact"
    PERSONAL = "personal"
    INTERNAL = "internal"


class AudienceKind(StrEnum):
    """The kinds of readers that papers are made for."""

    PRINCIPAL = "principal"
    DELEGATION = "delegation"
    HOST = "host"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Audience:
    """A reader of papers. A host audience names one organisation, by acronym or id; others name none."""

    kind: AudienceKind
    organisation: str | None = None

    def __post_init__(self) -> None:
        if (self.kind is AudienceKind.HOST) != (self.organisation is not None):
            raise PlanningError("audience_host_unnamed", field="audience")

    @classmethod
    def parse(cls, text: str) -> "Audience":
        """Read ``principal``, ``delegation``, ``host:ORG`` or ``public``.

        Raises:
            PlanningError: the word is unknown, or a host audience names no organisation.
        """
        word, _, organisation = text.strip().partition(":")
        try:
            kind = AudienceKind(word.strip().lower())
        except ValueError:
            raise PlanningError("audience_unknown", field="audience", text=text) from None
        named = organisation.strip() or None
        if kind is not AudienceKind.HOST and named:
            raise PlanningError("audience_unknown", field="audience", text=text)
        return cls(kind, named)

    def __str__(self) -> str:
        return f"{self.kind}:{self.organisation}" if self.organisation else str(self.kind)


DEFAULT_AUDIENCE = Audience(AudienceKind.DELEGATION)


@dataclass(frozen=True, slots=True)
class Withheld:
    """One thing left out of a release, and why. Carries no words of what was left out.

    ``reason`` is ``marking`` (above the audience), ``not_shared`` (an entry not meant for this host)
    or ``guarded`` (a column whose own marking is above the audience).
    """

    table: str
    row_id: str
    column: str | None
    marking: Marking
    reason: str

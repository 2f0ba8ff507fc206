"""What an act is called, and what is said once it is done."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol, Self

from app.planning.moving import Start
from app.wording.dates import day


class Row(Protocol):
    """A row of the programme, on the board or in the list."""

    @property
    def id(self) -> str:
        """The entry."""

    @property
    def title(self) -> str:
        """What it is called."""


@dataclass(frozen=True, slots=True)
class Said:
    """The name of a step, and the sentence for the toast ("" says nothing). ``titles`` are by entry.

    ``told_at`` is said in place of ``told`` of one entry that has another time: with ``{title}``, ``{day}``
    and ``{time}``. ``more`` is said after it.
    """

    label: str
    told: str
    titles: Mapping[str, str] = field(default_factory=dict)
    told_at: str = ""
    more: str = ""

    @property
    def sentence(self) -> str:
        """All that is told."""
        return " ".join(part for part in (self.told, self.more) if part)

    def at(self, times: Mapping[str, Start]) -> Self:
        """Return it as it is said of an act at these times, by entry."""
        if not self.told_at or len(times) != 1:
            return self
        ((entry_id, start),) = times.items()
        when = {"day": day(start.wall.date()), "time": f"{start.wall:%H:%M}"}
        return replace(self, told=self.told_at.format(title=self.titles[entry_id], **when))

    @classmethod
    def of(cls, lines: Collection[Row], label: tuple[str, str], told: tuple[str, str]) -> Self:
        """Choose among words for one entry (with ``{title}``) and for several (with ``{count}``)."""

        def words(pair: tuple[str, str]) -> str:
            one, several = pair
            if len(lines) == 1:
                return one.format(title=next(iter(lines)).title)
            return several.format(count=len(lines))

        return cls(words(label), words(told), {line.id: line.title for line in lines})

"""What an act is called, and what is said once it is done."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Protocol, Self


class _Row(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Said:
    """The name of a step, and the sentence for the toast ("" says nothing). ``titles`` are by entry."""

    label: str
    told: str
    titles: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, lines: Collection[_Row], label: tuple[str, str], told: tuple[str, str]) -> Self:
        """Choose among words for one entry (with ``{title}``) and for several (with ``{count}``)."""

        def words(pair: tuple[str, str]) -> str:
            one, several = pair
            if len(lines) == 1:
                return one.format(title=next(iter(lines)).title)
            return several.format(count=len(lines))

        return cls(words(label), words(told), {line.id: line.title for line in lines})

"""What is asked where a clock does not show a time, or shows it twice: which of two times is meant."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial

from app.domain.errors import AideError, PlanningError
from app.planning.moving import Start
from app.planning.views.clock_city import clock_city
from app.ui.desk import Desk
from app.ui.forms.which_pass import offers_for
from app.wording import _
from app.wording.errors import sentence

#: What an act takes instead of the time that was refused, and the fold for all others that come twice.
Again = Callable[[Start], None]
#: Tells whether an act would be done with a time instead of the one that was refused.
Fits = Callable[[Start], bool]


@dataclass(frozen=True, slots=True)
class Offer:
    """A time to choose: its words, and what is done when it is chosen."""

    words: str
    take: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Question:
    """A sentence that says what is wrong with a time, and the times that may be meant: one or two."""

    words: str
    offers: tuple[Offer, ...]


def question(error: AideError, title: str, fits: Fits, again: Again) -> Question | None:
    """Return what to ask after an act was refused; ``None`` where there is nothing to choose.

    ``title`` names the entry, where there are several. ``again`` does the act with the chosen time. Only
    what ``fits`` is offered: nobody is refused what he was told to choose from.
    """
    offers = []
    for each in offers_for(error):
        start = Start(each.wall, error.data["zone"], each.fold)
        if fits(start):
            offers.append(Offer(each.words, partial(again, start)))
    return Question(refusal(error, title), tuple(offers)) if offers else None


def name_city(desk: Desk, error: AideError, entry_id: str) -> None:
    """Let an error about a clock know in which city that is; ``entry_id`` may be ""."""
    if not offers_for(error):
        return
    day = error.data.get("planned_on") or error.data["wall"].date()  # a visit takes its cities along
    with suppress(AideError):  # then its zone tells enough
        error.data["city"] = desk.ask(clock_city, desk.visit_id, error.data["zone"], day, entry_id=entry_id)


def refusal(error: AideError, title: str = "") -> str:
    """Return why an act was refused, beginning with the entry where one of several is meant."""
    title = title or str(error.data.get("title", ""))
    words = sentence(error)
    return _("“{title}”: {sentence}").format(title=title, sentence=words) if title else words


def mended(
    times: dict[str, Start], error: AideError, chosen: Start, fold: int | None
) -> tuple[dict[str, Start], int | None]:
    """Return the times of an act with the chosen one in place of the one refused, and the fold in force.

    Which pass was chosen is remembered for the whole act: other times that come twice take it too.
    """
    fold = chosen.fold if chosen.fold is not None else fold
    found = times | {refused(error): chosen}
    if fold is not None:
        found = {
            name: replace(time, fold=fold) if time.fold is None else time for name, time in found.items()
        }
    return found, fold


def refused(error: AideError) -> str:
    """Return which time of an act was refused: an entry's id, or ``start`` or ``end``."""
    field = error.field if isinstance(error, PlanningError) else None
    return str(error.data.get("entry_id") or (field or "").removesuffix("_wall"))


def can_be_asked(error: AideError, times: dict[str, Start]) -> bool:
    """Tell whether an act was refused for a time that another may be given for: of an entry, or by hand."""
    return bool(offers_for(error)) and ("entry_id" in error.data or refused(error) in times)

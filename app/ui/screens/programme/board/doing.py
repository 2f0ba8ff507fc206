"""How the board does an act: as one step with a name; where it is refused, in one clear sentence."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.domain.errors import AideError
from app.planning.moving import Start
from app.ui.desk import Desk
from app.ui.forms.which_pass import offers_for
from app.ui.screens.programme.board.asking import can_be_asked, mended, name_city, question, refusal, refused
from app.ui.screens.programme.board.said import Said
from app.wording import _

Then = Callable[[Any], object]
#: Returns the verb of an act at times by name, with the fold that was chosen for all that come twice.
Timed = Callable[[dict[str, Start], int | None], Callable[..., object]]


class Doing(QObject):
    """Does acts on the visit in view.

    ``told`` goes to the toast: a sentence, and whether it can be undone. ``done`` carries the sentence of an
    act that others may have to be told of. ``asked`` carries a :class:`Question` where a clock does not show
    the time that was meant, or shows it twice; nothing is done until it is answered.
    """

    told = Signal(str, bool)
    done = Signal(str)
    asked = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    @property
    def idle(self) -> bool:
        """Whether nothing can be done: the planner is open to read only, or no visit is in view."""
        return self._desk.read_only or not self._desk.visit_id

    def refuse_idle(self) -> bool:
        """Say why nothing can be done, if nothing can; tell whether that is so."""
        if self._desk.read_only:
            self.told.emit(_("This planner is open to read only: nothing can be changed."), False)
        return self.idle

    def on_visit(self, verb: Callable[..., object], **fields: Any) -> Callable[..., object]:
        """Return a verb that is about the visit in view."""
        return partial(verb, visit_id=self._desk.visit_id, **fields)

    def attempt(
        self,
        said: Said,
        times: dict[str, Start],
        verb: Timed,
        then: Then | None = None,
        fold: int | None = None,
    ) -> None:
        """Do an act at these times; where the clock does not tell one of them, ask and do it then.

        ``verb`` takes the times by name, and the fold that was chosen for all that come twice. What is
        asked changes only the time that was refused. ``then`` takes what the act returns.
        """

        def ask(error: AideError) -> bool:
            return self._ask(
                error,
                said.titles,
                times,
                verb,
                fold,
                lambda *found: self.attempt(said, found[0], verb, then, found[1]),
            )

        result = self.do(said.at(times), verb(times, fold), ask)
        if result is not None and then is not None:
            then(result)

    def settle(
        self,
        times: dict[str, Start],
        verb: Timed,
        then: Callable[[dict[str, Start]], object],
        fold: int | None = None,
    ) -> None:
        """Ask for what a clock does not tell of these times, as :meth:`attempt` does, and do nothing yet.

        ``then`` takes the times at which the act can be done.
        """
        if self.idle:
            return
        error = self._desk.refusal(verb(times, fold))
        if error is None:
            then(times)
        elif not self._ask(
            error, {}, times, verb, fold, lambda *found: self.settle(found[0], verb, then, found[1])
        ):
            self.told.emit(refusal(error), False)

    def _ask(
        self,
        error: AideError,
        titles: Mapping[str, str],
        times: dict[str, Start],
        verb: Timed,
        fold: int | None,
        again: Callable[[dict[str, Start], int | None], None],
    ) -> bool:
        """Ask which time is meant instead of the one refused; tell whether there is any to choose."""
        if not can_be_asked(error, times):
            return False

        def take(chosen: Start) -> None:
            again(*mended(times, error, chosen, fold))

        def fits(chosen: Start) -> bool:
            return self._fits(verb, *mended(times, error, chosen, fold))

        entry_id = error.data.get("entry_id") or next(iter(titles), "")
        name_city(self._desk, error, entry_id)
        title = titles.get(refused(error), "") if len(times) > 1 else ""
        asked = question(error, title, fits, take)
        if asked is not None:
            self.asked.emit(asked)
        return asked is not None

    def _fits(self, verb: Timed, times: dict[str, Start], fold: int | None) -> bool:
        """Tell whether an act would be done at these times, where need be after a further question."""
        error = self._desk.refusal(verb(times, fold))
        if error is None or not can_be_asked(error, times):
            return error is None
        zone = error.data["zone"]
        others = (Start(each.wall, zone, each.fold) for each in offers_for(error))
        return any(self._fits(verb, *mended(times, error, other, fold)) for other in others)

    def do(
        self, said: Said, act: Callable[..., object], ask: Callable[[AideError], bool] | None = None
    ) -> object | None:
        """Do an act as one step and return its result, ``True`` for none; ``None`` where it was refused."""
        if self.idle:
            return None
        try:
            result = self._desk.do(said.label, act)
        except AideError as error:
            if ask is None or not ask(error):
                self.told.emit(refusal(error), False)
            return None
        if said.told:
            self.done.emit(said.sentence)
        return True if result is None else result

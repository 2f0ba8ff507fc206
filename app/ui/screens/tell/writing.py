"""What hands wrote in messages that have not left: kept at each pause as drafts of the planner."""

import json
from dataclasses import dataclass

from app.planning.views.drafts import drafts
from app.ui.desk import Desk
from app.wording.telling import Message

_TABLE = "member"
_COLUMN = "message-{tag}"


@dataclass(frozen=True, slots=True)
class Written:
    """A message that was changed by hand, and the one it was made from."""

    made: Message
    now: Message


class Writing:
    """The messages by member and language. In memory they stand as well: a file may be only read."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._written: dict[tuple[str, str], Written] = {}
        self._asked: set[str] = set()

    def of(self, member_id: str, tag: str) -> Written | None:
        """Return what was written to a member in a language, in this session or an earlier one."""
        self._ask(member_id)
        return self._written.get((member_id, tag))

    def tag(self, member_id: str) -> str:
        """Return the language of a message that is being written to a member; nothing where none is."""
        self._ask(member_id)
        return next((tag for key, tag in self._written if key == member_id), "")

    def write(self, member_id: str, tag: str, written: Written) -> None:
        """Take what stands in the fields now; :meth:`keep` writes it to the file."""
        self._written[member_id, tag] = written

    def keep(self, member_id: str, tag: str) -> None:
        """Keep what was written so far in the planner."""
        written = self._written.get((member_id, tag))
        if written is not None and not self._desk.read_only:
            messages = {"made": written.made, "now": written.now}
            words = {name: [each.subject, each.text] for name, each in messages.items()}
            self._desk.keep_draft(_key(member_id, tag), json.dumps(words, ensure_ascii=False))

    def forget(self, member_id: str, tag: str) -> None:
        """Forget what was written: it has left, or is started over."""
        if self._written.pop((member_id, tag), None) is not None and not self._desk.read_only:
            self._desk.drop_draft(_key(member_id, tag))

    def _ask(self, member_id: str) -> None:
        if member_id in self._asked:
            return
        self._asked.add(member_id)
        prefix = _COLUMN.format(tag="")
        for column, text in self._desk.ask(drafts, _TABLE, member_id).items():
            if column.startswith(prefix):
                words = {name: Message(*each) for name, each in json.loads(text).items()}
                self._written.setdefault((member_id, column.removeprefix(prefix)), Written(**words))


def _key(member_id: str, tag: str) -> str:
    return f"{_TABLE}/{member_id}/{_COLUMN.format(tag=tag)}"

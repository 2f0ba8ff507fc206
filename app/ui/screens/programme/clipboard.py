"""Entries on the clipboard: as text that reads well in an e-mail, and known again in their own visit.

What is copied and pasted within a visit brings its people, parties and journey with it. What is cut stays,
pale, until it is pasted: then it moves, with all that belongs to it. Anything else is read line by line.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from app.domain.errors import AideError
from app.domain.time import from_utc
from app.planning.moving import Start
from app.planning.placing import Shift, lives_there, placed, placed_at_home
from app.planning.views.board import BoardLine, board_lines
from app.planning.views.programme import Head, head
from app.ui.desk import Desk
from app.ui.screens.programme.board.acts import BoardActs
from app.ui.screens.programme.board.asking import refusal
from app.ui.screens.programme.board.said import Said
from app.wording import _, ngettext
from app.wording.short import short

#: By this format entries of ours are known.
OURS = "application/x-aide-entries"


@dataclass(frozen=True, slots=True)
class Where:
    """Where something is pasted: a local day, and the zone by which it lives.

    ``home_day`` is the day at home, where it is the days at home that are seen.
    """

    day: date
    zone: str
    home_day: date | None = None


@dataclass(slots=True)
class _Ours:
    """What of ours lies on the clipboard."""

    visit_id: str
    ids: list[str] = field(default_factory=list)
    cut: bool = False


class Clipboard(QObject):
    """Copies, cuts and pastes entries. ``where`` returns the place of pasting, or nothing without a visit.

    ``pasted`` carries the ids of what was pasted; ``faded`` those of what is cut and not yet pasted; ``told``
    a sentence.
    """

    pasted = Signal(tuple)
    faded = Signal(frozenset)
    told = Signal(str, bool)

    def __init__(
        self, desk: Desk, acts: BoardActs, where: Callable[[], Where | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._acts = acts
        self._where = where
        QApplication.clipboard().dataChanged.connect(self._on_changed)

    def copy(self, lines: Sequence[BoardLine]) -> None:
        """Put entries on the clipboard."""
        self._put(lines, cut=False)
        words = ngettext("{count} entry copied as text.", "{count} entries copied as text.", len(lines))
        self.told.emit(words.format(count=len(lines)), False)

    def cut(self, lines: Sequence[BoardLine]) -> None:
        """Put entries on the clipboard, to be moved to where they are pasted."""
        if self._acts.idle:
            return
        self._put(lines, cut=True)
        words = ngettext(
            "{count} entry is cut: it moves when it is pasted on another day.",
            "{count} entries are cut: they move when they are pasted on another day.",
            len(lines),
        )
        self.told.emit(words.format(count=len(lines)), False)

    def forget_cut(self) -> bool:
        """Leave what is cut where it is; tell whether anything was."""
        ours = _ours(QApplication.clipboard().mimeData())
        if ours is None or not ours.cut:
            return False
        text = QApplication.clipboard().text()
        QApplication.clipboard().setMimeData(_mime(text, _Ours(ours.visit_id, ours.ids)))
        return True

    @Slot()
    def paste(self) -> None:
        """Paste what lies on the clipboard; what cannot be read is said, and stays there."""
        where = self._where()
        if where is None or self._acts.idle:
            return
        mime = QApplication.clipboard().mimeData()
        ours = _ours(mime)
        try:
            if ours is not None and self._is_here(ours):
                self._paste_ours(ours, where)
            else:
                self._paste_text(mime.text() if mime is not None else "", where, ours)
        except AideError as error:
            self.told.emit(refusal(error), False)

    # Within a visit

    def _is_here(self, ours: _Ours) -> bool:
        here = ours.visit_id == self._desk.visit_id
        return here and len(self._desk.ask(board_lines, ours.visit_id, ours.ids)) == len(ours.ids)

    def _paste_ours(self, ours: _Ours, where: Where) -> None:
        lines = self._desk.ask(board_lines, ours.visit_id, ours.ids)
        top = self._desk.ask(head, ours.visit_id)
        if where.home_day is not None:
            first = min(from_utc(line.start_utc, top.home_zone).time.date() for line in lines)
            starts = placed_at_home(top, lines, Shift((where.home_day - first).days))
        else:
            starts = _on_day(top, lines, where)
        if ours.cut:
            self._acts.move(starts, lines, then=lambda _done: self._on_moved(tuple(starts)))
        else:
            self._acts.copy(starts, lines, then=self.pasted.emit)

    def _on_moved(self, ids: tuple[str, ...]) -> None:
        self.forget_cut()
        self.pasted.emit(ids)

    # Text

    def _paste_text(self, text: str, where: Where, ours: _Ours | None) -> None:
        # Reading takes much that the window has no use for before it is first seen.
        from app.domain.board.text import read_text, unread_lines
        from app.planning.pasting import zone_names
        from app.planning.verbs.pasting import paste_text
        from app.ui.screens.programme.as_written import day_reader, words_in_force

        day_of, words = day_reader(where.day), words_in_force()
        zones = self._desk.ask(zone_names, self._desk.visit_id)
        found = read_text(text, day_of=day_of, words=words, zones=zones)
        unread = unread_lines(text, day_of=day_of, words=words, zones=zones)
        if not found:
            self.told.emit(_nothing_read(text), False)
            return
        top = self._desk.ask(head, self._desk.visit_id)
        read = ngettext("{count} entry pasted.", "{count} entries pasted.", len(found))
        told = " ".join([read.format(count=len(found)), *_left_out(unread), *_stays(ours)])
        label = ngettext("Paste {count} entry", "Paste {count} entries", len(found)).format(count=len(found))

        def verb(_times: dict[str, Start], fold: int | None) -> Callable[..., object]:
            return self._acts.on_visit(
                paste_text,
                day=where.day,
                zone=where.zone,
                text=text,
                untitled=_("New entry"),
                day_of=day_of,
                words=words,
                onto=ours is not None,
                fold=fold,
                zone_on=top.zone_on,
            )

        self._acts.attempt(Said(label, told), {}, verb, lambda ids: self._on_moved(tuple(ids)))

    # The clipboard itself

    def _put(self, lines: Sequence[BoardLine], *, cut: bool) -> None:
        from app.ui.screens.programme.as_written import written

        text = written(self._desk.ask(head, self._desk.visit_id), lines)
        ours = _Ours(self._desk.visit_id, [line.id for line in lines], cut)
        QApplication.clipboard().setMimeData(_mime(text, ours))

    @Slot()
    def _on_changed(self) -> None:
        ours = _ours(QApplication.clipboard().mimeData())
        cut = ours is not None and ours.cut and ours.visit_id == self._desk.visit_id
        self.faded.emit(frozenset(ours.ids) if ours is not None and cut else frozenset())


def _mime(text: str, ours: _Ours) -> QMimeData:
    mime = QMimeData()
    mime.setText(text)
    packed = json.dumps({"visit": ours.visit_id, "entries": ours.ids, "cut": ours.cut})
    mime.setData(OURS, packed.encode())
    return mime


def _ours(mime: QMimeData | None) -> _Ours | None:
    """Return what of ours lies there. Another program may have put anything under our name."""
    if mime is None or not mime.hasFormat(OURS):
        return None
    try:
        found: Any = json.loads(bytes(mime.data(OURS).data()))
        ids = [str(each) for each in found["entries"]]
        return _Ours(str(found["visit"]), ids, bool(found["cut"])) if ids else None
    except (ValueError, KeyError, TypeError):
        return None


def _on_day(top: Head, lines: Sequence[BoardLine], where: Where) -> dict[str, Start]:
    """Return the starts of entries of which the first day becomes that of pasting."""
    first = min(line.day for line in lines)
    living = [line for line in lines if line.day == first and lives_there(top, line)]
    zone = where.zone if living and where.zone in top.zones_on(where.day) else ""
    shift = Shift((where.day - first).days, zone=zone)
    return placed(top, lines, shift, living[0] if living else lines[0])


def _nothing_read(text: str) -> str:
    if not text.strip():
        return _("There is no text on the clipboard.")
    return _("Nothing was pasted: no line of the text begins with a time. Write for example “09:30 Meeting”.")


def _stays(ours: _Ours | None) -> list[str]:
    """Return what is said of entries that were cut elsewhere: in another visit they are other entries."""
    if ours is None or not ours.cut:
        return []
    words = ngettext(
        "It is a copy: what was cut stays in its own visit.",
        "They are copies: what was cut stays in its own visit.",
        len(ours.ids),
    )
    return [words]


def _left_out(unread: Sequence[str]) -> list[str]:
    if not unread:
        return []
    words = ngettext(
        "{count} line has no time and was left out: “{line}”.",
        "{count} lines have no time and were left out, the first: “{line}”.",
        len(unread),
    )
    return [words.format(count=len(unread), line=short(unread[0]))]

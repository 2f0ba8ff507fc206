"""The keys of single rooms, as the sheet of keys lists them: a room that nobody has entered has none yet."""

from dataclasses import dataclass

from app.ui.window.catalogue import room_title
from app.wording import _

_PAGE_UP, _PAGE_DOWN = "PgUp", "PgDown"


@dataclass(frozen=True, slots=True)
class RoomKeys:
    """The keys of the room ``room``, or without a name those of every list: words, and each key for them."""

    room: str
    title: str
    rows: tuple[tuple[str, tuple[str, ...]], ...]


def room_keys() -> tuple[RoomKeys, ...]:
    """Return the keys of lists, and of each room that has its own."""
    by_place = (_("Move up in precedence"), ("Alt+Up",)), (_("Move down in precedence"), ("Alt+Down",))
    moves = (_("Move up"), ("Alt+Up",)), (_("Move down"), ("Alt+Down",))
    return (
        RoomKeys(
            "",
            _("Every list"),
            (
                (_("Add a row"), ("Ctrl+N",)),
                (_("Filter the list"), ("Ctrl+F",)),
                (_("Open"), ("Return",)),
                (_("Select all"), ("Ctrl+A",)),
                (_("Copy"), ("Ctrl+C",)),
                (_("Delete"), ("Del",)),
            ),
        ),
        _programme(),
        _of(
            "meetings",
            (_("All meetings"), ("Alt+Left",)),
            *moves,
            (_("Add what is typed as a heading"), ("Ctrl+Return",)),
            (_("Strong or slanted words"), ("Ctrl+B", "Ctrl+I")),
            (_("New line of a paragraph"), ("Shift+Return",)),
            (_("Prepare, run, follow up the meeting"), ("Alt+1", "Alt+2", "Alt+3")),
            (_("Pick up or put down who sits"), ("Space",)),
            (_("Swap with the next chair"), ("Ctrl+Left", "Ctrl+Right")),
            (_("Take a seat away"), ("Del",)),
            (_("Next or previous item while it runs"), ("Ctrl+PgDown", "Ctrl+PgUp")),
            (_("Tick an item off while it runs"), ("Space", "Ctrl+T")),
            (_("Back to the agenda"), ("Esc", "Alt+2")),
            (_("Note an action"), ("F7",)),
            (_("Write down a decision"), ("F8",)),
        ),
        _of("topics", (_("All topics"), ("Alt+Left",)), *moves, (_("Save as PDF"), ("Ctrl+P",))),
        _of(
            "actions",
            (_("Next action of the day"), ("Space",)),
            (_("Move to another day"), ("Alt+Left", "Alt+Right")),
            (_("Move by a week"), ("Alt+Up", "Alt+Down")),
            (_("Move by a month"), (f"Alt+{_PAGE_UP}", f"Alt+{_PAGE_DOWN}")),
        ),
        _of("delegation", *by_place, (_("Withdraw or replace …"), ("Ctrl+Shift+W",))),
        _of("visit", *moves),
        _of("people", (_("Back to the lists"), ("Esc",)), (_("Save as PDF"), ("Ctrl+P",))),
        _of("visits", (_("New visit"), ("Ctrl+N",)), (_("Duplicate the visit"), ("Ctrl+D",))),
    )


def _programme() -> RoomKeys:
    return _of(
        "programme",
        (_("Add entry"), ("Ctrl+N",)),
        (_("Copy entry"), ("Ctrl+D",)),
        (_("Cut, copy as text, paste"), ("Ctrl+X", "Ctrl+C", "Ctrl+V")),
        (_("Delete entry"), ("Del",)),
        (_("Retitle"), ("F2", "Return")),
        (_("Edit the cell of the list"), ("F2",)),
        (_("Filter the entries of the list"), ("Ctrl+F",)),
        (_("Next or previous entry"), ("Tab", "Shift+Tab")),
        (_("First or last entry"), ("Home", "End")),
        (_("Select all"), ("Ctrl+A",)),
        (_("Move by 5 minutes"), ("Up", "Down")),
        (_("Move by a minute"), ("Ctrl+Up", "Ctrl+Down")),
        (_("Move by a day"), ("Left", "Right")),
        (_("Longer or shorter"), ("Shift+Up", "Shift+Down")),
        (_("Tie to another entry"), ("Ctrl+T",)),
        (_("Untie"), ("Ctrl+Shift+T",)),
        (_("Shift all later that day"), ("Ctrl+L",)),
        (_("Add the ways between …"), ("Ctrl+Shift+B",)),
        (_("Add the ways that are ticked"), ("Ctrl+Return",)),
        (_("Local or home time"), ("H",)),
        (_("Lanes"), ("L",)),
        (_("Go to today, or to the first day"), ("T",)),
        (_("Zoom in"), ("Ctrl++", "Ctrl+=")),
        (_("Zoom out"), ("Ctrl+-",)),
        (_("Show the whole visit"), ("Ctrl+0",)),
        (_("The day before"), (_PAGE_UP,)),
        (_("The next day"), (_PAGE_DOWN,)),
        (_("Let go"), ("Esc",)),
    )


def _of(room: str, *rows: tuple[str, tuple[str, ...]]) -> RoomKeys:
    return RoomKeys(room, room_title(room), rows)

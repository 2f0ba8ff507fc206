"""The command line: what can be done with a planner file without a window. No argument opens the window."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from app.domain.errors import AideError, DataError, PlanningError, reason
from app.domain.zones import use_shipped_zones
from app.wording import _

DONE, FINDINGS, TROUBLE = 0, 1, 2
COMMANDS = (
    "sample",
    "visits",
    "show",
    "actions",
    "calendar",
    "book",
    "minutes",
    "promises",
    "dossier",
    "due",
    "verify",
    "backup",
    "restore",
)


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code: 0 done, 1 findings, 2 usage or file trouble."""
    use_shipped_zones()
    _speak_utf8()
    parser = _parser()
    if arguments and arguments[0] not in COMMANDS and not arguments[0].startswith("-"):
        return _window(Path(arguments[0])) if len(arguments) == 1 else _usage(parser, arguments)
    given = parser.parse_args(arguments)
    if given.command is None:
        return _window(None)
    from app import commands

    try:
        code = int(getattr(commands, given.command)(given))
        sys.stdout.flush()
    except AideError as error:
        return _refuse(error)
    except BrokenPipeError:
        _stop_speaking()
        return DONE
    except OSError as error:
        _stop_speaking()
        print(_("The output cannot be written: {detail}.").format(detail=reason(error)), file=sys.stderr)  # noqa: T201
        return TROUBLE
    return code


def _stop_speaking() -> None:
    """Whoever read has read enough; what Python still says at its end must go nowhere too."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _speak_utf8() -> None:
    """Say everything in UTF-8, whatever the terminal claims; a file name that is no text is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _refuse(error: AideError) -> int:
    from app.wording.errors import sentence

    print(sentence(error), file=sys.stderr)  # noqa: T201 - the command line speaks by printing
    finding = isinstance(error, PlanningError) and error.code == "glyph_missing"
    return FINDINGS if finding and not isinstance(error, DataError) else TROUBLE


def _usage(parser: argparse.ArgumentParser, arguments: Sequence[str]) -> int:
    parser.print_usage(sys.stderr)
    print(_("There is no command “{name}”.").format(name=arguments[0]), file=sys.stderr)  # noqa: T201
    return TROUBLE


def _window(path: Path | None) -> int:
    from app.ui.doorstep import obstacle
    from app.ui.plain_import import import_plainly

    found = obstacle()
    if found is not None:
        print(found, file=sys.stderr)  # noqa: T201
        return TROUBLE
    # What is loaded and built at the start stays: looking through it for garbage is time lost. The
    # collector is switched on again once the window stands (app.ui.application).
    gc.disable()
    import_plainly()
    from app.ui.application import run

    return run(path)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="main.py",
        description=_("Aide-Mémoire plans a diplomatic visit. Without a command, it opens the window."),
        epilog=_("main.py [FILE] opens the window. Exit codes: 0 done, 1 findings, 2 usage or file trouble."),
    )
    commands = parser.add_subparsers(dest="command", metavar=_("COMMAND"))
    sample = commands.add_parser("sample", help=_("make a new planner file with the sample visit"))
    sample.add_argument("file", type=Path, metavar="FILE")
    visits = commands.add_parser("visits", help=_("list the visits in a file"))
    visits.add_argument("file", type=Path, metavar="FILE")
    visits.add_argument("--json", action="store_true", help=_("as JSON"))
    show = _visit_command(commands, "show", _("print one visit, whole, as canonical JSON"))
    show.add_argument("--json", action="store_true", required=True, help=_("as JSON"))
    actions = commands.add_parser(
        "actions", help=_("list the promises of all visits, by the day they are due")
    )
    actions.add_argument("file", type=Path, metavar="FILE")
    actions.add_argument("--json", action="store_true", help=_("as JSON"))
    actions.add_argument(
        "--overdue", action="store_true", help=_("only those overdue today; exit code 1 where there are any")
    )
    calendar = _visit_command(commands, "calendar", _("write a visit’s calendar (.ics)"))
    _add_output(calendar)
    calendar.add_argument("--person", metavar="ID", help=_("only what this person attends"))
    book = _visit_command(commands, "book", _("write a visit’s briefing book (.pdf)"))
    _add_output(book)
    _add_paper(book)
    minutes = _visit_command(commands, "minutes", _("write the minutes of a meeting (.pdf)"))
    _add_output(minutes)
    minutes.add_argument("--meeting", metavar="ID", required=True, help=_("which entry of the programme"))
    _add_paper(minutes)
    promises = commands.add_parser(
        "promises", help=_("write what an organisation and we have promised each other (.pdf)")
    )
    promises.add_argument("file", type=Path, metavar="FILE")
    _add_output(promises)
    promises.add_argument("--organisation", metavar="ORG", required=True, help=_("its acronym, name or id"))
    _add_paper(promises)
    dossier = commands.add_parser(
        "dossier", help=_("write what was said and promised on a topic, over all visits (.pdf)")
    )
    dossier.add_argument("file", type=Path, metavar="FILE")
    _add_output(dossier)
    dossier.add_argument("--topic", metavar="TOPIC", required=True, help=_("its title or id"))
    _add_paper(dossier)
    due = commands.add_parser("due", help=_("write the days on which promises are due (.ics)"))
    due.add_argument("file", type=Path, metavar="FILE")
    _add_output(due)
    verify = commands.add_parser("verify", help=_("tell whether a file is sound"))
    verify.add_argument("file", type=Path, metavar="FILE")
    backup = commands.add_parser("backup", help=_("write a verified copy of a file"))
    backup.add_argument("file", type=Path, metavar="FILE")
    backup.add_argument("target", type=Path, metavar="DEST")
    restore = commands.add_parser("restore", help=_("make a planner file out of a backup"))
    restore.add_argument("backup", type=Path, metavar="BACKUP")
    restore.add_argument("file", type=Path, metavar="FILE")
    return parser


def _visit_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, text: str
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=text, description=text)
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--visit", metavar="ID", help=_("which visit; may be left out where there is one"))
    return parser


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--audience",
        metavar="A",
        default="delegation",
        help=_("principal, delegation (if left out), host:ORG (acronym or id), or public"),
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="OUT", required=True, help=_("the file to write")
    )


def _add_paper(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4", help=_("paper (a4 if left out)"))

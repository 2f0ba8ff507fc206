"""What the room says of people, steps and messages."""

from datetime import UTC, datetime

from app.domain.telling import Via
from app.planning.views.history import StepLine
from app.planning.views.telling import Affected, ToldRow
from app.ui.tables.column import Column
from app.wording import _
from app.wording.dates import clock, day
from app.wording.steps import step_label
from app.wording.telling import about
from app.wording.tongues import own_name, tongue_of


def local(at: datetime) -> datetime:
    """Return a stored instant (naive UTC) on the wall clock of this machine."""
    return at.replace(tzinfo=UTC).astimezone().replace(tzinfo=None)


def when(at: datetime | None) -> str:
    """Return when something was done, by the clock of this machine: ``Tue 24 Nov 15:10``."""
    if at is None:
        return ""
    wall = local(at)
    return f"{day(wall.date())} {clock(wall)}"


def step_words(step: StepLine) -> str:
    """Return a step as a point to count from: ``Move Dinner · Tue 24 Nov 15:10``."""
    return f"{' '.join(step_label(step.label).split())} · {when(step.at)}"


def state(person: Affected) -> str:
    """Return whether somebody was told."""
    return _("told {when}").format(when=when(person.told_at)) if person.is_told else _("to tell")


def in_language(person: Affected) -> str:
    """Return in which language somebody was told last; nothing where nobody told them."""
    if not person.told_language:
        return ""
    name = own_name(person.told_language)
    words = _("in {language}") if person.is_told else _("last in {language}")
    return words.format(language=name)


def by_what(row: ToldRow) -> str:
    """Return by which way a message left, and in which language."""
    way = _("Mail program") if row.via is Via.MAIL else _("Copied")
    return f"{way} · {own_name(row.language)}" if row.language else way


def affected_columns() -> list[Column]:
    """Return the columns of the people who are affected."""
    return [
        Column("name", _("Who"), lambda row: row.name or row.native_name, detail=about, width=230),
        Column(
            "language", _("Language"), lambda row: own_name(tongue_of(row.languages, row.native_name)),
            width=92,
        ),
        Column(
            "state", _("Told"), state, detail=in_language, width=116,
            tone=lambda row: "ok" if row.is_told else "warn", sort=lambda row: row.is_told,
        ),
    ]  # fmt: skip


def told_columns() -> list[Column]:
    """Return the columns of what was told."""
    return [
        Column(
            "when", _("When"), lambda row: when(row.told_at), detail=by_what,
            sort=lambda row: str(row.told_at), width=156,
        ),
        Column("name", _("Who"), lambda row: row.name, width=118),
        Column("about", _("What"), lambda row: row.about, width=170),
    ]  # fmt: skip

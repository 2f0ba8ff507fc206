"""A table of the ways that are missing: what stands in its rows and columns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.planning.views.ways import MissingWay
from app.ui.tables.column import Column
from app.wording import _
from app.wording.dates import duration
from app.wording.names import word_name
from app.wording.sizes import distance

#: From which entry or hotel a way leads to which, by their ids.
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class WayRow:
    """A missing way, and whether it is to be added."""

    way: MissingWay
    ticked: bool

    @property
    def id(self) -> str:
        """Which row it is: one way leads from the one to the other."""
        return f"{self.way.before_id}/{self.way.after_id}"

    @property
    def pair(self) -> Pair:
        """From which entry or hotel it leads to which."""
        return self.way.before_id, self.way.after_id


def way_columns() -> Sequence[Column]:
    """Return the columns of a table of missing ways, each with a tick before it."""

    def of(read: Callable[[MissingWay], str]) -> Callable[[WayRow], str]:
        return lambda row: read(row.way)

    return (
        Column("from", _("From"), of(lambda way: way.from_name), tick=lambda row: row.ticked, width=180),
        Column("to", _("To"), of(lambda way: way.to_name), width=170),
        Column("mode", _("By"), of(lambda way: word_name(way.way.mode)), width=70),
        Column(
            "distance",
            _("Distance"),
            of(lambda way: distance(way.way.road_km)),
            sort=lambda row: row.way.way.road_km,
            align_right=True,
            width=92,
        ),
        Column(
            "minutes",
            _("Estimate"),
            of(lambda way: duration(way.way.minutes)),
            sort=lambda row: row.way.way.minutes,
            width=88,
        ),
        Column(
            "when",
            _("When"),
            of(lambda way: f"{way.start.time:%H:%M}–{way.end.time:%H:%M}"),
            sort=lambda row: row.way.start_utc,
            width=124,
        ),
        Column("parties", _("For"), of(lambda way: ", ".join(way.parties) or _("Everyone")), width=110),
        Column(
            "fits",
            _("Time for it"),
            of(_room),
            sort=lambda row: row.way.free_minutes,
            tone=lambda row: "muted" if row.way.fits else "warn",
            width=150,
        ),
    )


def _room(way: MissingWay) -> str:
    if way.from_bed or way.to_bed:
        return _("In the morning") if way.from_bed else _("In the evening")
    if way.free_minutes <= 0:
        return _("No time between")
    free = duration(way.free_minutes)
    return _("{time} between").format(time=free) if way.fits else _("Only {time} between").format(time=free)

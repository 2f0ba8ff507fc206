"""What the panel of missing ways says of each, and of what it does not know."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from app.planning.views.way_beds import Divided
from app.planning.views.ways import DayWays, MissingWay
from app.ui.tables.column import Column
from app.wording import _, ngettext
from app.wording.dates import day, duration
from app.wording.names import word_name
from app.wording.sizes import distance

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class WayRow:
    """A missing way, and whether it is to be added."""

    way: MissingWay
    ticked: bool

    @property
    def id(self) -> str:
        """Its key in the table."""
        return f"{self.way.before_id}/{self.way.after_id}"

    @property
    def pair(self) -> Pair:
        """The entries or hotels between which it leads, by their ids."""
        return self.way.before_id, self.way.after_id


def way_columns() -> Sequence[Column]:
    """Return the columns of the table of missing ways."""

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
        Column("parties", _("For"), of(lambda way: ", ".join(way.parties) or _("Everyone")), width=136),
        Column(
            "fits",
            _("Time for it"),
            of(_room),
            sort=lambda row: (row.way.free_minutes is None, row.way.free_minutes or 0),
            tone=lambda row: "muted" if row.way.fits else "warn",
            width=164,
        ),
    )


def not_known(found: DayWays) -> str:
    """Return why more ways may be missing on a day than are proposed; nothing where that cannot be."""
    return " ".join((*_unplaced(found), *map(_divided, found.divided)))


def _unplaced(found: DayWays) -> Iterator[str]:
    names = [
        item.title if item.place in {"", item.title} else f"{item.title} ({item.place})"
        for item in found.unplaced
    ]
    if names:
        words = ngettext(
            "To and from this item no way can be estimated, as nobody has said where it is: {names}.",
            "To and from these items no way can be estimated, as nobody has said where they are: {names}.",
            len(names),
        )
        yield words.format(names="; ".join(names))


def _divided(divided: Divided) -> str:
    count = len(divided.nights)
    if divided.parties:
        words = ngettext(
            "No way from or to a hotel for {parties}, "
            "who sleep in several on the night of {nights}: {hotels}.",
            "No way from or to a hotel for {parties}, "
            "who sleep in several on the nights of {nights}: {hotels}.",
            count,
        )
    else:
        words = ngettext(
            "No way from or to a hotel: there are several on the night of {nights}: {hotels}.",
            "No way from or to a hotel: there are several on the nights of {nights}: {hotels}.",
            count,
        )
    return words.format(
        parties=", ".join(divided.parties),
        nights=", ".join(map(day, divided.nights)),
        hotels="; ".join(divided.hotels),
    )


def _room(way: MissingWay) -> str:
    if way.free_minutes is None:
        return _("Begins the day") if way.from_bed else _("Ends the day")
    if way.free_minutes <= 0:
        return _("No time between")
    free = duration(way.free_minutes)
    if way.fits:
        return _("{time} between").format(time=free)
    if way.needed_minutes > way.way.minutes:  # badges or boarding: the estimate alone would not say why
        return _("Only {time} of {needed}").format(time=free, needed=duration(way.needed_minutes))
    return _("Only {time} between").format(time=free)

"""The map as it is painted: land, arcs and dots are there, within the map alone, and quickly."""

from datetime import date
from time import process_time

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.words import LegMode
from app.planning.route import Chart, Route, RoutePoint, charted
from app.ui.screens.overview.drawing import box_rect
from app.ui.screens.overview.map_view import RouteMap, land_color, sea_color, way_pen
from app.ui.theme.palette import DARK, LIGHT
from app.ui.theme.style import apply_theme, theme

FLIGHT, TRAIN = LegMode.FLIGHT, LegMode.TRAIN
CITIES = {
    "Seoul": (37.57, 126.98),
    "Washington": (38.9, -77.04),
    "Paris": (48.85, 2.35),
    "Noordwijk": (52.24, 4.45),
    "Garching": (48.25, 11.65),
    "Wellington": (-41.29, 174.78),
    "Apia": (-13.83, -171.76),
}
WORLD = ("Seoul", "Washington", "Paris", "Noordwijk", "Garching", "Seoul")


def chart(*names: str, modes: tuple[LegMode | None, ...] = ()) -> Chart:
    day = date(2024, 1, 1)
    points = tuple(RoutePoint(name, name, CITIES[name], day, day) for name in names)
    return charted(Route(points, modes or (FLIGHT,) * (len(names) - 1)))


@pytest.fixture
def shown(qtbot: QtBot, qapp: QApplication) -> RouteMap:
    apply_theme(qapp, "light")
    view = RouteMap()
    qtbot.addWidget(view)
    view.resize(900, 400)
    view.show_chart(chart(*WORLD, modes=(FLIGHT, FLIGHT, TRAIN, FLIGHT, FLIGHT)), "a route in words")
    view.show()
    return view


def _colors(image: QImage) -> dict[str, int]:
    found: dict[str, int] = {}
    for y in range(0, image.height(), 2):
        for x in range(0, image.width(), 2):
            name = image.pixelColor(x, y).name()
            found[name] = found.get(name, 0) + 1
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_land_sea_and_arcs_are_painted_in_both_themes(
    shown: RouteMap, qapp: QApplication, scheme: str
) -> None:
    apply_theme(qapp, "dark" if scheme == "dark" else "light")
    tokens = DARK if scheme == "dark" else LIGHT
    assert theme().tokens is tokens
    colors = _colors(shown.grab().toImage())
    whole = sum(colors.values())
    assert 0.15 < colors[QColor(land_color(tokens)).name()] / whole < 0.6
    assert 0.3 < colors[QColor(sea_color(tokens)).name()] / whole < 0.8
    assert colors[QColor(tokens.accent).name()] > 100
    apply_theme(qapp, "light")


def test_the_arc_passes_where_the_great_circle_does(shown: RouteMap) -> None:
    image = shown.grab().toImage()
    drawing = shown.drawing()
    assert drawing is not None
    accent = QColor(LIGHT.accent)
    for way in drawing.ways:
        if way.mode is FLIGHT and way.arrow is not None:
            spot = way.path.pointAtPercent(0.3).toPoint()
            near = [image.pixelColor(spot.x() + dx, spot.y() + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
            assert any(
                abs(color.red() - accent.red()) + abs(color.blue() - accent.blue()) < 40 for color in near
            )


def test_nothing_is_painted_outside_the_map(shown: RouteMap) -> None:
    drawing = shown.drawing()
    assert drawing is not None
    frame = QRectF(shown.rect())
    for way in drawing.ways:
        assert frame.contains(way.path.boundingRect())
    for dot in drawing.dots:
        assert frame.contains(dot.spot)
        assert dot.name is not None
        assert frame.contains(box_rect(dot.name.box))
    picture = shown._painted(1.0).toImage()
    assert all(picture.pixelColor(x, y).alpha() == 0 for x in (0, 899) for y in (0, 399))  # its corners


def test_a_way_round_the_world_has_home_at_both_ends(shown: RouteMap) -> None:
    drawing = shown.drawing()
    assert drawing is not None
    homes = [dot for dot in drawing.dots if dot.mark.home]
    assert [dot.mark.city for dot in homes] == ["Seoul", "Seoul"]
    assert homes[0].spot.x() < 100
    assert homes[1].spot.x() > 800
    across = [dot.spot.x() for dot in drawing.dots]
    assert across == sorted(across)


def test_names_do_not_cover_each_other(shown: RouteMap) -> None:
    for width in (280, 480, 700, 1000):
        shown.resize(width, shown.heightForWidth(width))
        drawing = shown.drawing()
        assert drawing is not None
        boxes = [box_rect(dot.name.box) for dot in drawing.dots if dot.name is not None]
        assert not any(
            one.intersects(other) for number, one in enumerate(boxes) for other in boxes[number + 1 :]
        )


def test_a_route_over_the_date_line_is_in_one_piece(shown: RouteMap) -> None:
    shown.show_chart(chart("Wellington", "Apia", modes=(LegMode.FERRY,)), "")
    drawing = shown.drawing()
    assert drawing is not None
    (way,) = drawing.ways
    assert way.path.elementCount() == 2
    assert way.path.length() < 420
    assert QColor(land_color(LIGHT)).name() in _colors(shown.grab().toImage())


def test_modes_are_told_apart_without_colour() -> None:
    pens = [way_pen(mode, LIGHT) for mode in (FLIGHT, TRAIN, None)]
    patterns = [tuple(pen.dashPattern()) for pen in pens]
    assert len(set(patterns)) == 3
    assert patterns[0] == ()
    assert [way_pen(mode, LIGHT) for mode in LegMode if mode is not FLIGHT] == [pens[1]] * 5


def test_it_is_described_in_words(shown: RouteMap) -> None:
    assert shown.accessibleName() == "Map of the route"
    assert shown.accessibleDescription() == "a route in words"


def test_it_is_as_high_as_its_width_asks_for(shown: RouteMap) -> None:
    assert [shown.heightForWidth(width) for width in (300, 750, 2000)] == [200, 300, 400]
    assert shown.sizeHint() == QSize(600, 240)


def test_repainting_takes_less_than_a_frame(shown: RouteMap) -> None:
    shown.repaint()
    started = process_time()
    for _again in range(20):
        shown.repaint()
    assert (process_time() - started) / 20 < 0.016


def test_another_size_or_theme_is_drawn_anew_and_the_same_is_not(shown: RouteMap, qapp: QApplication) -> None:
    first = shown.drawing()
    shown.show_chart(chart(*WORLD, modes=(FLIGHT, FLIGHT, TRAIN, FLIGHT, FLIGHT)), "the same")
    assert shown.drawing() is first
    shown.resize(600, 300)
    qapp.processEvents()
    assert shown.drawing() is not first
    light = shown._painted(1.0).toImage()
    apply_theme(qapp, "dark")
    assert shown._painted(1.0).toImage() != light
    apply_theme(qapp, "light")
    assert shown._painted(1.0).toImage() == light

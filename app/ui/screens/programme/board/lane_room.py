"""How much room the lanes of a part of a day need for the words of their boxes."""

from app.ui.screens.programme.board.laying import LEAST_OF_LANE
from app.ui.screens.programme.board.measures import BETWEEN_PX
from app.ui.screens.programme.board.typesetting import timed_px


def lanes_px(lanes: int) -> float:
    """Return how wide so many lanes are, in pixels, that each has room for what stands in it alone.

    Its times stand in one line then, and a word above them, even beside an entry that is for everyone.
    """
    return lanes * (timed_px() + BETWEEN_PX) / LEAST_OF_LANE

"""Fitting lists onto one page: each gives way in turn, the first last of all, and none goes quite."""

from collections.abc import Callable, Sequence

from app.publish.book.blocks import Block
from app.publish.book.layout import lay_out
from app.publish.book.styles import Sheet


def on_one_page(
    sizes: Sequence[int], compose: Callable[[Sequence[int]], list[Block]], sheet: Sheet
) -> list[Block]:
    """Return what ``compose`` makes of the most lines that one page holds, or of all where it holds them.

    ``sizes`` are how many lines each list has, the most important first; ``compose`` is given how many of
    each are to stand there. Where one line of each is too much already, all stand there and run on.
    """

    def fits(budget: int) -> bool:
        return len(lay_out(compose(dealt(sizes, budget)), sheet.text_width, sheet.text_height)) <= 1

    least, most = sum(size > 0 for size in sizes), sum(sizes)
    if fits(most) or not fits(least):
        return compose(sizes)
    while most - least > 1:
        middle = (least + most) // 2
        if fits(middle):
            least = middle
        else:
            most = middle
    return compose(dealt(sizes, least))


def dealt(sizes: Sequence[int], budget: int) -> list[int]:
    """Deal a budget of lines to lists: one to each, and from then on two to the first for one to each other.

    What a list cannot use goes to the others.
    """
    shares = [0] * len(sizes)
    left = min(budget, sum(sizes))
    turns: Sequence[int] = range(len(sizes))
    while left:
        for place in turns:
            if left and shares[place] < sizes[place]:
                shares[place] += 1
                left -= 1
        turns = (0, *range(len(sizes)))
    return shares

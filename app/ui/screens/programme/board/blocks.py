"""The blocks in the scene of the board, kept in step with the plan: what did not change is not touched."""

from collections.abc import Callable, Collection, Iterable, Iterator

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsScene

from app.ui.screens.programme.board.block import Block
from app.ui.screens.programme.board.faces import Face
from app.ui.screens.programme.board.plan import Box, Key, Place, Plan


class Blocks:
    """Keeps a block in a scene for each box of the plan."""

    def __init__(self, scene: QGraphicsScene) -> None:
        self._scene = scene
        self._all: dict[Key, Block] = {}
        self._of_entry: dict[str, dict[Key, Block]] = {}
        self._told: dict[Key, object] = {}
        self._chosen: frozenset[str] = frozenset()
        self._faded: frozenset[str] = frozenset()

    def __iter__(self) -> Iterator[Block]:
        """Go over all blocks, the lowest first."""
        return iter(self._all.values())

    def of(self, entry_id: str = "") -> list[Block]:
        """Return the blocks of an entry in their order, or all."""
        found = self._of_entry.get(entry_id, {}) if entry_id else self._all
        return [found[key] for key in sorted(found)]

    def keys(self, entry_id: str) -> Collection[Key]:
        """Return the keys of an entry's blocks."""
        return self._of_entry.get(entry_id, {}).keys()

    def at(self, x: float, y: float) -> Block | None:
        """Return the block that lies at a point of the scene, the uppermost."""
        for block in reversed(self._all.values()):
            if block.rect().contains(x, y):
                return block
        return None

    def tell(self, box: Box, told: object, words: Callable[[], Face]) -> Block:
        """Let the block of a box say these words; make it where there is none.

        ``told`` is all that the words come from: they are asked for only where it differs.
        """
        key = box.key
        block = self._all.get(key)
        if block is not None and self._told[key] == told:
            block.tell(box, block.face)
            return block
        self._told[key] = told
        if block is not None:
            block.tell(box, words())
            return block
        block = self._all[key] = Block(box, words())
        self._of_entry.setdefault(box.entry_id, {})[key] = block
        block.choose(chosen=box.entry_id in self._chosen)
        block.fade(faded=box.entry_id in self._faded)
        self._scene.addItem(block)
        return block

    def forget(self, before: Plan, after: Plan, places: Iterable[Place]) -> None:
        """Take the blocks away that stood in these parts of days, or in parts that are no more."""
        gone = before.places.keys() - after.places.keys()
        for place in (*places, *gone):
            for box in before.places.get(place, ()):
                if box.key not in after.boxes and box.key in self._all:
                    self._scene.removeItem(self._all.pop(box.key))
                    self._of_entry[box.entry_id].pop(box.key)
                    del self._told[box.key]

    def stick(self, seen: QRectF) -> None:
        """Have words written where they are seen."""
        for block in self._all.values():
            block.stick(seen)

    def choose(self, ids: Iterable[str]) -> None:
        """Show the blocks of these entries as selected, and no others."""
        self._chosen = frozenset(ids)
        for block in self._all.values():
            block.choose(chosen=block.entry_id in self._chosen)

    def fade(self, ids: Iterable[str]) -> None:
        """Show the blocks of these entries as cut, and no others."""
        self._faded = frozenset(ids)
        for block in self._all.values():
            block.fade(faded=block.entry_id in self._faded)

"""Writing a register's file."""

import csv
import lzma
from collections.abc import Iterable, Sequence
from pathlib import Path

from app.domain.folding import folded
from app.reference.register import BETWEEN, FOLDER

HERE = Path(__file__).parent


def keys_of(names: Iterable[str]) -> str:
    """Return a row's search keys: its names folded, each once, the first name first."""
    return "".join(
        f"{key}|" for key in dict.fromkeys(folded(name).replace("|", " ") for name in names) if key
    )


def write(name: str, keys: Sequence[str], columns: Iterable[Sequence[str]]) -> None:
    """Write a register: its keys, then its columns, the first as long as the keys."""
    parts = ["\n".join(lines) for lines in (keys, *columns)]
    content = lzma.compress(BETWEEN.join(parts).encode(), preset=9 | lzma.PRESET_EXTREME)
    (FOLDER / f"{name}.xz").write_bytes(content)


def own_rows(name: str) -> list[dict[str, str]]:
    """Return the rows of one of our own lists beside this file."""
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))

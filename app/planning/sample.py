"""The shipped sample visit: a snapshot like any other, loaded through the same door."""

import json
from typing import Any

from app.paths import RESOURCES


def sample_document() -> dict[str, Any]:
    """Return the snapshot of the sample visit."""
    document: dict[str, Any] = json.loads((RESOURCES / "sample" / "visit.json").read_text("utf-8"))
    return document

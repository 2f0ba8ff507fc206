import pytest

from app import wording
from app.domain import zones

zones.use_shipped_zones()


@pytest.fixture(autouse=True)
def _in_english() -> None:
    wording.install("en")

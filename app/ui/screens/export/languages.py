"""The languages that papers can be made in: those whose words are shipped."""

from app.paths import RESOURCES
from app.wording.language import DEFAULT, DOMAIN

_NAMES = {"en": "English", "ko": "한국어", "fr": "Français"}


def languages() -> list[tuple[str, str]]:
    """Return tag and own name of each language, English first."""
    shipped = sorted(path.parts[-3] for path in RESOURCES.glob(f"translations/*/LC_MESSAGES/{DOMAIN}.mo"))
    tags = dict.fromkeys([DEFAULT, *shipped])
    return [(tag, _NAMES.get(tag, tag)) for tag in tags]

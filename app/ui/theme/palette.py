"""The colours of the look, once for light and once for dark; everything drawn takes them from here."""

from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Final

WCAG_KNEE: Final = 0.04045

# Several kinds share a colour: the eye tells apart five things, not ten.
_TOKEN_OF_KIND: Final = MappingProxyType(
    {
        "meeting": "meeting",
        "briefing": "meeting",
        "site_visit": "visit",
        "visit": "visit",
        "meal": "meal",
        "media": "media",
        "ceremony": "media",
        "travel": "travel",
        "hold": "hold",
        "rest": "hold",
        "private": "hold",
    },
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The named colours of one theme, as ``#RRGGBB``."""

    dark: bool
    bg: str
    panel: str
    ink: str
    muted: str
    line: str
    soft: str
    accent: str
    accent_soft: str
    on_accent: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    meeting: str
    visit: str
    meal: str
    media: str
    travel: str
    hold: str

    def kind_color(self, kind: str) -> str:
        """Return the colour of an entry kind: its left edge.

        Raises:
            KeyError: the kind is none of the domain's.
        """
        color: str = getattr(self, _TOKEN_OF_KIND[kind])
        return color

    def kind_fill(self, kind: str) -> str:
        """Return what lies under an entry's words: a tenth of its colour over the panel, more in the dark."""
        return mix(self.kind_color(kind), self.panel, 0.18 if self.dark else 0.10)

    @property
    def faint(self) -> str:
        """What cannot be used now: the only words that may be hard to read."""
        return mix(self.muted, self.panel, 0.6)

    def colors(self) -> dict[str, str]:
        """Return every colour by its name, for the style sheet."""
        return {field.name: getattr(self, field.name) for field in fields(self) if field.name != "dark"}


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def mix(top: str, under: str, share: float) -> str:
    """Return what ``share`` of one colour laid over another looks like."""
    pairs = zip(_channels(top), _channels(under), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)


def _luminance(color: str) -> float:
    linear = [
        part / 12.92 if part <= WCAG_KNEE else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in _channels(color))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 counts it, from 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


LIGHT: Final = Tokens(
    dark=False,
    bg="#F6F7F9",
    panel="#FFFFFF",
    ink="#1B2430",
    muted="#5B6675",
    line="#E2E6EC",
    soft="#EEF1F5",
    accent="#1F4E8C",
    accent_soft="#E6EEF8",
    on_accent="#FFFFFF",
    ok="#1A6E50",
    ok_soft="#E4F1EC",
    warn="#96500A",
    warn_soft="#FDF1E0",
    bad="#B42318",
    bad_soft="#FDEBE9",
    meeting="#1F4E8C",
    visit="#0F766E",
    meal="#8A5D00",
    media="#7C3AAB",
    travel="#5F6875",
    hold="#64748B",
)

DARK: Final = Tokens(
    dark=True,
    bg="#14181E",
    panel="#1B2027",
    ink="#E6EAF0",
    muted="#9AA5B4",
    line="#2C343F",
    soft="#232A33",
    accent="#8DB8F2",
    accent_soft="#22344C",
    on_accent="#14181E",
    ok="#6FCBA4",
    ok_soft="#1F3A31",
    warn="#EDB368",
    warn_soft="#3A2D1A",
    bad="#F29389",
    bad_soft="#402422",
    meeting="#8DB8F2",
    visit="#5FC9BC",
    meal="#E0B35A",
    media="#CDA4EC",
    travel="#A3ADBA",
    hold="#94A3B8",
)

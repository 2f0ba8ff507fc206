"""Language tags of BCP 47, as far as interpreters need them: language, script, region."""

import re

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:[-_](?P<script>[a-z]{4}))?(?:[-_](?P<region>[a-z]{2}|\d{3}))?",
    re.IGNORECASE | re.ASCII,
)


def language_tag(text: str) -> str | None:
    """Return a tag as it is written by rule: ``ko``, ``zh-Hant-TW``; ``None`` where it is none."""
    found = _TAG.fullmatch(text.strip())
    if found is None:
        return None
    script, region = found["script"], found["region"]
    parts = (found["language"].lower(), script.title() if script else "", region.upper() if region else "")
    return "-".join(part for part in parts if part)

"""Sentences about precedents."""

from app.wording.language import ngettext


def left_without(count: int) -> str:
    """Return what is told of the topics that pointed at a precedent which was deleted."""
    words = ngettext("{count} topic points at it no more.", "{count} topics point at it no more.", count)
    return words.format(count=count)

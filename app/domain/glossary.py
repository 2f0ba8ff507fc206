"""A glossary word's text: the word in other languages, a line each, and then what it means (pure).

A line such as ``ko: 달 궤도선`` stands for the word in the language of that tag of BCP 47. Such lines come
first; from the first line that is none on, all is the definition.
"""

from dataclasses import dataclass
from typing import Final

from app.domain.tags import language_tag

_LETTERS: Final = 2  # of a language: with three, “use: …” would be one


@dataclass(frozen=True, slots=True)
class Term:
    """A word in the language of a tag."""

    tag: str
    word: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the text of a glossary word says."""

    terms: tuple[Term, ...]
    definition: str


def meaning(text: str) -> Meaning:
    """Return the words and the definition in a text."""
    lines = text.strip().splitlines()
    terms: list[Term] = []
    while len(terms) < len(lines) and (term := _term(lines[len(terms)])) is not None:
        terms.append(term)
    return Meaning(tuple(terms), "\n".join(lines[len(terms) :]).strip())


def _term(line: str) -> Term | None:
    before, colon, word = line.partition(":")
    tag = language_tag(before) if colon and word.strip() else None
    if tag is None or len(tag.partition("-")[0]) != _LETTERS:
        return None
    return Term(tag, word.strip())

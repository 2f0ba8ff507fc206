"""No words are written into the window past gettext, and none are asked for before a language is in force."""

import ast
import re
from collections.abc import Iterator

from app.paths import ROOT

_ASKING = frozenset({"_", "ngettext", "pgettext"})
_WORDS = re.compile(r"[A-Z][a-z]+\b|[^\W\d_]+ [^\W\d_]+")

#: Calls whose literals nobody reads.
_CODE = {
    "ParamSpec, TypeVar": "names of types",
    "RuntimeError, ValueError, TypeError, KeyError": "for the log: a fault of the program, not of its user",
    "Formatter, write": "the log and the terminal",
    "get, find_spec, import_module": "names of variables of the surroundings, and of modules",
    "QKeySequence, setShortcut, setShortcuts": "keys in the form that Qt reads",
    "setStyle, setStyleSheet, setObjectName, setProperty, property": "names that Qt knows",
    "findChild, findChildren, connect": "names in code",
    "strftime, strptime, replace, split, compile, getattr, hasattr": "forms and names in code",
    "removeprefix, removesuffix, startswith, endswith, partition, rpartition": "comparisons",
}
_EXEMPT = frozenset(name for names in _CODE for name in names.split(", "))
#: Words that are the same in every language.
_SAME = frozenset({"Aide-Mémoire", " — Aide-Mémoire", "SHA-256 …"})
_KEYS = re.compile(
    r"\b(Ctrl|Alt|Shift|Meta)\+(\w+\+)*\w*|^(F\d+|Del|Esc|Enter|Return|Tab|Space|Up|Down|Left|Right|Home|End)$"
)


def called(node: ast.Call) -> str:
    """Return the name of what is called."""
    if isinstance(node.func, ast.Name):
        return node.func.id
    return node.func.attr if isinstance(node.func, ast.Attribute) else ""


def bare(node: ast.expr) -> Iterator[str]:
    """Yield the literals that a value may be, as far as they do not pass through gettext."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=values):
            yield "".join(str(value.value) for value in values if isinstance(value, ast.Constant))
        case ast.IfExp(body=body, orelse=orelse):
            yield from bare(body)
            yield from bare(orelse)
        case ast.BinOp(left=left, right=right):
            yield from bare(left)
            yield from bare(right)
        case ast.BoolOp(values=values) | ast.Tuple(elts=values) | ast.List(elts=values):
            for value in values:
                yield from bare(value)
        case ast.Call(func=ast.Attribute(value=value, attr="format")):
            yield from bare(value)
        case _:
            return


def unasked(source: str) -> Iterator[tuple[int, str]]:
    """Yield the lines and words of literals that are handed on without gettext."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or called(node) in _EXEMPT | _ASKING:
            continue
        for argument in (*node.args, *(keyword.value for keyword in node.keywords)):
            for text in bare(argument):
                if text not in _SAME and _WORDS.search(_KEYS.sub("", text)):
                    yield node.lineno, text


def too_early(source: str) -> Iterator[tuple[int, str]]:
    """Yield where gettext is asked while a module is imported: its language would be that of the start."""
    waiting: list[ast.AST] = [ast.parse(source)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Call) and called(node) in _ASKING:
            yield node.lineno, ast.unparse(node)
        if isinstance(node, ast.FunctionDef | ast.Lambda):
            waiting += [*node.args.defaults, *(each for each in node.args.kw_defaults if each)]
        else:
            waiting += ast.iter_child_nodes(node)


def found(folder: str, scan: object) -> list[str]:
    assert callable(scan)
    return [
        f"{path.relative_to(ROOT)}:{line}: {words!r}"
        for path in sorted((ROOT / folder).rglob("*.py"))
        for line, words in scan(path.read_text("utf-8"))
    ]


def test_what_these_tests_look_for_is_found() -> None:
    source = (
        'A = _("Early")\ndef f(x=_("Late")):\n    label.setText("Two words")\n    g(f"No {x}", _("Yes"))\n'
    )
    assert [words for _line, words in unasked(source)] == ["Two words", "No "]
    assert sorted(words for _line, words in too_early(source)) == ["_('Early')", "_('Late')"]


def test_no_words_are_handed_to_the_window_past_gettext() -> None:
    assert found("app/ui", unasked) == []


def test_no_words_are_asked_for_before_a_language_is_in_force() -> None:
    assert found("app", too_early) == []


def test_gettext_is_asked_for_plain_literals_alone() -> None:
    """What is put together before asking is in no catalogue."""

    def computed(source: str) -> Iterator[tuple[int, str]]:
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and called(node) in _ASKING:
                texts = node.args[:2] if called(node) != "_" else node.args
                if not all(isinstance(text, ast.Constant) for text in texts):
                    yield node.lineno, ast.unparse(node)

    # The sentences of errors are marked as literals in their table, and asked for when they are read.
    assert [each for each in found("app", computed) if "wording/errors.py" not in each] == []


def test_what_is_cached_in_words_is_cached_by_language() -> None:
    def cached(source: str) -> Iterator[tuple[int, str]]:
        for node in ast.walk(ast.parse(source)):
            if not isinstance(node, ast.FunctionDef):
                continue
            kept = any(re.search(r"\bcache\b|lru_cache", ast.unparse(each)) for each in node.decorator_list)
            asks = any(isinstance(each, ast.Call) and called(each) in _ASKING for each in ast.walk(node))
            if kept and asks and not any("tag" in argument.arg for argument in node.args.args):
                yield node.lineno, node.name

    assert found("app", cached) == []

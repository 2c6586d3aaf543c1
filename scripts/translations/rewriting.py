"""Putting translations into pages and data files: what is not replaced stays byte by byte as it was."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from macros.parser import Loc
from macros.source import parse
from macros.units import FRONT_MATTER, Part, page_parts

_WIDTH = 120


def in_page(address: str, text: str, new: Mapping[str, str], order: Sequence[str]) -> str:
    """The text of a page with other texts in place of some of its parts.

    Args:
        address: The page, relative to its language's folder.
        text: All that stands in it.
        new: The new texts, by key; a part that is not there yet is put behind the one it follows in ``order``.
        order: Keys of the parts, as they follow each other in the source.
    """
    front = {key.rpartition("@")[2]: words for key, words in new.items() if key.endswith(("@title", "@description"))}
    parts = {part.key: part for part in page_parts(address, text)}
    body = [(parts[key], key) for key in new if key in parts and key.rpartition("@")[2] not in front]
    for part, key in sorted(body, key=lambda pair: pair[0].start, reverse=True):
        text = text[: part.start] + new[key] + text[part.end :]
    for key in order:
        if key in new and key not in parts and key.rpartition("@")[2] not in front:
            text = _put_in(text, page_parts(address, text), key, new[key], order)
    if front and (match := FRONT_MATTER.match(text)):
        head = in_yaml(match[1], {(name,): words for name, words in front.items()})
        text = text[: match.start(1)] + head + text[match.end(1) :]
    return text


def _put_in(text: str, parts: Sequence[Part], key: str, words: str, order: Sequence[str]) -> str:
    """The text with a part that it lacked."""
    before = set(order[: order.index(key)])
    front = FRONT_MATTER.match(text)
    ends = [part.end for part in parts if part.key in before and not part.key.endswith(("@title", "@description"))]
    place = max(ends, default=front.end() if front else 0)
    return f"{text[:place].rstrip()}\n\n{words}\n\n{text[place:].lstrip()}".rstrip() + "\n"


_BREAKS = re.compile("[\x85\u2028\u2029]")
"""Line breaks that nobody sees and no file of ours may hold."""


def in_yaml(text: str, new: Mapping[Loc, str]) -> str:
    """YAML with other texts at some places; layout and comments stay.

    Args:
        text: The YAML.
        new: The new texts, by the way that leads to each. A last field that is not there yet is added behind its sister
            fields.
    """
    new = {loc: _BREAKS.sub(" ", words) for loc, words in new.items()}
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    edits: list[tuple[int, int, list[str]]] = []
    for loc, words in new.items():
        node = _node(root, loc)
        if node is not None:
            edits.append((*_extent(text, node), _written(text, node, words)))
        else:
            edits.append(_added(text, _node(root, loc[:-1]), str(loc[-1]), words))
    wanted = [" ".join(words.split()) for words in new.values()]
    for way in (0, -1):  # as the old texts were written; if that does not read as it should, in quotes
        result = text
        for start, end, ways in sorted(edits, key=lambda edit: edit[0], reverse=True):
            result = result[:start] + ways[way] + result[end:]
        source = parse(result, "")
        if not source.problems and [" ".join(_at(source.value, loc).split()) for loc in new] == wanted:
            return result
    raise AssertionError("a text in quotes reads as something else")


def _at(value: Any, loc: Loc) -> Any:
    for part in loc:
        value = value[part]
    return value


def _node(node: Any, loc: Loc) -> Any:
    for part in loc:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == part), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int):
            node = node.value[part]
        else:
            return None
    return node


def _extent(text: str, node: Any) -> tuple[int, int]:
    """Where a text begins and ends, without the blank space behind it."""
    start = int(node.start_mark.index)
    return start, start + len(text[start : node.end_mark.index].rstrip())


def _written(text: str, node: Any, words: str) -> list[str]:
    """Ways to write a text in place of another, the one most like it first."""
    start, end = _extent(text, node)
    quoted = _quoted(words)
    if node.style in (">", "|"):
        head, _, rest = text[start:end].partition("\n")
        indent = " " * (len(rest) - len(rest.lstrip(" ")))
        return [_block(head, indent, words, node.style), quoted] if _fits_block(words) else [quoted]
    if node.style == "'":
        return ["'" + words.replace("'", "''") + "'", quoted] if "\n" not in words else [quoted]
    return [words, quoted] if node.style is None and _plain(words) else [quoted]


def _quoted(words: str) -> str:
    """A text in quotes, as YAML and JSON both write it; what cannot be seen is escaped."""
    quoted = json.dumps(words, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else json.dumps(sign)[1:-1] for sign in quoted)


def _plain(words: str) -> bool:
    """Whether a text can stand without quotes, also between brackets."""
    source = parse(f"{{x: {words}}}", "")
    return "\n" not in words and not source.problems and source.value == {"x": words}


def _fits_block(words: str) -> bool:
    return not any(row != row.strip() or "\t" in row for row in words.split("\n"))


def _block(head: str, indent: str, words: str, style: str) -> str:
    """A text as a block; in a folded one each line end of the text is a blank line."""
    if style == "|":
        return "\n".join([head, *(f"{indent}{row}" if row else "" for row in words.split("\n"))])
    rows = [
        textwrap.fill(
            row,
            _WIDTH,
            initial_indent=indent,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for row in words.split("\n")
    ]
    return f"{head}\n" + "\n\n".join(row for row in rows if row)


def _added(text: str, node: Any, name: str, words: str) -> tuple[int, int, list[str]]:
    """The edit that adds a language to a text."""
    quoted = _quoted(words)
    key, value = node.value[-1]
    _, end = _extent(text, value)
    if node.flow_style:
        return end, end, [f", {name}: {quoted}"]
    return end, end, [f"\n{' ' * key.start_mark.column}{name}: {quoted}"]

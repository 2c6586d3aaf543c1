"""Front matter and macro calls of a page -> Markdown that the site and the exports both read.

Pages may come from anyone who can open a pull request. So the language of pages is smaller than Jinja:
text, comments, ``{% raw %}`` and calls of our macros with constant arguments. Jinja only parses; nothing
a page says is ever compiled or run, and there is nothing in reach but the macros.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from posixpath import dirname, relpath
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment
from pydantic import TypeAdapter

from macros.callout import set_callouts
from macros.model import Language, Site
from macros.page import FrontMatter, Page
from macros.problem import ContentError, Misuse, Problem, nearest
from macros.schema import validate
from macros.source import parse
from macros.views import ALL, View

_JINJA = SandboxedEnvironment(keep_trailing_newline=True)
_FRONT_MATTER = TypeAdapter(FrontMatter)
_ROOT_LINK = re.compile(r"""(\]\(|\bhref=")/(?=[^/])([^)\s"#]*)""")
_SITE_LINK = re.compile(r"""\bhref="//""")
_MACROS: Mapping[str, View] = {view.name: view for view in ALL}


def expand_file(site: Site, language: Language, root: Path, address: str) -> Page:
    """Expand one page.

    Args:
        site: The content the macros show.
        language: The page's language.
        root: The workplace.
        address: The file, relative to ``docs/<language>``.

    Returns:
        The Page.

    Raises:
        ContentError: With every Problem of the page's front matter and macro calls.
    """
    path = f"docs/{language.id}/{address}"
    try:
        text = (root / path).read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise ContentError([Problem(path, 1, "missing-file", "the page is missing", "put it back")]) from None
    except UnicodeDecodeError:
        raise ContentError([Problem(path, 1, "encoding", "the file is not UTF-8 text", "save it again with the encoding UTF-8")]) from None
    return expand(site, language, text, address)


def expand(site: Site, language: Language, text: str, address: str) -> Page:
    """Expand the text of a page; see ``expand_file``."""
    path = f"docs/{language.id}/{address}"
    text = text.replace("\r\n", "\n")
    front, problems, first = _front_matter(text, path)
    body = "".join(text.splitlines(keepends=True)[first - 1 :])
    pieces: list[tuple[str, int, bool]] = []
    consequences: list[tuple[Problem, str, bool]] = []
    for part in _parts(body, path, first):
        if isinstance(part, Problem):
            problems.append(part)
            pieces.append(("…", part.line, True))
        elif isinstance(part, tuple):
            pieces.append((*part, False))
        else:
            line = part.lineno + first - 1
            try:
                pieces.append((_relative(_call(part, site, language), address), line, True))
            except Misuse as misuse:
                problems.append(misuse.at(path, line))
                if misuse.wanted is not None:
                    consequences.append((problems[-1], misuse.wanted, misuse.wanted in _values(part)))
                pieces.append(("…", line, True))
    if front is None:
        raise ContentError(problems, consequences)
    markdown, lines = set_callouts(*_join(pieces), site.labels, language.id)
    authored = "\n" * (first - 1) + "".join("macro" if called else piece for piece, _, called in pieces)
    page = Page(path, language.id, address, front.title, front.description, markdown, tuple(lines), authored, whole=not problems)
    if problems:
        raise ContentError(problems, consequences, page)
    return page


def _front_matter(text: str, path: str) -> tuple[FrontMatter | None, list[Problem], int]:
    """The front matter, its problems, and the line on which the body begins."""
    match = re.match(r"---[ \t]*\n(.*?)^---[ \t]*(\n|\Z)", text, re.DOTALL | re.MULTILINE)
    if not match:
        problem = Problem(path, 1, "front-matter", "the page does not begin with its title", 'begin with ---, then "title:" and "description:", then ---')
        return None, [problem], 1
    source = parse(match[1], path, first_line=2)
    first = text[: match.end()].count("\n") + 1
    if source.value is None and not source.problems:
        return None, [Problem(path, 2, "front-matter", "the front matter is empty", 'add "title:" and "description:"')], first
    if source.value is None:
        return None, list(source.problems), first
    document, faults = validate(source, FrontMatter, _FRONT_MATTER)
    return (document.value if document else None), [*source.problems, *faults], first


def _parts(body: str, path: str, first: int) -> Iterator[tuple[str, int] | nodes.Call | Problem]:
    """The body as literal text (with its line), macro calls, and Problems for all else Jinja could do."""
    try:
        template = _JINJA.parse(body)
    except TemplateSyntaxError as error:
        what = f"the macro call cannot be read: {_plain_words(error.message or '')}"
        yield Problem(path, error.lineno + first - 1, "macro-syntax", what, 'write {{ name("value") }}, or put the text between {% raw %} and {% endraw %}')
        return
    for node in template.body:
        if not isinstance(node, nodes.Output):
            yield Problem(path, node.lineno + first - 1, "macro-only", "only macro calls may stand in braces here", "use a macro, or ask for a new one")
            continue
        for part in node.nodes:
            line = part.lineno + first - 1
            if isinstance(part, nodes.TemplateData):
                yield part.data, line
            elif isinstance(part, nodes.Call) and isinstance(part.node, nodes.Name) and part.node.name in _MACROS:
                yield part
            else:
                yield _refusal(part, path, line)


def _refusal(part: nodes.Node, path: str, line: int) -> Problem:
    if isinstance(part, nodes.Call) and isinstance(part.node, nodes.Name):
        name = part.node.name
        return Problem(path, line, "unknown-macro", f'there is no macro "{name}"', nearest(name, _MACROS))
    if isinstance(part, nodes.Name):
        if part.name in _MACROS:
            return Problem(path, line, "macro-syntax", f'the macro "{part.name}" is named but not called', f"add brackets: {{{{ {part.name}(…) }}}}")
        mend = f'write a macro call; if the word itself should show, take the braces away: {part.name}'
        return Problem(path, line, "undefined-variable", f'there is nothing called "{part.name}"', mend)
    return Problem(path, line, "macro-only", "only macro calls with plain values may stand in braces here", 'write {{ name("value") }}')


def _call(call: nodes.Call, site: Site, language: Language) -> str:
    """What a macro call shows."""
    assert isinstance(call.node, nodes.Name)
    view = _MACROS[call.node.name]
    if call.dyn_args is not None or call.dyn_kwargs is not None:
        raise Misuse("macro-argument", f'"{view.name}" takes plain values alone', f"write {view.usage}")
    values = [_constant(argument, view) for argument in call.args]
    named = {pair.key: _constant(pair.value, view) for pair in call.kwargs}
    for key in named:
        if key not in view.parameters and view.variadic is None:
            raise Misuse("macro-argument", f'"{view.name}" takes no value called "{key}"', nearest(key, view.parameters))
    try:
        inspect.signature(view.function).bind(site, language, *values, **named)
    except TypeError as error:
        raise Misuse("macro-argument", f'"{view.name}" was called wrongly: {_plain_words(str(error))}', f"write {view.usage}") from None
    return view.function(site, language, *values, **named)


def _constant(node: nodes.Expr, view: View) -> str:
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        return node.value
    if isinstance(node, nodes.Const):
        raise Misuse("macro-argument", f'"{view.name}" was given {node.value}, which is not a text', f'put quotes around it: "{node.value}"')
    if isinstance(node, nodes.Name):
        raise Misuse("undefined-variable", f'there is nothing called "{node.name}"', f'put quotes around it if it is a text: "{node.name}"')
    raise Misuse("macro-argument", f'"{view.name}" takes plain values alone', f"write {view.usage}")


def _values(call: nodes.Call) -> list[object]:
    """The plain values a macro call gives."""
    given = [*call.args, *(pair.value for pair in call.kwargs)]
    return [value.value for value in given if isinstance(value, nodes.Const)]


def _plain_words(message: str) -> str:
    """Python's and Jinja's messages, nearer to an author's words."""
    message = message.replace("'", '"').replace("argument", "value").replace("keyword ", "").replace("positional ", "")
    return message.replace("end of print statement", "the closing }}").removesuffix(".")


def _relative(markdown: str, address: str) -> str:
    """Views write links from the root of the language or of the site; a page needs them from where it stands."""
    folder = dirname(address) or "."
    up = 1 + len(address.removesuffix("index.md").removesuffix(".md").split("/")) - address.endswith("index.md")
    markdown = _SITE_LINK.sub(f'href="{"../" * up}', markdown)  # from the page's address, which ends in a slash
    return _ROOT_LINK.sub(lambda match: match[1] + (relpath(match[2], folder) if match[2] else relpath("index.md", folder)), markdown)


def _join(pieces: list[tuple[str, int, bool]]) -> tuple[str, list[int]]:
    """The pieces as one text, and for each of its lines the line of the file it comes from."""
    text: list[str] = []
    lines: list[int] = []
    fresh = True
    for piece, line, called in pieces:
        for index, part in enumerate(piece.splitlines(keepends=True)):
            if fresh:
                lines.append(line if called else line + index)
            fresh = part.endswith("\n")
            text.append(part)
    return "".join(text), lines


def addresses(root: Path, language: str) -> list[str]:
    """Every page of a language, relative to its folder, sorted."""
    folder = root / "docs" / language
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.md"))

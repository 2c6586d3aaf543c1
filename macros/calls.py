"""Macro calls on a page: what may be written, and what each shows.

Pages may come from anyone who can open a pull request. So the language of pages is smaller than Jinja:
text, comments, ``{% raw %}`` and calls of our macros with constant arguments. Jinja only parses; nothing
a page says is ever compiled or run, and there is nothing in reach but the macros.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from macros.model import Language, Site
from macros.problem import Misuse, Problem, nearest
from macros.views import ALL, View

_JINJA = SandboxedEnvironment(keep_trailing_newline=True)
_MACROS: Mapping[str, View] = {view.name: view for view in ALL}


def parts_of(body: str, path: str, first: int) -> Iterator[tuple[str, int] | nodes.Call | Problem]:
    """The body as literal text (with its line), macro calls, and Problems for all else Jinja could do."""
    try:
        template = _JINJA.parse(body)
    except RecursionError:
        yield Problem(
            path,
            first,
            "macro-syntax",
            "brackets stand too deep inside each other on this page",
            "write plain macro calls",
        )
        return
    except TemplateSyntaxError as error:
        what = f"the macro call cannot be read: {_plain_words(error.message or '')}"
        yield Problem(
            path,
            error.lineno + first - 1,
            "macro-syntax",
            what,
            'write {{ name("value") }}, or put the text between {% raw %} and {% endraw %}',
        )
        return
    for node in template.body:
        if not isinstance(node, nodes.Output):
            yield Problem(
                path,
                node.lineno + first - 1,
                "macro-only",
                "only macro calls may stand in braces here",
                "use a macro, or ask for a new one",
            )
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
            return Problem(
                path,
                line,
                "macro-syntax",
                f'the macro "{part.name}" is named but not called',
                f"add brackets: {{{{ {part.name}(…) }}}}",
            )
        mend = f"write a macro call; if the word itself should show, take the braces away: {part.name}"
        return Problem(path, line, "undefined-variable", f'there is nothing called "{part.name}"', mend)
    return Problem(
        path,
        line,
        "macro-only",
        "only macro calls with plain values may stand in braces here",
        'write {{ name("value") }}',
    )


def shown(call: nodes.Call, site: Site, language: Language) -> str:
    """What a macro call shows."""
    view = _MACROS[name_of(call)]
    if call.dyn_args is not None or call.dyn_kwargs is not None:
        raise Misuse("macro-argument", f'"{view.name}" takes plain values alone', f"write {view.usage}")
    values = [_constant(argument, view) for argument in call.args]
    named = {pair.key: _constant(pair.value, view) for pair in call.kwargs}
    for key in named:
        if key not in view.parameters and view.variadic is None:
            raise Misuse(
                "macro-argument", f'"{view.name}" takes no value called "{key}"', nearest(key, view.parameters)
            )
    try:
        inspect.signature(view.function).bind(site, language, *values, **named)
    except TypeError as error:
        raise Misuse(
            "macro-argument", f'"{view.name}" was called wrongly: {_plain_words(str(error))}', f"write {view.usage}"
        ) from None
    return view.function(site, language, *values, **named)


def _constant(node: nodes.Expr, view: View) -> str:
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        return node.value
    if isinstance(node, nodes.Const):
        raise Misuse(
            "macro-argument",
            f'"{view.name}" was given {node.value}, which is not a text',
            f'put quotes around it: "{node.value}"',
        )
    if isinstance(node, nodes.Name):
        raise Misuse(
            "undefined-variable",
            f'there is nothing called "{node.name}"',
            f'put quotes around it if it is a text: "{node.name}"',
        )
    raise Misuse("macro-argument", f'"{view.name}" takes plain values alone', f"write {view.usage}")


def stands_alone(call: nodes.Call, rows: list[str]) -> bool:
    """Whether a call may stand where it does: one that shows blocks needs a line of its own."""
    row = rows[call.lineno - 1].strip()
    return not _MACROS[name_of(call)].block or (row.startswith("{{") and row.endswith("}}") and row.count("{{") == 1)


def name_of(call: nodes.Call) -> str:
    """The name of the macro a call is of."""
    assert isinstance(call.node, nodes.Name)
    return call.node.name


def values_of(call: nodes.Call) -> list[object]:
    """The plain values a macro call gives."""
    given = [*call.args, *(pair.value for pair in call.kwargs)]
    return [value.value for value in given if isinstance(value, nodes.Const)]


def _plain_words(message: str) -> str:
    """Python's and Jinja's messages, nearer to an author's words."""
    message = message.replace("'", '"').replace("argument", "value").replace("keyword ", "").replace("positional ", "")
    return message.replace("end of print statement", "the closing }}").removesuffix(".")

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
from macros.problem import Message, Misuse, Problem, nearest, say
from macros.unreadable import unreadable_call, wrong_values
from macros.views import ALL, View

_JINJA = SandboxedEnvironment(keep_trailing_newline=True)
_MACROS: Mapping[str, View] = {view.name: view for view in ALL}


def parts_of(body: str, path: str, first: int) -> Iterator[tuple[str, int] | nodes.Call | Problem]:
    """The body as literal text (with its line), macro calls, and Problems for all else Jinja could do."""
    try:
        template = _JINJA.parse(body)
    except RecursionError:
        yield Problem(path, first, say("macro-syntax/deep"))
        return
    except TemplateSyntaxError as error:
        yield Problem(path, error.lineno + first - 1, unreadable_call(error.message or ""))
        return
    for node in template.body:
        if not isinstance(node, nodes.Output):
            yield Problem(path, node.lineno + first - 1, say("macro-only/block"))
            continue
        for part in node.nodes:
            line = part.lineno + first - 1
            if isinstance(part, nodes.TemplateData):
                yield part.data, line
            elif isinstance(part, nodes.Call) and isinstance(part.node, nodes.Name) and part.node.name in _MACROS:
                yield part
            else:
                yield Problem(path, line, _refusal(part))


def _refusal(part: nodes.Node) -> Message:
    if isinstance(part, nodes.Call) and isinstance(part.node, nodes.Name):
        name = part.node.name
        return say("unknown-macro/here", name=name, nearest=nearest(name, _MACROS))
    if isinstance(part, nodes.Name):
        if part.name in _MACROS:
            return say("macro-syntax/not-called", name=part.name, usage=_MACROS[part.name].usage)
        return say("undefined-variable/page", name=part.name)
    return say("macro-only/plain")


def shown(call: nodes.Call, site: Site, language: Language) -> str:
    """What a macro call shows."""
    view = _MACROS[name_of(call)]
    if call.dyn_args is not None or call.dyn_kwargs is not None:
        raise Misuse(say("macro-argument/plain", macro=view.name, usage=view.usage))
    values = [_constant(argument, view) for argument in call.args]
    named = {pair.key: _constant(pair.value, view) for pair in call.kwargs}
    for key in named:
        if key not in view.parameters and view.variadic is None:
            raise Misuse(
                say("macro-argument/unknown", macro=view.name, name=key, nearest=nearest(key, view.parameters))
            )
    try:
        inspect.signature(view.function).bind(site, language, *values, **named)
    except TypeError as error:
        raise Misuse(wrong_values(str(error), view.name, view.usage)) from None
    return view.function(site, language, *values, **named)


def _constant(node: nodes.Expr, view: View) -> str:
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        return node.value
    if isinstance(node, nodes.Const):
        raise Misuse(say("macro-argument/text", macro=view.name, value=str(node.value)))
    if isinstance(node, nodes.Name):
        raise Misuse(say("undefined-variable/value", name=node.name))
    raise Misuse(say("macro-argument/plain", macro=view.name, usage=view.usage))


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

"""What a translator has to look at, told for people and for programs."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any, Literal

from macros.model import Site
from macros.problem import Message, say
from scripts.translations.difference import difference
from scripts.translations.findings import Finding
from scripts.translations.history import History

_MEANS = {
    "new": "commands/unit-new",
    "changed": "commands/unit-changed",
    "revised": "commands/unit-revised",
    "edited": "commands/unit-edited",
    "orphaned": "commands/unit-orphaned",
}


def told(
    found: Sequence[Finding], site: Site, history: History, form: Literal["text", "json"]
) -> Iterator[Message | str]:
    """What there is to look at, in lines for people or as JSON."""
    if form == "json":
        yield as_json(found, history)
    else:
        yield from as_text(found, site, history)


def as_text(found: Sequence[Finding], site: Site, history: History) -> Iterator[Message | str]:
    """Lines for people: of each unit that is not as recorded, where it is, how it stands and what has changed."""
    for id_, language in site.languages.items():
        mine = [each for each in found if each.language == id_]
        if not mine:
            continue
        open_ = [each for each in mine if each.standing != "current"]
        reviewed = sum(each.standing == "current" and each.recorded.state == "reviewed" for each in mine)
        yield say("commands/units", language=language.name, count=len(mine), open=len(open_), reviewed=reviewed)
        for each in open_:
            yield f"{each.path}:{each.row}: {each.key}"
            yield say(_MEANS[each.standing], state=each.line.state if each.line else "–")
            if each.standing in ("changed", "revised"):
                earlier = _earlier(each, history)
                if earlier is None or each.source is None:
                    yield say("commands/no-history")
                else:
                    yield _wrapped(difference(earlier, each.source))


def _wrapped(text: str) -> str:
    return textwrap.fill(
        text, 118, initial_indent="  ", subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
    )


def as_json(found: Sequence[Finding], history: History) -> str:
    """The same as a list in JSON; what is not known is null."""
    return json.dumps(
        [_entry(each, history) for each in found if each.standing != "current"], ensure_ascii=False, indent=1
    )


def _entry(each: Finding, history: History) -> dict[str, Any]:
    earlier = _earlier(each, history)
    return {
        "unit": each.key,
        "language": each.language,
        "standing": each.standing,
        "state": each.line.state if each.line else None,
        "path": each.path,
        "line": each.row,
        "earlier": earlier,
        "source": each.source,
        "translation": each.text,
        "difference": None if earlier is None or each.source is None else difference(earlier, each.source),
    }


def _earlier(each: Finding, history: History) -> str | None:
    """The source text the translation was made from, where another stands now."""
    return history.earlier(each.key, each.recorded.source) if each.standing in ("changed", "revised") else None

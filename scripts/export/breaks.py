"""Where the lines of a text set by typst may end, and where they may not."""

from __future__ import annotations

import re
from collections.abc import Mapping

NO_BREAK = "\N{NO-BREAK SPACE}"
CITATION = 26
"""Characters of the longest citation that is kept on one line."""
LONG = 14
"""Letters of the shortest word that may be divided at places other than those where compounds join."""

_PLACES = re.compile(
    rf"""
    (?P<left> ```[\s\S]*?``` | ^=.* | ^//.* | "(?:[^"\\\n]|\\.)*" | `[^`\n]*` | https?:\S+ | <[\w.:-]+>
        | \#text\(lang:[^)]*\)\[[^\[\]\n]*\] )
    | (?P<citation> \#link\(<[\w-]+--ref-[\w-]+>\)\[[^\[\]\n]{{1,{CITATION}}}\] )
    | (?P<range> (?<![\w-])\d+--\d+(?![\w-]) )
    | (?P<number> (?<=[\s(\[~]) \d{{1,3}} (?: \.[ ] (?=[^\W\d_]) | [ ] (?=[^\W\d_A-ZÅÄÖ]|§) ) )
    | (?P<mark> (?<=\S)[ ](?=\#(?:tag|status)[(\[]) )
    | (?P<dash> (?<=\S)[ ](?=--[ ]) )
    | (?P<word> [^\W\d_]{{10,}} )
    """,
    re.VERBOSE | re.MULTILINE,
)


def with_breaks(source: str, compounds: Mapping[str, str]) -> str:
    """A Typst source whose lines end in good places; headings, code, addresses and passages in other languages are left.

    Args:
        source: Typst as pandoc writes it, each paragraph on one line.
        compounds: Words with a soft hyphen at each place where they may be divided (see ``hyphens.py``).

    Returns:
        The same, line by line: a number stays with the word it counts, a dash and a mark with what stands before
        them, a long word may be divided, "2022–2023" and a short citation on one line.
    """

    def mend(match: re.Match[str]) -> str:
        found = match[0]
        match match.lastgroup:
            case "citation":
                start = found.index("[")
                return found[:start] + _joined_ranges(found[start:].replace(" ", NO_BREAK))
            case "range":
                return _joined_ranges(found)
            case "number" | "mark" | "dash":
                return found[:-1] + NO_BREAK
            case "word":
                divided = compounds.get(found, found)
                return f"#long[{divided}];" if len(found) >= LONG else divided
        return found

    return _PLACES.sub(mend, source)


def _joined_ranges(text: str) -> str:
    """Each range in a box of its own: a semicolon ends it, so that what follows is not taken for an argument."""
    return re.sub(r"\d+--\d+", lambda found: f"#box[{found[0]}];", text)

"""What the rules on unsafe texts let pass is safe in the reader of the site, too, however oddly it is written."""

from __future__ import annotations

from html.parser import HTMLParser

import markdown
from hypothesis import given
from hypothesis import strategies as st

from macros.unsafe import scheme_of, unsafe
from tests.fuzz.examples import examples

PIECES = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<video src=x onerror=alert(1)>", "<b>", "</b>", "<", ">", "<!--",
    "-->", "<div markdown=1>", "</div>", "<a href='javascript:x'>", "<?x ?>", "<![CDATA[", "<details ontoggle=x open>",
    "[a](javascript:x)", "[a](", "[a][b]", "[b]: javascript:x", "[b]:", "javascript:x", "JavaScript&colon;x", "java\tscript:x",
    "&#106;avascript:x", "<javascript:x>", "![a](javascript:x)", "![a][b]", "](", ")", "[", "]", "(", '"t"', "'", "\\",
    "{ onclick=x }", "{: onclick=x }", '{: .md-x style="a" }', '{onclick="}" onfocus=x}', "{", "}", "{lang=fi}", "{ #a }",
    "`", "``", "```", "```x", "```x y", "~~~", "~~~~", "    ", "\t", " ", "\n", "\n\n", "- ", "1. ", "> ", "# ", "| a |", "|---|",
    "\n: ", "[^1]", "[^1]: ", "*", "**", "_", "a", "teksti", "<https://a.example>", "https://a.example", "&lt;", "&", "#", "=",
]  # fmt: skip
EXTENSIONS = ["attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc", "fenced_code"]
"""Those of ``mkdocs.yml``, and one that MkDocs adds."""
TAGS = frozenset(
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "a",
        "img",
        "em",
        "strong",
        "code",
        "pre",
        "ul",
        "ol",
        "li",
        "blockquote",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "hr",
        "br",
        "dl",
        "dt",
        "dd",
        "sup",
        "div",
        "section",
        "span",
    ]
)
ATTRIBUTES = frozenset({"href", "id", "class", "src", "alt", "title", "start", "rel", "lang"})


class Reader(HTMLParser):
    """Gathers what a browser would act on."""

    def __init__(self) -> None:
        super().__init__()
        self.active: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.active.append(tag)
        for name, value in attrs:
            if name not in ATTRIBUTES and not (name == "style" and tag in ("th", "td")):
                self.active.append(f"{tag} {name}")
            if name == "href" and scheme_of(value or "") in ("javascript", "vbscript", "data"):
                self.active.append(f"{tag} {value}")

    def handle_comment(self, data: str) -> None:
        self.active.append(f"<!--{data}")

    def handle_decl(self, decl: str) -> None:
        self.active.append(f"<!{decl}")

    def handle_pi(self, data: str) -> None:
        self.active.append(f"<?{data}")


@examples(100)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join))
def test_what_passes_the_rules_holds_nothing_active_for_the_sites_reader(text: str) -> None:
    if any(unsafe(text)):
        return
    reader = Reader()
    reader.feed(markdown.markdown(text, extensions=EXTENSIONS))
    assert reader.active == [], text

"""What the pages of a guide say of it to machines: all that is known, and nothing that is not."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest

from macros.load import load_site
from macros.metadata import linked_data, meta_elements
from macros.model import Download, Site
from tests.publications import ADDRESS, published
from tests.workplaces import PROJECT

GUIDE = "etsiva-sosiaalityo"
PLAIN = {
    "citation_title",
    "citation_author",
    "citation_publication_date",
    "citation_language",
    "citation_keywords",
}
"""What is known of a guide that nobody has published."""


@pytest.fixture(scope="module")
def site() -> Site:
    return load_site(PROJECT)


class Head(HTMLParser):
    """The citation of a page: its meta elements and its linked data."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.meta: list[tuple[str, str]] = []
        self.data: list[str] = []
        self.title = ""
        self._inside = ""
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta" and given.get("name", "").startswith("citation_"):
            self.meta.append((given["name"], given["content"]))
        self._inside = "data" if tag == "script" and given.get("type") == "application/ld+json" else tag
        if self._inside == "data":
            self.data.append("")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the base class asks for it
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "data":
            self.data[-1] += data
        elif self._inside == "h1":
            self.title += data


def test_of_a_draft_only_what_is_known_is_said(site: Site) -> None:
    for guide in site.guides.values():
        for language in site.built_languages:
            meta = meta_elements(site, guide, language)
            assert PLAIN - {"citation_keywords"} <= {name for name, _ in meta} <= PLAIN
            data = json.loads(linked_data(site, guide, language, "", f"{guide.id}/"))
            assert not {"publisher", "license", "identifier", "url"} & set(data)
            assert data["creativeWorkStatus"] == site.labels["export-draft"][language.id]
            said = json.dumps([meta, data]).lower()
            assert not any(word in said for word in ("urn:", "10024/", "doi", ".example", "isbn"))


def test_of_a_published_guide_all_is_said_that_is_given(site: Site) -> None:
    given = published(site)
    made = given.model_copy(update={"downloads": (Download(guide=GUIDE, language="sv", format="pdf", size=1),)})
    meta = meta_elements(made, made.guides[GUIDE], made.languages["sv"])
    assert meta == [
        ("citation_title", site.guides[GUIDE].model.title["sv"]),
        ("citation_author", "Åkerman-Virtanen, Eva Maria"),
        ("citation_author", "Työryhmä & {ystävät}"),
        ("citation_publication_date", "2026/12/01"),
        ("citation_language", "sv"),
        ("citation_publisher", "Kustantaja"),
        ("citation_technical_report_institution", "Laitos"),
        ("citation_technical_report_number", "12/2026"),
        ("citation_isbn", "978-951-98548-9-2"),
        ("citation_issn", "0024-9319"),
        ("citation_doi", "10.1000/182_3"),
        ("citation_keywords", "sosiaalityö; kuntoutus"),
        ("citation_pdf_url", f"{ADDRESS}downloads/{GUIDE}.sv.pdf"),
    ]
    data = json.loads(linked_data(made, made.guides[GUIDE], made.languages["sv"], "", f"{GUIDE}/"))
    assert (data["@context"], data["@type"], data["url"]) == ("https://schema.org", "Report", f"{ADDRESS}sv/{GUIDE}/")
    assert data["author"] == [
        {
            "@type": "Person",
            "name": "Eva Maria Åkerman-Virtanen",
            "familyName": "Åkerman-Virtanen",
            "givenName": "Eva Maria",
        },
        {"@type": "Organization", "name": "Työryhmä & {ystävät}"},
    ]
    assert (data["datePublished"], data["license"]) == ("2026-12-01", "https://lisenssi.fi/")
    assert data["publisher"] == {"@type": "Organization", "name": "Kustantaja"}
    assert {entry["propertyID"]: entry["value"] for entry in data["identifier"]} == {
        "DOI": "10.1000/182_3",
        "URN": "URN:NBN:fi-fe2026120100001",
        "ISBN": "978-951-98548-9-2",
    }
    assert [part["@type"] for part in data["isPartOf"]] == ["WebSite", "CreativeWorkSeries"]
    assert "creativeWorkStatus" not in data


def test_a_pdf_that_is_not_there_has_no_address(site: Site) -> None:
    made = published(site).model_copy(update={"downloads": ()})
    for language in site.built_languages:
        assert "citation_pdf_url" not in dict(meta_elements(made, made.guides[GUIDE], language))


def test_a_translation_names_what_it_is_made_from_and_the_source_its_translations(site: Site) -> None:
    guide, source = site.guides[GUIDE], site.source_language
    for language in site.built_languages:
        data = json.loads(linked_data(site, guide, language, "", f"{GUIDE}/"))
        assert data["inLanguage"] == language.id
        if language == source:
            named = [entry["inLanguage"] for entry in data["workTranslation"]]
            assert named == [other.id for other in site.built_languages if other != source]
            assert "translationOfWork" not in data
        else:
            assert data["translationOfWork"]["name"] == guide.model.title[source.id]
            assert "workTranslation" not in data


def test_no_text_ends_the_element_it_stands_in(site: Site) -> None:
    title = '</script><script>alert("x")</script><!--'
    said = linked_data(site, site.guides[GUIDE], site.languages["sv"], title, f"{GUIDE}/tulokset/")
    assert "<" not in said
    assert json.loads(said)["name"] == title


def test_every_page_of_a_guide_and_no_other_says_what_it_belongs_to(built_site: Path) -> None:
    # Without an address of the site there is none of the PDF either.
    site = load_site(built_site.parent).model_copy(update={"downloads": ()})
    pages = sorted(built_site.rglob("*.html"))
    seen = 0
    for path in pages:
        head = Head(path)
        language, *way = path.relative_to(built_site).parts
        guide = site.guides.get(way[0]) if len(way) > 1 else None
        if guide is None:
            assert (head.meta, head.data) == ([], []), path
            continue
        seen += 1
        assert head.meta == meta_elements(site, guide, site.languages[language])
        (said,) = head.data
        data = json.loads(said)
        if len(way) == 2:
            assert data["@type"] == "Report"
            whole = data
        else:
            assert data["@type"] == "TechArticle"
            assert data["name"].strip()
            whole = data["isPartOf"]
        assert whole["name"] == guide.model.title[language]
        assert whole["inLanguage"] == data["inLanguage"] == language
        assert whole["description"] == guide.model.summary[language]
    assert seen >= len(site.guides) * len(site.built_languages) * 9

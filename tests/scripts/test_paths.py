"""Addresses, feeds, redirects, pictures and the settings of servers, made of the data alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from lxml import etree
from PIL import Image

from macros.load import load_site
from macros.model import Redirect, Site
from macros.page import Page
from scripts.addresses import picture_place, with_file, with_files
from scripts.export.cache import kept
from scripts.feed import NAME, write_feed
from scripts.hosting import HEADERS, KEPT, POLICY, write_settings
from scripts.redirects import moves, write_redirects
from scripts.share import CACHE, SIZE, card, write_pictures
from tests.publications import published
from tests.workplaces import PROJECT

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = load_site(PROJECT)
MOVED = (
    Redirect(old="etsiva-tyo/", new="etsiva-sosiaalityo/"),
    Redirect(old="etsiva-tyo/osat/", new="etsiva-sosiaalityo/ydinelementit/#reaching-out", languages=("sv",)),
    Redirect(old="alku/", new="", languages=("fi",)),
)


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("../", "../index.html"),
        ("..", "../index.html"),
        (".", "index.html"),
        ("./?q=sana", "index.html?q=sana"),
        ("../sanasto/#term-thl", "../sanasto/index.html#term-thl"),
        ("../../downloads/opas.pdf", "../../downloads/opas.pdf"),
        ("#alku", "#alku"),
        ("", ""),
        ("https://example.org/", "https://example.org/"),
        ("/fi/", "/fi/"),
    ],
)
def test_a_relative_address_names_its_file(address: str, file: str) -> None:
    assert with_file(address) == file


def test_links_and_forms_of_a_page_name_their_files_and_nothing_else_changes() -> None:
    html = '<link rel="prev" href="../"><a class="x" href="../a/">../a/</a><form action="../b/"><code>&lt;a href="../c/"</code>'
    assert with_files(html) == html.replace('href="../a/"', 'href="../a/index.html"').replace(
        'action="../b/"', 'action="../b/index.html"'
    )


def feed(site: Site, language: str, to: Path) -> etree._Element:
    (to / language).mkdir(parents=True, exist_ok=True)
    write_feed(site, site.languages[language], to)
    return etree.fromstring((to / language / NAME).read_bytes())


@pytest.mark.parametrize("language", [language.id for language in SITE.built_languages])
def test_the_feed_is_what_rfc_4287_asks_for(language: str, tmp_path: Path) -> None:
    root = feed(SITE, language, tmp_path)
    home = f"{SITE.info.address}{language}/"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    for element in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):  # 4.1.1, 4.1.2: exactly one of each
            assert len(element.findall(f"{ATOM}{name}")) == 1, name
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00\+00:00", element.findtext(f"{ATOM}updated") or "")
    assert len(root.findall(f"{ATOM}author")) == 1  # 4.1.1: else each entry needs one
    assert {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")} == {
        "self": f"{home}{NAME}",
        "alternate": home,
    }
    ids = [entry.findtext(f"{ATOM}id") for entry in root.findall(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids) == sum(len(guide.editions) for guide in SITE.guides.values())
    dates = [entry.findtext(f"{ATOM}updated") for entry in root.findall(f"{ATOM}entry")]
    assert dates == sorted(dates, reverse=True)
    assert root.findtext(f"{ATOM}updated") == dates[0]
    for entry in root.findall(f"{ATOM}entry"):
        link = entry.find(f"{ATOM}link").get("href")
        page = link.removeprefix(home).rstrip("/")
        assert {f"{page}.md", f"{page}/index.md"} & SITE.addresses, link


def test_a_published_guide_is_news(tmp_path: Path) -> None:
    before = feed(SITE, "fi", tmp_path / "before").findall(f"{ATOM}entry")
    site = published(SITE)
    after = feed(site, "fi", tmp_path / "after").findall(f"{ATOM}entry")
    given = [entry for entry in site.publications if (entry.language, entry.status) == ("fi", "published")]
    assert len(after) == len(before) + len(given) > len(before)
    assert after[0].findtext(f"{ATOM}updated") == f"{max(entry.issued or '' for entry in given)}T00:00:00+00:00"


def test_an_address_that_a_page_has_left_leads_on_without_a_script(tmp_path: Path) -> None:
    site = SITE.model_copy(update={"redirects": MOVED})
    jinja = Environment(loader=FileSystemLoader(PROJECT / "overrides"), undefined=StrictUndefined, autoescape=True)
    write_redirects(jinja, site, site.built_languages, tmp_path)
    made = {path.relative_to(tmp_path).parent.as_posix() + "/" for path in tmp_path.rglob("index.html")}
    assert made == {"fi/etsiva-tyo/", "sv/etsiva-tyo/", "en/etsiva-tyo/", "sv/etsiva-tyo/osat/", "fi/alku/"}
    for move in moves(site, site.built_languages):
        tree = etree.fromstring((tmp_path / move.old / "index.html").read_bytes(), etree.HTMLParser(encoding="utf-8"))
        page, _, anchor = move.new.partition("#")
        assert tree.xpath("string(//link[@rel='canonical']/@href)") == site.info.address + page
        wanted = f"/{page}index.html" + (f"#{anchor}" if anchor else "")
        refresh = tree.xpath("string(//meta[@http-equiv='refresh']/@content)")
        for target in (refresh.removeprefix("0; url="), tree.xpath("string(//a/@href)")):
            found = urlsplit(urljoin(f"http://site/{move.old}index.html", target))
            assert found.path + (f"#{found.fragment}" if found.fragment else "") == wanted
        assert tree.get("lang") == move.language


def page(language: str, address: str, title: str) -> Page:
    return Page(f"docs/{language}/{address}", language, address, title, "D.", "", (), "")


def test_a_page_has_a_picture_of_the_right_size_drawn_alike_with_and_without_the_cache(tmp_path: Path) -> None:
    pages = {
        "fi": [
            page("fi", "index.md", "Toimintamallioppaat"),
            page("fi", "etsiva-sosiaalityo/tulokset.md", "Tulokset & opit"),
        ],
        "sv": [page("sv", "vertailu.md", "Verksamhetsmodellsjämförelseunderlagssammanställning")],
    }
    made = []
    for name in ("first", "again", "anew"):
        root = tmp_path / ("cold" if name == "anew" else "warm")
        write_pictures(SITE, pages, root, tmp_path / name)
        made.append(
            {
                picture_place(language, shown.address): (
                    tmp_path / name / picture_place(language, shown.address)
                ).read_bytes()
                for language, found in pages.items()
                for shown in found
            }
        )
    assert made[0] == made[1] == made[2]
    assert len(set(made[0].values())) == 3
    for data in made[0].values():
        with Image.open(BytesIO(data)) as image:
            assert (image.format, image.size) == ("PNG", SIZE)
        assert len(data) < 40_000
    assert {kept(tmp_path / "warm" / CACHE, path.name) for path in (tmp_path / "warm" / CACHE).iterdir()} == set(
        made[0].values()
    )


def test_the_picture_of_a_guide_is_in_the_colour_of_its_sign() -> None:
    for guide in SITE.guides.values():
        assert card(SITE, page("en", f"{guide.id}/tulokset.md", "T"))["ground"] == guide.sign.light.accent


def settings(address: str, to: Path) -> Mapping[str, str]:
    """The settings of every server for a site with moved pages at an address."""
    info = SITE.info.model_copy(update={"address": address})
    site = SITE.model_copy(update={"info": info, "redirects": MOVED})
    (to / "site").mkdir(parents=True)
    write_settings(site, site.built_languages, to / "site", to / "beside")
    return {
        path.name: path.read_text(encoding="utf-8") for folder in ("site", "beside") for path in (to / folder).iterdir()
    }


def test_every_server_gets_the_same_policy_lifetimes_redirects_and_page_for_lost_readers(tmp_path: Path) -> None:
    made = settings("https://oppaat.example.org/kunta/", tmp_path)
    assert set(made) == {".htaccess", "_headers", "_redirects", "nginx.conf", "Caddyfile"}
    for name in set(made) - {"_redirects"}:
        for header, value in HEADERS.items():
            assert re.search(rf'{header}:? "?{re.escape(value)}"?', made[name]), (name, header)
        for rule in KEPT:
            assert name == "_headers" or rule.pattern in made[name]
            assert (name == "_headers" and not rule.shape) or rule.value in made[name]
    for name in set(made) - {"_headers"}:
        for move in moves(SITE.model_copy(update={"redirects": MOVED}), SITE.built_languages):
            old = move.old if name == ".htaccess" else f"/kunta/{move.old}"
            way = rf'(?:^|[ ^]){re.escape(old)}\S*[^\n]*\n?[^\n]* "?/kunta/{re.escape(move.new)}[; "\n]'
            assert re.search(way, made[name], re.MULTILINE), name
    for name in (".htaccess", "nginx.conf", "Caddyfile"):
        assert "/kunta/404.html" in made[name]


def test_the_policy_allows_nothing_in_a_page_and_nothing_from_elsewhere() -> None:
    rules = {name: values for name, *values in (part.split() for part in POLICY.split("; "))}
    assert rules["default-src"] == ["'none'"]
    assert {value for values in rules.values() for value in values} == {"'none'", "'self'", "data:"}
    assert rules["script-src"] == rules["style-src"] == ["'self'"]

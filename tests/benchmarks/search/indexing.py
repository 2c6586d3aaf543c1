"""Indexes a language's pages with Pagefind; run as a file by the Python that has it, which has nothing of the project.

``python indexing.py FOLDER LANGUAGE`` reads from its input a JSON object of pages by address, and writes ``FOLDER/pagefind/``.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path


async def index(folder: Path, language: str, pages: dict[str, str]) -> None:
    """Index the main content of pages, as Pagefind does by itself with pages that stand in a folder."""
    from pagefind.index import IndexConfig, PagefindIndex

    config = IndexConfig(
        root_selector="article",
        exclude_selectors=[".headerlink"],
        force_language=language,
        output_path=str(folder / "pagefind"),
    )
    async with PagefindIndex(config=config) as found:
        for address, html in sorted(pages.items()):
            await found.add_html_file(content=html, url=address)


if __name__ == "__main__":
    Path(sys.argv[1]).mkdir(parents=True, exist_ok=True)
    asyncio.run(index(Path(sys.argv[1]), sys.argv[2], json.load(sys.stdin)))

"""What the tests of the diagram share."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from macros.model import Guide, Text
from tests.diagram.guides import guide_from, outreach


@pytest.fixture(scope="session")
def guide() -> Guide:
    """The outreach guide."""
    return guide_from(outreach())


@pytest.fixture(scope="session")
def labels() -> dict[str, Text]:
    """The site's own labels for the diagram."""
    text = (Path(__file__).parents[2] / "data" / "labels.yml").read_text(encoding="utf-8")
    used = ("diagram-", "stage-")
    return {id_: Text.model_validate(entry) for id_, entry in yaml.safe_load(text).items() if id_.startswith(used)}

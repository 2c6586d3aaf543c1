"""Rules on the signs of the models."""

from __future__ import annotations

from collections.abc import Iterator

from macros.load import Content
from macros.model.sign import Sign, contrast
from macros.problem import Problem, nearest, say

PATH = "data/signs.yml"
LEAST = 4.5
"""The contrast that text must have (WCAG 2.2, 1.4.3)."""
PAPER, DARK_PAGE, DARK_PANEL, DARK_BOX, BLACK = "#ffffff", "#1a1e25", "#232831", "#171b21", "#000000"
"""Paper, and grounds of the style sheets (colours.css, diagram.css)."""


def models_name_signs(content: Content) -> Iterator[Problem]:
    """A model names a sign there is."""
    assert content.site
    for guide in content.site.guides.values():
        id_ = guide.model.sign
        if id_ not in content.site.signs and id_ not in content.written[PATH]:
            document = content.models[guide.id]
            told = say("unknown-id/sign", id=id_, nearest=nearest(id_, content.site.signs))
            yield Problem(document.path, document.line("sign"), told)


def colours_stand_out(content: Content) -> Iterator[Problem]:
    """What is written or drawn in a colour of a sign has enough contrast with each ground it stands on."""
    document = content.documents[PATH]
    for sign, loc in document.find(Sign):
        for way, colour, ground in pairs(sign):
            ratio = contrast(colour, ground)
            if ratio < LEAST:
                # down, never up: 4.49 is not enough
                shown = f"{int(ratio * 10) / 10:.1f}"
                told = say("contrast/low", colour=colour, field=".".join(way), ground=ground, ratio=shown, sign=sign.id)
                yield Problem(PATH, document.line(*loc, *way), told)


def pairs(sign: Sign) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Each colour of a sign with each ground it stands on: the way to its field, the colour, the ground."""
    light, dark = sign.light, sign.dark
    for ground in (PAPER, light.ground, light.frame):
        yield ("light", "accent"), light.accent, ground
    for ground in (DARK_PAGE, DARK_PANEL, dark.ground, dark.frame, DARK_BOX):
        yield ("dark", "accent"), dark.accent, ground
    for ground in (PAPER, light.frame):
        yield ("light", "ink"), light.ink, ground
    for ground in (DARK_BOX, dark.frame):
        yield ("dark", "ink"), dark.ink, ground
    for ground in (PAPER, light.ground):
        yield ("light", "quiet"), light.quiet, ground
    for ground in (DARK_PAGE, dark.ground):
        yield ("dark", "quiet"), dark.quiet, ground
    yield ("dark", "solid"), dark.solid, PAPER
    for ground in (PAPER, BLACK):
        yield ("line",), sign.line, ground

"""The difference between two texts, word by word."""

from __future__ import annotations

from difflib import SequenceMatcher

AROUND = 8
"""Words that are shown before and after each change."""


def difference(old: str, new: str) -> str:
    """What has changed: ``kept [-taken out-]{+put in+} kept``; an ellipsis stands for what is far from any change."""
    before, after = old.split(), new.split()
    pieces: list[str] = []
    changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for number, (kind, start, end, first, last) in enumerate(changes):
        if kind == "equal":
            pieces.append(_shortened(before[start:end], first=number == 0, last=number == len(changes) - 1))
            continue
        taken, put = " ".join(before[start:end]), " ".join(after[first:last])
        pieces.append((f"[-{taken}-]" if taken else "") + (f"{{+{put}+}}" if put else ""))
    return " ".join(pieces)


def _shortened(words: list[str], *, first: bool, last: bool) -> str:
    head, tail = (0 if first else AROUND), (0 if last else AROUND)
    if len(words) <= head + tail + 1:
        return " ".join(words)
    return " ".join([*words[:head], "…", *words[len(words) - tail :]])

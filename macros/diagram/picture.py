"""A laid-out diagram: every part with its place, before it becomes SVG."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from macros.diagram.metrics import CAP_HEIGHT, DESCENT, Weight, text_width
from macros.diagram.stages import Card

Voice = Literal["title", "edition", "stage", "head", "side", "box", "frame", "number", "mark", "quiet", "legend"]
Anchor = Literal["start", "middle", "end"]
SEMIBOLD: frozenset[Voice] = frozenset({"title", "stage", "head", "frame", "number", "mark"})


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle; y grows downward."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """Half-way across."""
        return self.x + self.width / 2

    def holds(self, other: Rect, margin: float = 0.0) -> bool:
        """Whether the other lies inside, at least ``margin`` from every edge."""
        return (
            other.x >= self.x + margin
            and other.y >= self.y + margin
            and other.right <= self.right - margin
            and other.bottom <= self.bottom - margin
        )

    def meets(self, other: Rect) -> bool:
        """Whether the two touch or overlap."""
        return self.x <= other.right and other.x <= self.right and self.y <= other.bottom and other.y <= self.bottom


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; ``y`` is its base line."""

    text: str
    x: float
    y: float
    size: float
    voice: Voice
    anchor: Anchor = "start"
    side: int = 0

    @property
    def weight(self) -> Weight:
        """Weight the line is set in."""
        return "semibold" if self.voice in SEMIBOLD else "regular"

    @property
    def extent(self) -> Rect:
        """The room the line takes, from the top of its capitals to the foot of its descenders."""
        width = text_width(self.text, self.size, self.weight)
        shift = {"start": 0.0, "middle": width / 2, "end": width}[self.anchor]
        return Rect(self.x - shift, self.y - CAP_HEIGHT * self.size, width, (CAP_HEIGHT + DESCENT) * self.size)


@dataclass(frozen=True, slots=True)
class Mark:
    """A small tag in a box, as ``H1``."""

    rect: Rect
    line: Line


@dataclass(frozen=True, slots=True)
class PlacedCard:
    """A box in its place; ``frame`` says that it is an umbrella heading and holds other boxes."""

    card: Card
    side: int
    rect: Rect
    lines: tuple[Line, ...]
    number: Line | None = None
    marks: tuple[Mark, ...] = ()
    frame: bool = False


@dataclass(frozen=True, slots=True)
class Icon:
    """A small picture beside text: a side's symbol by its id, or the model's sign, which has no side."""

    name: str
    x: float
    y: float
    size: float
    side: int | None = None


@dataclass(frozen=True, slots=True)
class Panel:
    """The ground of one stage on one side."""

    side: int
    rect: Rect


@dataclass(frozen=True, slots=True)
class Arrow:
    """A way straight down from one stage to the next."""

    side: int
    x: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Sample:
    """A sign explained in the legend: a mark, or a dashed box if there is none."""

    rect: Rect
    mark: Mark | None


@dataclass(frozen=True, slots=True)
class Picture:
    """A whole diagram; the lists run in reading order."""

    width: float
    height: float
    panels: tuple[Panel, ...]
    arrows: tuple[Arrow, ...]
    cards: tuple[PlacedCard, ...]
    icons: tuple[Icon, ...]
    samples: tuple[Sample, ...]
    lines: tuple[Line, ...]
    broken: int

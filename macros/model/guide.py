"""A guide: one operating model with its editions and its ledger."""

from __future__ import annotations

from pydantic import Field

from macros.model.claim import Topic
from macros.model.completeness import Completeness
from macros.model.edition import CoreElement, Edition
from macros.model.ledger import Transition
from macros.model.record import Id, NonEmpty, Record
from macros.model.sign import Sign
from macros.model.text import Text


class FormerName(Record):
    """A name the model went by earlier."""

    name: Text
    year: int


class ModelFile(Record):
    """``data/models/<id>/model.yml``: what does not change from edition to edition.

    Attributes:
        id: Permanent name; the folder's name and the guide's address.
        order: Place among the models, from 1.
        sign: Id of the sign that marks the model, in shape and colour.
        name: The model's name, in lower case, as in running text.
        title: The guide's title.
        summary: What the model is, in at most three plain sentences.
        former_names: Names it went by earlier.
        abstract: What the guide tells, for the publication page and the repository; some hundred words.
        keywords: What the guide is about, per language.
        topics: What the sources say, matter by matter.
    """

    id: Id
    order: int
    sign: Id
    name: Text
    title: Text
    summary: Text
    former_names: tuple[FormerName, ...] = ()
    abstract: Text | None = None
    keywords: dict[str, tuple[NonEmpty, ...]] = Field(default_factory=dict)
    topics: tuple[Topic, ...]


class Guide(Record):
    """Everything about one model, as the macros see it.

    Attributes:
        model: What does not change from edition to edition.
        sign: The sign that marks it.
        editions: From the oldest to the newest.
        ledger: What became of each core element.
        completeness: How completely the sources describe it, item by item of TIDieR; empty if nobody has judged that.
    """

    model: ModelFile
    sign: Sign
    editions: tuple[Edition, ...]
    ledger: tuple[Transition, ...] = ()
    completeness: tuple[Completeness, ...] = ()

    @property
    def id(self) -> str:
        """The model's id."""
        return self.model.id

    @property
    def current(self) -> Edition:
        """The newest edition that has core elements: the one the guide shows."""
        return next(edition for edition in reversed(self.editions) if edition.core_elements)

    @property
    def elements(self) -> tuple[CoreElement, ...]:
        """Core elements of the current edition."""
        return self.current.core_elements

    def edition(self, id_: str) -> Edition | None:
        """The edition with this id, or None."""
        return next((edition for edition in self.editions if edition.id == id_), None)

    def topic(self, id_: str) -> Topic | None:
        """The topic with this id, or None."""
        return next((topic for topic in self.model.topics if topic.id == id_), None)

"""The records of the index: what kind of publication the open data are, and which files and models there are."""

from __future__ import annotations

from pydantic import Field

from macros.model import Id, SiteInfo, Text
from macros.model.record import NonEmpty, Record


class ModelEntry(Record):
    """A model in short; ``path`` leads to all that is known of it.

    Attributes:
        id: Permanent name.
        order: Place among the models, from 1.
        name: The model's name, as in running text.
        title: The guide's title.
        summary: What the model is.
        editions: Ids of its editions, the oldest first.
        current: Id of the edition the guide shows: the newest that has core elements.
        path: The model's file, from the index.
    """

    id: Id
    order: int
    name: Text
    title: Text
    summary: Text
    editions: tuple[Id, ...]
    current: Id
    path: NonEmpty


class FileEntry(Record):
    """A file of the open data.

    Attributes:
        path: Where it stands, from the index.
        described_by: Where its schema stands, from the index; written ``schema`` in the file.
        count: How many records it holds.
        about: What it holds.
    """

    path: NonEmpty
    described_by: NonEmpty = Field(serialization_alias="schema")
    count: int
    about: NonEmpty


class Index(SiteInfo):
    """What the open data consist of, and what kind of publication they are.

    Attributes:
        name: The site's name.
        description: What it is, in one sentence.
        editor: Who has compiled the guides.
        publisher: Who publishes them; null until somebody does.
        address: Where the site is served; an ``.example`` address until that is known.
        repository: Where the sources are kept; null until known.
        contact: Where feedback goes; null until known.
        notice: The plain word that this is not an official publication.
        licence: Licences of code and content; null where nobody has given one.
        version: Semantic version of the schemas.
        licence_of_content: The licence of the content in words: its name, or that it is not stated.
        texts: How texts and empty fields are written.
        files: Every file there is.
    """

    version: NonEmpty
    licence_of_content: Text
    texts: NonEmpty
    files: tuple[FileEntry, ...]

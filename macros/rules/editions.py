"""Rules on models and their editions."""

from __future__ import annotations

from collections.abc import Iterator

from macros.load import Content
from macros.model import Edition
from macros.model.guide import ModelFile
from macros.problem import Problem, say


def files_named_by_their_ids(content: Content) -> Iterator[Problem]:
    """An edition's file is called by its id, and a model's folder by the model's."""
    for document in content.documents.values():
        folder, name = document.path.split("/")[-2:]
        if isinstance(document.value, Edition) and name != f"{document.value.id}.yml":
            yield Problem(
                document.path,
                document.line("id"),
                say("file-name/edition", id=document.value.id, file=name, wanted=name[:-4]),
            )
        if isinstance(document.value, ModelFile) and folder != document.value.id:
            yield Problem(
                document.path,
                document.line("id"),
                say("file-name/model", id=document.value.id, folder=folder),
            )


def an_edition_with_core_elements(content: Content) -> Iterator[Problem]:
    """Every model has at least one edition that names its core elements."""
    assert content.site
    for guide in content.site.guides.values():
        if not any(edition.core_elements for edition in guide.editions):
            yield Problem(f"data/models/{guide.id}/model.yml", 1, say("no-core-elements/model", model=guide.id))


def numbers_run_from_one(content: Content) -> Iterator[Problem]:
    """The core elements of an edition are numbered 1, 2, 3 … in the order of the file."""
    for document in content.documents.values():
        for edition, loc in document.find(Edition):
            for index, element in enumerate(edition.core_elements):
                if element.number != index + 1:
                    line = document.line(*loc, "core_elements", index, "number")
                    yield Problem(
                        document.path,
                        line,
                        say("numbering/number", element=element.id, number=element.number, wanted=index + 1),
                    )

"""A local edition: what an area lays over the national guides. It adds, and takes nothing away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from macros.model.record import Id, IsoDate, NonEmpty, Record, refusal
from macros.model.text import Text

SECTION = "paikallinen"
"""The folder of addresses in which the pages of a local edition stand; no national page may."""

CarriedOut = Literal["as-described", "adapted", "partly", "not"]

Mail = Annotated[str, StringConstraints(pattern=r"^[\w.+-]+@[\w-]+(\.[\w-]+)+$")]
Phone = Annotated[str, StringConstraints(pattern=r"^\+?[0-9][0-9 ]{3,20}$")]
ElementKey = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$")]
"""A core element of a model: ``etsiva-sosiaalityo/reaching-out``."""


class Contact(Record):
    """Whom readers of a local edition can ask.

    Attributes:
        id: Permanent name.
        guide: Id of the model they answer for; None if for all.
        who: A role or a unit, rather than a person's name.
        mail: Their address of mail.
        phone: Their number.
    """

    id: Id
    guide: Id | None = None
    who: Text
    mail: Mail | None = None
    phone: Phone | None = None

    @model_validator(mode="after")
    def _reachable(self) -> Self:
        if self.mail is None and self.phone is None:
            raise refusal("local-edition/contact", contact=self.id)
        return self


class LocalInfo(Record):
    """``local/local.yml``: whose local edition it is.

    Attributes:
        name: The name of the local edition; it stands in place of the site's.
        by: Who makes it.
        languages: Ids of the languages it is built in, the source among them; all that are built if left out.
        address: Where it is served, ending in a slash.
        repository: Where its sources are kept.
        contact: Where feedback goes.
        contacts: Whom readers can ask.
    """

    name: Text
    by: Text
    languages: tuple[Id, ...] = ()
    address: NonEmpty | None = None
    repository: NonEmpty | None = None
    contact: NonEmpty | None = None
    contacts: tuple[Contact, ...] = ()


class Adaptation(Record):
    """How an area carries out one core element.

    Attributes:
        guide: Id of the model.
        element: Id of the core element, of the edition the guide shows.
        carried_out: ``as-described``, ``adapted``, ``partly`` or ``not``.
        text: How it is done here; what is done in its stead if it is not.
        reason: Why; needed where it is carried out in part or not at all.
        decided: When it was decided so.
        decided_by: Who decided it.
    """

    guide: Id
    element: Id
    carried_out: CarriedOut
    text: Text
    reason: Text | None = None
    decided: IsoDate | None = None
    decided_by: Text | None = None

    @property
    def key(self) -> str:
        """The core element it is of: ``etsiva-sosiaalityo/reaching-out``."""
        return f"{self.guide}/{self.element}"

    @model_validator(mode="after")
    def _with_reason(self) -> Self:
        if self.carried_out in ("partly", "not") and self.reason is None:
            raise refusal("local-edition/reason", element=self.element, carried=self.carried_out)
        return self


class Basis(Record):
    """The national text that an adaptation was made against; the program writes it.

    Attributes:
        edition: Id of the edition.
        digest: Digest of the element's text in the source language.
        label: The element's name in the source language as it then was, for people.
    """

    edition: Id
    digest: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]
    label: NonEmpty


class Overlay(Record):
    """A local edition as the macros see it.

    Attributes:
        info: Whose it is.
        national_name: The name of the national site it is laid over.
        adaptations: How core elements are carried out, by ``guide/element``.
    """

    info: LocalInfo
    national_name: Text
    adaptations: Mapping[str, Adaptation] = Field(default_factory=dict)

    def of(self, guide: str, *carried: CarriedOut) -> tuple[Adaptation, ...]:
        """Adaptations of a model's core elements; with ways of carrying out, only those carried out so."""
        return tuple(
            each
            for each in self.adaptations.values()
            if each.guide == guide and (not carried or each.carried_out in carried)
        )

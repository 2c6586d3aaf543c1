"""Identifiers that somebody has given to a work: only their form and their check digits can be told from here."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated

from pydantic import AfterValidator
from stdnum import isbn, issn
from stdnum.exceptions import InvalidChecksum, ValidationError

from macros.model.record import refusal


def _formed(pattern: str, what: str, example: str) -> AfterValidator:
    def check(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise refusal("identifier/form", value=value, kind=what, example=example)
        return value

    return AfterValidator(check)


def _numbered(validate: Callable[[str], str], what: str, example: str) -> AfterValidator:
    def check(value: str) -> str:
        try:
            validate(value)
        except InvalidChecksum:
            raise refusal("identifier/digit", value=value, kind=what) from None
        except ValidationError:
            raise refusal("identifier/form", value=value, kind=what, example=example) from None
        return value

    return AfterValidator(check)


Urn = Annotated[
    str,
    _formed(
        r"URN:(NBN:[a-z]{2}(-[a-z0-9]+)*[:-][A-Za-z0-9:-]+|ISBN:[0-9-]{13,17}X?)", "URN", "URN:NBN:fi-fe20231117147507"
    ),
]
"""A URN of a national bibliography (RFC 8458) or of a book (RFC 8254), its form checked."""

Handle = Annotated[str, _formed(r"[0-9]+(\.[0-9]+)*/\S+", "handle", "10024/147835")]
"""A handle (RFC 3650) without the resolver's address, its form checked."""

Doi = Annotated[str, _formed(r"10\.[0-9]{4,9}/\S+", "DOI", "10.1000/182")]
"""A DOI (ISO 26324) without the resolver's address, its form checked."""

Isbn = Annotated[str, _numbered(isbn.validate, "ISBN", "978-951-98548-9-2")]
"""An ISBN (ISO 2108), its check digit checked."""

Issn = Annotated[str, _numbered(issn.validate, "ISSN", "0024-9319")]
"""An ISSN (ISO 3297), its check digit checked."""

"""Fields that repositories are known to have, written down apart from the program's own lists."""

_ELEMENTS = {
    "contributor": ["", "advisor", "author", "editor", "illustrator", "other"],
    "coverage": ["spatial", "temporal"],
    "creator": [""],
    "date": ["", "accessioned", "available", "copyright", "created", "issued", "submitted"],
    "description": ["", "abstract", "provenance", "sponsorship", "statementofresponsibility", "tableofcontents", "uri"],
    "format": ["", "extent", "medium", "mimetype"],
    "identifier": ["", "citation", "govdoc", "isbn", "ismn", "issn", "other", "sici", "uri"],
    "language": ["", "iso"],
    "publisher": [""],
    "relation": [
        *("", "haspart", "hasversion", "isbasedon", "isformatof", "ispartof", "ispartofseries", "isreferencedby"),
        *("isreplacedby", "isversionof", "replaces", "requires", "uri"),
    ],
    "rights": ["", "uri"],
    "source": ["", "uri"],
    "subject": ["", "classification", "ddc", "lcc", "lcsh", "mesh", "other"],
    "title": ["", "alternative"],
    "type": [""],
}

STOCK = frozenset(
    f"dc.{element}.{qualifier}".rstrip(".") for element, found in _ELEMENTS.items() for qualifier in found
)
"""DSpace as it is installed."""
JULKARI = STOCK | {"dc.organization", "dc.identifier.urn", "dc.identifier.doi"}
"""Julkari: what comes with DSpace, and its own."""
REGISTRIES = {"stock": STOCK, "julkari": JULKARI}

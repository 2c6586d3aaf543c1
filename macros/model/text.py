"""Text a reader sees, in each language."""

from __future__ import annotations

from pydantic import ConfigDict, RootModel

from macros.model.record import NonEmpty


class Text(RootModel[dict[str, NonEmpty]]):
    """One text in several languages: ``{fi: Kohtaaminen, sv: Möte}``.

    Which languages it must hold is a rule of the site (``languages.yml``), not of the record.
    """

    model_config = ConfigDict(frozen=True)

    def __getitem__(self, language: str) -> str:
        """The text in a language; in the first one written if it is lacking, which a rule has then reported."""
        return self.root.get(language) or next(iter(self.root.values()), "")

    def __contains__(self, language: str) -> bool:
        return language in self.root

    @property
    def languages(self) -> frozenset[str]:
        """Ids of the languages this text is written in."""
        return frozenset(self.root)

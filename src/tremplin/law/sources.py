"""Where a rule comes from: a text and its article, printed as a jurist cites it."""

from dataclasses import dataclass

LEGIFRANCE = "https://www.legifrance.gouv.fr"


@dataclass(frozen=True, slots=True)
class Source:
    """One place in one text; `identifier` is its Légifrance id when it is known."""

    text: str
    article: str = ""
    identifier: str = ""

    def __str__(self) -> str:
        """Return the citation, e.g. « Code de l’éducation, art. L. 124-6 »."""
        return f"{self.text}, art. {self.article}" if self.article else self.text

    @property
    def url(self) -> str:
        """Address of the article on Légifrance, empty when its id is unknown."""
        return f"{LEGIFRANCE}/codes/article_lc/{self.identifier}" if self.identifier else ""


def education_code(article: str, identifier: str = "") -> Source:
    """Cite the *Code de l'éducation*."""
    return Source("Code de l’éducation", article, identifier)


def labour_code(article: str, identifier: str = "") -> Source:
    """Cite the *Code du travail*."""
    return Source("Code du travail", article, identifier)


def social_security_code(article: str, identifier: str = "") -> Source:
    """Cite the *Code de la sécurité sociale*."""
    return Source("Code de la sécurité sociale", article, identifier)


def rural_code(article: str, identifier: str = "") -> Source:
    """Cite the *Code rural et de la pêche maritime*."""
    return Source("Code rural et de la pêche maritime", article, identifier)


def tax_code(article: str, identifier: str = "") -> Source:
    """Cite the *Code général des impôts*."""
    return Source("Code général des impôts", article, identifier)

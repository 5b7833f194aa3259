"""How public services are reached from this machine, and where their answers are kept."""

from django.conf import settings

from tremplin.companies.connectors.kept_answers import KeptAnswers
from tremplin.companies.connectors.services import Doors


def doors() -> Doors:
    """Return how services are reached from here."""
    return Doors(settings.SERVICES_AT)


def kept_answers() -> KeptAnswers:
    """Return the answers kept on this machine."""
    folder = settings.HOME.answers
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return KeptAnswers(folder / "answers.sqlite3")

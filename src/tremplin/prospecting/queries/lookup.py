"""Asking the public services the student allowed."""

from datetime import datetime

from tremplin.companies.company import Answer, Company, Query
from tremplin.companies.connectors.failures import ServiceFailed
from tremplin.companies.connectors.places import Place
from tremplin.companies.connectors.services import BY_NAME, ask
from tremplin.prospecting.queries.services import can_be_asked, keys_of
from tremplin.prospecting.reaching import doors, kept_answers

LOOK_UP = "recherche_entreprises"
FINDERS = ("recherche_entreprises", "la_bonne_boite", "api_alternance")
PLACES = "places"


class ServiceOff(ServiceFailed):
    """The student did not allow this service."""

    def __init__(self, name: str) -> None:
        """Say that nothing left this computer."""
        title = BY_NAME[name].title
        super().__init__(
            f"{title} est éteint : rien n’a quitté cet ordinateur. "
            "Vous pouvez l’allumer dans « Services en ligne »."
        )


def look_up(typed: str, *, now: datetime) -> Answer:
    """Look a company up by words, SIREN or SIRET.

    Args:
        typed: as the student wrote it.
        now: the present instant.

    Returns:
        The establishments found; without an answer, a note says why and what to do.
    """
    try:
        return search_with(LOOK_UP, Query(typed, limit=10), now=now)
    except ServiceFailed as failure:
        return Answer(notes=(str(failure),))


def company_of(number: str, *, now: datetime) -> Company | None:
    """Return one establishment by its SIRET, or a company by its SIREN; None when no service gives it.

    What was found a moment ago is not asked for again.
    """
    if kept := kept_answers().company(LOOK_UP, number, now=now):
        return kept
    found = look_up(number, now=now).companies
    return next((one for one in found if number in (one.siret, one.siren)), None)


def search_with(name: str, query: Query, *, now: datetime) -> Answer:
    """Ask one service.

    Args:
        name: one of `FINDERS`.
        query: the question.
        now: the present instant.

    Returns:
        Its answer, or the one kept.

    Raises:
        ServiceFailed: it is off, gave no answer, or refused the question.
    """
    if not can_be_asked(name):
        raise ServiceOff(name)
    return ask(doors().connector(name, keys_of(name)), query, answers=kept_answers(), now=now)


def finders() -> tuple[str, ...]:
    """Return the services that find companies and may be asked, by name."""
    return tuple(name for name in FINDERS if can_be_asked(name))


def communes(typed: str) -> tuple[Place, ...]:
    """Return the communes named so.

    Raises:
        ServiceFailed: the service of places is off, or gave no answer.
    """
    if not can_be_asked(PLACES):
        raise ServiceOff(PLACES)
    return doors().places().communes(typed)

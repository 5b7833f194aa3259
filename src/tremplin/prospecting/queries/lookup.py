"""Asking the public services the student allowed."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime

from tremplin.companies.company import Answer, Company, Query
from tremplin.companies.connectors.failures import ServiceFailed
from tremplin.companies.connectors.kept_answers import KeptAnswers
from tremplin.companies.connectors.places import Place
from tremplin.companies.connectors.services import BY_NAME, Connector, ask
from tremplin.companies.sirene import places as stock_places
from tremplin.prospecting.queries import stock
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


class PlaceUnsure(ServiceFailed):
    """The service of places found something that looks too little like what was typed."""

    def __init__(self, typed: str, label: str) -> None:
        """Say what it found, for the student to type if it is right."""
        super().__init__(
            f"« {typed} » est peut-être « {label} ». Si c’est bien cela, écrivez-le ainsi, puis cherchez."
        )


class PlaceUnknown(ServiceFailed):
    """No register here and no service that is on knows the place."""

    def __init__(self, typed: str) -> None:
        """Say which, and what to do."""
        super().__init__(
            f"« {typed} » n’a pas été trouvé. Vérifiez le nom de la commune, "
            "importez le registre ou allumez « Communes et adresses »."
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


@dataclass(frozen=True, slots=True)
class Asked:
    """What one service answered; without an answer, its note says why and what to do."""

    name: str
    title: str
    answer: Answer
    has_failed: bool = False


def search_everywhere(query: Query, *, now: datetime) -> tuple[Asked, ...]:
    """Ask every service that is on and finds companies, all at once: none waits for a slow one."""
    services = [doors().connector(name, keys_of(name)) for name in finders()]
    if not services:
        return ()
    answers = kept_answers()
    with ThreadPoolExecutor(len(services)) as together:
        return tuple(together.map(lambda one: _asked(one, query, answers, now), services))


def located(typed: str, *, km: float) -> Query:
    """Find a point: in the register imported here, else in the service of places when it is on.

    Args:
        typed: a commune or, for the service, an address.
        km: radius around its point.

    Returns:
        A question that holds the place alone.

    Raises:
        ServiceFailed: nothing here knows the place for sure.
    """
    if known := _place_here(typed):
        return Query(commune=known.code, latitude=known.latitude, longitude=known.longitude, km=km)
    if not can_be_asked(PLACES):
        raise PlaceUnknown(typed)
    found = _place_online(typed)
    return Query(commune=found.commune_code, latitude=found.latitude, longitude=found.longitude, km=km)


def found_in(name: str, number: str, *, now: datetime) -> Company | None:
    """Return a company a service gave this week; None when it was not among its answers."""
    return kept_answers().company(name, number, now=now)


def _asked(service: Connector, query: Query, answers: KeptAnswers, now: datetime) -> Asked:
    try:
        answer = ask(service, query, answers=answers, now=now)
    except ServiceFailed as failure:
        return Asked(
            service.name, BY_NAME[service.name].title, Answer(notes=(str(failure),)), has_failed=True
        )
    return Asked(service.name, BY_NAME[service.name].title, answer)


def _place_here(typed: str) -> stock_places.Place | None:
    if not stock.is_ready():
        return None
    return next(iter(stock_places.places(typed, folder=stock.folder(), limit=1)), None)


def _place_online(typed: str) -> Place:
    if not can_be_asked(PLACES):
        raise PlaceUnknown(typed)
    places = doors().places()
    named = () if any(letter.isdecimal() for letter in typed) else places.communes(typed)
    exact = (one for one in named if one.commune.casefold() == typed.strip().casefold())
    found = next(exact, None) or next(iter(named or places.addresses(typed)), None)
    if found is None:
        raise PlaceUnknown(typed)
    if found.is_to_confirm:
        raise PlaceUnsure(typed, found.label)
    return found

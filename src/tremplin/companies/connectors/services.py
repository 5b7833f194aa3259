"""The services a student may turn on: what each is told, by which key it is asked, and how it is reached."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final, Protocol

from tremplin.companies.company import Answer, Query
from tremplin.companies.connectors.api_alternance import ApiAlternance
from tremplin.companies.connectors.calling import PATIENCE, Caller, Patience
from tremplin.companies.connectors.failures import Refused, ServiceFailed
from tremplin.companies.connectors.kept_answers import FRESH, Kept, KeptAnswers
from tremplin.companies.connectors.la_bonne_boite import LaBonneBoite, tokens_of
from tremplin.companies.connectors.pace import pace_of
from tremplin.companies.connectors.places import Places
from tremplin.companies.connectors.recherche_entreprises import RechercheEntreprises


class Connector(Protocol):
    """A service that finds companies."""

    @property
    def name(self) -> str:
        """The name it is kept under."""

    def search(self, query: Query, *, on: date) -> Answer:
        """Answer a question, or raise `ServiceFailed`."""


@dataclass(frozen=True, slots=True)
class Known:
    """A service as the student is told of it.

    Attributes:
        hosts: every machine it is asked at.
        keys: labels of what the student must paste; empty when none is needed.
        sends: what leaves this computer, in a French sentence.
        per_second: calls allowed.
        keeps: its answers are kept a week on this machine.
    """

    name: str
    title: str
    holder: str
    hosts: tuple[str, ...]
    sends: str
    gives: str
    per_second: float
    keys: tuple[str, ...] = ()
    key_from: str = ""
    keeps: bool = True


KNOWN: Final = (
    Known(
        name="recherche_entreprises",
        title="API Recherche d’entreprises",
        holder="la Direction interministérielle du numérique",
        hosts=("recherche-entreprises.api.gouv.fr",),
        sends="Les mots ou le numéro cherchés, vos filtres et le lieu.",
        gives="Nom, adresse, activité et effectif d’une entreprise.",
        per_second=7,
    ),
    Known(
        name="la_bonne_boite",
        title="La Bonne Boîte",
        holder="France Travail",
        hosts=("api.francetravail.io", "entreprise.francetravail.fr"),
        sends="L’activité ou le métier, le lieu et votre clé.",
        gives="Des entreprises qui recrutent souvent sans annonce.",
        per_second=2,
        keys=("Identifiant client", "Clé secrète"),
        key_from="francetravail.io",
    ),
    Known(
        name="api_alternance",
        title="API Alternance",
        holder="la mission interministérielle pour l’apprentissage",
        hosts=("api.apprentissage.beta.gouv.fr",),
        sends="Le lieu, le rayon et votre clé.",
        gives="Des entreprises qui prennent des apprentis sans annonce.",
        per_second=5,
        keys=("Clé d’accès",),
        key_from="api.apprentissage.beta.gouv.fr",
    ),
    Known(
        name="places",
        title="Communes et adresses",
        holder="l’État et l’IGN",
        hosts=("geo.api.gouv.fr", "data.geopf.fr"),
        sends="Le nom de la commune ou l’adresse cherchée.",
        gives="Où se trouve un lieu.",
        per_second=20,
        keeps=False,
    ),
)
BY_NAME: Final = {one.name: one for one in KNOWN}
_PATHS: Final = {"data.geopf.fr": "/geocodage"}


@dataclass(frozen=True, slots=True)
class Doors:
    """How services are reached.

    Attributes:
        instead: the address of a stand-in for all of them; empty for the real ones.
        patience: how long each call may last.
    """

    instead: str = ""
    patience: Patience = PATIENCE

    def recherche_entreprises(self) -> RechercheEntreprises:
        """Return the search of companies."""
        return RechercheEntreprises(self._caller("recherche_entreprises"))

    def la_bonne_boite(self, *, client_id: str, client_secret: str) -> LaBonneBoite:
        """Return La Bonne Boîte, asked in the student's own name."""
        gives_passes = self._caller("la_bonne_boite", 1)
        return LaBonneBoite(self._caller("la_bonne_boite"), tokens_of(gives_passes, client_id, client_secret))

    def api_alternance(self, *, key: str) -> ApiAlternance:
        """Return API Alternance, asked in the student's own name."""
        return ApiAlternance(self._caller("api_alternance"), key)

    def places(self) -> Places:
        """Return communes and addresses."""
        return Places(self._caller("places"), self._caller("places", 1))

    def connector(self, name: str, keys: Mapping[str, str]) -> Connector:
        """Return a service that finds companies.

        Args:
            name: of the service.
            keys: `key` and `secret`, as the student pasted them.
        """
        if name == LaBonneBoite.name:
            return self.la_bonne_boite(client_id=keys["key"], client_secret=keys["secret"])
        if name == ApiAlternance.name:
            return self.api_alternance(key=keys["key"])
        return self.recherche_entreprises()

    def _caller(self, name: str, rank: int = 0) -> Caller:
        known = BY_NAME[name]
        host = known.hosts[rank]
        base = f"{self.instead}/{host}" if self.instead else f"https://{host}"
        pace = pace_of(base, per_second=known.per_second)
        return Caller(known.title, base + _PATHS.get(host, ""), pace, self.patience, has_key=bool(known.keys))


def ask(service: Connector, query: Query, *, answers: KeptAnswers, now: datetime) -> Answer:
    """Ask a service, or give the answer kept.

    Args:
        service: whom to ask.
        query: the question.
        answers: those kept; whole and a day old they are given as they are, up to a week when the
            service fails.
        now: the present instant.

    Returns:
        The answer; its notes say its day and why it is not today's.

    Raises:
        ServiceFailed: no answer, and none is kept.
    """
    kept = answers.find(service.name, query, now=now)
    if kept and now - kept.at <= FRESH and not kept.answer.is_partial:
        return _dated(kept, ())
    try:
        answer = service.search(query, on=now.date())
    except Refused:
        raise
    except ServiceFailed as failure:
        if kept is None:
            raise
        return _dated(kept, (str(failure),))
    answers.keep(service.name, query, answer, now=now)
    return answer


def _dated(kept: Kept, first: Iterable[str]) -> Answer:
    said = f"Réponse gardée depuis le {kept.at.astimezone():%d/%m/%Y}."
    return replace(kept.answer, notes=(*first, said, *kept.answer.notes))

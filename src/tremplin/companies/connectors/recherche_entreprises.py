"""API Recherche d’entreprises: by words, by number, near a point; no key.

Directors (*dirigeants*) come with each answer, down to their birth month: they are never read.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, ClassVar, Final

from tremplin.companies.company import Answer, Company, Query, dotted
from tremplin.companies.connectors.calling import Caller
from tremplin.companies.connectors.failures import Refused, ServiceFailed, Unavailable
from tremplin.companies.connectors.narrowing import narrowed
from tremplin.companies.connectors.reading import (
    SIREN,
    day,
    first_named,
    has_its_key,
    is_withheld,
    point,
    record,
    records,
    siret,
    text,
    whole,
    year,
)

CAPPED_AT: Final = 10_000
FEWEST_LETTERS: Final = 3
LARGEST_RADIUS_KM: Final = 50
PER_PAGE: Final = 25
MOST_PAGES: Final = 4
LONGEST_WORDS: Final = 200
DISTRICTS: Final = {
    "75056": tuple(f"751{rank:02}" for rank in range(1, 21)),
    "69123": tuple(f"6938{rank}" for rank in range(1, 10)),
    "13055": tuple(f"132{rank:02}" for rank in range(1, 17)),
}
_NUMBER: Final = re.compile(r"\d{9}(\d{5})?", re.ASCII)
_COMMUNE_CODE: Final = re.compile(r"\d[\dAB]\d{3}", re.ASCII)
_FULL_ACTIVITY: Final = re.compile(r"\d\d\.\d\d[A-Z]", re.ASCII)


@dataclass(frozen=True, slots=True)
class RechercheEntreprises:
    """The State's search of companies."""

    caller: Caller
    name: ClassVar[str] = "recherche_entreprises"

    def search(self, query: Query, *, on: date) -> Answer:
        """Ask for companies.

        Args:
            query: nine or fourteen digits as words are a direct look-up, that no filter narrows.
            on: the present day.

        Returns:
            Establishments that are open and may be shown.

        Raises:
            ServiceFailed: no answer, or the question cannot be asked.
        """
        number = as_number(query.words)
        if number:
            return self._by_number(number, query, on=on)
        if query.latitude is not None and query.longitude is not None and not query.words.strip():
            return self._near(query, on=on)
        return self._by_words(query, on=on)

    def _by_number(self, number: str, query: Query, *, on: date) -> Answer:
        if not has_its_key(number):
            kind = "SIREN" if len(number) == 9 else "SIRET"
            raise Refused(f"Le {kind} {number} comporte une faute : vérifiez ses chiffres.")
        read = _Read()
        said = self.caller.get("/search", {"q": number, "page": "1", "per_page": str(PER_PAGE)})
        read.page(said, self.caller.title, on)
        companies = tuple(one for one in read.found if number in (one.siren, one.siret))
        filtered = replace(query, words="", limit=0) != Query(limit=0)
        notes = ("Un numéro se cherche seul : les filtres n’ont pas servi.",) if filtered else ()
        return read.answer(companies[: query.limit], (*notes, *read.notes()))

    def _near(self, query: Query, *, on: date) -> Answer:
        asked = query.km or 5
        parameters = {
            "lat": f"{query.latitude}",
            "long": f"{query.longitude}",
            "radius": f"{min(asked, LARGEST_RADIUS_KM):g}",
            **_activities(query),
        }
        too_far = f"Ce service cherche à {LARGEST_RADIUS_KM} km au plus."
        return self._pages("/near_point", parameters, query, (too_far,) * (asked > LARGEST_RADIUS_KM), on=on)

    def _by_words(self, query: Query, *, on: date) -> Answer:
        filters = {**_activities(query), **_headcounts(query), **_where(query)}
        words = " ".join(query.words.split())[:LONGEST_WORDS]
        if len(words) < FEWEST_LETTERS and (words or not filters):
            raise Refused("Écrivez au moins trois lettres, ou un numéro SIREN ou SIRET.")
        parameters = {"q": words, "etat_administratif": "A", **filters}
        asked = {name: value for name, value in parameters.items() if value}
        return self._pages("/search", asked, query, _in_its_department(asked), on=on)

    def _pages(
        self, path: str, parameters: Mapping[str, str], query: Query, notes: tuple[str, ...], *, on: date
    ) -> Answer:
        read, is_partial = _Read(), False
        for page in range(1, MOST_PAGES + 1):
            asked = {**parameters, "page": str(page), "per_page": str(PER_PAGE)}
            try:
                read.page(self.caller.get(path, asked), self.caller.title, on)
            except ServiceFailed:
                if page == 1:
                    raise
                notes, is_partial = (*notes, "Le service s’est arrêté en route : la suite manque."), True
                break
            if len(read.found) >= query.limit or page >= read.pages:
                break
        left = replace(
            query,
            activities=() if "activite_principale" in parameters else query.activities,
            headcounts=() if "tranche_effectif_salarie" in parameters else query.headcounts,
        )
        kept = narrowed(read.found, left, on=on)
        if read.found and not kept:
            notes = (*notes, "Ses premières réponses sont trop loin ou hors de vos critères.")
        answer = read.answer(kept, (*notes, *_limits(query), *read.notes()))
        return replace(answer, is_partial=is_partial)


class _Read:
    """What was read of the pages so far."""

    def __init__(self) -> None:
        self.found: list[Company] = []
        self.total: int | None = None
        self.pages = 0
        self.hidden = 0
        self.closed = 0

    def page(self, said: Any, title: str, on: date) -> None:
        """Read a page of results."""
        results = record(said).get("results")
        if not isinstance(results, list):
            raise Unavailable(title, "a envoyé une réponse d’une forme inconnue.")
        self.total = whole(record(said).get("total_results"))
        self.pages = whole(record(said).get("total_pages")) or 0
        for result in records(results):
            self.found.extend(self._establishments(result, title, on))

    def _establishments(self, result: Mapping[str, Any], title: str, on: date) -> Iterator[Company]:
        if result.get("statut_diffusion") == "P" or is_withheld(result, "nom_complet", "nom_raison_sociale"):
            self.hidden += 1
            return
        if result.get("etat_administratif") == "C" or not SIREN.fullmatch(text(result, "siren")):
            self.closed += result.get("etat_administratif") == "C"
            return
        for place in _places(result):
            if place.get("statut_diffusion_etablissement") == "P" or is_withheld(place, "adresse"):
                self.hidden += 1
            elif place.get("etat_administratif") == "F":
                self.closed += 1
            else:
                yield _company(result, place, title, on)

    def notes(self) -> tuple[str, ...]:
        """Say what was left out or not counted."""
        notes = []
        if self.total is not None and self.total >= CAPPED_AT:
            notes.append("Le service s’arrête de compter à 10\u202f000 : précisez votre recherche.")
        if self.closed == 1:
            notes.append("Un établissement fermé a été laissé de côté.")
        elif self.closed:
            notes.append(f"{self.closed} établissements fermés ont été laissés de côté.")
        return tuple(notes)

    def answer(self, companies: tuple[Company, ...], notes: tuple[str, ...]) -> Answer:
        """Return the whole answer."""
        capped = self.total is not None and self.total >= CAPPED_AT
        return Answer(companies, total=self.total, is_capped=capped, notes=notes, hidden=self.hidden)


def as_number(words: str) -> str:
    """Return the nine or fourteen digits typed, spaces and dots left out; empty for anything else."""
    bare = re.sub(r"[\s.]", "", words)
    return bare if _NUMBER.fullmatch(bare) else ""


def _places(result: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the establishments that match, else the head office, else the company alone."""
    matching = [*records(result.get("matching_etablissements"))]
    return matching or [record(result.get("siege"))]


def _company(result: Mapping[str, Any], place: Mapping[str, Any], title: str, on: date) -> Company:
    activity, nomenclature = _activity(place) if _activity(place)[0] else _activity(result)
    latitude, longitude = point(place.get("latitude"), place.get("longitude"))
    told = place if text(place, "tranche_effectif_salarie") else result
    return Company(
        siret=siret(place),
        siren=text(result, "siren"),
        name=_name(result, place),
        activity=activity,
        nomenclature=nomenclature,
        headcount=text(told, "tranche_effectif_salarie").replace("NN", ""),
        headcount_year=year(told.get("annee_tranche_effectif_salarie")),
        created_on=day(result.get("date_creation")),
        is_head_office=place.get("est_siege") is True,
        address=text(place, "adresse"),
        postcode=text(place, "code_postal"),
        commune_code=text(place, "commune"),
        commune=text(place, "libelle_commune"),
        latitude=latitude,
        longitude=longitude,
        source=title,
        as_of=on,
    )


def _activity(source: Mapping[str, Any]) -> tuple[str, str]:
    if code := text(source, "activite_principale"):
        return code, "NAFRev2"
    code = text(source, "activite_principale_naf25")
    return code, "NAF2025" if code else ""


def _name(result: Mapping[str, Any], place: Mapping[str, Any]) -> str:
    signs = place.get("liste_enseignes")
    named = [text({"sign": one}, "sign") for one in signs] if isinstance(signs, list) else []
    wording = (text(place, "nom_commercial"), text(result, "nom_raison_sociale"), text(result, "nom_complet"))
    return first_named(*named, *wording, text(result, "siren"))


def _activities(query: Query) -> dict[str, str]:
    full = [code for one in query.activities if _FULL_ACTIVITY.fullmatch(code := dotted(one))]
    whole_codes = full and len(full) == len(query.activities)
    return {"activite_principale": ",".join(full)} if whole_codes else {}


def _headcounts(query: Query) -> dict[str, str]:
    return {"tranche_effectif_salarie": ",".join(query.headcounts)} if query.headcounts else {}


def _where(query: Query) -> dict[str, str]:
    """Ask for the commune, by its districts if it has some; with a radius, for its *département*."""
    code = query.commune
    if not _COMMUNE_CODE.fullmatch(code):
        return {}
    if query.km is not None and query.latitude is not None:
        return {"departement": code[:3] if code.startswith("97") else code[:2]}
    return {"code_commune": ",".join(DISTRICTS.get(code, (code,)))}


def _in_its_department(asked: Mapping[str, str]) -> tuple[str, ...]:
    if "departement" not in asked:
        return ()
    return (f"Avec des mots, ce service cherche dans le département {asked['departement']} seulement.",)


def _limits(query: Query) -> Iterator[str]:
    """Say what the service does otherwise than asked."""
    if _activities(query):
        yield "L’activité cherchée est celle de l’entreprise entière, pas de chaque adresse."
    elif query.activities:
        yield "Ce service ne connaît que les codes d’activité complets : ses premières réponses sont triées."
    if query.commune and not _where(query) and query.latitude is None:
        yield f"Ce service ne connaît pas la commune « {query.commune} » par son nom : elle n’a pas servi."
    if query.without_words or query.without_sirens or query.without_activities:
        yield "Vos exclusions ont trié les premières réponses seulement."

"""API Alternance: companies that take apprentices without a posting, with the student's own key."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar, Final

from tremplin.companies.company import Answer, Company, Query
from tremplin.companies.connectors.calling import Caller
from tremplin.companies.connectors.failures import KeyRefused, Refused, Unavailable
from tremplin.companies.connectors.narrowing import narrowed
from tremplin.companies.connectors.reading import (
    band_in_words,
    first_named,
    geojson_point,
    is_withheld,
    record,
    records,
    siret,
    text,
    web_address,
)

LARGEST_RADIUS_KM: Final = 200
KEY: Final = re.compile(r"[!-~]+")


@dataclass(frozen=True, slots=True)
class ApiAlternance:
    """Companies open to unsolicited applications of apprentices (*candidatures spontanées*)."""

    caller: Caller
    key: str = field(repr=False)
    name: ClassVar[str] = "api_alternance"

    def search(self, query: Query, *, on: date) -> Answer:
        """Ask for companies around a point.

        Args:
            query: a point is needed; words and activities sort what comes back.
            on: the present day.

        Returns:
            Establishments to write to unasked; published jobs are only counted, phones never kept.

        Raises:
            ServiceFailed: no answer, or the question cannot be asked.
        """
        if query.latitude is None or query.longitude is None:
            raise Refused("API Alternance a besoin d’un lieu : choisissez une commune.")
        asked = {
            "latitude": f"{query.latitude}",
            "longitude": f"{query.longitude}",
            "radius": f"{max(0, min(round(query.km or 30), LARGEST_RADIUS_KM))}",
        }
        if not KEY.fullmatch(self.key):
            raise KeyRefused(self.caller.title)
        bearer = {"Authorization": f"Bearer {self.key}"}
        said = record(self.caller.get("/api/job/v1/search", asked, bearer))
        if not isinstance(said.get("recruiters"), list):
            raise Unavailable(self.caller.title, "a envoyé une réponse d’une forme inconnue.")
        return self._read(said, query, on)

    def _read(self, said: Mapping[str, Any], query: Query, on: date) -> Answer:
        places = [record(one.get("workplace")) for one in records(said["recruiters"])]
        shown = [one for one in places if not is_withheld(one, "name", "legal_name", "brand")]
        found = [_company(one, self.caller.title, on) for one in shown if siret(one)]
        named = [one for one in found if _has_words(one, query.words)]
        warned = _warnings(said, self.caller.title)
        return Answer(
            narrowed(named, query, on=on),
            total=len(places),
            notes=(*_offers(said), *warned),
            hidden=len(places) - len(shown),
            is_partial=bool(warned),
        )


def _company(place: Mapping[str, Any], title: str, on: date) -> Company:
    where = record(place.get("location"))
    latitude, longitude = geojson_point(where.get("geopoint"))
    number = siret(place)
    activity = text(record(record(place.get("domain")).get("naf")), "code")
    return Company(
        siret=number,
        siren=number[:9],
        name=first_named(text(place, "brand"), text(place, "name"), text(place, "legal_name"), number),
        activity=activity,
        nomenclature="NAFRev2" if activity else "",
        headcount=band_in_words(text(place, "size")),
        address=text(where, "address"),
        latitude=latitude,
        longitude=longitude,
        source=title,
        as_of=on,
        website=web_address(place, "website"),
    )


def _has_words(one: Company, words: str) -> bool:
    return all(word in one.name.casefold() for word in words.casefold().split())


def _offers(said: Mapping[str, Any]) -> tuple[str, ...]:
    count = sum(1 for _ in records(said.get("jobs")))
    if not count:
        return ()
    published = (
        "Une offre publiée n’est pas montrée"
        if count == 1
        else (f"{count} offres publiées ne sont pas montrées")
    )
    return (f"{published} : Tremplin cherche là où il n’y a pas d’annonce.",)


def _warnings(said: Mapping[str, Any], title: str) -> tuple[str, ...]:
    if any(True for _ in records(said.get("warnings"))):
        return (f"{title} prévient que sa réponse est incomplète : une de ses sources ne répond pas.",)
    return ()

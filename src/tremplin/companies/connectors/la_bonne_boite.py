"""La Bonne Boîte (France Travail): companies likely to recruit, asked with the student's own key."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from threading import Lock
from time import monotonic
from typing import Any, ClassVar, Final

from tremplin.companies.company import Answer, Company, Query, dotted
from tremplin.companies.connectors.calling import Caller
from tremplin.companies.connectors.failures import KeyRefused, Refused, Unavailable
from tremplin.companies.connectors.narrowing import narrowed
from tremplin.companies.connectors.reading import (
    band,
    first_named,
    is_withheld,
    point,
    record,
    records,
    siret,
    text,
    whole,
)

SCOPE: Final = "api_labonneboitev2 search office"
LARGEST_RADIUS_KM: Final = 200
LARGEST_PAGE: Final = 100
SAFETY_SECONDS: Final = 60
LONGEST_PASS_SECONDS: Final = 86_400
PASS: Final = re.compile(r"[!-~]{1,8192}")
_SEARCH: Final = "/partenaire/labonneboite/v2/recherche"
_TOKEN: Final = "/connexion/oauth2/access_token?realm=%2Fpartenaire"  # noqa: S105 an address


@dataclass(slots=True)
class Tokens:
    """The passes lent by France Travail, kept in memory until they end."""

    caller: Caller
    client_id: str = field(repr=False)
    client_secret: str = field(repr=False)
    _held: str = field(default="", repr=False)
    _ends: float = 0
    _lock: Lock = field(default_factory=Lock, repr=False)

    def current(self) -> str:
        """Return a pass that still holds, asking for one when needed.

        Raises:
            ServiceFailed: none was lent.
        """
        with self._lock:
            if not self._held or monotonic() >= self._ends:
                self._held, self._ends = self._asked()
            return self._held

    def drop(self) -> None:
        """Forget the pass."""
        with self._lock:
            self._held = ""

    def _asked(self) -> tuple[str, float]:
        said = record(
            self.caller.post(
                _TOKEN,
                {
                    "grant_type": "client_credentials",
                    "client_id": self.client_id,
                    "client_secret": self.client_secret,
                    "scope": SCOPE,
                },
            )
        )
        lent = said.get("access_token")
        if not isinstance(lent, str) or not PASS.fullmatch(lent):
            raise Unavailable(self.caller.title, "n’a pas donné d’accès.")
        lasts = min(whole(said.get("expires_in")) or 0, LONGEST_PASS_SECONDS)
        return lent, monotonic() + max(0, lasts - SAFETY_SECONDS)


@dataclass(frozen=True, slots=True)
class LaBonneBoite:
    """Companies likely to recruit soon, by activity or trade."""

    caller: Caller
    tokens: Tokens
    name: ClassVar[str] = "la_bonne_boite"

    def search(self, query: Query, *, on: date) -> Answer:
        """Ask for companies around a place.

        Args:
            query: an activity, or a trade in its words; a commune or a point.
            on: the present day.

        Returns:
            Establishments; what they say of e-mail is a yes or a no, never an address.

        Raises:
            ServiceFailed: no answer, or the question cannot be asked.
        """
        asked = {**_subject(query), **_where(query), "page": "1", "page_size": f"{LARGEST_PAGE}"}
        said = record(self._said(asked))
        if not isinstance(said.get("items"), list):
            raise Unavailable(self.caller.title, "a envoyé une réponse d’une forme inconnue.")
        items = [*records(said["items"])]
        hidden = sum(is_withheld(one, "company_name", "office_name") for one in items)
        found = [
            _company(one, self.caller.title, on)
            for one in items
            if siret(one) and not is_withheld(one, "company_name", "office_name")
        ]
        notes = (*_limits(query), *_left_out(len(items) - hidden - len(found)))
        total = whole(said.get("hits"))
        return Answer(narrowed(found, query, on=on), total=total, notes=notes, hidden=hidden)

    def _said(self, asked: Mapping[str, str]) -> Any:
        """Ask; a pass that ended early is asked for once more."""
        try:
            return self.caller.get(_SEARCH, asked, _bearer(self.tokens.current()))
        except KeyRefused:
            self.tokens.drop()
        return self.caller.get(_SEARCH, asked, _bearer(self.tokens.current()))


@lru_cache(maxsize=1)
def tokens_of(caller: Caller, client_id: str, client_secret: str) -> Tokens:
    """Return the passes of these keys, lent once for the whole process; those of earlier keys are dropped."""
    return Tokens(caller, client_id, client_secret)


def _bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def _subject(query: Query) -> dict[str, str]:
    if query.activities:
        return {"naf": dotted(query.activities[0]).replace(".", "")}
    if words := " ".join(query.words.split()):
        return {"job": words}
    raise Refused("La Bonne Boîte a besoin d’une activité ou d’un métier.")


def _where(query: Query) -> dict[str, str]:
    distance = {"distance": f"{max(1, min(round(query.km or 10), LARGEST_RADIUS_KM))}"}
    if query.latitude is not None and query.longitude is not None:
        return {"latitude": f"{query.latitude}", "longitude": f"{query.longitude}", **distance}
    return {"citycode": query.commune, **distance} if query.commune else {}


def _company(item: Mapping[str, Any], title: str, on: date) -> Company:
    place = record(item.get("location"))
    latitude, longitude = point(place.get("lat"), place.get("lon"))
    number, activity = siret(item), text(item, "naf")
    return Company(
        siret=number,
        siren=number[:9],
        name=first_named(text(item, "office_name"), text(item, "company_name"), number),
        activity=dotted(activity),
        nomenclature="NAFRev2" if activity else "",
        headcount=band(item.get("headcount_min"), item.get("headcount_max")),
        postcode=text(item, "postcode"),
        commune=text(item, "city"),
        latitude=latitude,
        longitude=longitude,
        source=title,
        as_of=on,
    )


def _limits(query: Query) -> tuple[str, ...]:
    if len(query.activities) > 1:
        return (f"La Bonne Boîte cherche une activité à la fois : {dotted(query.activities[0])}.",)
    return ()


def _left_out(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    return (
        ("Une entreprise sans SIRET a été laissée de côté.",)
        if count == 1
        else (f"{count} entreprises sans SIRET ont été laissées de côté.",)
    )

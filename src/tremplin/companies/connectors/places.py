"""Places: communes by name (geo.api.gouv.fr), addresses and points (data.geopf.fr); no key."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from tremplin.companies.connectors.calling import Caller
from tremplin.companies.connectors.failures import Refused, Unavailable
from tremplin.companies.connectors.reading import geojson_point, record, records, text

TO_CONFIRM_BELOW: Final = 0.5
FEWEST_LETTERS: Final = 3
_LIMIT: Final = "10"


@dataclass(frozen=True, slots=True)
class Place:
    """A commune or an address.

    Attributes:
        commune_code: INSEE code, five characters.
        latitude, longitude: degrees, WGS84; None when not told.
        is_to_confirm: the service itself is not sure.
    """

    label: str
    commune: str
    commune_code: str
    postcode: str = ""
    latitude: float | None = None
    longitude: float | None = None
    is_to_confirm: bool = False


@dataclass(frozen=True, slots=True)
class Places:
    """The State's communes and addresses."""

    communes_caller: Caller
    addresses_caller: Caller
    name: ClassVar[str] = "places"

    def communes(self, name: str) -> tuple[Place, ...]:
        """Return the communes whose name begins or sounds so, the most peopled first.

        Raises:
            ServiceFailed: no answer, or the name is too short.
        """
        asked = {"nom": _long_enough(name), "boost": "population", "limit": _LIMIT}
        asked |= {"fields": "nom,code,codesPostaux,centre", "format": "json"}
        said = self.communes_caller.get("/communes", asked)
        if not isinstance(said, list):
            raise Unavailable(self.communes_caller.title, "a envoyé une réponse d’une forme inconnue.")
        return tuple(_commune(one) for one in records(said) if text(one, "code"))

    def addresses(self, typed: str) -> tuple[Place, ...]:
        """Return the places an address may be, the likeliest first; same failures as `communes`."""
        return self._features("/search", {"q": _long_enough(typed), "index": "address", "limit": _LIMIT})

    def around(self, latitude: float, longitude: float) -> tuple[Place, ...]:
        """Return the addresses nearest to a point in degrees; same failures as `communes`."""
        point = {"lat": f"{latitude}", "lon": f"{longitude}"}
        return self._features("/reverse", {**point, "index": "address", "limit": "1"})

    def _features(self, path: str, asked: Mapping[str, str]) -> tuple[Place, ...]:
        said = record(self.addresses_caller.get(path, asked)).get("features")
        if not isinstance(said, list):
            raise Unavailable(self.addresses_caller.title, "a envoyé une réponse d’une forme inconnue.")
        return tuple(_address(one) for one in records(said) if record(one.get("properties")))


def _long_enough(typed: str) -> str:
    words = " ".join(typed.split())[:200]
    if len(words) < FEWEST_LETTERS:
        raise Refused("Écrivez au moins trois lettres du lieu.")
    return words


def _commune(said: Mapping[str, Any]) -> Place:
    latitude, longitude = geojson_point(said.get("centre"))
    name, codes = text(said, "nom"), said.get("codesPostaux")
    first = codes[0] if isinstance(codes, list) and codes and isinstance(codes[0], str) else ""
    return Place(name, name, text(said, "code"), first, latitude, longitude)


def _address(said: Mapping[str, Any]) -> Place:
    known = record(said.get("properties"))
    latitude, longitude = geojson_point(said.get("geometry"))
    score = known.get("score")
    return Place(
        label=text(known, "label"),
        commune=text(known, "city"),
        commune_code=text(known, "citycode"),
        postcode=text(known, "postcode"),
        latitude=latitude,
        longitude=longitude,
        is_to_confirm=not isinstance(score, int | float) or score < TO_CONFIRM_BELOW,
    )

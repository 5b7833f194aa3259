"""Small networks made for tests: by hand, or by chance from a seed."""

import random
from collections.abc import Iterable
from datetime import date, timedelta

from hypothesis import strategies as st

from tremplin.network.domain.circles import circles
from tremplin.network.domain.expertise import expertise
from tremplin.network.domain.graph import Held, Link, Member, Network, Organization

TODAY = date(2026, 4, 1)
TITLES = (
    "Enseignante en supply chain", "Data analyst", "Commercial", "Développeuse web", "Stagiaire marketing",
    "Comptable", "Responsable RH", "Ingénieur qualité", "Journaliste", "", "Étudiante",
)  # fmt: skip
FIRST_NAMES = ("Odile", "Karim", "Claire", "Julie", "Paul", "Samia", "Rémi", "Inaya", "Jules", "Sofia")
LAST_NAMES = ("Brossard", "Benyahia", "Rousseau", "Kaddour", "Vasseur", "Le Goff", "Salvy", "Diallo")


def people_of(*members: Member, links: Iterable[Link] = (), places: Iterable[Organization] = ()) -> Network:
    """Put people together."""
    return Network(tuple(members), tuple(places), tuple(links))


def made(count: int, *, seed: int = 1, known: float = 0.6, ties_each: float = 1.2) -> Network:
    """Make a network of so many people, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 no secret here
    places = [
        Organization(key, f"Société {key}", "school" if key % 9 == 0 else "company")
        for key in range(1, max(3, count // 4) + 1)
    ]
    people = tuple(_someone(key, chance, places, known=known) for key in range(1, count + 1))
    ties = {
        tuple(sorted(chance.sample(range(1, count + 1), 2)))
        for _tie in range(int(count * ties_each) if count > 1 else 0)
    }
    return Network(people, tuple(places), tuple(Link(one, other) for one, other in sorted(ties)))


def _someone(key: int, chance: random.Random, places: list[Organization], *, known: float) -> Member:
    title, place = chance.choice(TITLES), chance.choice(places)
    return Member(
        key,
        f"{chance.choice(FIRST_NAMES)} {chance.choice(LAST_NAMES)} {key}",
        known=chance.random() < known,
        circle=chance.choice(list(circles())),
        closeness=chance.choice([None, 1, 2, 3]),
        last_on=chance.choice([None, TODAY - timedelta(chance.randrange(900))]),
        domain=expertise(title=title, organization=place.name).domain,
        roles=(Held(place.key, title),),
    )


@st.composite
def networks(draw: st.DrawFn, most: int = 9) -> Network:
    """A few people in a few places, some of whom know each other."""
    count = draw(st.integers(2, most))
    places = tuple(Organization(key, f"Société {key}") for key in range(1, 4))
    people = tuple(
        Member(
            key,
            f"Personne {key}",
            known=draw(st.booleans()),
            closeness=draw(st.sampled_from([None, 1, 2, 3])),
            last_on=draw(st.sampled_from([None, date(2026, 3, 1), date(2025, 3, 1), date(2020, 1, 1)])),
            domain=draw(st.sampled_from(["", "sales", "law"])),
            very_connected=draw(st.sampled_from([None, None, True])),
            roles=(Held(draw(st.integers(1, 3)), until=draw(st.sampled_from([None, date(2024, 1, 1)]))),),
        )
        for key in range(1, count + 1)
    )
    pairs = [(one, other) for one in range(1, count + 1) for other in range(one + 1, count + 1)]
    tied = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=len(pairs)))
    links = tuple(Link(one, other, closeness=draw(st.sampled_from([None, 2, 3]))) for one, other in tied)
    return Network(people, places, links)

"""The search of Inès on 2 April 2026: nine targets, one of them worked to the end; all invented."""

from dataclasses import dataclass
from datetime import date

from tremplin.internships.queries import internships
from tremplin.prospecting.demo_approaches import load_approaches, load_people
from tremplin.prospecting.demo_meetings import load_meetings
from tremplin.prospecting.demo_proposal import load_proposal
from tremplin.prospecting.models import HostKind, SignalKind, Sought, Stage, Standing, Target
from tremplin.prospecting.operations.research import (
    add_hypothesis,
    add_question,
    add_signal,
    answer_question,
    change_hypothesis,
    weigh,
)
from tremplin.prospecting.operations.targets import (
    change_establishment,
    change_target,
    move_target,
    save_target,
    tie_to_internship,
)

PLAYED_ON = date(2026, 4, 2)
SEEN_ON = date(2026, 3, 12)


@dataclass(frozen=True)
class Aimed:
    """A target of the example; `problem` is kept as its hypothesis when the column says one was found."""

    name: str
    stage: Stage
    about: str
    next_step: str
    kind: HostKind
    why: str = ""
    next_on: date | None = None
    problem: str = ""
    moved_on: date = date(2026, 3, 25)


TROQUINETTE = "Troquinette"
AIMED = (
    Aimed(
        "Verrerie Solinge",
        Stage.IDEA,
        "Verre recyclé, 60 salariés.",
        "Lire les avis clients",
        HostKind.INDUSTRY,
    ),
    Aimed(
        "Écoflux Anjou",
        Stage.IDEA,
        "Collecte de biodéchets.",
        "Écrire à l’intervenant",
        HostKind.INDUSTRY,
        why="Vue au forum des métiers.",
    ),
    Aimed(
        "Nordelle",
        Stage.TALKING,
        "Paniers de légumes, atelier et livraison, 180 salariés, à Angers.",
        "Préparer l’entretien du 8\u00a0avril, 14\u00a0h",
        HostKind.INDUSTRY,
        next_on=date(2026, 4, 8),
        moved_on=date(2026, 3, 30),
        problem="Trois tournées se croisent chaque mardi à Trélazé.",
    ),
    Aimed(
        "Imprimerie Taravel",
        Stage.RESEARCHED,
        "Impression de brochures, 18 salariés.",
        "Mini-projet\u00a0: relevé de délais",
        HostKind.INDUSTRY,
        problem="Délais affichés faux\u00a0: 6 jours annoncés, 10 constatés.",
    ),
    Aimed(
        "Bocage & Bois",
        Stage.RESEARCHED,
        "Mobilier en bois local, trois magasins.",
        "Proposition à écrire",
        HostKind.SHOP,
        problem="Stock en ligne mis à jour une fois par semaine.",
    ),
    Aimed(
        TROQUINETTE,
        Stage.PROPOSED,
        "Matériel de puériculture d’occasion, 11 boutiques dans l’Ouest, siège à Nantes, "
        "environ 70 salariés.",
        "Relancer Hélène Quintard",
        HostKind.SHOP,
        why="La seconde main me tient à cœur, et je suis cliente depuis deux ans.",
    ),
    Aimed(
        "Messagerie Lothaire",
        Stage.PROPOSED,
        "Transport de palettes, deux dépôts.",
        "Relancer l’exploitation",
        HostKind.INDUSTRY,
        problem="Palettes consignées perdues entre deux dépôts.",
    ),
    Aimed(
        "Filature Aubrelle",
        Stage.TALKING,
        "Interview de 15 min avec la cheffe de production.",
        "Préparer trois questions",
        HostKind.INDUSTRY,
        next_on=date(2026, 4, 7),
        moved_on=date(2026, 3, 31),
    ),
    Aimed(
        "Cargolière",
        Stage.AGREED,
        "Vélos-cargos en location. Mon stage, de février à juillet.",
        "Parler de la suite à Samia",
        HostKind.INDUSTRY,
        why="J’y suis en stage.",
        next_on=date(2026, 4, 14),
    ),
)


def load(*, on: date) -> None:
    """Fill Trouver for the student of the example.

    Args:
        on: the day of loading; unused, the example happens in March and April 2026.
    """
    rows = {one.name: _aim(one) for one in AIMED}
    _tie(rows["Cargolière"])
    _research(rows[TROQUINETTE])
    load_people(rows[TROQUINETTE])
    load_proposal(rows[TROQUINETTE], on=PLAYED_ON)
    load_meetings(rows)
    load_approaches(rows)


# Targets


def _aim(one: Aimed) -> Target:
    kept = save_target(one.name, on=SEEN_ON, next_step=one.next_step, next_on=one.next_on)
    said = {"about": one.about, "why": one.why, "kind": one.kind, "sought": Sought.APPRENTICESHIP}
    kept = change_target(kept, revision=kept.revision, changes=said)
    if one.problem:
        hypothesis = add_hypothesis(kept, problem=one.problem)
        change_hypothesis(hypothesis, revision=hypothesis.revision, changes={"standing": Standing.KEPT})
    return move_target(kept, stage=one.stage, on=one.moved_on)


def _tie(cargoliere: Target) -> None:
    followed = internships().first()
    if followed is not None:
        tie_to_internship(cargoliere, followed.pk, on=date(2026, 3, 24))


# Research


def _research(target: Target) -> None:
    """Write what was read and seen of Troquinette, and the two problems it may have."""
    change_establishment(
        target,
        revision=1,
        changes={
            "activity": "47.79Z",
            "nomenclature": "NAFRev2",
            "headcount": "21",
            "headcount_year": 2024,
            "postcode": "44000",
            "commune": "Nantes",
            "commune_code": "44109",
            "source": "à la main",
            "as_of": SEEN_ON,
        },
    )
    reviews = add_signal(
        target,
        kind=SignalKind.REVIEWS,
        source="Avis publics de six boutiques",
        seen_on=date(2026, 3, 18),
        quote="38 avis sur 140 lus en ligne citent un article introuvable, soit 27\u00a0%.",
        suggests="Le stock affiché n’est pas le stock réel.",
    )
    visit = add_signal(
        target,
        kind=SignalKind.OBSERVATION,
        source="Visite de la boutique de Rezé",
        seen_on=date(2026, 3, 28),
        quote="À Rezé, 5 articles sur 12 testés étaient absents du rayon.",
        suggests="L’écart existe aussi dans une petite boutique.",
    )
    advert = add_signal(
        target,
        kind=SignalKind.JOB_AD,
        source="Offre de renfort «\u00a0inventaire\u00a0»",
        seen_on=date(2026, 3, 16),
        quote="Offre de renfort «\u00a0inventaire\u00a0» publiée deux fois depuis janvier.",
        suggests="L’inventaire se fait à la main, en urgence.",
    )
    stock = add_hypothesis(
        target,
        problem="Des articles affichés disponibles en ligne sont introuvables en boutique.",
        cost="Des clients qui se déplacent pour rien, et le disent en public.",
    )
    theft = add_hypothesis(target, problem="Des articles disparaissent des rayons sans être vendus.")
    for signal in (reviews, visit, advert):
        weigh(stock, signal, side="for")
    weigh(theft, visit, side="for")
    weigh(theft, reviews, side="against")
    change_hypothesis(stock, revision=stock.revision, changes={"standing": Standing.KEPT})
    asked = add_question(
        target,
        text="Qui met à jour le stock en ligne quand un article part en boutique\u00a0?",
        hypothesis=stock,
    )
    answer_question(
        asked,
        answer="La caisse n’est pas reliée au site. Chaque boutique corrige le soir, si elle a le temps.",
        by="Julie Rousseau",
        on=date(2026, 3, 21),
    )
    add_question(
        target, text="Combien d’articles sont retirés du site chaque semaine\u00a0?", hypothesis=stock
    )

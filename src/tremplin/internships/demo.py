"""The internship of Inès Marchetti at Cargolière, invented, in its ninth week."""

from datetime import date, time

from tremplin.internships.models import GhostKind, GoalKind, Internship, ProjectKind, ProjectStage, Verdict
from tremplin.internships.operations.aims import add_goal, add_hypothesis, change_hypothesis, say_what_stays
from tremplin.internships.operations.internships import Details, create_internship
from tremplin.internships.operations.milestones import move_milestone, note_milestone
from tremplin.internships.operations.projects import add_project
from tremplin.internships.queries import AgreementOffer, agreement_offers, mission_lines

TALKED_ON, MEETING_ON, MEETING_AT = date(2026, 2, 5), date(2026, 4, 14), time(14, 0)


def load(*, on: date) -> None:
    """Create the internship from the agreement of the example, with what Inès wants of it.

    Args:
        on: the day of loading; only dates the audit of the agreement.
    """
    offer = next(iter(agreement_offers(on=on)), None)
    if offer is None:
        return
    internship = create_internship(
        _details(offer), missions=offer.missions, agreement_version_id=offer.version_id
    )
    _milestones(internship)
    _aims(internship)
    _projects(internship)


def _details(offer: AgreementOffer) -> Details:
    return Details(
        title=f"Stage chez {offer.host}",
        starts_on=offer.starts_on,
        ends_on=offer.ends_on,
        host=offer.host,
        city=offer.city,
        team="Atelier",
        tutor=offer.tutor,
        referent=offer.referent,
        school=offer.school,
        weekly_hours=offer.weekly_hours,
    )


def _milestones(internship: Internship) -> None:
    talk = internship.milestones.get(kind="expectations")
    note_milestone(
        talk,
        revision=talk.revision,
        done_on=TALKED_ON,
        note="Priorité à l’inventaire. Un tableau de suivi des pannes pour la fin du stage.",
    )
    middle = internship.milestones.get(kind="mid_term")
    move_milestone(middle, revision=middle.revision, on=MEETING_ON, at=MEETING_AT)


def _aims(internship: Internship) -> None:
    add_goal(
        internship,
        kind=GoalKind.SKILL,
        text="Fiabiliser un inventaire",
        how_seen="Les écarts passent sous 5\u00a0% sur les références suivies.",
    )
    add_goal(
        internship,
        kind=GoalKind.DECISION,
        text="Savoir si je vise un poste en atelier ou au siège",
        how_seen="J’ai passé deux jours dans chaque service et j’écris mon choix.",
    )
    tested = add_hypothesis(
        internship,
        text="Je suis à l’aise pour animer un groupe de gens plus expérimentés que moi.",
        test="Le point du mardi avec les mécaniciens.",
    )
    change_hypothesis(
        tested,
        revision=tested.revision,
        text=tested.text,
        test=tested.test,
        learnt="Oui, à condition d’arriver avec un tableau et une seule question.",
        verdict=Verdict.MIXED,
    )
    first = mission_lines(internship)[0]
    say_what_stays(first.id, revision=0, asset="Une cartographie des flux, à montrer.", reason_why_not="")


def _projects(internship: Internship) -> None:
    add_project(
        internship,
        kind=ProjectKind.INDISPENSABLE,
        title="Le suivi des pannes en une page",
        stage=ProjectStage.UNDER_WAY,
        objective="Moins de temps perdu avant le point du lundi",
        deliverable="Un tableau tenu par l’atelier",
        stop_on=date(2026, 6, 19),
    )
    add_project(
        internship,
        kind=ProjectKind.GHOST,
        title="Carte du trajet d’une pièce",
        stage=ProjectStage.PROPOSED,
        objective="Raccourcir le délai d’une pièce",
        ghost_kind=GhostKind.PROCESS_MAP,
        deliverable="Une page affichée à l’atelier",
        free_hours=6,
        proposed_on=date(2026, 3, 24),
        shown_to=internship.tutor.full_name if internship.tutor else "",
    )

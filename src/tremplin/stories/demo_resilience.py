"""The internship of Inès that went wrong, a year before, and the story she made of it; invented."""

from datetime import UTC, date, datetime

from tremplin.internships.operations.projects import change_project
from tremplin.stories.models import ResilienceStory
from tremplin.stories.operations.resilience import (
    prove_figure,
    save_resilience,
    start_ghost,
    start_resilience,
)

AT = datetime(2026, 3, 29, 18, 30, tzinfo=UTC)
STARTS_ON, ENDS_ON = date(2025, 4, 14), date(2025, 6, 6)
PARTS = {
    "described": "un transporteur régional",
    "fact": "Stage de huit semaines dans l’entrepôt d’un transporteur régional.",
    "constraint": "J’ai travaillé sans encadrement direct à partir de la troisième semaine.",
    "decision": "J’ai cartographié les 14 flux de l’entrepôt et partagé un relevé chaque vendredi.",
    "effect": "J’ai repéré trois goulets. Le planning partagé est resté en place après mon départ.",
    "learnt": "Cette expérience m’a appris à travailler sans cadre et à rendre compte par écrit.",
    "now": "Aujourd’hui, j’envoie un point écrit chaque vendredi.",
}
NOTES = (
    (date(2025, 5, 9), "J’ai fini la carte de l’entrepôt\u00a0: 14 flux."),
    (date(2025, 5, 23), "J’ai repéré trois goulets sur la carte et proposé un planning partagé."),
)


def tell_resilience() -> ResilienceStory:
    """Tell the disappointing internship of Inès.

    Returns:
        The story, each figure with its dated note, anchored in a ghost project.
    """
    story = start_resilience(
        internship_id=None,
        lacks=["no_manager", "no_mission", "bad_mood"],
        host="Transports Querrien",
        starts_on=STARTS_ON,
        ends_on=ENDS_ON,
    )
    story = save_resilience(story, revision=story.revision, changes=PARTS)
    for on, says in NOTES:
        prove_figure(story, says=says, on=on, method="measured", at=AT)
    project = start_ghost(story, title="La carte des flux de l’entrepôt", ghost_kind="process_map")
    change_project(
        project, revision=project.revision, proposed_on=date(2025, 6, 5), deliverable="Carte, PDF d’une page"
    )
    return story

"""Stories and notes of Alice, for the tests of the room."""

from datetime import UTC, date, datetime
from typing import Any

from tests.people import make_student
from tremplin.journal.models import Experience, ExperienceKind
from tremplin.journal.operations import Method, add_experience
from tremplin.stories.models import Story
from tremplin.stories.operations.stories import say_where_from, start_story

AT = datetime(2026, 4, 2, 17, 0, tzinfo=UTC)
GUILD = {
    "context": "Une communauté de jeu en ligne de 5\u00a0000 membres.",
    "action": "J’ai modéré les conflits et organisé un événement chaque semaine.",
    "result": "Un engagement supérieur de 25\u00a0% à la moyenne des serveurs comparables.",
}


def make_association(title: str = "Serveur de jeu") -> Experience:
    """Add something Alice does outside work."""
    return add_experience(kind=ExperienceKind.PROJECT, title=title, starts_on=date(2023, 9, 1))


def make_story(title: str = "Modératrice d’un serveur de jeu", **options: Any) -> Story:
    """Tell the story of the article's player, without any note yet."""
    make_student(first_name="Alice")
    return start_story(
        **{
            "title": title,
            "activity": "moderation",
            "experience": make_association().pk,
            "words": GUILD,
            "skills": ["Gestion de conflits"],
            **options,
        }
    )


def prove(story: Story, *parts: str) -> None:
    """Write the dated note of each part, as « d’où vient ce chiffre ? » does."""
    for part in parts:
        say_where_from(
            story,
            says=GUILD[part],
            where="la page des statistiques du serveur",
            on=date(2026, 3, 1),
            method=Method.MEASURED,
            at=AT,
        )

"""What was said at a target, and what was made for it, wherever a page shows it."""

from django import template

from tremplin.prospecting.models import Target
from tremplin.prospecting.queries.conversations import conversations
from tremplin.prospecting.queries.insights import insights
from tremplin.prospecting.queries.personal_projects import projects_of, verdict_of

register = template.Library()


@register.inclusion_tag("prospecting/_talks.html")
def talks_of(target: Target) -> dict[str, object]:
    """Show the conversations about a target, what they taught, and the projects made for it."""
    return {
        "target": target,
        "talks": list(conversations().filter(target=target)),
        "insights": insights(target),
        "projects": [(one, verdict_of(one)) for one in projects_of(target)],
    }

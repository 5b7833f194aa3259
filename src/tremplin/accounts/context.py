"""What every page knows of the student."""

from django.http import HttpRequest

from tremplin.accounts.queries import current_student


def student(request: HttpRequest) -> dict[str, object]:
    """Give templates the student: theme, shortcuts, first name."""
    return {"student": current_student()}

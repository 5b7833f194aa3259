"""What the page says once after an act: a toast, with the way back when there is one."""

from django.contrib import messages
from django.http import HttpRequest


def say(request: HttpRequest, text: str, *, undo: str = "") -> None:
    """Show `text` once on the next page.

    Args:
        request: the request being answered.
        text: a short French sentence, in the past: « Noté. ».
        undo: the address that takes the act back when posted to; empty when there is none.
    """
    messages.success(request, text, extra_tags=undo)

"""The one place where a sentence leaves for the student's own assistant."""

from typing import Final

from tremplin.companies.connectors.calling import Caller, Patience
from tremplin.companies.connectors.failures import Unavailable
from tremplin.companies.connectors.pace import pace_of
from tremplin.stories.domain.assistant import PATH, Unreadable, reply_of
from tremplin.stories.queries.assistant import Plugged

TITLE: Final = "Votre assistant"
PATIENCE: Final = Patience(connect_seconds=3, silence_seconds=45, total_seconds=60, tries=1)
PER_SECOND: Final = 20


def rephrased(content: str, *, plugged: Plugged, key: str, patience: Patience = PATIENCE) -> str:
    """Send what was shown, once, and return the sentence that comes back, unchecked.

    Args:
        content: the body, as shown to the student.
        plugged: where the assistant is.
        key: in clear; empty without one.
        patience: how long to wait.

    Returns:
        The sentence.

    Raises:
        ServiceFailed: no answer, or none that can be read; its text is the sentence to show.
    """
    pace = pace_of(plugged.address, per_second=PER_SECOND)
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    caller = Caller(TITLE, plugged.address, pace, patience, has_key=True)
    answer = caller.post_json(PATH, content, headers)
    try:
        return reply_of(answer)
    except Unreadable as problem:
        raise Unavailable(TITLE, "a envoyé une réponse illisible.") from problem

"""May the intern be given dangerous tasks?"""

from collections.abc import Collection

from tremplin.law.outcome import DoesNotHold, Holds, Outcome, Step, unknown
from tremplin.law.sources import education_code

FORBIDDEN = education_code("L. 124-14")


def dangerous_tasks(*, tasks: Collection[str] | None) -> Outcome[bool]:
    """Tell whether the tasks are safe for an intern (*tâches dangereuses*).

    Tasks dangerous to health or safety may not be given to an intern, of any age.

    Args:
        tasks: tasks judged dangerous, in French; None if they were not looked for.

    Returns:
        True when there is none; one step for each.

    Sources: Code de l'éducation, art. L. 124-14.
    Limits: judges no task: it is told which are dangerous.
    """
    if tasks is None:
        return unknown(tasks=tasks)
    if tasks:
        refused = (f"Tâche dangereuse, interdite à un stagiaire : {task}." for task in tasks)
        return DoesNotHold(tuple(Step(says, FORBIDDEN) for says in refused))
    return Holds(True, (Step("Aucune tâche dangereuse n’est relevée.", FORBIDDEN),))

"""The process that reads files: `python -m` this module, questions on standard input."""

import sys
from typing import Any

from tremplin.rights.agreement.reading.child import Progress, serve
from tremplin.rights.agreement.reading.files import read
from tremplin.rights.agreement.reading.limits import Limits
from tremplin.rights.agreement.reading.transport import to_json


def answer(question: dict[str, Any], tell: Progress) -> dict[str, Any]:
    """Return the document of the file a question names."""
    limits = Limits(**question["bounds"])
    return {"document": to_json(read(question["path"], name=question["name"], progress=tell, limits=limits))}


if __name__ == "__main__":
    serve(answer, sys.argv[1:])

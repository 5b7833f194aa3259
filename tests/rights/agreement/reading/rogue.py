"""A reader that misbehaves on demand, to see that the caller survives."""

import os
import sys
import time
from typing import Any

from tremplin.rights.agreement.reading.child import Progress, serve

_answered: list[str] = []


def answer(question: dict[str, Any], tell: Progress) -> dict[str, Any]:
    """Do what the path says."""
    deed = question["path"]
    if deed == "crash":
        raise RuntimeError("a bug")
    if deed == "abort":
        os.abort()
    if deed == "tire" and _answered:
        os.abort()
    _answered.append(deed)
    if deed == "exit":
        sys.exit(0)
    if deed == "babble":
        os.write(1, b"{}\n")
    if deed == "sleep":
        time.sleep(60)
    if deed == "eat":
        return {"eaten": len(bytearray(10**9))}
    return {"did": deed}


if __name__ == "__main__":
    serve(answer, sys.argv[1:])

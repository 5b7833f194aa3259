"""Reading in a process apart, with bounds: whatever a file does there, the caller gets a sentence."""

import contextlib
import json
import logging
import os
import signal
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from queue import Empty, Queue
from time import monotonic
from types import TracebackType
from typing import Any, Literal

from tremplin.rights.agreement.pages import Document, UnreadableFile, WrongKind
from tremplin.rights.agreement.reading.limits import LIMITS, Limits

Progress = Callable[[int, int], None]
_log = logging.getLogger(__name__)
_WORKER = "tremplin.rights.agreement.reading.worker"


class ChildLost(RuntimeError):
    """The child died or hung, or its own code failed: `how` tells which."""

    def __init__(self, how: Literal["hung", "died", "failed"]) -> None:
        """Remember how the child was lost."""
        super().__init__(how)
        self.how = how


class Child:
    """One process that answers questions, one JSON line each; killed when it takes too long.

    It starts at the first question and starts again after a loss.
    """

    def __init__(self, *, module: str = _WORKER, limits: Limits = LIMITS) -> None:
        """Say which module answers, and its bounds; nothing starts yet."""
        self._module, self._limits = module, limits
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: Queue[bytes | None] = Queue()
        self._answered = 0

    def __enter__(self) -> "Child":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def ask(
        self,
        question: dict[str, Any],
        *,
        progress: Progress | None = None,
        stop: Callable[[], bool] | None = None,
    ) -> dict[str, Any]:
        """Return the child's answer.

        Args:
            question: what the module understands.
            progress: called with the page just read and the number of pages.
            stop: asked about four times a second; True kills the child.

        Returns:
            The answer as the module gave it.

        Raises:
            ChildLost: the child died or did not answer in time.
        """
        process = self._started()
        try:
            if process.stdin:
                process.stdin.write(json.dumps(question).encode() + b"\n")
                process.stdin.flush()
        except OSError:
            self.close()
            raise ChildLost("died") from None
        return self._awaited(progress, stop)

    def _awaited(self, progress: Progress | None, stop: Callable[[], bool] | None) -> dict[str, Any]:
        end = monotonic() + self._limits.seconds
        while True:
            try:
                said = self._answers.get(timeout=min(0.25, max(0.01, end - monotonic())))
            except Empty:
                if monotonic() >= end or (stop and stop()):
                    self.close()
                    raise ChildLost("hung") from None
                continue
            answer = _parsed(said)
            if answer is None:
                self.close()
                raise ChildLost("died")
            if "trace" in answer:
                _log.error("The reading process failed.\n%s", answer["trace"])
                self.close()
                raise ChildLost("failed")
            if "page" not in answer:
                self._answered += 1
                return answer
            if progress:
                progress(answer["page"], answer["pages"])

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.close()
        self._answers, self._answered = Queue(), 0
        command = [
            sys.executable,
            "-m",
            self._module,
            str(self._limits.memory),
            str(int(self._limits.seconds)),
        ]
        self._process = subprocess.Popen(  # noqa: S603 -- our own interpreter and module
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            **_apart(),
        )
        listener = threading.Thread(target=_listen, args=(self._process.stdout, self._answers), daemon=True)
        listener.start()
        return self._process

    @property
    def has_answered(self) -> bool:
        """Whether the process running now has answered before: its death may not be this file's fault."""
        return self._process is not None and self._answered > 0

    def close(self) -> None:
        """Kill the process, if any, and all that it started."""
        process, self._process = self._process, None
        if process is None:
            return
        _kill(process)
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                with contextlib.suppress(OSError):
                    pipe.close()


def read_in_child(
    path: str | Path,
    *,
    name: str | None = None,
    progress: Progress | None = None,
    stop: Callable[[], bool] | None = None,
    limits: Limits = LIMITS,
) -> Document:
    """Return the pages of a file, read in a process apart with time and memory bounds.

    Args:
        path: the file; it is only read.
        name: how to call it in sentences; its own name when None.
        progress: called with the page just read and the number of pages.
        stop: asked about four times a second; True gives up.
        limits: what may be asked of the reader.

    Returns:
        The document, as `read` gives it.

    Raises:
        UnreadableFile: the file cannot be read at all, or the reader crashed or took too
            long; the message says why and what to do.
    """
    name = name or Path(path).name
    with Child(limits=limits) as child:
        answer = ask_to_read(child, path, name, progress=progress, stop=stop, limits=limits)
    from tremplin.rights.agreement.reading.transport import from_json

    return from_json(answer["document"])


def ask_to_read(
    child: Child,
    path: str | Path,
    name: str,
    *,
    progress: Progress | None = None,
    stop: Callable[[], bool] | None = None,
    limits: Limits = LIMITS,
    also: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """Return a child's answer about a file; its losses and refusals become `UnreadableFile`.

    Args:
        child: the process to ask.
        path: the file.
        name: how to call it in sentences.
        progress: as in `read_in_child`.
        stop: as in `read_in_child`.
        limits: bounds given to the reader.
        also: what else the child's module wants to know.

    Returns:
        The answer.

    Raises:
        UnreadableFile: refused, crashed, or too long.
    """
    question = {"path": str(path), "name": name, "bounds": _bounds(limits), **(also or {})}
    worn = child.has_answered
    try:
        try:
            answer = child.ask(question, progress=progress, stop=stop)
        except ChildLost as lost:
            if lost.how != "died" or not worn:
                raise
            answer = child.ask(question, progress=progress, stop=stop)
    except ChildLost as lost:
        raise UnreadableFile(_lost_says(name, lost, limits)) from None
    if "refusal" in answer:
        raise (WrongKind if answer.get("is_wrong_kind") else UnreadableFile)(answer["refusal"])
    return answer


def serve(answer: Callable[[dict[str, Any], Progress], dict[str, Any]], arguments: Sequence[str]) -> None:
    """Answer the questions of standard input, one JSON line each, until it closes.

    Args:
        answer: given a question and how to tell progress, returns the answer; may raise
            `UnreadableFile`.
        arguments: bytes of memory and seconds of processor for one question.
    """
    memory, seconds = (int(argument) for argument in arguments)
    bound(memory)
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)

    def say(value: dict[str, Any]) -> None:
        out.write(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
        out.flush()

    for line in sys.stdin.buffer:
        allow(seconds)
        try:
            given = answer(json.loads(line), lambda page, pages: say({"page": page, "pages": pages}))
        except UnreadableFile as refused:
            given = {"refusal": str(refused), "is_wrong_kind": isinstance(refused, WrongKind)}
        except MemoryError:
            raise
        except Exception:
            say({"trace": traceback.format_exc()})
            raise
        say(given)


def bound(memory: int) -> None:
    """Bound what this process may take, where the system knows how; elsewhere time alone is bounded."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def allow(seconds: int) -> None:
    """Allow this process that much more processor time, where the system knows how."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        most = int(used.ru_utime + used.ru_stime) + seconds + 1
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (most, hard))


def _bounds(limits: Limits) -> dict[str, Any]:
    return {field: getattr(limits, field) for field in Limits.__slots__}


def _parsed(said: bytes | None) -> dict[str, Any] | None:
    if said is None:
        return None
    try:
        value = json.loads(said)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def _listen(pipe: Any, answers: "Queue[bytes | None]") -> None:
    with contextlib.suppress(OSError, ValueError):
        for line in pipe:
            answers.put(line)
    answers.put(None)


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1", "OMP_THREAD_LIMIT": "1"}


def _apart() -> dict[str, Any]:
    """Give the child its own process group, so that what it starts dies with it."""
    if os.name == "nt":
        return {"creationflags": getattr(subprocess, "CREATE_NO_WINDOW", 0)}
    return {"start_new_session": True}


def _kill(process: "subprocess.Popen[bytes]") -> None:
    with contextlib.suppress(OSError):
        if os.name == "nt":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)


def _lost_says(name: str, lost: ChildLost, limits: Limits) -> str:
    if lost.how == "failed":
        return (
            f"« {name} » n’a pas pu être lu à cause d’une erreur de Tremplin, pas de votre fichier. "
            "Essayez avec la convention en PDF, et signalez-nous l’erreur."
        )
    if lost.how == "hung":
        return (
            f"« {name} » était trop long à lire : la lecture a été arrêtée après {limits.seconds:.0f} s. "
            "Déposez la convention seule, ou une version plus légère."
        )
    return (
        f"« {name} » a fait échouer la lecture : il est abîmé, ou demande trop de mémoire. "
        "Ouvrez-le, enregistrez-le en PDF, puis déposez ce PDF."
    )

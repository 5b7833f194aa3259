"""Importing the official register: where its files are, how far it is, what it kept."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.files import File
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tremplin.companies.sirene.apart import RUNNING
from tremplin.kit.messages import say
from tremplin.prospecting import importing
from tremplin.prospecting.forms.search import ImportForm
from tremplin.prospecting.queries import stock
from tremplin.prospecting.views.finding import posted


@require_http_methods(["GET", "HEAD", "POST"])
def home(request: HttpRequest) -> HttpResponse:
    """Say where the files are found, start an import, show the last one."""
    form = ImportForm(posted(request))
    if not form.is_valid():
        return _page(request, form)
    path, sent = form.cleaned_data["path"], request.FILES.getlist("files")
    if path is None and not sent:
        form.add_error("path", _("Donnez le dossier où sont les fichiers, ou choisissez-les."))
        return _page(request, form)
    given = importing.files_at(path) if path else importing.told_apart(_received(sent))
    if not given.files:
        if path:
            form.add_error("path", _("Aucun registre à importer à cet endroit."))
        return _page(request, form, left=given.left)
    importing.begin_import(given.files)
    return redirect("prospecting:register")


@require_safe
def progress(request: HttpRequest) -> HttpResponse:
    """Say how far the import is; what htmx asks every other second. At its end the whole page changes."""
    run = _run()
    answer = render(request, "prospecting/_register_run.html", run)
    if not run["is_running"]:
        answer["HX-Refresh"] = "true"
    return answer


@require_POST
def stop(request: HttpRequest) -> HttpResponse:
    """Stop the import under way."""
    importing.stop_import()
    say(request, _("Import arrêté. Ce qui est lu est gardé\u00a0: vous pourrez reprendre."))
    return redirect("prospecting:register")


@require_POST
def resume(request: HttpRequest) -> HttpResponse:
    """Start again with the same files, from the phase it had reached."""
    run = importing.import_run()
    files = [Path(one) for one in run.files if Path(one).exists()] if run else []
    if not files:
        say(request, _("Les fichiers ne sont plus à leur place. Donnez-les à nouveau."))
    elif run is not None and run.state != RUNNING:
        importing.begin_import(files)
    return redirect("prospecting:register")


def _page(request: HttpRequest, form: ImportForm, *, left: tuple[str, ...] = ()) -> HttpResponse:
    """Show the page; `left` says why files given were not imported, beside the field they came by."""
    context = {"form": form, "left": left, "report": stock.import_report(), **_run()}
    return render(request, "prospecting/register.html", context, status=422 if form.is_bound else 200)


def _run() -> dict[str, object]:
    run = importing.import_run()
    return {"run": run, "is_running": run is not None and run.state == RUNNING}


def _received(files: "Sequence[File[Any]]") -> list[Path]:
    """Keep the files given through the page; those of an earlier import go."""
    folder = importing.received()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, mode=0o700)
    for file in files:
        with (folder / Path(file.name or "fichier").name).open("wb") as kept:
            for chunk in file.chunks():
                kept.write(chunk)
    return sorted(folder.iterdir())

"""The article's table: seen, printed, exported, imported."""

from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tremplin.accounts.queries import current_student
from tremplin.journal import queries
from tremplin.journal.domain.sheets import UnreadableTable
from tremplin.journal.domain.table import Reader, Row
from tremplin.journal.domain.table_files import FORMATS, read_rows, write_rows
from tremplin.journal.forms import SheetForm
from tremplin.journal.models import Entry
from tremplin.journal.operations import import_rows, way_back
from tremplin.journal.printing import table_pdf
from tremplin.journal.views.finding import today
from tremplin.kit.messages import say
from tremplin.law.words import counted

READERS = {"moi": "self", "entreprise": "company", "public": "public"}
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "md": "text/markdown; charset=utf-8",
    "json": "application/json",
}
MOST_READ = 4_000_000
SHOWN = 20
ON_SCREEN = 200


@require_safe
def table(request: HttpRequest) -> HttpResponse:
    """Show the table, for oneself or as someone else would read it."""
    asked = _asked(request)
    rows = _rows(asked, limit=ON_SCREEN + 1)
    context = {
        "rows": rows[:ON_SCREEN],
        "is_cut": len(rows) > ON_SCREEN,
        "asked": asked,
        "readers": [("moi", _("moi")), ("entreprise", _("l’entreprise")), ("public", _("tout le monde"))],
        "experiences": queries.experiences(),
        "formats": FORMATS,
        "query": f"lecteur={asked['reader']}&cadre={asked['experience'] or ''}",
    }
    return render(request, "journal/table.html", context)


@require_safe
def export(request: HttpRequest, suffix: str) -> HttpResponse:
    """Give the table as a file."""
    if suffix not in FORMATS:
        raise Http404
    rows = _rows(_asked(request))
    return HttpResponse(
        write_rows(rows, to=suffix),
        content_type=TYPES[suffix],
        headers={"Content-Disposition": f'attachment; filename="journal-{today():%Y-%m-%d}.{suffix}"'},
    )


@require_safe
def paper(request: HttpRequest) -> HttpResponse:
    """Give the table on A4 landscape."""
    asked = _asked(request)
    place = queries.experiences().filter(pk=asked["experience"] or 0).first()
    content = table_pdf(
        _rows(asked),
        reader=cast(Reader, READERS[asked["reader"]]),
        subject=place.title if place else _("Toutes les expériences"),
        author=current_student().first_name,
        on=today(),
    )
    name = f"journal-{today():%Y-%m-%d}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: HttpRequest) -> HttpResponse:
    """Read a table and say what would be added; nothing is written yet."""
    form = SheetForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return _bring_page(request, form)
    sent = form.cleaned_data["sheet"]
    try:
        read = read_rows(sent.read(), name=sent.name, today=today())
        carried = write_rows(read.rows, to="json").decode()
        if len(carried) > MOST_READ:
            raise UnreadableTable(_("Ce tableau est trop long pour une fois. Coupez-le en deux fichiers."))
    except UnreadableTable as refusal:
        form.add_error("sheet", str(refusal))
        return _bring_page(request, form)
    context = {"name": sent.name, "notes": read.notes, "carried": carried, **_report(read.rows)}
    return render(request, "journal/import_report.html", context)


@require_POST
def bring_for_good(request: HttpRequest) -> HttpResponse:
    """Write the lines of the report."""
    try:
        read = read_rows(request.POST.get("rows", "").encode(), name="journal.json", today=today())
    except UnreadableTable:
        say(request, _("Le tableau n’est pas arrivé entier. Choisissez le fichier à nouveau."))
        return redirect("journal:import")
    experience = queries.current_experience(on=today())
    added = import_rows(
        read.rows,
        at=timezone.now(),
        experience=experience if "in_current" in request.POST else None,
        confirmed="confirmed" in request.POST,
    )
    said = f"{counted(len(added), 'entrée ajoutée', 'entrées ajoutées')}."
    step = way_back(added, at=timezone.now()) if added else None
    undo = reverse("journal:undo", args=[step.pk]) if step else ""
    say(request, said, undo=undo)
    return redirect("journal:home")


def _asked(request: HttpRequest) -> dict[str, Any]:
    reader = request.GET.get("lecteur", "moi")
    place = request.GET.get("cadre", "")
    return {
        "reader": reader if reader in READERS else "moi",
        "experience": int(place) if place.isdecimal() and len(place) < 12 else None,
    }


def _rows(asked: dict[str, Any], *, limit: int | None = None) -> tuple[Row, ...]:
    filters = queries.Filters(experience=asked["experience"])
    return queries.table(filters, reader=cast(Reader, READERS[asked["reader"]]), limit=limit)


def _report(rows: tuple[Row, ...]) -> dict[str, Any]:
    there = set(Entry.objects.filter(deleted_at=None).values_list("date", "action"))
    fresh = [row for row in rows if (row.on, row.action) not in there]
    return {
        "read": len(rows),
        "fresh": len(fresh),
        "known": len(rows) - len(fresh),
        "sample": fresh[:SHOWN],
        "figures": sum(len(row.impacts) for row in fresh),
        "experience": queries.current_experience(on=today()),
    }


def _bring_page(request: HttpRequest, form: SheetForm) -> HttpResponse:
    return render(request, "journal/import.html", {"form": form}, status=422 if form.is_bound else 200)

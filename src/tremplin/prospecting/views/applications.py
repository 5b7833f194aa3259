"""Past applications: a file read, its report, its lines kept, taken back; and the same table out."""

import json
from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tremplin.journal.domain.sheets import Table, UnreadableTable, read_table
from tremplin.kit.messages import say
from tremplin.law.words import counted
from tremplin.prospecting.domain.applications import (
    HEADINGS,
    NAMES,
    STATES,
    columns_guessed,
    read_applications,
    statuses_of,
    write_applications,
)
from tremplin.prospecting.forms.applications import ApplicationFileForm
from tremplin.prospecting.models import ApplicationTable
from tremplin.prospecting.operations.applications import (
    bring_applications_again,
    import_applications,
    take_applications_back,
)
from tremplin.prospecting.queries import applications as queries

MOST_ROWS = 2_000
MOST_CARRIED = 2_000_000
MOST_STATUSES = 40
SHOWN = 100


@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: HttpRequest) -> HttpResponse:
    """Read a table and say what would be kept; nothing is written yet."""
    if "carried" in request.POST:
        return _again(request)
    form = ApplicationFileForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return _file_page(request, form)
    sent = form.cleaned_data["sheet"]
    try:
        table = read_table(sent.read(), name=sent.name)
    except UnreadableTable as refusal:
        form.add_error("sheet", str(refusal))
        return _file_page(request, form)
    if len(table.rows) > MOST_ROWS:
        form.add_error("sheet", _("Ce tableau dépasse 2 000 lignes. Coupez-le en deux fichiers."))
        return _file_page(request, form)
    return _report_page(request, table, sent.name, columns_guessed(table.headings), {})


@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """Give every application as a table that can be read again."""
    name = f"candidatures-{timezone.localdate():%Y-%m-%d}.csv"
    return HttpResponse(
        write_applications(queries.applications()),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@require_POST
def undo(request: HttpRequest, table_id: int) -> HttpResponse:
    """Take a whole import back, with a way to bring it again."""
    table = _table_at(table_id)
    stayed = take_applications_back(table, at=timezone.now())
    again = reverse("prospecting:import-again", args=[table_id])
    said = _("Import annulé. Vos cibles d’avant sont intactes.")
    if stayed:
        kept = counted(stayed, "cible importée reste", "cibles importées restent")
        said = _("Import annulé. %(kept)s\u00a0: vous y avez travaillé depuis.") % {"kept": kept}
    say(request, said, undo=again)
    return redirect("prospecting:import")


@require_POST
def again(request: HttpRequest, table_id: int) -> HttpResponse:
    """Bring back an import just undone."""
    bring_applications_again(_table_at(table_id))
    say(request, _("Import repris."))
    return redirect("prospecting:home")


def _again(request: HttpRequest) -> HttpResponse:
    """Read the carried table with the columns chosen; keep its lines when asked."""
    table, name = _carried(request.POST.get("carried", "")), request.POST.get("name", "")[:200]
    if table is None:
        say(request, _("Le tableau n’est pas arrivé entier. Choisissez le fichier à nouveau."))
        return redirect("prospecting:import")
    columns, told = _chosen(request.POST, len(table.headings)), _told(request.POST)
    if "keep" not in request.POST or "company" not in columns:
        return _report_page(request, table, name, columns, told)
    today = timezone.localdate()
    report = queries.report(*read_applications(table.rows, columns, today=today, told=told))
    if not report.fresh:
        return _report_page(request, table, name, columns, told)
    kept = import_applications(report.fresh, name=name, on=today, at=timezone.now())
    added = counted(len(report.fresh), "candidature ajoutée", "candidatures ajoutées")
    say(request, f"{added}.", undo=reverse("prospecting:import-undo", args=[kept.pk]))
    return redirect("prospecting:home")


def _file_page(request: HttpRequest, form: ApplicationFileForm) -> HttpResponse:
    context = {"form": form, "tables": queries.application_tables()}
    return render(request, "prospecting/import.html", context, status=422 if form.is_bound else 200)


def _report_page(
    request: HttpRequest, table: Table, name: str, columns: Mapping[str, int], told: Mapping[str, str]
) -> HttpResponse:
    applications, refused = read_applications(table.rows, columns, today=timezone.localdate(), told=told)
    has_company = "company" in columns
    report = queries.report(applications, refused) if has_company else queries.Report((), ())
    places = {place: key for key, place in columns.items()}
    context = {
        "name": name,
        "report": report,
        "has_company": has_company,
        "shown": report.lines[:SHOWN],
        "refused": report.refused[:SHOWN],
        "notes": table.notes,
        "carried": json.dumps({"headings": table.headings, "rows": table.rows}, ensure_ascii=False),
        "headings": [
            (at, one or _("sans titre"), places.get(at, "")) for at, one in enumerate(table.headings)
        ],
        "statuses": statuses_of(table.rows, columns, told=told)[:MOST_STATUSES],
        "states": STATES.items(),
        "names": [(name, HEADINGS[name]) for name in NAMES],
    }
    return render(request, "prospecting/import_report.html", context)


def _carried(text: str) -> Table | None:
    """Read back the table carried by the page; None when it did not arrive whole."""
    if len(text) > MOST_CARRIED:
        return None
    try:
        said = json.loads(text)
        headings = tuple(map(str, said["headings"]))
        rows = tuple((int(number), tuple(map(str, cells))) for number, cells in said["rows"])
    except (ValueError, TypeError, KeyError):
        return None
    return Table(headings, rows)


def _chosen(posted: Any, count: int) -> dict[str, int]:
    chosen: dict[str, int] = {}
    for place in range(count):
        name = posted.get(f"column-{place}", "")
        if name in NAMES:
            chosen.setdefault(name, place)
    return chosen


def _told(posted: Any) -> dict[str, str]:
    """Return the state chosen for each status, as the report page sends both."""
    told = {}
    for place in range(MOST_STATUSES):
        state = posted.get(f"state-{place}", "")
        if state in STATES:
            told[posted.get(f"status-{place}", "")] = state
    return told


def _table_at(table_id: int) -> ApplicationTable:
    found = queries.application_table(table_id)
    if found is None:
        raise Http404
    return found

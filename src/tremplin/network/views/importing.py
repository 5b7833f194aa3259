"""People from a file: a look first, then the import, then those who may be one person."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tremplin.accounts.queries import current_student
from tremplin.kit.messages import say
from tremplin.network.domain.circles import circles
from tremplin.network.faces import merge_suggestions
from tremplin.network.forms import ContactsForm
from tremplin.network.importing.bounds import LARGEST_FILE
from tremplin.network.importing.incoming import UnreadableContacts
from tremplin.network.kept_files import waiting_files
from tremplin.network.models import ImportBatch, Merge
from tremplin.network.operations.arriving import import_contacts, look_at_contacts, undo_import
from tremplin.network.operations.merging import forget_difference, merge_people, tell_apart, undo_merge
from tremplin.network.views.finding import person_at, status

SHOWN = 30
NAMED = 5


@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: HttpRequest) -> HttpResponse:
    """Read a file and say what it would bring; nothing is written yet."""
    form = ContactsForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data["contacts"]
        content, name = sent.read(), sent.name
        me, today = current_student().full_name, timezone.localdate()
        try:
            outcome = look_at_contacts(content, file_name=name, today=today, me=me)
        except UnreadableContacts as refusal:
            form.add_error("contacts", str(refusal))
        else:
            digest = waiting_files().keep_alone(content, most=LARGEST_FILE)
            context = {
                "outcome": outcome,
                "name": name,
                "digest": digest,
                "people": outcome.people[:SHOWN],
                "circles": circles().values(),
            }
            return render(request, "network/import_report.html", context)
    imports = ImportBatch.objects.filter(undone_at=None)[:SHOWN]
    return render(request, "network/import.html", {"form": form, "imports": imports}, status=status(form))


@require_POST
def bring_for_good(request: HttpRequest) -> HttpResponse:
    """Bring in the people of the file that waits."""
    content = waiting_files().take(request.POST.get("digest", ""))
    if content is None:
        say(request, _("Le fichier n’attend plus. Choisissez-le à nouveau."))
        return redirect("network:import")
    name = request.POST.get("name", "")[:200] or _("contacts")
    me, circle = current_student().full_name, request.POST.get("circle", "")
    outcome = import_contacts(content, file_name=name, at=timezone.now(), me=me, circle=circle)
    count = outcome.kept
    said = ngettext("%(count)d personne ajoutée.", "%(count)d personnes ajoutées.", count) % {"count": count}
    undo = reverse("network:import-undo", args=[outcome.batch.pk]) if outcome.batch else ""
    say(request, said, undo=undo)
    return redirect("network:merges" if merge_suggestions(most=1) else "network:home")


@require_POST
def undo(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Take back what a file brought."""
    batch = get_object_or_404(ImportBatch, pk=batch_id, undone_at=None)
    undone = undo_import(batch, at=timezone.now())
    count = undone.removed
    said = ngettext("%(count)d personne retirée.", "%(count)d personnes retirées.", count) % {"count": count}
    if undone.stayed:
        named = ", ".join(undone.stayed[:NAMED]) + ("…" if len(undone.stayed) > NAMED else "")
        said += " " + _("Restent, car vous vous en êtes servi\u00a0: %(names)s.") % {"names": named}
    say(request, said)
    return redirect("network:import")


@require_safe
def merges(request: HttpRequest) -> HttpResponse:
    """Show the pairs who may be one person, each with its reason."""
    return render(request, "network/merges.html", {"suggestions": merge_suggestions()})


@require_POST
def merge(request: HttpRequest, first_id: int, second_id: int) -> HttpResponse:
    """Make one person of two."""
    first, second = person_at(first_id), person_at(second_id)
    if first.pk != second.pk:
        kept = merge_people(first, second, at=timezone.now(), reason=request.POST.get("why", "")[:200])
        said = _("Une seule personne maintenant.")
        if count := kept.said_twice:
            both = ngettext(
                "%(count)d note des deux fiches parlait du même moment : celle de %(name)s reste, complétée.",
                "%(count)d notes des deux fiches parlaient des mêmes moments : celles de %(name)s restent, "
                "complétées.",
                count,
            )
            said = f"{said} {both % {'count': count, 'name': first}}"
        say(request, said, undo=reverse("network:merge-undo", args=[kept.pk]))
    return redirect("network:merges")


@require_POST
def unmerge(request: HttpRequest, merge_id: int) -> HttpResponse:
    """Make two people again."""
    found = get_object_or_404(Merge, pk=merge_id)
    is_merged_since = Merge.objects.filter(absorbed_id=found.kept_id, undone_at=None).exists()
    undo_merge(found, at=timezone.now())
    if is_merged_since and found.undone_at:
        say(request, _("De nouveau deux personnes. La fusion faite ensuite est défaite aussi."))
    else:
        say(request, _("De nouveau deux personnes."))
    return redirect("network:merges")


@require_POST
def apart(request: HttpRequest, first_id: int, second_id: int) -> HttpResponse:
    """Remember that two people alike are two."""
    first, second = person_at(first_id), person_at(second_id)
    if first.pk != second.pk:
        tell_apart(first, second, at=timezone.now())
        again = reverse("network:apart-undo", args=[first.pk, second.pk])
        say(request, _("Ce sont deux personnes, c’est noté."), undo=again)
    return redirect("network:merges")


@require_POST
def unsure(request: HttpRequest, first_id: int, second_id: int) -> HttpResponse:
    """Let two people be suggested again as one."""
    forget_difference(person_at(first_id), person_at(second_id))
    say(request, _("La question est reposée."))
    return redirect("network:merges")

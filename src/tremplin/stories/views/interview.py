"""The interview: the bank, one question and its practice, the days to come, the cheat sheet."""

from datetime import datetime, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tremplin.documents.cheat_sheet import cheat_sheet_to_pdf
from tremplin.kit.messages import say
from tremplin.kit.revisions import StaleRevision, conflict
from tremplin.stories import sheets
from tremplin.stories.domain.fitting import Tale, best, missing
from tremplin.stories.domain.practice import GRADES, Grade, returns, title
from tremplin.stories.domain.questions import GROUPS, Question, bank, grouped
from tremplin.stories.forms.interview import AnswerForm, InterviewForm, PracticeForm
from tremplin.stories.models import Answer, Interview
from tremplin.stories.operations import interview as operations
from tremplin.stories.queries import interview as queries

MOST_DUE = 5
MOST_PRACTICES = 5


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show what is due, the days to come, and every question with the story that answers it."""
    now = timezone.localtime()
    tales = queries.tales()
    standing = queries.standing(now=now, tales=tales)
    context = {
        "title": title(
            due_count=len(standing.due),
            known=standing.known,
            uncovered=len(standing.uncovered),
            total=len(bank()),
        ),
        "standing": standing,
        "due": standing.due[:MOST_DUE],
        "more_due": max(len(standing.due) - MOST_DUE, 0),
        "interviews": [
            (one, sheets.title(one, on=now.date())) for one in queries.interviews().filter(on__gte=now.date())
        ],
        "groups": _groups(standing, tales, now),
        "has_stories": bool(tales),
    }
    return render(request, "stories/interview.html", context)


def _groups(standing: queries.Standing, tales: tuple[Tale, ...], now: datetime) -> list[tuple[object, ...]]:
    """Return the questions by group, each with its story, and how many of each were practised."""
    kept = queries.answers()
    return [
        (
            group,
            name,
            [_line(one, standing, _first(one, tales, kept.get(one.key)), now) for one in questions],
            sum(one.key in standing.memories for one in questions),
        )
        for group, name, questions in grouped()
    ]


def _first(asked: Question, tales: tuple[Tale, ...], kept: Answer | None) -> str:
    """Return the title of the story to tell: the one chosen, else the one that fits best."""
    chosen = (one.title for one in tales if kept is not None and one.name == kept.told)
    fits = (fit.tale.title for fit in best(asked, tales, most=1))
    return next(chosen, "") or next(fits, "")


def _line(asked: Question, standing: queries.Standing, first: str, now: datetime) -> dict[str, object]:
    """Say of one question: the story to tell, and when it comes back."""
    memory = standing.memories.get(asked.key)
    return {
        "question": asked,
        "story": first,
        "is_uncovered": asked.key in standing.uncovered,
        "returns": returns(memory, now=now) if memory else "",
        "is_due": memory is not None and memory.due_at <= now,
    }


@require_safe
def following(request: HttpRequest) -> HttpResponse:
    """Go to the question to practise now: the longest due, else the first never practised."""
    standing = queries.standing(now=timezone.localtime())
    fresh = (one for one in bank().values() if one.key not in standing.memories)
    found = next(iter(standing.due), None) or next(fresh, None)
    if found is None:
        say(request, _("Toutes les questions sont travaillées. Rien à revoir pour l’instant."))
        return redirect("stories:interview")
    return redirect("stories:question", found.key)


@require_safe
def question(request: HttpRequest, key: str) -> HttpResponse:
    """Show one question, how to answer it, and practise it."""
    return _question_page(request, _question_at(key))


@require_POST
def practise(request: HttpRequest, key: str) -> HttpResponse:
    """Judge an answer given aloud, then go to the next question."""
    asked = _question_at(key)
    form = PracticeForm(request.POST)
    if not form.is_valid():
        return _question_page(request, asked, practice=form)
    now = timezone.localtime()
    coming = queries.next_interview(on=now.date())
    done = operations.record_practice(
        asked.key,
        grade=form.cleaned_data["grade"],
        at=now,
        interview_on=coming.on if coming else None,
        seconds=form.seconds(now=now.timestamp()),
        remark=form.cleaned_data["remark"],
    )
    said = _("Noté. Cette question revient %(when)s.") % {"when": returns(done.memory, now=now)}
    say(request, said, undo=reverse("stories:practice-remove", args=[done.pk]))
    return redirect("stories:practice-next")


@require_POST
def practice_remove(request: HttpRequest, practice_id: int) -> HttpResponse:
    """Count a practice for nothing."""
    return _set_practice_aside(request, practice_id, is_removed=True)


@require_POST
def practice_restore(request: HttpRequest, practice_id: int) -> HttpResponse:
    """Count a practice again."""
    return _set_practice_aside(request, practice_id, is_removed=False)


def _set_practice_aside(request: HttpRequest, practice_id: int, *, is_removed: bool) -> HttpResponse:
    found = queries.practice_row(practice_id)
    if found is None or found.question not in bank():
        raise Http404
    operations.set_practice_aside(found, at=timezone.now() if is_removed else None)
    undo = reverse("stories:practice-restore", args=[found.pk]) if is_removed else ""
    say(request, _("Passage retiré.") if is_removed else _("Passage rétabli."), undo=undo)
    return redirect("stories:question", found.question)


@require_POST
def answer(request: HttpRequest, key: str) -> HttpResponse:
    """Save what is prepared for a question."""
    asked = _question_at(key)
    form = _answer_form(asked, request)
    if not form.is_valid():
        return _question_page(request, asked, prepared=form)
    try:
        operations.prepare_answer(asked.key, revision=form.cleaned_data["revision"], **form.said())
    except StaleRevision as stale:
        back = reverse("stories:question", args=[asked.key])
        kept = {**stale.values, "story": stale.kept.told if isinstance(stale.kept, Answer) else ""}
        return conflict(request, form=form, kept=kept, revision=stale.revision, back=back)
    say(request, _("Réponse gardée."))
    return redirect(f"{reverse('stories:question', args=[asked.key])}#h-mots")


def _question_page(
    request: HttpRequest,
    asked: Question,
    *,
    practice: PracticeForm | None = None,
    prepared: AnswerForm | None = None,
) -> HttpResponse:
    now = timezone.localtime()
    tales = queries.tales()
    kept = queries.answer_to(asked.key)
    fits = best(asked, tales)
    chosen = next((one for one in tales if kept and one.name == kept.told), None)
    shown = chosen or (fits[0].tale if fits else None)
    is_timed = "chrono" in request.GET
    memory = queries.memory_of(asked.key)
    context = {
        "question": asked,
        "group": GROUPS[asked.group],
        "steps": _sentences(asked.build),
        "others": [fit for fit in fits if fit.tale != shown],
        "missing": missing(asked, tales),
        "told": queries.aloud(shown) if shown else None,
        "is_chosen": chosen is not None,
        "until": now + timedelta(seconds=asked.seconds) if is_timed else None,
        "practice": practice or PracticeForm(initial={"started": int(now.timestamp()) if is_timed else None}),
        "prepared": prepared or _answer_form(asked),
        "practices": [
            (row, GRADES[Grade(row.grade)][0]) for row in queries.practices(asked.key)[:MOST_PRACTICES]
        ],
        "returns": returns(memory, now=now) if memory else "",
    }
    return render(request, "stories/question.html", context, status=422 if practice or prepared else 200)


def _answer_form(asked: Question, request: HttpRequest | None = None) -> AnswerForm:
    """Return the form of an answer, the stories that fit offered first."""
    tales = queries.tales()
    first = [fit.tale for fit in best(asked, tales, most=len(tales))]
    offered = sorted(tales, key=lambda one: first.index(one) if one in first else len(first))
    kept = queries.answer_to(asked.key)
    initial = {
        "revision": kept.revision if kept else 0,
        "story": kept.told if kept else "",
        "words": kept.words if kept else "",
    }
    stories = [(one.name, one.title) for one in offered]
    return AnswerForm(request.POST if request else None, stories=stories, initial=initial)


def _sentences(text: str) -> list[str]:
    return [f"{one.rstrip('.')}." if not one.endswith("»") else one for one in text.split(". ") if one]


def _question_at(key: str) -> Question:
    found = bank().get(key)
    if found is None:
        raise Http404
    return found


# --- the days to come


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Keep the day of an interview."""
    form = InterviewForm(request.POST if request.method == "POST" else None, initial={"revision": 0})
    if form.is_valid():
        found = operations.add_interview(facts=form.said())
        say(request, _("Entretien ajouté. Les questions reviendront avant ce jour."))
        return redirect("stories:interview-day", found.pk)
    context = {"form": form, "interview": None}
    return render(request, "stories/interview_edit.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, interview_id: int) -> HttpResponse:
    """Change what is known of an interview."""
    found = _interview_at(interview_id)
    initial = {name: getattr(found, name) for name in InterviewForm.base_fields}
    form = InterviewForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        try:
            operations.change_interview(found, revision=form.cleaned_data["revision"], changes=form.said())
        except StaleRevision as stale:
            back = reverse("stories:interview-day", args=[found.pk])
            return conflict(request, form=form, kept=stale.values, revision=stale.revision, back=back)
        say(request, _("Enregistré."))
        return redirect("stories:interview-day", found.pk)
    context = {"form": form, "interview": found}
    return render(request, "stories/interview_edit.html", context, status=422 if form.is_bound else 200)


@require_safe
def day(request: HttpRequest, interview_id: int) -> HttpResponse:
    """Show what the cheat sheet of an interview says, and what is left out of it."""
    found = _interview_at(interview_id)
    now = timezone.localtime()
    ready = sheets.prepared(found, on=now.date())
    standing = queries.standing(now=now)
    context = {
        "interview": found,
        "sheet": ready.sheet,
        "left_out": ready.left_out,
        "due": standing.due,
        "is_past": found.on < now.date(),
    }
    return render(request, "stories/interview_day.html", context)


@require_safe
def cheat_sheet(request: HttpRequest, interview_id: int) -> HttpResponse:
    """Print the cheat sheet, on one page."""
    found = _interview_at(interview_id)
    sheet = sheets.prepared(found, on=timezone.localdate()).sheet
    response = HttpResponse(cheat_sheet_to_pdf(sheet), content_type="application/pdf")
    name = slugify(f"entretien {found.employer}")[:100]
    response["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return response


@require_POST
def remove(request: HttpRequest, interview_id: int) -> HttpResponse:
    """Take an interview out of sight."""
    found = _interview_at(interview_id)
    operations.set_interview_aside(found, at=timezone.now())
    say(request, _("Entretien retiré."), undo=reverse("stories:interview-restore", args=[found.pk]))
    return redirect("stories:interview")


@require_POST
def restore(request: HttpRequest, interview_id: int) -> HttpResponse:
    """Bring an interview back."""
    found = _interview_at(interview_id, removed=True)
    operations.set_interview_aside(found, at=None)
    say(request, _("Entretien rétabli."))
    return redirect("stories:interview-day", found.pk)


def _interview_at(key: int, *, removed: bool = False) -> Interview:
    found = queries.interview(key, removed=removed)
    if found is None:
        raise Http404
    return found

"""Two tabs, one row: a save made from an old version is refused and both texts are shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django import forms
from django.db import models
from django.forms.models import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _


class Revised(models.Model):
    """A row whose revision grows by one at each save."""

    revision = models.PositiveIntegerField(_("révision"), default=1, editable=False)

    class Meta:
        """Only its children have tables."""

        abstract = True


RevisedRow = TypeVar("RevisedRow", bound=Revised)


class StaleRevision(Exception):
    """The row changed, or went, since the form was made; `kept` is the row as it is now."""

    def __init__(self, kept: Revised | None) -> None:
        """Keep the row as it is now; None when it was erased."""
        super().__init__("the row changed since the form was made")
        self.kept = kept

    @property
    def revision(self) -> int:
        """The revision saved now; 0 when the row was erased."""
        return self.kept.revision if self.kept else 0

    @property
    def values(self) -> dict[str, Any]:
        """What is saved now, by field name; empty when the row was erased."""
        return model_to_dict(self.kept) if self.kept else {}


def save_revision(row: RevisedRow, *, revision: int, changes: Mapping[str, Any]) -> RevisedRow:
    """Write `changes` if nobody saved the row since `revision`.

    Args:
        row: the row to change; only its class and key are used.
        revision: the revision the student's form was made from.
        changes: new values by field name.

    Returns:
        The row as saved, one revision further.

    Raises:
        StaleRevision: the row is at another revision, or was erased.
    """
    rows = type(row)._default_manager
    written = rows.filter(pk=row.pk, revision=revision).update(**changes, revision=revision + 1)
    kept = rows.filter(pk=row.pk).first()
    if not written or kept is None:
        raise StaleRevision(kept)
    return kept


class RevisedForm(forms.Form):
    """A form that carries the revision it was made from."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


@dataclass(frozen=True)
class Difference:
    """One field that the student typed and that was saved differently meanwhile."""

    label: str
    mine: str
    kept: str


def conflict(
    request: HttpRequest, *, form: RevisedForm, kept: Mapping[str, Any], revision: int, back: str
) -> HttpResponse:
    """Refuse a stale save with both texts; nothing typed is lost and it works without script.

    Args:
        request: the refused post; the form is shown again and posts to the same address.
        form: the bound form, as typed.
        kept: what is saved now, by field name; empty if it was erased.
        revision: the revision saved now; saving again from the page shown replaces it.
        back: the address of the page that shows what is saved.

    Returns:
        A page with status 409; htmx puts it in place of the whole sheet.
    """
    compared = differences(form, kept)
    typed = request.POST.copy()
    typed[form.add_prefix("revision")] = str(revision)
    form.data = typed
    context = {"form": form, "differences": compared, "back": back}
    response = render(request, "kit/conflict.html", context, status=409)
    response["HX-Retarget"] = response["HX-Reselect"] = "#contenu"
    response["HX-Reswap"] = "outerHTML"
    return response


def differences(form: RevisedForm, kept: Mapping[str, Any]) -> Sequence[Difference]:
    """List the fields whose typed text is not the kept one.

    Args:
        form: the bound form, as typed.
        kept: what is saved now, by field name; other fields are left out.

    Returns:
        One entry per visible field that differs, in the order of the form.
    """
    compared = []
    for field in form.visible_fields():
        if field.name not in kept:
            continue
        mine = _shown(field.field, field.value())
        theirs = _shown(field.field, field.field.prepare_value(kept[field.name]))
        if mine != theirs:
            compared.append(Difference(str(field.label), mine, theirs))
    return compared


def _shown(field: forms.Field, value: Any) -> str:
    """Write a value as the student reads it: yes or no, the label of a choice, a date."""
    if isinstance(value, bool):
        return str(_("oui") if value else _("non"))
    choices = getattr(field, "choices", None)
    if choices is not None:
        labels = {str(key): str(label) for key, label in choices}
        several = value if isinstance(value, list | tuple) else [value]
        return ", ".join(labels.get(key := "" if one is None else str(one), key) for one in several)
    formatted = field.widget.format_value(value)
    return "" if formatted is None else str(formatted)

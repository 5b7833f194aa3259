"""What is typed and chosen for a CV."""

import json
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from tremplin.kit.revisions import RevisedForm
from tremplin.stories.cv.choosing import best_lines
from tremplin.stories.cv.parts import Choice, ChosenLine, ChosenPart, Part, parts_from_json
from tremplin.stories.models import CvDesign, NotePlace
from tremplin.stories.models.cv import LONGEST_LINE, LONGEST_OFFER

LONGEST_TITLE = 120
LARGEST_CV = 8_000_000
LARGEST_PHOTO = 12_000_000
COLUMNS = ("name", "email", "place", "link", "design", "with_photo", "with_figures", "offer")


def _short(label: Any, *, most: int, required: bool = False, hint: Any = "") -> forms.CharField:
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(label=label, max_length=most, required=required, help_text=hint, widget=widget)


def _long(label: Any, *, most: int, rows: int, hint: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=most, required=False, help_text=hint, widget=widget)


class StartForm(forms.Form):
    """For whom a new version is."""

    name = _short(
        _("Nom de cette version"), most=80, hint=_("Pour vous seul\u00a0: «\u00a0Logistique, été\u00a0».")
    )
    target = forms.TypedChoiceField(
        label=_("Une cible de Trouver"), required=False, coerce=int, empty_value=None, choices=()
    )
    offer = _long(_("Le texte de l’offre, si vous l’avez"), most=LONGEST_OFFER, rows=5)

    def __init__(self, *args: Any, targets: Iterable[tuple[int, str]], **options: Any) -> None:
        """Offer the targets of today."""
        super().__init__(*args, **options)
        _offer(self.fields["target"], targets)


class CvForm(RevisedForm):
    """The texts of a version; what it keeps is read beside, from the ticks of the page."""

    name = _short(_("Nom de cette version"), most=80, required=True)
    headline = _short(
        _("Le titre"),
        most=120,
        hint=_(
            "Ce que vous cherchez, et quand\u00a0: «\u00a0Stage de 6 mois en logistique, dès mars\u00a0»."
        ),
    )
    summary = _long(_("La présentation"), most=600, rows=3, hint=_("Deux phrases, ou rien."))
    target = forms.TypedChoiceField(
        label=_("Pour qui"), required=False, coerce=int, empty_value=None, choices=()
    )
    offer = _long(
        _("Le texte de l’offre"),
        most=LONGEST_OFFER,
        rows=4,
        hint=_("Collez-le\u00a0: vous verrez ses mots déjà dits, et ceux qui manquent."),
    )
    email = forms.CharField(
        label=_("Adresse e-mail"),
        max_length=120,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    place = _short(_("Ville"), most=80)
    link = _short(_("Un lien"), most=200, hint=_("Profil LinkedIn, site, portfolio."))
    design = forms.ChoiceField(label=_("Allure de la page"), choices=CvDesign.choices)
    with_photo = forms.BooleanField(label=_("Avec ma photo"), required=False)
    with_figures = forms.BooleanField(
        label=_("Chiffres en grand, en haut"),
        required=False,
        help_text=_("Ceux de vos lignes qui prouvent un avant et un après. Sans eux, rien ne s’ajoute."),
    )
    kept = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, targets: Iterable[tuple[int, str]], **options: Any) -> None:
        """Offer the targets of today."""
        super().__init__(*args, **options)
        _offer(self.fields["target"], targets)

    def clean_kept(self) -> str:
        """Refuse a carried choice that does not read: saved as empty, it would lose every line."""
        kept: str = self.cleaned_data["kept"]
        if kept and carried_parts(kept) is None:
            raise forms.ValidationError(
                _("Le choix des lignes n’a pas pu être relu. Revenez à la page du CV, puis recommencez."),
                code="kept",
            )
        return kept

    def typed(self) -> dict[str, Any]:
        """Return what was typed, for a page shown before it is saved: what is wrong is shown as typed."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, self._as_typed(name)) for name in self.fields}

    def _as_typed(self, name: str) -> Any:
        is_text = type(self.fields[name]) is forms.CharField
        return composed(self.data.get(name, "")) if is_text else self.fields[name].initial

    def clean(self) -> dict[str, Any]:
        """Compose accents: « e » and its accent apart are one letter, as a page shows it."""
        typed = super().clean() or self.cleaned_data
        return {name: composed(value) for name, value in typed.items()}


def columns(typed: Mapping[str, Any]) -> dict[str, Any]:
    """Return what goes in the columns of a version; what it keeps aside."""
    return {**{name: typed[name] for name in COLUMNS}, "target_id": typed["target"]}


def chosen(data: QueryDict, typed: Mapping[str, Any], parts: Iterable[Part]) -> Choice:
    """Return what a page ticks, in the order it shows it.

    Args:
        data: the post.
        typed: the texts of the form.
        parts: everything that may go on the CV today.

    Returns:
        The choice; a line newly ticked takes its own words, an experience newly ticked its best lines.
    """
    if typed["kept"]:
        return Choice(typed["headline"], typed["summary"], carried_parts(typed["kept"]) or ())
    by_key = {one.key: one for one in parts}
    ticked = (by_key[key] for key in dict.fromkeys(data.getlist("parts")) if key in by_key)
    return Choice(typed["headline"], typed["summary"], tuple(_ticked(data, part) for part in ticked))


def _ticked(data: QueryDict, part: Part) -> ChosenPart:
    """Return a part as the page ticks it; one without any field of its own was just taken."""
    order = {key: rank for rank, key in enumerate(data.getlist("lines"))}
    options = sorted((one for one in part.options if one.key in order), key=lambda one: order[one.key])
    if part.is_post and not options and f"title:{part.key}" not in data:
        return ChosenPart(part.key, best_lines(part))
    lines = tuple(ChosenLine(one.key, _words(data, one.key, one.says)) for one in options)
    title = " ".join(composed(data.get(f"title:{part.key}", "")).split())[:LONGEST_TITLE]
    return ChosenPart(part.key, lines, "" if title == part.name else title)


def carried(choice: Choice) -> str:
    """Return what a choice keeps as a hidden field carries it."""
    return json.dumps(choice.as_json(), ensure_ascii=False)


def carried_parts(kept: str) -> tuple[ChosenPart, ...] | None:
    """Return the parts a hidden field carries; None when it does not read."""
    try:
        read = json.loads(kept)
        return parts_from_json(read) if isinstance(read, list) else None
    except (ValueError, TypeError, IndexError, RecursionError):
        return None


def _words(data: QueryDict, key: str, says: str) -> str:
    """Return the words typed for a line; a page that shows no field for it keeps its own words."""
    typed = data.get(f"text:{key}")
    return says if typed is None else " ".join(composed(typed).split(" "))[:LONGEST_LINE]


class NoteForm(RevisedForm):
    """A line written by hand; it always says where it comes from."""

    place = forms.ChoiceField(label=_("C’est"), choices=NotePlace.choices)
    experience = forms.TypedChoiceField(
        label=_("Sous quelle expérience"), required=False, coerce=int, empty_value=None, choices=()
    )
    says = _short(
        _("Texte"),
        most=LONGEST_LINE,
        required=True,
        hint=_("Le diplôme, la langue, la compétence, ou la ligne elle-même."),
    )
    detail = _short(_("Précision"), most=160, hint=_("École, niveau, organisme. Facultatif."))
    since = _short(_("Depuis"), most=10, hint=_("Une année, ou un mois\u00a0: 2023, 09/2023."))
    until = _short(_("Jusqu’à"), most=10, hint=_("Vide si cela dure encore."))
    source = _short(
        _("D’où cela vient"),
        most=160,
        required=True,
        hint=_(
            "Ce que vous montreriez\u00a0: «\u00a0attestation du TOEIC\u00a0», «\u00a0relevé de notes\u00a0»."
        ),
    )

    def __init__(self, *args: Any, experiences: Iterable[tuple[int, str]], **options: Any) -> None:
        """Offer the experiences of today."""
        super().__init__(*args, **options)
        _offer(self.fields["experience"], experiences)

    def clean_since(self) -> str:
        """Keep a year or a month as the résumé writes them."""
        return _when(self.cleaned_data["since"])

    def clean_until(self) -> str:
        """Keep a year or a month as the résumé writes them."""
        return _when(self.cleaned_data["until"])

    def clean(self) -> dict[str, Any]:
        """Ask for the experience a line belongs to."""
        typed = super().clean() or self.cleaned_data
        if typed.get("place") == NotePlace.LINE and not typed.get("experience"):
            self.add_error("experience", _("Choisissez l’expérience sous laquelle cette ligne se range."))
        return {name: composed(value) for name, value in typed.items()}


def _when(typed: str) -> str:
    """Read « 2023 », « 09/2023 » or « 2023-09 »."""
    if not typed:
        return ""
    parts = typed.replace("-", "/").split("/")
    if len(parts) == 2 and len(parts[1]) == 4:
        parts.reverse()
    year = parts[0]
    month = parts[1] if len(parts) == 2 else "1"
    is_date = len(parts) <= 2 and year.isdecimal() and month.isdecimal()
    if not is_date or not 1940 <= int(year) <= 2100 or not 1 <= int(month) <= 12:
        raise forms.ValidationError(_("Écrivez une année ou un mois, comme 2023 ou 09/2023."), code="when")
    return year if len(parts) == 1 else f"{year}-{int(month):02}"


class CvFileForm(forms.Form):
    """A CV kept elsewhere."""

    file = forms.FileField(
        label=_("Votre fichier"),
        help_text=_("JSON Resume, Europass (XML ou PDF), LinkedIn (PDF ou archive ZIP), RenderCV (YAML)."),
        error_messages={
            "required": _("Choisissez un fichier."),
            "empty": _("Ce fichier est vide. Exportez de nouveau votre CV."),
        },
    )

    def clean_file(self) -> Any:
        """Refuse what is too large before it is read."""
        return _light(self.cleaned_data["file"], LARGEST_CV)


class PhotoForm(forms.Form):
    """A photo for the CV."""

    photo = forms.FileField(
        label=_("Votre photo"),
        help_text=_("JPEG, PNG ou WebP. Elle est recopiée sans le lieu ni l’appareil, et reste ici."),
        error_messages={"required": _("Choisissez une photo."), "empty": _("Ce fichier est vide.")},
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )

    def clean_photo(self) -> Any:
        """Refuse what is too large before it is read."""
        return _light(self.cleaned_data["photo"], LARGEST_PHOTO)


def _light(sent: Any, most: int) -> Any:
    if sent.size > most:
        message = _("Ce fichier pèse plus de %(most)s Mo. Choisissez-en un plus léger.")
        raise forms.ValidationError(message, code="large", params={"most": most // 1_000_000})
    return sent


def _offer(field: forms.Field, choices: Iterable[tuple[int, str]]) -> None:
    if isinstance(field, forms.ChoiceField):
        field.choices = [
            ("", _("personne pour l’instant") if field.label == _("Pour qui") else "…"),
            *choices,
        ]


def composed(value: Any) -> Any:
    """Compose the accents of a text; anything else is left as it is."""
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value

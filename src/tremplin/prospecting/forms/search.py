"""What is asked to find companies, and to import the register they are found in."""

from pathlib import Path
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tremplin.companies.activities import activities_named
from tremplin.companies.company import Query, dotted
from tremplin.kit.forms import NumberField
from tremplin.prospecting.forms.fields import short_field

BANDS = {
    "0-9": (_("moins de 10"), ("00", "01", "02", "03")),
    "10-49": (_("10 à 49"), ("11", "12")),
    "50-249": (_("50 à 249"), ("21", "22", "31")),
    "250": (_("250 ou plus"), ("32", "41", "42", "51", "52", "53")),
    "NN": (_("non communiqué"), ("NN",)),
}
MOST_KM = 300
MOST_SHOWN = 100
MOST_OFFERED = 12
OLDEST = 150
NOTHING_THERE = _("Rien à cet endroit. Vérifiez le chemin, lettre par lettre.")


def _age(label: Any) -> NumberField:
    return NumberField(label=label, required=False, min_value=0, max_value=OLDEST, decimal_places=0)


class SearchForm(forms.Form):
    """Criteria of a search; all of them are optional, one is enough."""

    activity = short_field(
        _("Activité"), hint=_("Un mot, comme meubles ou logiciels, ou un code NAF."), most=200
    )
    codes = forms.MultipleChoiceField(
        label=_("Activités choisies"), required=False, widget=forms.CheckboxSelectMultiple
    )
    words = short_field(_("Mots du nom"), hint=_("Ou un SIREN, un SIRET."), most=200)
    place = short_field(_("Autour de"), hint=_("Une commune."), most=120)
    km = NumberField(label=_("Distance, en km"), required=False, min_value=1, max_value=MOST_KM)
    bands = forms.MultipleChoiceField(
        label=_("Effectif"),
        required=False,
        choices=[(key, label) for key, (label, _codes) in BANDS.items()],
        widget=forms.CheckboxSelectMultiple,
    )
    youngest = _age(_("Créée il y a au moins, en années"))
    oldest = _age(_("Créée il y a au plus, en années"))
    without = short_field(_("Sans ces mots dans le nom"), hint=_("Séparés par des virgules."), most=200)
    source = forms.ChoiceField(label=_("Où chercher"), required=False)

    def __init__(self, *args: Any, sources: list[tuple[str, str]], **options: Any) -> None:
        """Offer the sources that can be asked, and the activities already chosen."""
        super().__init__(*args, **options)
        self.fields["source"].choices = sources  # type: ignore[attr-defined]
        chosen = self.data.getlist("codes") if hasattr(self.data, "getlist") else []
        offered = {code: label for code, label in activities_named("", limit=None) if code in chosen}
        self.fields["codes"].choices = list(offered.items())  # type: ignore[attr-defined]

    @property
    def offered(self) -> tuple[tuple[str, str], ...]:
        """Activities whose wording holds the words typed, those already chosen left out."""
        typed = self["activity"].value() or ""
        if not typed.strip() or _is_code(typed):
            return ()
        chosen = dict(self.fields["codes"].choices)  # type: ignore[attr-defined]
        return tuple(pair for pair in activities_named(typed, limit=MOST_OFFERED) if pair[0] not in chosen)

    def clean(self) -> dict[str, Any]:
        """Refuse a distance without a place, ages the wrong way round, words no activity bears."""
        cleaned = super().clean() or {}
        typed = cleaned.get("activity", "").strip()
        if typed and not _is_code(typed) and not activities_named(typed, limit=1):
            said = _(
                "Aucune activité officielle ne porte ces mots. Essayez un mot plus simple, au singulier."
            )
            self.add_error("activity", said)
        if cleaned.get("km") and not cleaned.get("place"):
            self.add_error("place", _("Une distance part d’une commune. Écrivez laquelle."))
        young, old = cleaned.get("youngest"), cleaned.get("oldest")
        if young is not None and old is not None and young > old:
            self.add_error("oldest", _("Cet âge est plus petit que l’autre. Inversez-les."))
        return cleaned

    @property
    def activities(self) -> tuple[str, ...]:
        """Codes asked for: those chosen, else the one typed, else all those the words typed name."""
        typed, chosen = self.cleaned_data["activity"].strip(), tuple(self.cleaned_data["codes"])
        if chosen or not typed:
            return chosen
        if _is_code(typed):
            return (dotted(typed),)
        return tuple(code for code, _label in activities_named(typed, limit=None))

    def query(self, *, without_sirens: tuple[str, ...]) -> Query:
        """Return the question."""
        asked = self.cleaned_data
        return Query(
            words=asked["words"],
            activities=self.activities,
            headcounts=tuple(code for band in asked["bands"] for code in BANDS[band][1]),
            youngest=_whole(asked["youngest"]),
            oldest=_whole(asked["oldest"]),
            commune=asked["place"],
            km=float(asked["km"]) if asked["km"] else None,
            without_words=tuple(word.strip() for word in asked["without"].split(",") if word.strip()),
            without_sirens=without_sirens,
            limit=MOST_SHOWN,
        )

    @property
    def asks_something(self) -> bool:
        """Whether one criterion at least narrows the search."""
        return bool(self.activities or self.cleaned_data["words"] or self.cleaned_data["place"])


class ImportForm(forms.Form):
    """Where the official files are."""

    path = short_field(
        _("Dossier ou fichier"),
        most=1000,
        hint=_("Le chemin du dossier où vous les avez téléchargés."),
    )

    def clean_path(self) -> Path | None:
        """Refuse what is not there."""
        typed = self.cleaned_data["path"].strip().strip("\"'")
        if not typed:
            return None
        try:
            path = Path(typed).expanduser()
            is_there = path.exists()
        except (OSError, RuntimeError, ValueError):  # a name too long, no such user, a character refused
            raise ValidationError(NOTHING_THERE) from None
        if not path.is_absolute():
            raise ValidationError(_("Écrivez le chemin complet, depuis la racine du disque."))
        if not is_there:
            raise ValidationError(NOTHING_THERE)
        return path


def _is_code(typed: str) -> bool:
    return bool(typed.strip()) and typed.strip()[:2].isdecimal()


def _whole(value: Any) -> int | None:
    return None if value is None else int(value)

"""What is asked to bring past applications in."""

from django import forms
from django.utils.translation import gettext_lazy as _

MOST_BYTES = 1_000_000


class ApplicationFileForm(forms.Form):
    """A table of applications."""

    sheet = forms.FileField(
        label=_("Tableau de vos candidatures"),
        help_text=_("CSV ou XLSX, 1 Mo au plus. Le fichier reste sur votre ordinateur."),
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx"}),
    )

    def clean_sheet(self) -> object:
        """Refuse a file too large for a list of applications."""
        sheet = self.cleaned_data["sheet"]
        if sheet.size > MOST_BYTES:
            raise forms.ValidationError(_("Ce fichier dépasse 1 Mo. Gardez seulement vos candidatures."))
        return sheet

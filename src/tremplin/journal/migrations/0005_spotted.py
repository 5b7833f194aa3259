from typing import Any

from django.db import migrations, models

from tremplin.evidence.proposals import proposals


def count_spotted(apps: Any, schema_editor: Any) -> None:
    for entry in apps.get_model("journal", "Entry").objects.only("pk", "action").iterator(500):
        if found := len(proposals(entry.action)):
            type(entry).objects.filter(pk=entry.pk).update(spotted=found)


class Migration(migrations.Migration):

    dependencies = [
        ('journal', '0004_removals'),
    ]

    operations = [
        migrations.AddField(
            model_name='entry',
            name='spotted',
            field=models.PositiveSmallIntegerField(default=0, editable=False, verbose_name='chiffres repérés dans le texte'),
        ),
        migrations.RunPython(count_spotted, migrations.RunPython.noop),
    ]

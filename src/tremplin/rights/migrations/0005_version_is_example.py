from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("rights", "0004_simulation_changed_at"),
    ]

    operations = [
        migrations.AddField(
            model_name="version",
            name="is_example",
            field=models.BooleanField(default=False, verbose_name="convention inventée"),
        ),
    ]

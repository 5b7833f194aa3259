from django.db import migrations

CREATE = """
CREATE VIRTUAL TABLE journal_words USING fts5(
    words, tokenize = 'unicode61 remove_diacritics 2', prefix = '3'
)
"""


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]

    operations = [migrations.RunSQL(CREATE, "DROP TABLE journal_words")]

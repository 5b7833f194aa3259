"""A new database, made at once in its present shape instead of through every past one."""

from django.apps import apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.operations import RunSQL
from django.db.migrations.state import ProjectState

PAST = ProjectState()


def create_tables() -> None:
    """Make every table of an empty database, and note its migrations as applied, in one transaction.

    Replaying the migrations gives the same database, ten times slower: the tests compare the two.
    Statements that migrations run themselves are run; code that changes rows has none to change.
    """
    executor = MigrationExecutor(connection)
    graph = executor.loader.graph
    plan = [migration for migration, _ in executor.migration_plan(graph.leaf_nodes(), clean_start=True)]
    with connection.schema_editor(atomic=True) as editor:
        editor.create_model(executor.recorder.Migration)
        for model in apps.get_models():
            if model._meta.managed and not model._meta.proxy:
                editor.create_model(model)
        for migration in plan:
            for operation in migration.operations:
                if isinstance(operation, RunSQL):
                    operation.database_forwards(migration.app_label, editor, PAST, PAST)
            executor.recorder.record_applied(migration.app_label, migration.name)

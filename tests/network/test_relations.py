"""Whoever is named anywhere, in any room: the row follows a merge, and stays when an import is undone."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import connection, models

from tremplin.network.models import DistinctPair, ImportBatch, Merge, Organization, Person
from tremplin.network.operations import (
    find_or_add_person,
    forget_person,
    import_contacts,
    merge_people,
    undo_import,
    undo_merge,
)

AT = datetime(2026, 11, 29, 12, tzinfo=UTC)
CARD = b"BEGIN:VCARD\nVERSION:3.0\nFN:Karim Vidal\nN:Vidal;Karim;;;\nORG:Solstice\nEND:VCARD\n"
OF_MERGES = (Merge, DistinctPair)


def keys_to(model: type[models.Model]) -> list[Any]:
    """List every foreign key of every table to a model, found from the tables and not from the model."""
    return [
        field
        for table in apps.get_models(include_auto_created=True)
        for field in table._meta.concrete_fields
        if field.is_relation and field.related_model is model and table not in OF_MERGES
    ]


def filled(field: Any, given: dict[str, Any]) -> Any:
    """Give a cell of a row a value that its table accepts."""
    if isinstance(field, models.ForeignKey):
        return row_of(field.related_model)
    if isinstance(field, models.CharField | models.TextField):
        return given.get(field.name, str(uuid4())[: min(field.max_length or 36, 36)])
    if isinstance(field, models.DateTimeField):
        return AT
    if isinstance(field, models.DateField):
        return AT.date()
    return {} if isinstance(field, models.JSONField) else 1


def row_of(model: type[Any], **given: Any) -> Any:
    """Add a row, with what it must hold."""
    if model in (Person, Organization) and not given:
        name = uuid4().hex
        given = {"full_name" if model is Person else "name": name, "folded_name": name}
    cells = dict(given)
    for field in model._meta.concrete_fields:
        is_owed = not (field.primary_key or field.null or field.blank or field.has_default())
        if is_owed and field.name not in given:
            cells[field.name] = filled(field, given)
    return model._base_manager.create(**cells)


def everywhere(person: Any, fields: list[Any]) -> list[Any]:
    return [row_of(field.model, **{field.name: person, **own_name(field)}) for field in fields]


def own_name(field: Any) -> dict[str, str]:
    name = uuid4().hex
    if field.model is Person:
        return {"full_name": name, "folded_name": name}
    return {"name": name, "folded_name": name} if field.model is Organization else {}


def named_by(fields: list[Any], rows: list[Any]) -> list[Any]:
    cells = zip(fields, rows, strict=True)
    return [
        field.model._base_manager.values_list(field.attname, flat=True).get(pk=row.pk) for field, row in cells
    ]


def people_keys() -> list[Any]:
    return [field for field in keys_to(Person) if field.name != "merged_into"]


@pytest.mark.django_db
def test_after_a_merge_every_row_names_who_stays_and_undoing_puts_each_back() -> None:
    kept, absorbed = find_or_add_person("Héloïse Delmas-Roy"), find_or_add_person("Héloïse Delmas")
    fields = people_keys()
    rows = everywhere(absorbed, fields)

    merge = merge_people(kept, absorbed, at=AT)

    assert {field.model._meta.app_label for field in fields} > {"network", "prospecting", "journal", "value"}
    assert set(named_by(fields, rows)) == {kept.pk}
    undo_merge(merge, at=AT)
    assert set(named_by(fields, rows)) == {absorbed.pk}


@pytest.mark.django_db
@pytest.mark.parametrize("field", people_keys(), ids=str)
def test_undoing_an_import_leaves_whoever_a_row_still_names(field: Any) -> None:
    import_contacts(CARD, file_name="carnet.vcf", at=AT)
    person = Person.objects.get(full_name="Karim Vidal")
    rows = everywhere(person, [field])

    undone = undo_import(ImportBatch.objects.get(), at=AT)

    assert undone.stayed == ("Karim Vidal",)
    assert named_by([field], rows) == [person.pk]


@pytest.mark.django_db
@pytest.mark.parametrize("field", keys_to(Organization), ids=str)
def test_undoing_an_import_leaves_a_place_a_row_still_names(field: Any) -> None:
    import_contacts(CARD, file_name="carnet.vcf", at=AT)
    place = Organization.objects.get(name="Solstice")
    rows = everywhere(place, [field])

    undo_import(ImportBatch.objects.get(), at=AT)

    assert named_by([field], rows) == [place.pk]


@pytest.mark.django_db
def test_forgetting_someone_leaves_no_row_with_their_key() -> None:
    person = find_or_add_person("Karim Vidal")
    key, fields = person.pk, people_keys()
    everywhere(person, fields)

    forget_person(person)

    assert not [
        field for field in fields if field.model._base_manager.filter(**{field.attname: key}).exists()
    ]
    connection.check_constraints()

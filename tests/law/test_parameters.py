from tremplin.law.parameters import tables


def test_every_table_of_figures_is_found_by_its_name() -> None:
    assert all(name.isidentifier() for name in tables())

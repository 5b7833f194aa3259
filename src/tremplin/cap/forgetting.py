"""What other rooms do once someone is forgotten."""

from tremplin.journal.operations.indexing import index_everything


def after_forgetting() -> None:
    """Make the journal's index of words again: it held their name."""
    index_everything()

"""The tables of Récits, one module per question."""

from tremplin.stories.models.car import Story

__all__ = ["Story"]

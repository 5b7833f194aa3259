"""The tables of Récits, one module per question."""

from tremplin.stories.models.assistant import Assistant
from tremplin.stories.models.car import Story
from tremplin.stories.models.cv import Cv, CvDesign, CvImport, CvNote, CvPhoto, NotePlace
from tremplin.stories.models.hardship import ResilienceStory, SealedNotes
from tremplin.stories.models.interview import Answer, Interview, Practice
from tremplin.stories.models.letters import Letter

__all__ = [
    "Answer",
    "Assistant",
    "Cv",
    "CvDesign",
    "CvImport",
    "CvNote",
    "CvPhoto",
    "Interview",
    "Letter",
    "NotePlace",
    "Practice",
    "ResilienceStory",
    "SealedNotes",
    "Story",
]

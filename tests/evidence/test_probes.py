import pytest

from tremplin.evidence.probes import pain_points, probes


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("J’ai amélioré le suivi", "amélioré"),
        ("J’ai participé au salon", "participé"),
        ("J’ai aidé l’équipe", "aidé"),
        ("J’ai optimisé le tri", "optimisé"),
        ("J’ai géré les réseaux sociaux", "géré"),
    ],
)
def test_a_vague_verb_is_asked_about(text: str, words: str) -> None:
    (probe,) = probes(text)

    assert (probe.kind, probe.words) == ("vague", words)
    assert probe.questions
    assert text[probe.start : probe.end] == words


def test_improved_asks_how_much_on_what_and_measured_how() -> None:
    (probe,) = probes("J’ai amélioré le suivi")

    assert [question.split("\u00a0")[0] for question in probe.questions] == [
        "De combien",
        "Sur quoi exactement",
        "Mesuré comment",
    ]


def test_a_sentence_with_a_figure_is_left_alone() -> None:
    assert probes("J’ai amélioré le taux de 15 %.") == ()


def test_we_without_i_is_asked_about() -> None:
    assert [probe.kind for probe in probes("Nous avons tenu le stand.")] == ["who"]
    assert probes("Nous avons tenu le stand, j’ai fait la caisse.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ça nous prend des heures chaque semaine.",
        "Tout le monde déteste ce fichier.",
        "Le stock est à refaire à la main.",
        "On perd un temps fou sur les relances",
        "Il faut ressaisir les commandes",
        "ce processus que personne n’a le temps d’optimiser",
        "ce reporting qui prend des heures",
    ],
)
def test_a_recurrent_trouble_is_flagged(text: str) -> None:
    (found,) = pain_points(text)

    assert found.words == text.rstrip(".")


@pytest.mark.parametrize(
    "text", ["J’ai écrit la newsletter de la semaine.", "J’ai tenu la main courante.", "Je prends des notes."]
)
def test_plain_work_is_no_trouble(text: str) -> None:
    assert pain_points(text) == ()

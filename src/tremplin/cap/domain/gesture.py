"""The next move: one at a time, with what it takes."""

from dataclasses import dataclass
from datetime import timedelta

from tremplin.cap.domain.agreement import AgreementSummary, what_to_ask
from tremplin.cap.domain.journey import Journey
from tremplin.cap.domain.project import Project, Stone
from tremplin.cap.domain.search import Search
from tremplin.law.words import NBSP, counted, day, euros, hour

SOON = timedelta(days=14)
THREE_WINS = 3
HALF = 0.5
WEEKDAYS = ("Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche")
ARTICLES = {"expectations": "l’", "mid_term": "le ", "three_quarters": "le ", "defence": "la "}
A_PAST_POINT = f"Ce point est passé. Le noter ou le déplacer{NBSP}?"


@dataclass(frozen=True)
class Tick:
    """A part of the move, done or not."""

    text: str
    is_done: bool = False


@dataclass(frozen=True)
class Gesture:
    """The next move; `posts` when its button acts at once instead of leading somewhere."""

    title: str
    why: str
    takes: str
    label: str
    url: str
    other_label: str = ""
    other_url: str = ""
    points: tuple[Tick, ...] = ()
    posts: bool = False


@dataclass(frozen=True)
class Doors:
    """Addresses of what exists; empty while it is not built or has nothing to offer."""

    agreements: str = ""
    gratification: str = ""
    answers: str = ""
    internships: str = ""
    new_internship: str = ""


def next_gesture(
    agreement: AgreementSummary | None,
    doors: Doors,
    *,
    phase: str,
    project: Project | None = None,
    path: Journey | None = None,
    search: Search | None = None,
) -> Gesture | None:
    """Choose the one next move from what is already done.

    Args:
        agreement: what was read; None before any agreement.
        doors: addresses that exist.
        phase: the door the student chose.
        project: the internship lived as a project; None before there is one.
        path: the internship in time; None when its dates are not known.
        search: the search for an internship; None while Trouver is not built.

    Returns:
        The move; None while Droits is not built.
    """
    waits = _of_the_search(search) if search else None
    if project is not None and path is not None and path.is_over:
        return waits or _of_the_certificate(project) or _of_points(agreement, doors) or _tell(project)
    if project is not None and path is not None:
        move = _of_the_project(project, path) or _of_points(agreement, doors) or waits
        move = move or _of_the_week(project, path)
        if move is not None:
            return move
    if waits is not None:
        return waits
    if phase == "searching" and agreement is None and search and search.add_url:
        return _aim(search)
    if not doors.agreements:
        return None
    if agreement is not None:
        return _after_reading(agreement, doors, is_over=path is not None and path.is_over)
    if phase == "started" and doors.gratification:
        return _claim(doors)
    if phase == "searching" and doors.answers:
        return _learn(doors)
    return _drop(doors)


def _of_the_project(project: Project, path: Journey) -> Gesture | None:
    late = [stone for stone in project.stones if stone.on < path.on and stone.waits]
    if late:
        return _past(late[-1])
    coming = [stone for stone in project.stones if not stone.is_done and path.on <= stone.on]
    talk = next((stone for stone in coming if stone.is_talk and stone.on - path.on <= SOON), None)
    return _prepare(talk, project) if talk else None


def _past(stone: Stone) -> Gesture:
    return Gesture(
        title=stone.name,
        why=f"Prévu le {day(stone.on)}. {A_PAST_POINT}",
        takes="2 min",
        label="Le noter",
        url=stone.url,
        other_label="Le déplacer",
        other_url=f"{stone.url}#h-deplacer",
    )


def _prepare(stone: Stone, project: Project) -> Gesture:
    with_tutor = f" avec {project.tutor}" if project.tutor else ""
    at = f", {hour(stone.at)}" if stone.at else ""
    when = f"{WEEKDAYS[stone.on.weekday()]} {day(stone.on)}{at}."
    wins = project.notebook.with_figure >= THREE_WINS
    ticks = (
        Tick("Trois réussites chiffrées dans le journal", wins),
        Tick("Un jour et une heure convenus", stone.at is not None),
        Tick("Ce que vous voulez pour la suite, écrit dans vos objectifs", project.goals > 0),
        Tick("Une question sur l’après-stage", stone.has_question),
    )
    return Gesture(
        title=f"Préparer {ARTICLES.get(stone.kind, '')}{_lower(stone.name)}{with_tutor}",
        why=f"{when} {stone.why}",
        takes="20 min",
        label="Préparer",
        url=stone.prepare_url or stone.url,
        other_label="Changer la date",
        other_url=f"{stone.url}#h-deplacer",
        points=ticks if stone.kind != "expectations" else ticks[1:3],
    )


def _of_the_certificate(project: Project) -> Gesture | None:
    """Return the certificate the host owes (*attestation de stage*), until it is noted as received."""
    owed = next((stone for stone in project.stones if stone.is_certificate and not stone.is_done), None)
    if owed is None or not project.ending_url:
        return None
    return Gesture(
        title="Vérifier l’attestation de stage",
        why="Votre organisme d’accueil vous la doit. Collez son texte\u00a0: durée et sommes sont relues.",
        takes=f"5{NBSP}min",
        label="Vérifier",
        url=project.ending_url,
        other_label="Noter qu’elle est reçue",
        other_url=owed.url,
    )


def _tell(project: Project) -> Gesture | None:
    if not project.tell_url:
        return None
    return Gesture(
        title="Raconter ce stage",
        why="Ce que vous avez fait, ce que cela a changé\u00a0: trois questions, une ligne de CV.",
        takes=f"5{NBSP}min",
        label="Raconter",
        url=project.tell_url,
        other_label="Voir le stage",
        other_url=project.url,
    )


def _of_points(agreement: AgreementSummary | None, doors: Doors) -> Gesture | None:
    if agreement is None or not agreement.to_correct + agreement.to_clarify:
        return None
    return _after_reading(agreement, doors)


def _of_the_search(search: Search) -> Gesture | None:
    """Return what is due to someone; the others due that day are said beside it."""
    if not search.waiting:
        return None
    first, *others = search.waiting
    return Gesture(
        title=first.title,
        why=first.why,
        takes=f"5{NBSP}min",
        label=first.label,
        url=first.url,
        other_label="Voir les cibles",
        other_url=search.url,
        points=tuple(Tick(one.title) for one in others[:3]),
    )


def _aim(search: Search) -> Gesture:
    """Return how a search goes on: a first target, a next gesture, else more of them."""
    if search.still:
        return Gesture(
            title=f"Écrire le prochain geste{NBSP}: {search.still[0].title}",
            why="Une cible sans prochain geste s’endort. Une phrase et un jour suffisent.",
            takes=f"1{NBSP}min",
            label="L’écrire",
            url=search.still[0].url,
            other_label="Voir les cibles",
            other_url=search.url,
        )
    first = "Ajouter une première cible" if not search.targets else "Ajouter une cible"
    return Gesture(
        title=first,
        why="Une entreprise dont vous parlez à vos amis est un bon début. Un nom suffit.",
        takes=f"1{NBSP}min",
        label="Ajouter",
        url=search.add_url,
        other_label="Chercher des entreprises" if search.find_url else "",
        other_url=search.find_url,
    )


def _of_the_week(project: Project, path: Journey) -> Gesture | None:
    if path.share >= HALF and project.unsaid_missions:
        return _unsaid(project)
    if not project.goals:
        return Gesture(
            title="Écrire ce que vous voulez tirer de ces semaines",
            why="Une compétence, un livrable, une personne ou une décision. Et à quoi cela se verra.",
            takes="5 min",
            label="Écrire un objectif",
            url=project.goals_url,
            other_label="Voir le stage",
            other_url=project.url,
        )
    if project.notebook.url and path.starts_on <= path.on <= path.ends_on:
        return Gesture(
            title=f"Noter la semaine {path.week}",
            why="Ce qui a été fait, un chiffre, un retour reçu.",
            takes="15 min",
            label="Noter",
            url=project.notebook.session_url or project.notebook.url,
            other_label="Voir le stage",
            other_url=project.url,
        )
    return None


def _unsaid(project: Project) -> Gesture:
    missions = project.unsaid_missions
    return Gesture(
        title=f"Dire ce que vous gardez de {counted(len(missions), 'mission')}",
        why="Chaque mission laisse un actif de carrière, ou une raison de ne rien en garder.",
        takes=f"{3 * min(len(missions), 4)} min",
        label="Commencer",
        url=missions[0].url,
        other_label="Voir le stage",
        other_url=project.url,
        points=tuple(Tick(mission.title) for mission in missions[:4]),
    )


def _after_reading(agreement: AgreementSummary, doors: Doors, *, is_over: bool = False) -> Gesture:
    if not agreement.to_correct + agreement.to_clarify:
        if is_over and doors.new_internship:
            return _keep(agreement, doors)
        return _nothing_to_ask(agreement, doors)
    stake = f" En jeu\u00a0: {euros(agreement.at_stake)}." if agreement.at_stake else ""
    return Gesture(
        title=what_to_ask(agreement),
        why=f"Le mail est prêt\u00a0: vous choisissez les points, vous relisez, vous envoyez.{stake}",
        takes="10 min",
        label="Voir les points",
        url=agreement.url,
        other_label="Calculer la gratification" if doors.gratification else "",
        other_url=doors.gratification,
        points=tuple(Tick(point) for point in agreement.points[:4]),
    )


def _nothing_to_ask(agreement: AgreementSummary, doors: Doors) -> Gesture:
    doubts = f" Reste {counted(agreement.to_check, 'point')} à vérifier." if agreement.to_check else ""
    why = f"Aucun point de votre convention n’est à corriger ni à préciser.{doubts}"
    if doors.new_internship:
        return Gesture(
            title="Suivre votre stage semaine après semaine",
            why=f"{why} Ses jalons se calculent depuis la convention.",
            takes="1 min",
            label="Créer le stage",
            url=doors.new_internship,
            other_label="Voir le relevé",
            other_url=agreement.url,
            posts=True,
        )
    if not doors.gratification:
        return Gesture("Relire votre convention", why, "2 min", "Voir le relevé", agreement.url)
    return Gesture(
        title="Calculer votre gratification mois par mois",
        why=why,
        takes="2 min",
        label="Calculer",
        url=doors.gratification,
        other_label="Voir le relevé",
        other_url=agreement.url,
    )


def _keep(agreement: AgreementSummary, doors: Doors) -> Gesture:
    return Gesture(
        title="Garder ce stage dans votre parcours",
        why="Il est terminé. Il reste son attestation à vérifier, et ce que vous avez fait à raconter.",
        takes="1 min",
        label="Garder ce stage",
        url=doors.new_internship,
        other_label="Voir le relevé",
        other_url=agreement.url,
        posts=True,
    )


def _drop(doors: Doors) -> Gesture:
    return Gesture(
        title="Déposer votre convention de stage",
        why="PDF, Word, texte ou photo. Elle est lue sur cet ordinateur et n’est envoyée à personne.",
        takes="1 min",
        label="Déposer le fichier",
        url=doors.agreements,
        other_label="Calculer la gratification" if doors.gratification else "",
        other_url=doors.gratification,
        points=(
            Tick("Ce qui est contraire à la loi"),
            Tick("Ce qui manque"),
            Tick("Quoi demander, avec l’article"),
        ),
    )


def _claim(doors: Doors) -> Gesture:
    return Gesture(
        title="Calculer ce qui vous est dû",
        why="Dates, heures, taux\u00a0: le minimum légal, mois par mois, comparé à ce que vous recevez.",
        takes="2 min",
        label="Calculer",
        url=doors.gratification,
        other_label="Déposer votre convention",
        other_url=doors.agreements,
    )


def _learn(doors: Doors) -> Gesture:
    return Gesture(
        title="Lire les réponses rapides",
        why="Durée, quotas, gratification, fin de stage\u00a0: une question, une réponse, son article.",
        takes="5 min",
        label="Voir les réponses",
        url=doors.answers,
        other_label="Déposer une convention",
        other_url=doors.agreements,
    )


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]

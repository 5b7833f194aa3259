"""Purposes the law forbids to an internship, wherever a sentence reveals one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tremplin.law.internship.forbidden_uses import Use, forbidden_uses
from tremplin.law.outcome import DoesNotHold
from tremplin.rights.agreement.case import Case
from tremplin.rights.agreement.clauses import Unit
from tremplin.rights.agreement.findings.dangers import STUDIED
from tremplin.rights.agreement.findings.made import sources_of
from tremplin.rights.agreement.labels import STUDENT
from tremplin.rights.agreement.text import fold
from tremplin.rights.agreement.topics import in_missions
from tremplin.rights.agreement.values import Finding, Level

SOMEONE = (
    r"(?:salarie\w*|agente?s?\b|employe\w*|collaborat\w+|collegues?|titulaires?|personnes?\b|m\.|mme\b|"
    r"mlle\b|monsieur|madame|mr\.?\b|mrs\b|ms\b|technicien\w*|assistant\w*|secretaire\w*|comptable\w*|"
    r"infirmi\w+|ingenieur\w*|developp\w+|gestionnaire\w*|animat\w+|vendeu\w+|chef\w*|responsable\w*|"
    r"charge\w* d|conge\b|conges\b|arret (?:de |pour )?(?:maladie|travail|longue)|arret\b|maternite|"
    r"paternite|parental|maladie|"
    r"absen\w+|depart\w*|licenci\w+|demission\w*|retraite|employee\w*|colleague\w*|staff|engineer|analyst|"
    r"manager|officer|receptionist|leave|sick|permanent|ouvri\w+|educat\w+|cuisini\w+|serveu\w+|aide\b|"
    r"salaries)"
)
STAND_IN = (
    r"(?:ten(?:ir|ant|ue) (?:le |du )?poste d|"
    r"remplac(?:e|er|era|eront|ant|ement)\b|supple(?:e|er|era|ance)\b|interim\b|en lieu et place|"
    r"prend(?:re|ra|s)? (?:la place|le relais|la suite|en charge le poste) d|repren(?:d|dra|dre|"
    r"dront)\b[^.;]{0,60}(?:dossiers?|portefeuille|missions?|taches|fonctions|poste|travaux)|reprise "
    r"d[ue]s? (?:portefeuille|poste|dossiers|missions|fonctions|taches)|"
    r"en l'absence d|pendant (?:l'absence|l'arret|le conge|son conge|les conges|toute l'absence)|durant "
    r"(?:l'absence|l'arret|le conge|les conges)|a la place d|jusqu'au retour d|le temps d[eu] (?:l'|son |"
    r"sa |ses )?(?:absence|arret|"
    r"conge)|pallier (?:l'absence|le depart)|compenser l'absence|"
    r"assur\w+ (?:les fonctions|le poste|la continuite)|replac\w+|takes? over (?:the )?(?:duties|work|"
    r"tasks|role|files|portfolio|responsibilities)|stand(?:s|ing)? in|cover(?:s|ing)? "
    r"(?:for|the)|backfill\w*|substitut\w+|fill(?:s|ing)? in for|in the absence of|during (?:the "
    r"absence|his|her|their) (?:leave|absence)?|dont (?:elle|il) (?:assurera|reprendra|reprend))"
)
THINGS = (
    r"remplac\w+ (?:d[eu']s? |d'une? |l[ae'] ?|un |une |les |des |progressif |complet |partiel )*(?:l'|"
    r"ancien\w* )?(?:pieces?|composants?|materiel\w*|logiciel\w*|outil\w*|machines?|filtres?|ampoules?|"
    r"serveurs?|postes? (?:informatique|de travail|clients?)|equipements?|systeme\w*|fichiers?|"
    r"tableau\w*|chaudiere\w*|menuiserie\w*|luminaire\w*|canalisation\w*|application\w*|module\w*|"
    r"moteur\w*|donnees|batterie\w*|cable\w*|ecran\w*|ordinateur\w*|vehicule\w*|papier|plastique\w*|"
    r"emballage\w*|solvant\w*|plantes?|disque\w*|capteur\w*|fenetre\w*|pneu\w*|prothese\w*|tube\w*)|"
    r"replac\w+ (?:the |a |an |of |old |legacy )*(?:software|system|server|component|part|tool|machine|"
    r"legacy|hardware|file|spreadsheet|module)|travail de remplacement|titres? de remplacement|"
    r"solution de remplacement|produits? de remplacement|stage de remplacement|remplacement du stage"
)
NEGATED = re.compile(
    r"\bne (?:peu(?:t|vent)|pourr\w+|saurai\w*|doi(?:t|vent)|ser(?:t|vira|a|ont)|vise|consiste|tien(?:t|"
    r"dra)|constitue|remplac\w*|repond\w*|correspond\w*|lui)|\bn'(?:a|ont|est|aura|etre|occupe|assure|"
    r"etant)\w*\b (?:pas|ni|en aucun|point|jamais|aucun|plus|recrute)|"
    r"\bne\b.{0,40}\b(?:pas|ni|jamais|aucun\w*)\b|\bni\b|\bjamais\b|\baucun\w*\b|interdi\w+|en aucun cas|"
    r"n'a pas|may not|shall not|cannot|must not|not (?:be )?(?:used|intended|replace|a substitute)|"
    r"\bnever\b|\bneither\b|\bnor\b|without replacing|sans (?:le |la |l'|les )?(?:remplacer|se "
    r"substituer|suppleer)|"
    r"l\.? ?124-7|exclu\w*|prohib\w*|declarent? connaitre|n'est pas|ne remplac\w* pas|does not|do not|is "
    r"not|pas pour (?:objet|but)|hors remplacement|\bno (?:internship|intern|placement|student|agreement|"
    r"trainee)\b|\baucun stag\w+|\bnul stag\w+|sans (?:y )?(?:occuper|tenir|pourvoir)"
)
NEGATIVE = re.compile(
    r"\b(?:ne|ni|nor|not|no|aucune?|jamais|never|sans|without|exclu\w*|interdi\w*|prohib\w*|forbid\w*|"
    r"cannot)\b|"
    r"\bn'|124-7"
)
AFTER_NEGATED = re.compile(
    r"^.{0,45}\b(?:ne (?:sauraient?|peu(?:t|vent)|pourra|doi(?:t|vent)|lui)|(?:is|are) (?:prohibited|"
    r"forbidden|excluded)|(?:est|sont) (?:interdit|exclu|prohibe)\w*|n'est\b|ne sera|ne constitue)"
)
DEPUTY = re.compile(
    r"(?:absence|empechement|indisponibilite|conges?|unavailab\w*|absent\b)[^.;]{0,60}\b(?:d[ue] |de la |"
    r"de l'|the |his |her )?(?:tut\w+|referent\w*|maitre de stage|enseignant\w*|supervisor|advisor|"
    r"encadrant\w*|directeur|directrice|president\w*)|"
    r"(?:tut(?:eur|rice)|referent\w*|maitre de stage|suppleant\w*|supervisor|proviseur\w*|maire)[^.;"
    r"]{0,60}(?:remplacee? par|suppleee? par|sera remplace|is replaced|replaced by|suppleant)|"
    r"tut(?:eur|rice) suppleant|deputy (?:tutor|supervisor)|"
    r"(?<!jusqu'a )(?<!jusqu'a son )(?<!jusqu'au )(?<!jusqu'a leur )(?:retour|revenue?|reprise|"
    r"back) (?:de |d'|du |from )[^.;]{0,40}(?:conge|arret|leave)|proposer un "
    r"travail|gratification|valid\w+|delegation|signat\w+|attestation"
)
PERIOD_BOUND = r"(?:[^.;]|\b[a-z]\.){0,150}?"
REPLACEMENT = re.compile(
    rf"(?:assur\w*|fera|faire|exerc\w+|prend\w*|tenir) (?:l'|un |son )interim\b|"
    rf"\b{STAND_IN}{PERIOD_BOUND}\b{SOMEONE}|\b(?:conge (?:de |parental)?(?:maternite|paternite|maladie|"
    rf"parental)?|arret (?:de |pour )?(?:maladie|travail)|maternity leave|sick leave|parental leave|"
    rf"absence)\b[^.;]{{0,130}}\b(?:remplac\w+|supple\w+|interim|prend\w* (?:sa|la) place|replac\w+|"
    rf"cover\w*|stand\w* in)"
)
SEASONAL = re.compile(
    r"\b(?:emplois?|postes?|contrats?|travail|travaux|jobs?|renforts?|main[- ]d'oeuvre|main d'ouvre|"
    r"personnels?|equipes?|effectifs?|receptionnistes?|serveu\w+|vendeu\w+|animat\w+|ouvri\w+|"
    r"employe\w*|agents?|travailleurs?|cueilleu\w+|besoins?|activites?|recrutements?)\s+(?:de |d'|a "
    r"caractere |dits? )?saisonni\w+|"
    r"\b(?:comme|en tant que|en qualite de|statut de|au titre de|a la place d|au cote|parmi|avec) ?(?:les |"
    r"un |une |des |d'|es )?(?:autres )?saisonni\w+|saisonni\w+ (?:absents?|manquants?|habituels?|qui|"
    r"non|de l|du|d[eu'])|(?:manque|penurie|faute|remplac\w+|equipe|nombre|role) d[eu'](?:s |un |une "
    r")?saisonni\w+|"
    r"(?:renfor\w+|tenir|tenue|assur\w+|couvrir|pour|pendant|durant|toute|de|for|during|"
    r"throughout)\s(?:\S+\s){0,4}?(?:l'equipe pendant |l'equipe pour )?(?:la |l'|toute la |the "
    r")?(?:haute |pleine |entiere )?saison (?:estivale|touristique|hivernale|d'ete|d'hiver|des|de ski|"
    r"balneaire|culturelle d'ete)|"
    r"\b(?:haute|pleine) saison\b|seasonal (?:job|work|position|post|staff|worker|employee|employment|"
    r"reinforcement|role|receptionist|needs?)\w*|(?:peak|summer|high|holiday|winter) season"
)
SEASONAL_STUDY = re.compile(
    r"(?:analys\w*|etud\w*|observ\w*|calendrier|suivi|variations?|bilan|statistiqu\w*|previsions?|"
    r"comprendre|tableau|study|analysis|forecast\w*|fruits?|legumes?|produits?|menus?|cuisine|cartes?|"
    r"collection\w*)[^.;]{0,50}saison"
)
MORE_ACTIVITY = (
    r"\b(?:accroissements?|surcroits?|augmentations?|hausses?|pics?|pointes?|afflux|surcharges?|montees? en "
    r"charge|forte (?:activite|affluence|demande|periode)|periodes? de forte|increase|peaks?|surge|"
    r"rush|backlog|overload|excess workload|heavy workload)"
    r"[^.;]{0,60}(?:activites?\b|travail|charge|commandes?|production|ventes?|clients?|clientele|demandes?|"
    r"appels|dossiers|frequentation|visiteurs|livraisons?|activity|workload|orders?|demand|sales|"
    r"business)|renforts? (?:temporaire|ponctuel)|retards? (?:accumules?|de production|dans le "
    r"traitement)|temporary (?:increase|surge|peak)"
)
REINFORCED = (
    r"(?:renfor\w+|absorber|faire face|soulager|epauler|preter main[- ]forte|reinforc\w+|cope with|"
    r"absorb)\b[^.;]{0,150}"
    r"(?:surcroits?|accroissements?|\bpics?\b|afflux|hausses?|surcharges?|\bcharge\b|campagnes?|\brush\b|"
    r"affluence|double|"
    r"triple|retards?|forte (?:activite|demande)|periode (?:chargee|de pointe|tendue)|peaks?|surge|backlog|"
    r"workload|commandes)"
)
INCREASE = re.compile(
    rf"{REINFORCED}|"
    rf"\b(?:faire face|repondre|absorber|renfor\w+|en raison|lie\w*|afin d|du fait|face a|suite a|pour "
    rf"(?:\w+ )?(?:l'|le |la |un |une |les )?|du a|a cause|pallier|compenser|soulager|epauler|aider "
    rf"l'equipe|resorber|due to|to (?:meet|cope|absorb|help|handle|support)|because of|in order|cope|"
    rf"reinforc\w+|support|pendant|durant|during|cette|ce\b|le temps d|traiter|traitement|vient en appui|"
    rf"appui|mobilise|extra hand\w*)[^.;]{{0,90}}?{MORE_ACTIVITY}|{MORE_ACTIVITY}[^.;"
    rf"]{{0,110}}(?:renfor\w+|recrut\w+|embauch\w+|reinforc\w+|extra (?:staff|hands)|justifi\w+|"
    rf"impos\w+|explique|motive|le stagiaire|la stagiaire|l'etudiant\w*|l'eleve|the intern)"
)
STUDY_OF = re.compile(
    r"(?:analys\w*|etud\w*|modelis\w*|mesur\w*|simul\w*|previs\w*|prevoir|caus\w*|statistiq\w*|study|"
    r"analysis|measure|forecast|model)[^.;]{0,45}$"
)
MENDED = re.compile(
    r"\b(?:propos(?:er|e|era|ition)|redui(?:re|t|ra)|concev(?:oir|ra)|conception|refon(?:dre|te)|imagin(?:er|e)|"
    r"ameliorer|repenser|anticiper|prevenir)\b(?:(?! et | puis )[^.;,]){0,60}$"
)
"""A remedy to propose, whose object the words are: « proposer une méthode pour absorber les pics »."""
BY_HAND = re.compile(r"\b(?:renfor\w+|remplac\w+|tenir|servir|son aide|mon aide|main[- ]forte|services?)\b")
PERMANENT = re.compile(
    r"\b(?:postes?|emplois?|positions?|jobs?|roles?|posts?)\b(?: (?:de|d'|du|of)(?: \S+){1,4})?,? "
    r"(?:perenne |actuellement |currently |est |reste\w* |is |laisse\w* |devenu\w* |toujours |budgetaire "
    r")*(?:permanent\w*|perenne\w*|vacant\w*|non pourvus?|a pourvoir|supprime\w*|a temps plein|"
    r"laisse vacant|"
    r"libre\b|open\b|unfilled|ouvert\w* au recrutement|a duree indeterminee|en cdi)|"
    r"(?:permanent|vacant|unfilled|open|full-time|regular) (?:position|post|job|role|headcount)|(?:emploi|"
    r"poste) (?:n'a|n'ayant) (?:pas |plus )?ete (?:renouvele|pourvu|remplace)|"
    r"(?:occup(?:e|es|er|era|eras|ez|erez|ant)|tien(?:s|t|dra|dras|drez)|tenir|tenue|pourvoir|pourvu|assur\w+|prend(?:ra|re)?|exerc\w+|"
    r"fill(?:s|ing)?|hold(?:s|ing)?|take(?:s)? (?:over|on))\s(?:\S+ ){0,4}?(?:postes?|emplois?|"
    r"position|post|permanence quotidienne|standard)\b(?! (?:informatique|de travail informatique|"
    r"d'observation|client|vacant par)) ?(?:d[eu'] ?|of )?(?:\S+ ){0,11}?(?:permanent\w*|vacant\w*|en "
    r"autonomie|seule?\b|a temps (?:plein|complet)|en lieu et place|comme les? (?:autres )?(?:salarie|"
    r"agent)\w*|de maniere (?:permanente|continue|autonome)|sans (?:encadrement|tuteur)|durable\w*|"
    r"toute l'annee|au quotidien|chaque jour|tous les jours|de \d+ ?h|vacated|alone|independently|on a "
    r"(?:permanent|regular)|au meme titre)|"
    r"(?:tien\w+|occup\w+|pren\w+) (?:ce|le|un|son) poste\b[^.;]{0,60}(?:non pourvu|pas ete pourvu|"
    r"inoccupe|faute de "
    r"candidat)|"
    r"taches? regulieres?[^.;]{0,70}(?:poste|emploi|permanent)|au meme titre que (?:les|un|tout) (?:autres "
    r")?(?:salarie|agent|employe|collaborat)\w*|(?:dans l'attente|en attendant|jusqu'a[u]?) (?:d[eu'] "
    r"?|l[ea'] ?|un |une |son |sa )*(?:recrutement|embauche|nomination|arrivee d'un)|pending (?:the "
    r")?(?:recruitment|hiring|appointment)|until (?:a|the) (?:\w+ ){0,3}(?:recruit|hire|replac|"
    r"fill)\w*|"
    r"(?:besoin|effectif|fonction|emploi|tache|activite)s? permanente?s? (?:de|du) (?:l'entreprise|"
    r"l'organisme|service|la structure|l'association|l'etablissement|la collectivite)|dont l'emploi "
    r"n'a pas ete|poste (?:jusqu'ici|auparavant|precedemment|jusqu'alors) (?:occupe|tenu)|regular task|"
    r"same duties as (?:the )?(?:employees|staff)"
)


@dataclass(frozen=True, slots=True)
class Told:
    """How one forbidden purpose is told to the student."""

    title: str
    why: str
    ask: str


USES: dict[Use, Told] = {
    "replacement": Told(
        "Une mission revient à remplacer quelqu’un",
        "Un stage ne sert pas à remplacer une personne absente, en congé, en arrêt ou partie. Si c’est le "
        "cas, le stage peut être requalifié en contrat de travail.",
        "Cette phrase laisse penser que le stage remplace une personne absente. Pouvons-nous reformuler la "
        "mission autour des compétences à acquérir ?",
    ),
    "seasonal": Told(
        "Une mission ressemble à un emploi saisonnier",
        "Un stage ne sert pas à occuper un emploi saisonnier. Pour cela, la loi prévoit un contrat de "
        "travail.",
        "Cette phrase évoque un travail saisonnier. Pouvons-nous reformuler la mission autour des "
        "compétences à acquérir ?",
    ),
    "activity_increase": Told(
        "Une mission sert à absorber un surcroît d’activité",
        "Un stage ne sert pas à faire face à un accroissement temporaire de l’activité. Pour cela, la loi "
        "prévoit un contrat de travail.",
        "Cette phrase évoque un surcroît d’activité. Pouvons-nous reformuler la mission autour des "
        "compétences à acquérir ?",
    ),
    "permanent_post": Told(
        "Une mission ressemble à un poste permanent",
        "Un stage ne sert pas à exécuter une tâche régulière qui correspond à un poste de travail permanent.",
        "Cette mission ressemble à un poste de travail. Pouvons-nous la reformuler autour de ce que je "
        "dois apprendre, avec l’appui de mon tuteur ?",
    ),
}
PATTERNS: dict[Use, re.Pattern[str]] = {
    "replacement": REPLACEMENT,
    "seasonal": SEASONAL,
    "activity_increase": INCREASE,
    "permanent_post": PERMANENT,
}
IN_MISSIONS: dict[Use, re.Pattern[str]] = {
    "replacement": re.compile(
        r"(?:l'absence|depart|arret (?:maladie|de travail)|conges?(?: de| parental| maternite|"
        r" paternite)?|vacance du "
        r"poste) (?:maternite |parental |maladie )?(?:d'un\w*|de la|du|de l'|de m\.|de mme|de sa|de son|"
        r"des) |"
        r"(?:jusqu'au|en attendant le|dans l'attente du|avant le) retour d|(?:prend\w*|"
        r"assur\w*) (?:le relais|la releve|"
        r"la suite) d|fai(?:t|re|sant) fonction d|le temps que [^.;]{3,40} revienne|(?:suite au|"
        r"apres le) depart d|"
        r"non remplacee?\b|maternity cover|while [^.;]{3,40} (?:is|are) (?:away|absent|off|"
        r"on (?:\w+ )?leave)|"
        r"until (?!(?:the )?(?:volumes?|activity|demand|orders?|workload|sales|things|business|traffic))"
        r"[^.;]{3,40} (?:returns?|comes? back|is back)|in place of (?:an? |the )?(?:employee|staff|"
        r"mr|ms|mrs)|"
        r"acting (?:as )?(?:the )?(?:manager|assistant|officer|head)|"
        r"pendant que [^.;]{2,60}\b(?:conges?|arret|absente?s?|malades?|partie?s?|vacances)\b|"
        r"(?:combler|pallier|compenser) (?:le|un) depart d|"
        r"(?:combler|pallier|compenser) (?:le |un )?manque d(?:e |')(?:personnel|effectifs?|bras|salaries?|"
        r"main[- ]d'oeuvre)|"
        r"(?:faire|assurer|continuer) (?:le travail|les taches) d(?:e |u |')[^.;]{2,50}\b(?:partie?s?|"
        r"absente?s?|demissionnaires?|en conge|en arret)\b"
    ),
    "seasonal": re.compile(
        r"(?:jobs?|emplois?|renforts?|contrats?) d'(?:ete|hiver)\b|(?:renfor\w*|tenir|tenue|tien\w*|"
        r"ouvr\w*)[^.;]{0,70}"
        r"(?:periode|saison) (?:estivale|hivernale|touristique|des (?:vendanges|recoltes|fetes|mariages|"
        r"foires))|"
        r"comme chaque (?:ete|hiver|saison|printemps|automne)|summer jobs?|harvest (?:team|crew|worker)\w*|"
        r"(?:comme|avec)\b[^.;]{0,40}\b(?:les|nos|vos|ses|leurs|des) (?:autres )?saisonni\w+|"
        r"recrut\w+ (?:chaque|tous les) (?:ete|hiver|printemps|automne|saison|ans)|"
        r"(?:mois|periode|semaines) d'affluence (?:touristique|estivale)|as (?:our|the) seasonal|"
        r"\b(?:tenir la (?:caisse|billetterie|boutique|plage)|tenir (?:l'accueil|le bar|le stand)|servir|"
        r"encaisser)\b[^.;]{0,40}\b(?:(?:pendant|durant) (?:toutes )?(?:les vacances|les fetes|l'ete)|"
        r"tout l'ete)\b"
    ),
    "activity_increase": re.compile(
        r"(?:resorber|rattraper|ecouler|absorber|combler)\b[^.;]{0,40}(?:retards?|arrieres?|"
        r"stock de dossiers|dossiers en "
        r"(?:attente|souffrance|retard)|commandes|backlog)|(?:commandes?|charges?|"
        r"demandes?) exceptionnelles?|coup de "
        r"(?:feu|bourre|collier)|renfor\w*[^.;]{0,60}(?:soldes|fetes|noel|cloture|inventaire|ouverture|"
        r"demenagement)|"
        r"(?:clear|reduce|work through) (?:the |a )?backlog|extra hands?|"
        r"\brush (?:de |d'|des |du )?(?:noel|fetes|fin d'annee|soldes|la rentree|rentree|midi|commandes)"
    ),
    "permanent_post": re.compile(
        r"comme (?:un|une|tout|les) salarie\w*|(?:memes?|identiques?) (?:\w+ ){0,3}que (?:les|ceux des|"
        r"celles des) "
        r"(?:autres )?(?:salaries|titulaires|agents|employes)|postes? (?:laisse libre|budgete|"
        r"non remplace|a pourvoir)|"
        r"same (?:\w+ ){0,3}as (?:the )?(?:other )?(?:staff|employees)|like any (?:other )?employee|"
        r"\b(?:occuper|tenir|prendre|pourvoir) (?:le|un|votre) poste d(?:e |u |')"
        r"(?!travail|stage|stagiaire|observa|assistante? stagiaire)"
    ),
}
"""Wordings that mean a forbidden purpose only when they stand among the activities."""


def uses(case: Case) -> Iterator[Finding]:
    """Yield each forbidden purpose that a sentence reveals."""
    text = case.reading.text
    for use, pattern in PATTERNS.items():
        found = first(case, use, pattern)
        if found is None:
            continue
        outcome = forbidden_uses(uses={use: True})
        if isinstance(outcome, DoesNotHold):
            told = USES[use]
            yield Finding(
                id=f"forbidden_mission:{use}",
                level=Level.TO_CORRECT,
                title=told.title,
                why=told.why,
                sources=sources_of(outcome.steps),
                quote=text.quote(found[0], found[1]),
                page=text.page_at(found[0]),
                ask=told.ask,
                steps=tuple(step.says for step in outcome.steps),
            )


SURELY_SEASONAL = re.compile(
    r"(?:ne trouv\w+ (?:pas|plus) (?:de |d'|assez de )|faute de |manque de |en l'absence de |penurie de |a "
    r"la place des |en remplacement d[eu']s? )saisonni\w+|saisonni\w+ (?:absents?|manquants?|"
    r"habituels?)|"
    r"renfor\w+[^.;]{0,60}(?:recoltes?|vendanges|moissons?|cueillettes?|haute saison|saison (?:estivale|"
    r"touristique|d'ete|d'hiver))"
)
SUBJECT_OF = re.compile(
    r"(?:notes?|etudes?|memoires?|recherches?|veille|analyses?|jurisprudence|contentieux|guides?|articles?|"
    r"exposes?|fiches?|research|study|memo)\b"
    r"(?: \w+){0,3} (?:sur|relati\w+ a|relati\w+ aux?|concernant|about|on)\b[^.;]{0,80}$"
)
MATTERS = tuple(
    re.compile(words)
    for words in (
        r"remplac|supple[er]|a la place d|replac\w+|substitut",
        r"saison|seasonal",
        r"(?:accroissement|surcroit|augmentation|increase|pic|pointe|afflux|forte (?:charge|activite)|"
        r"renfort|surge)",
        r"(?:poste|emploi|position|job|post|tache)[^.;]{0,40}(?:permanent|durable|perenne|vacant)|"
        r"permanent (?:or|post|pos|job)",
    )
)
"""The four purposes as reminders of the law name them, one after the other."""
INTERN = re.compile(
    rf"\b(?:{STUDENT}|stage|pfmp|periode|missions?|internship|placement|il|elle|iel|tu|vous|he|she|they|you)\b"
)
OTHERS_DOING = re.compile(
    r"\b(?:emploie|recrute|embauche|compte|fait appel|a recours|dispose|accueille|employs?|hires?|"
    r"recruits?|"
    r"exploite|propose|gere)\b[^.;:]{0,90}$"
)
REPLACED_BY_OTHERS = re.compile(
    rf"(?:remplacee?s?|suppleee?s?|replaced|covered) (?:par|by) (?!(?:l[ae'] ?|une? |the |an? )?{STUDENT})"
)
INTERN_DOES_NOT = re.compile(
    rf"\b(?:{STUDENT}|il|elle|iel|he|she|stage|internship)\b[^.;]{{0,30}}"
    r"(?:\bne\b|\bn'|\bnot\b|\bno\b|\bnever\b)[^.;]{0,60}"
)
SERVES = re.compile(
    r"\b(?:pour|afin d|en vue d|destine|absorber|faire face|renfor\w+|pallier|compenser|en remplacement|"
    r"a la place|en lieu|to (?:meet|cope|absorb|cover|fill))\b"
)
LIST_ITEM = re.compile(r"\s*(?:[-•*>▪●○–]|[a-e]\)|\(?[ivx\d]{1,3}[).])\s")
PRESENTS = re.compile(
    r"\b(?:presentation|historique|activite(?: principale| economique| exercee)?|secteur|a propos|about|"
    r"effectifs?|nature de l'activite|description de l'(?:entreprise|organisme))\b[^:;]{0,40}:[^:]*$"
)
"""A label on the host, and what follows it."""
SENTENCE = re.compile(r";\s|(?<!\b[ldrm])(?<!\bart)(?<!\bmme)(?<!\bmr)\.\s")
STEMS: dict[str, tuple[str, ...]] = {
    "replacement": (
        *("remplac", "supple", "interim", "lieu et place", "prend", "pren", "repri", "absence", "pendant"),
        *("durant", "a la place", "retour", "le temps d", "pallier", "compenser", "assur", "replac", "take"),
        *("stand", "cover", "backfill", "substitut", "fill", "leave", "conge", "arret", "tenir", "tenant"),
        *("tenue", "during", "dont"),
    ),
    "seasonal": ("saison", "season"),
    "activity_increase": (
        *("croiss", "surcroit", "augment", "hausse", "pic", "pointe", "afflu", "charg", "montee", "forte"),
        *("increase", "peak", "surge", "rush", "backlog", "load", "renfort", "retard", "temporary"),
        *("campagne", "double", "triple", "commande", "tendue"),
    ),
    "permanent_post": (
        *("post", "emploi", "position", "job", "role", "permanen", "vacant", "unfilled", "open", "headcount"),
        *("tache", "meme titre", "attente", "attendant", "jusqu", "pending", "until", "besoin", "effectif"),
        *("fonction", "activite", "regular", "same duties", "standard", "full-time"),
    ),
}
"""Letters without which the costly pattern of a purpose cannot match."""


def first(case: Case, use: Use, pattern: re.Pattern[str]) -> tuple[int, int] | None:
    """Return where a sentence affirms a purpose of this internship, reminders and other meanings left out."""
    for unit in case.units:
        found = purposes(case, unit, use, pattern)
        if not found or reminds(unit.words):
            continue
        if in_denied_list(case, unit) and not in_missions(case.reading, unit):
            continue
        for one in found:
            if of_this_internship(case, unit, one):
                return unit.start + one.start(), unit.start + one.end()
    return None


def purposes(case: Case, unit: Unit, use: Use, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    """Return the places of a sentence that affirm a purpose."""
    sure = SURELY_SEASONAL.search(unit.words) if use == "seasonal" else None
    found = list(pattern.finditer(unit.words)) if any(stem in unit.words for stem in STEMS[use]) else []
    if in_missions(case.reading, unit):
        found += IN_MISSIONS[use].finditer(unit.words)
    kept = [one for one in found if affirmed(unit.words, one) and not excused(unit.words, one, use)]
    return [sure, *kept] if sure and affirmed(unit.words, sure) else kept


def reminds(words: str) -> bool:
    """Tell whether a sentence recalls the law: it names several of the purposes one after the other."""
    named = sum(bool(matter.search(words)) for matter in MATTERS)
    return named > 2 or (
        named == 2 and bool(re.search(r"124-7| (?:ou|or|ni|nor) ", words) and NEGATIVE.search(words))
    )


def in_denied_list(case: Case, unit: Unit) -> bool:
    """Tell whether a sentence is an item of a list, or the end of a sentence, that a denial opens."""
    text = case.reading.text.prose
    lead = text[max(0, unit.start - 420) : unit.start].rstrip()
    if not LIST_ITEM.match(unit.words) and not goes_on(case, unit):
        return False
    opening = SENTENCE.split(lead.rpartition(":")[0] if LIST_ITEM.match(unit.words) else lead)[-1]
    return bool(NEGATED.search(opening[-220:]))


def of_this_internship(case: Case, unit: Unit, found: re.Match[str]) -> bool:
    """Tell whether a sentence speaks of what the intern does, not of the host or of somebody else."""
    clause = SENTENCE.split(unit.words[: found.start()])[-1]
    rest = SENTENCE.split(unit.words[found.start() :])[0]
    if OTHERS_DOING.search(clause) or REPLACED_BY_OTHERS.search(rest) or INTERN_DOES_NOT.search(rest):
        return False
    if in_missions(case.reading, unit):
        return True
    if PRESENTS.search(unit.words[: found.start()]):
        return False
    whole = led(case, unit)
    own = ":" in whole[:90] or LIST_ITEM.match(unit.words)
    return bool(own or INTERN.search(whole) or named_intern(case, whole))


def led(case: Case, unit: Unit) -> str:
    """Return the words of a unit, after the start of its sentence when a break of line cut it."""
    lead = SENTENCE.split(case.reading.text.prose[max(0, unit.start - 300) : unit.start])[-1]
    return lead + unit.words if goes_on(case, unit) else unit.words


def goes_on(case: Case, unit: Unit) -> bool:
    """Tell whether a unit is the end of a sentence that a break of line cut."""
    text = case.reading.text
    first_letter = text.raw[unit.start : unit.end].lstrip()[:1]
    return first_letter.islower() and text.raw[: unit.start].rstrip()[-1:] not in ".!?"


def named_intern(case: Case, words: str) -> bool:
    """Tell whether a sentence calls the intern by name."""
    name = fold(str(case.value("student_name") or ""))
    return any(len(part) > 2 and part in words for part in name.split())


def affirmed(words: str, found: re.Match[str]) -> bool:
    """Tell whether nothing in the clause denies what was found."""
    clause = SENTENCE.split(words[: found.start()])[-1]
    rest = SENTENCE.split(words[found.start() :])[0]
    return (
        not NEGATED.search(clause + " ")
        and not NEGATED.search(clause[-8:] + found.group()[:28])
        and not NEGATED.match(found.group())
        and not AFTER_NEGATED.match(rest)
    )


def excused(words: str, found: re.Match[str], use: Use) -> bool:
    """Tell whether the words mean something else than a forbidden purpose."""
    around = words[max(0, found.start() - 70) : found.end() + 60]
    clause = SENTENCE.split(words[: found.start()])[-1].rpartition(":")[2]
    if STUDIED.search(clause + " ") and not SERVES.search(clause + found.group()[:14]):
        return True
    if use != "replacement" and MENDED.search(clause) and not BY_HAND.search(clause + found.group()):
        return True
    if use == "replacement":
        return bool(
            re.search(THINGS, found.group())
            or DEPUTY.search(around)
            or SUBJECT_OF.search(words[: found.start()])
        )
    if use == "seasonal":
        sure = re.search(r"emploi|poste|equipe|contrat|renfor|personnel|job|position|worker", found.group())
        return not sure and bool(SEASONAL_STUDY.search(around))
    if use == "activity_increase":
        return bool(STUDY_OF.search(words[: found.start()]) or STUDY_OF.search(found.group()))
    return bool(
        re.search(
            r"fonction|tuteur (?:occupe|tient)|qualite|gratification|a l'issue du stage",
            words[max(0, found.start() - 40) : found.start()],
        )
    )

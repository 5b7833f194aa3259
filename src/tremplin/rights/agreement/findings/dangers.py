"""Dangerous tasks entrusted to an intern who may be a minor."""

import re
from collections.abc import Iterator

from tremplin.law.sources import education_code
from tremplin.rights.agreement.case import Case
from tremplin.rights.agreement.clauses import Unit
from tremplin.rights.agreement.values import Finding, Level

NO_DANGER = education_code("L. 124-14")
SEVERE = re.compile(
    r"amiante|asbest\w+|scaphandre|plongees?\b|diving|(?:travaux?|travail|intervention\w*|mesures?|cablage|"
    r"raccordement\w*|depannage\w*|operations?|works?)[^.;]{0,40}(?:sous tension|haute tension)|sous "
    r"tension|live (?:electrical|work|wires?|circuits?|equipment)|high[- ]voltage|"
    r"produits? (?:phyto\w+|phytosanitaires?|cancerogenes?|c\.?m\.?r\b|toxiques?|corrosifs?|chimiques? "
    r"(?:dangereux|toxiques?|corrosifs?|concentres?))|phytosanitaires?|pesticides?|\bcmr\b|"
    r"cancerogene\w*|carcinogen\w*|rayonnements? ionisants?|radioacti\w+|sources? (?:scellees?|"
    r"radioactives?)|ionising|ionizing|"
    r"explosifs?|explosives?|acide (?:fluorhydrique|chlorhydrique|sulfurique|nitrique)|hydrofluoric|\bhf\b|"
    r"lasers? (?:de |of )?class[e]? ?(?:iv|4)|class ?(?:iv|4) lasers?|espaces? confines?|confined "
    r"spaces?|echafaudages?|scaffold\w*|travaux? en hauteur|travail en hauteur|en hauteur|work(?:ing)? "
    r"at height\w*|"
    r"nacelles?|encordee?s?|cordes?\b(?=[^.;]{0,25}(?:acces|travaux|hauteur))|tron[cç]onneuse\w*|"
    r"chainsaw\w*|abattage d'arbres|chariots? elevateurs?|forklift\w*|tractopelle|grues?\b|cranes?\b|"
    r"engins? de (?:chantier|levage)|conduite d[eu'] ?(?:un |une |l[ea'] ?)?(?:tracteur|engin|chariot|"
    r"nacelle|grue|poids lourd)|"
    r"presses? (?:hydraulique|a emboutir|plieuse)|scies? (?:circulaire|a ruban)|machines? (?:dangereuses?|"
    r"sans protection|non protegees?)|metal en fusion|molten|fours? de fusion|"
    r"gaz (?:toxique|sous pression|de combat)|solvants? (?:toxiques?|chlores?)|"
    r"(?:pulveris|epand|trait|spray)\w*[^.;]{0,40}(?:desherbants?|fongicides?|herbicides?|insecticides?)|"
    r"chlore (?:concentre|gazeux)|cytotoxiques?|chimiotherapies?|milieu hyperbare|plomb\b(?=[^.;"
    r"]{0,30}(?:peinture|decap|poussiere|"
    r"deplombage))|desamiantage|demolition|armes? a feu|tri de (?:seringues|dechets)|dechets "
    r"(?:infectieux|dasri)|matieres dangereuses|hazardous|dangerous (?:work|tasks|machin\w+|"
    r"substances)|travaux? dangereux"
)
HAZARD = re.compile(
    r"levage|toupies?\b|degauchisseuse\w*|raboteuse\w*|perceuse\w*|broyeu\w+|fraiseuse\w*|massicot\w*|"
    r"produits? chimiques?|chemicals?\b|agents? (?:biologiques?|pathogenes?)|pathogen\w*|soudage|soudure|"
    r"weld\w+|"
    r"solvants?|solvents?|acides?|acids?\b|soude caustique|presses? |scies? |tracteurs?|tractors?|"
    r"machines?|machinery|"
    r"fours? |gaz\b|lasers?|silice|toitures?|toits?|roofs?|combles|facades?|dechets|chlore|desherbants?|"
    r"fongicides?|"
    r"herbicides?|insecticides?|fungicides?|electri\w+|armoires?|etages?|echelles?|ladders?|tranchees?|"
    r"chantiers?|"
    r"elagage|meuleuse\w*|debroussaill\w+|decap\w+"
)
BY_HAND = re.compile(
    r"soudage|soudure|weld\w+|levage|toupies?\b|degauchisseuse\w*|raboteuse\w*|meuleuse\w*|perceuse\w*|"
    r"broyeu\w+|"
    r"tour (?:a|mecanique)|massicot\w*|"
    r"produits? chimiques?|chemicals?\b|agents? pathogenes?|solvants?|solvents?|acides?|acids?\b|"
    r"soude caustique|"
    r"scies? |tracteurs?|tractors?|desherbants?|fongicides?|herbicides?|insecticides?|tron[cç]onneuse\w*|"
    r"epandeur|"
    r"machines?[- ]outils?|fraiseuse\w*|presses? (?:hydr|a emb|pli)"
)
DENIED = re.compile(
    r"\bn[e' ][^.;]{0,90}\b(?:pas|jamais|aucun\w*|ni|rien|plus)\b|\b(?:aucun\w*|jamais|ni|never|not|"
    r"no)\b[^.;]{0,90}"
    r"(?:ne\b|n'|handl|work|use|operat|manip|expos|confi|tracteur|produit)|interdi\w*|exclu\w*|forbidden|"
    r"prohibited|"
    r"hors (?:tension|zone|de portee|production)|"
    r"sans (?:les? |la |y |en )?(?:manip|touch|interven|particip|utilis|acced|contact|prendre part)\w*"
)
RISK_AVOIDED = re.compile(
    r"jamais seule?\b|pas seule?\b|never alone|not alone|(?:aux cotes|en compagnie|accompagne\w*) d|"
    r"sous (?:la |l[e'] ?)?(?:surveillance|conduite|controle|supervision)"
)
UNPROTECTED = re.compile(
    r"sans (?:\w+ ){0,3}(?:protections?|surveillance|formations?|habilitation|equipement\w*|derogation|"
    r"autorisation\w*|harnais|certificat\w*|certiphyto|encadrement|garde-corps|masque|gants|ventilation|"
    r"accompagn\w+|supervision|e\.?p\.?i|lunettes|casque)|"
    r"without (?:\w+ ){0,3}(?:training|protection|supervision|equipment|authori[sz]ation|harness|eyewear|"
    r"certificate|safety|any|gloves|mask)|unsupervised|non (?:forme|habilite|protege|receptionn)\w*|sans "
    r"attendre|ni (?:formation|habilitation|protection|equipement)|hors hotte"
)
ALONE = re.compile(r"\bseule?\b|en autonomie|\balone\b|on (?:his|her|their) own")
GUARDED = re.compile(
    r"exclu\w*|interdi\w*|aucun\w*|\bne\b.{0,60}\b(?:pas|jamais|aucun\w*|ni)\b|\bn'.{0,50}\b(?:pas|jamais|"
    r"aucun\w*)\b|\bjamais\b|hors tension|hors (?:zone|de portee)|a distance|observ\w+|assist\w+ a\b|"
    r"regarder|visionn\w*|sans (?:manipul\w*|contact|interven\w*|acces|participation|particip\w*|"
    r"toucher|y prendre)|"
    r"derogation|habilit\w+|apres (?:une |la )?formation|formation (?:a la |prealable|securite|obligatoire|"
    r"specifique|dispensee|initiale)|forme\w* (?:a|au|aux|prealable)|certiphyto|sous (?:la |l[e'] "
    r"?)?(?:surveillance|conduite|controle|supervision|responsabilite|hotte|sorbonne)|encadre\w*|en "
    r"binome|en doublon|protection (?:individuelle|collective)|equip(?:ee?s? d|ements? de protection)|"
    r"\bepi\b|"
    r"no (?:work|handling|access|exposure)|not\b|never|under (?:the |close |constant )?supervision|"
    r"supervised|after (?:\w+ )?training|trained|protective|prohibited|forbidden|excluded|training\b|"
    r"documentaire|recherche documentaire|etude (?:documentaire|de|sur)|litterature|redaction|"
    r"prevention|inventaire|dossier\w*|analyse des risques|etiquet\w*|reglement\w*|consignes?|"
    r"precautions?|modelis\w*|conception|plans? d|dessin|maquette|bibliograph\w*|simul\w*|statisti\w*"
)
RULES = re.compile(
    r"l\.? ?4153|code du travail|assur(?:e|ance|eur)|accident|le cas echeant|lorsque|\bsi (?:le|la|l')|"
    r"article|reglement interieur|vu le|peut etre affecte|declaration de derogation a l'inspect|"
    r"confidential"
)
STUDIED = re.compile(
    r"^\W*(?:[\w'-]+\W+){0,4}?(?:analys\w*|etud(?:es?|ie|ier|iera)|compar\w*|decri\w*|observ(?:er|era|e|"
    r"ations?)|enquet\w*|recens\w*|veille|"
    r"cartograph\w*|statisti\w*|bilan|comprendre|mesur\w*|modelis\w*|evalu\w*|note|memoire|recherches?|"
    r"rapport|"
    r"previ\w*|document\w*|jurisprudence|contentieux|interrog\w*|study|studying|analy[sz]\w*|survey\w*|"
    r"research\w*|"
    r"describ\w*|report\w*)\b[^.;]{0,110}$"
)


def dangers(case: Case) -> Iterator[Finding]:
    """Yield the first task that is dangerous, when nothing protects the intern."""
    text = case.reading.text
    for unit in case.units:
        found = None if RULES.search(unit.words) else danger(case, unit)
        if found is None:
            continue
        yield Finding(
            id="dangerous_tasks",
            level=Level.TO_CORRECT,
            title="Une tâche confiée est dangereuse",
            why="Il est interdit de confier à un stagiaire des tâches dangereuses pour sa santé ou sa "
            "sécurité. Pour un mineur, il faut en plus une déclaration à l’inspection du travail.",
            sources=(NO_DANGER,),
            quote=text.quote(*found),
            page=text.page_at(found[0]),
            ask="Cette tâche présente un danger. Pouvez-vous la retirer de la convention, ou préciser que "
            "je n’y participerai pas ?",
        )
        return


def studied(clause: str, found: re.Match[str]) -> str:
    """Return the words that lead to a danger, after the label of the field."""
    return clause[: found.start()].rpartition(":")[2] + " "


def danger(case: Case, unit: Unit) -> tuple[int, int] | None:
    """Return the place of a dangerous task in a sentence: exposed for sure, or severe and unguarded."""
    start = 0
    for clause in re.split(r"(?<=;)", unit.words):
        found = SEVERE.search(clause) or HAZARD.search(clause)
        if found and not DENIED.search(clause) and not STUDIED.search(studied(clause, found)):
            severe = SEVERE.search(clause) and not GUARDED.search(clause) and entrusted(case, unit)
            alone = ALONE.search(clause) and (SEVERE.search(clause) or BY_HAND.search(clause))
            if severe or ((alone or UNPROTECTED.search(clause)) and not RISK_AVOIDED.search(clause)):
                return unit.start + start + found.start(), unit.start + start + found.end()
        start += len(clause)
    return None


def entrusted(case: Case, unit: Unit) -> bool:
    """Tell whether a sentence is among the activities of the intern."""
    text = case.reading.text
    return any(
        passage.start < unit.end and unit.start < passage.end for passage in case.reading.missions
    ) or bool(
        re.search(
            r"stagiaire|etudiant|eleve|intern|student|missions?|activites|travaux|taches|jeune|apprenant|"
            r"\b(?:elle|tu|vous|she|you)\b|\bil (?!est|s'agit|faut|convient|y a)",
            text.prose[unit.start : unit.end],
        )
    )

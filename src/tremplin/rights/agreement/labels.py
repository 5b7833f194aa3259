"""Words by which agreements name people, parties and fields, in folded French and English.

Each entry is a regular expression over folded text (lower case, no accent). Feminine and
inclusive forms are written with `E` (« enseignant(e) », « étudiant·e », « élu/e »).
"""

import re

E = r"(?:e|\(e\)|[.·]e\b|-e\b|/e\b)?(?:s|\(s\)|[.·]s\b)?"

STUDENT = (
    rf"(?:stagiaires?|etudiant{E}(?:/etudiante)?|eleves?(?:[- ]ingenieur{E})?|"
    rf"apprenant{E}|apprenti{E}|interns?|students?|"
    rf"trainees?|"
    rf"jeune|beneficiaire du stage|candidat{E})"
)
SCHOOL = (
    r"(?:etablissement (?:d'enseignement|de formation|scolaire|universitaire|d'origine|de rattachement|"
    r"d'inscription)(?: (?:superieur|ou de formation|agricole|public|prive))*|etablissement|ecole|"
    r"universite|lycee|"
    r"organisme de formation|centre de formation|institut(?: de formation)?|faculte|iut|college|"
    r"maison familiale(?: rurale)?|mfr|cfa|iep|ifsi|insa|iae|ufr|campus|academie|efts|irts|"
    r"(?:higher )?(?:education|educational|academic|teaching|training|home|sending) (?:institution|"
    r"establishment)|"
    r"institution|university|school)"
)
HOST = (
    r"(?:organisme(?: d'accueil| public d'accueil)?|structure(?: d'accueil| accueillante)?|"
    r"entreprise(?: d'accueil| ou organisme d'accueil)?|etablissement d'accueil|societe(?: d'accueil)?|"
    r"collectivite(?: d'accueil| territoriale)?|association(?: d'accueil)?|administration(?: d'accueil)?|"
    r"service d'accueil|lieu d'accueil|lieu de stage|start-?up|accueil|site(?: qualifiant| d'accueil)?|"
    r"agence|cabinet|etude notariale|commune|mairie|clinique|hopital|centre hospitalier|musee|chef "
    r"d'entreprise|"
    r"laboratoire(?: d'accueil)?|unite d'accueil|employeur|milieu professionnel|"
    r"exploitation(?: agricole)?|terrain de stage|"
    r"(?:host|receiving|hosting) (?:organi[sz]ation|company|institution|structure|body|entity|firm|employer)|"
    r"company|host|firm|enterprise|employer)"
)
TEACHING = (
    rf"(?:pedagogique|academique|universitaire|enseignant{E}|ecole|de l'ecole|etablissement|"
    r"de l'etablissement(?: d'enseignement)?|de formation|formation|scolaire|iut|de l'iut|lycee|"
    r"de l'universite|du lycee|d'enseignement|cote ecole|\(ecole\)|\(etablissement\))"
)
REFERENT = (
    rf"(?:enseignant{E}[ -]*(?:chercheur{E} )?(?:-)?(?:referent{E}|tuteur|tutrice|responsable|encadrant{E}|"
    rf"charge{E} du suivi)|"
    rf"enseignant{E} de suivi|"
    rf"professeur{E} (?:referent{E}|responsable|charge{E} (?:du suivi|de suivre)|principal{E}? referent)|"
    rf"referent{E}[ -](?:pedagogique|academique|universitaire|enseignant{E}|ecole|de l'ecole|formation|"
    r"etablissement|de l'etablissement(?: d'enseignement)?|iut|scolaire)|"
    rf"tut(?:eur|rice)(?:[/.(-]*trice\)?)? {TEACHING}|"
    rf"(?:responsable|encadrant{E}|correspondant{E}|suiveur|tut(?:eur|rice)) {TEACHING}(?: du stage| "
    rf"referent)?|"
    rf"formateur(?:[/.(-]*trice\)?)? (?:referent{E}|de l'ecole|ifsi)|formatrice referente|"
    rf"(?:conseill(?:er|ere)|coordinat(?:eur|rice)|accompagnat(?:eur|rice)|superviseur{E}|charge{E} de suivi|"
    rf"referent{E}|garant{E}|coach) (?:pedagogique|academique|universitaire|scolaire|d'etudes|"
    rf"(?:de|a) l'(?:ecole|universite|etablissement|institut|iut)|(?:du|au) lycee|ecole|cfa)|"
    r"direct(?:eur|rice) (?:de memoire|d'etudes|academique)|"
    r"cadre (?:de sante )?(?:formateur|formatrice)|formateur referent du suivi|monit(?:eur|rice) referent{0}|"
    rf"(?:academic|university|school|faculty|pedagogical|teaching|educational|college|institution) "
    r"(?:supervisor|adviser|advisor|tutor|mentor|referent|referee|coordinator|contact)|"
    r"(?:referring|reference|supervising|referent|responsible|lead) (?:teacher|lecturer|professor|"
    r"instructor|faculty member)|"
    r"(?:teacher|lecturer|professor) in charge|(?:academic|teaching) staff supervisor)"
).replace("{0}", E)
TUTOR = (
    rf"(?:(?:tuteur|tutrice)(?:[/.(-]*(?:tutrice|trice|rice)\)?)?(?: ou tutrice)?|"
    rf"maitre(?:sse)?(?:[/.(-]*(?:maitresse|sse)\)?)? (?:de|du) stage|"
    rf"maitre d'apprentissage|(?:responsable|encadrant{E}) (?:du|de la|de l'|de|des)? ?(?:stage|{STUDENT})"
    rf"(?: (?:dans|en) (?:l'entreprise|l'organisme(?: d'accueil)?|entreprise))?|"
    rf"encadrant{E} (?:professionnel{E}|de terrain|technique|industriel|scientifique|en entreprise|dans "
    rf"l'organisme)|"
    rf"encadrant{E}|responsable scientifique|direct(?:eur|rice) de stage|"
    rf"referent{E} (?:professionnel{E}|en entreprise|entreprise|structure|organisme|societe|terrain|metier|"
    rf"(?:de|dans) la structure(?: d'accueil)?|d'accueil|dans l'organisme|de l'organisme d'accueil)|"
    rf"tuteur|formateur de terrain|professionnel de proximite|superviseur{E}|parrain|marraine|"
    rf"responsable hierarchique|accompagnat(?:eur|rice) (?:en entreprise|professionnel{E})|"
    r"(?:company|host|workplace|work|on-site|internship|industrial|professional|business|corporate|placement|"
    r"organi[sz]ation|field|industry) (?:supervisor|tutor|mentor|adviser|advisor)|mentor|line manager|"
    r"(?:supervisor|tutor)(?: (?:in|at|within) the (?:host|company)[a-z ]*)?)"
)
REFERENT_ALONE = (
    r"\b(?:le |la )referente?\b(?! (?:handicap|harcelement|laique|informatique|securite|qualite|numerique|"
    r"professionnel|en entreprise|entreprise|structure|terrain|metier|de la structure|d'accueil))"
)
"""How an agreement that calls its teacher « le Référent » goes on naming him or her."""
NAME_OF = (
    r"(?:(?:noms?(?:,| et| &|/|-|\s)*\s?prenoms?(?:,? (?:et )?(?:qualite|fonction|titre))?|prenoms?(?:,| "
    r"et| &|/|\s)*\s?noms?|"
    r"noms?|identite|coordonnees|(?:full |first and last |first name and )?names?(?: and (?:surname|"
    r"position|title|function))?)"
    r"\s*(?:\([^)]{0,40}\))?\s*(?:of |de |du |des |d')?\s*)"
)
ARTICLE = r"(?:l'|le |la |les |un |une |the |le ou la |la ou le |le/la |la/le |votre |son |sa )?"
TITLE = (
    r"(?:m\.|mm\.|mme|mlle|monsieur|madame|mademoiselle|dr\.?|pr\.?|prof\.?|professeure?|docteure?|"
    r"maitre|mr\.?|mrs\.?|ms\.?|me\b)"
)

FIELDS: dict[str, str] = {
    "full_name": (
        r"noms?(?:,| et| &|/|-|\s)*\s?prenoms?(?: usuels?)?|prenoms?(?:,| et| &|/|\s)*\s?noms?|full name|"
        r"first and last name|name and surname|surname and first name|identite|nom complet"
    ),
    "first_name": r"prenoms?(?: usuels?)?|first names?|given names?|forenames?",
    "last_name": r"nom (?:de famille|patronymique|de naissance|d'usage)|last name|family name|surname",
    "name": r"noms?(?: \(?ou (?:denomination sociale|raison sociale|denomination)\)?)?|raison sociale|"
        r"denomination(?: sociale)?|"
    r"nom (?:et|ou) (?:raison|denomination) sociale|legal name|company name|name|enseigne|intitule de la "
        r"structure|sigle et nom",
    "address": r"adresse(?: (?:postale|complete|du siege(?: social)?|professionnelle|personnelle|"
        r"administrative))?|address|"
    r"siege(?: social)?|domicilie[^:]{0,12}|registered office|demeurant(?: a| au)?|sise?(?: a| au)?",
    "place": r"ou ?\??|(?:adresse|lieux?)(?: exacte?)?(?: (?:du|de|d'execution du|de realisation du|de "
        r"deroulement du))? ?"
    r"(?:le |ou se deroule(?:ra)? le )?(?:stage|travail|la periode|affectation)|lieu(?:x)? d'(?:execution|"
        r"affectation|exercice)(?: du stage)?|"
    r"lieu principal(?: du stage)?|(?:place|location|site|address)(?: and address)? of (?:the "
        r")?(?:internship|work|placement)|"
    r"internship (?:location|address|place|site)|work(?:ing)? location|workplace|site(?: d'affectation)?|"
    r"lieu|adresse d'execution|location|implantation|lieu(?: effectif)? (?:de|du) stage",
    "town": r"ville|commune|localite|city|town|code postal (?:et|[-/]) ?(?:ville|commune)|cp[ /-]*ville|cp|"
        r"code postal",
    "phone": r"tel(?:ephone|\.)?(?: (?:portable|fixe|mobile|direct|pro))?|phone(?: number)?|portable|"
        r"mobile|fax|telecopie|gsm",
    "mail": r"mel|e-?mail(?: address)?|courriel|adresse (?:e-?mail|electronique|mail|courriel)|mail|@",
    "office": r"fonctions?|qualite(?: du representant)?|en qualite de|poste(?: occupe)?|titre|grade|statut|"
        r"position|function|job title|"
    r"role|title|profession|emploi|discipline",
    "representative": r"represente{0}? par(?: \([^)]*\))?|represented by|signataire|nom du (?:signataire|"
        r"representant(?: legal)?|responsable|"
    r"directeur|chef d'etablissement|proviseur)|representant(?: legal)?|directeur|directrice|proviseur|"
        r"proviseure|gerant|"
    r"dirigeant|maire|president|responsable legal|chef d'(?:entreprise|etablissement)|legal representative",
    "service": r"services?(?: (?:d'accueil|d'affectation|dans lequel [^:]*))?|department|unite|service / "
        r"unite|composante(?: ?/ ?ufr)?|ufr|"
    r"departement|direction|pole|laboratoire",
    "identifier": r"siret|siren|n[°o]? ?(?:de )?(?:siret|siren|rne|uai|etudiant|ine|securite sociale|"
        r"d'immatriculation|finess|rna)|"
    r"numero (?:d'etudiant|siret|siren|ine|de securite sociale|etudiant|national)|code (?:ape|naf|uai)|ape|"
        r"naf|rne|uai|rcs|"
    r"student (?:number|id)|registration number|immatriculee?",
    "birth": r"nee?(?:\(e\)|[.·]e|/e)? le|date (?:et lieu )?de naissance|date of birth|born(?: on)?|"
        r"naissance|age",
    "sex": r"sexe|gender|genre|civilite|nationalite|nationality",
    "year": r"annee (?:universitaire|scolaire|d'etudes?|academique)|academic year|school year|promotion|"
        r"semestre|groupe",
    "subject": r"(?:sujet|theme|titre|objet|intitule|thematique)(?: (?:du|de|de la) (?:stage|periode|"
        r"mission|projet))?|"
    r"(?:internship )?(?:topic|subject|title)(?: of the internship)?",
    "interns": rf"(?:(?:nombre|nb)(?: total)? (?:de |d'))?(?:autres )?(?:{STUDENT}|conventions? de stage)"
        rf"(?: [^:\n]{{0,60}})?\b(?:present|accueil|simultane|en cours|recu|suivi|encadre|tutor|accompagn|"
        r"hosted|supervis|follow|at once|at the same time|meme temps|meme periode)[^:\n]{0,70}|"
        r"conventions? (?:de stage )?(?:en cours|suivies|simultanees)[^:\n]{0,60}|"
        r"(?:number of |other )+(?:interns|trainees|students) (?:hosted|supervised|followed|present|"
        r"currently|"
        r"at)[^:\n]{0,60}",
    "training": r"(?:dans |pour )?(?:quelle formation|quel diplome)|(?:intitule|libelle|"
        r"designation) (?:complet|exact|precis|officiel)|(?:intitule|nom|"
        r"libelle|titre|designation)(?: (?:complet|exact|precis))?(?: (?:de la|du|"
        r"de l'|des))? ?"
    r"(?:formation|cursus|diplome|parcours|specialite|programme|section|filiere|etudes)(?: [^:\n]{0,160})?|"
    r"formation(?: (?:suivie|preparee|concernee|initiale|dispensee|en cours))?|diplome(?: (?:prepare|vise|"
        r"concerne|ou titre prepare))?(?:,? (?:et|ou|/) ?(?:la |l'|sa )?(?:classe|niveau|specialite|option|"
        r"annee|filiere|parcours|section))*(?: \([^)]*\))?|"
    r"cursus(?: (?:suivi|concerne))?|classe(?: frequentee| suivie)?|filiere|section|specialite|"
    r"parcours(?: de formation)?|niveau d'etudes?(?: et specialite)?|"
    r"(?:title of (?:the )?)?(?:degree|programme|program|course|curriculum|training)(?: (?:title|name|of "
        r"study|followed|prepared|enrolled in))?|"
    r"(?:name|title|full title) of (?:the )?(?:degree|programme|program|course|curriculum|training)(?: "
        r"[^:\n]{0,60})?|"
    rf"horaire \(annuel(?: ou semestriel)?\)|etudiant{E} en(?: \([^)]*\))?|inscrit{E} en|prepare(?: le "
        rf"diplome)?|preparant(?: le)?|enrolled in|annee de formation",
    "training_hours": r"(?:volume d'|heures d')(?:enseignements?|cours)[^:\n]{0,40}|"
        r"volume pedagogique[^:\n]{0,40}|volume de cours|heures "
        r"de cours[^:\n]{0,30}|enseignements? de l'annee[^:\n]{0,40}|volume(?:s)? (?:horaire|d'heures|"
        r"global|annuel)[^:\n]{0,90}|nombre d'heures(?: (?:annuel|annuelles?|total))? (?:de |"
        r"d')(?:formation|enseignements?|cours)[^:\n]{0,40}|"
    r"heures (?:de |d')(?:formation|enseignements?|cours)[^:\n]{0,40}|(?:number of )?(?:teaching|training|"
        r"taught|class|course|instruction|contact) hours[^:\n]{0,40}|"
    r"(?:annual )?(?:teaching|training|course) volume[^:\n]{0,40}|"
        r"volume of (?:teaching|training)[^:\n]{0,30}",
    "activities": r"(?:travaux et observations|activites et observations)(?: confie[a-z]*)?|ce (?:que|qu') "
        r"?(?:fera|va faire|realisera|l'etudiant\S*|l'eleve|le (?:jeune|stagiaire)|la stagiaire|il(?: ou "
        r"elle)?|elle|iel)(?: (?:fera|va faire|realisera|l'etudiant\S*|l'eleve|le (?:jeune|stagiaire)|la "
        r"stagiaire))?|(?:(?:principales?|descriptif des|liste des|nature des|description des|contenu des) "
        r")?"
    r"(?:activites|missions?|taches|travaux|fonctions)(?: (?:principales?|prevues?|proposees?|envisagees?))?"
    r"(?:(?:,| et| ou| /|/|,? et/ou) (?:activites|missions?|taches|travaux))*"
    r"(?: (?:qui (?:lui )?(?:seront|sont) )?(?:confiees?|prevues?|proposees?|a realiser|a accomplir|"
        r"realisees?|exercees?|principales|"
    r"du stage|du stagiaire|de l'etudiant\S*|de l'eleve|du ou de la stagiaire|de la stagiaire|attribuees?|"
        r"a effectuer|envisagees?|demandees?)[^:\n]{0,60})*|"
    r"(?:contenu|descriptif)(?: (?:detaille|du|de la|des|de) ?(?:stage|mission|missions|travail|travaux|"
    r"periode|activites|pfmp)?)?|(?:programme|description|nature|plan) (?:detaille )?(?:du|de la|des|de) ?"
    r"(?:stage|mission|missions|travail|travaux|periode|activites|pfmp)|"
    r"(?:main |principal |planned )?(?:activities|tasks|assignments?|duties|missions?|responsibilities)(?: "
        r"[^:\n]{0,50})?|"
    r"(?:description|content|programme) of (?:the )?(?:internship|work|tasks|activities)|internship "
        r"(?:description|content|programme|missions?|activities|tasks)|"
    r"work (?:programme|plan)|job description|le stagiaire (?:devra|sera charge de|aura pour missions?)|"
    r"(?:elle|il) (?:sera charge\S* de|aura pour missions?)",
    "skills": r"ce qu(?:e |')(?:apprendra (?:l'etudiant\S*|l'eleve|le (?:jeune|stagiaire)|la stagiaire)|"
        r"(?:l'etudiant\S*|l'eleve|le (?:jeune|stagiaire)|la stagiaire|il(?: ou elle)?|elle|iel) "
        r"(?:apprendra|va apprendre|saura faire|doit apprendre))|(?:le jeune|le stagiaire|la stagiaire|"
        r"l'etudiant\S*|l'eleve|il|elle) (?:va apprendre|apprendra|saura|sera capable|devra savoir)(?: a| "
        r"de)?|apprentissages? [^:\n]{0,40}|(?:(?:principales|liste des|objectifs et) "
        r")?competences?[^:\n]{0,110}|(?:savoir[s-]faire|savoirs|capacites|aptitudes|acquis)[^:\n]{0,60}|"
    r"(?:skills?|competenc(?:e|ie)s|learning (?:outcomes?|objectives|goals)|abilities)[^:\n]{0,80}|"
    r"objectifs? (?:pedagogiques?|de formation|d'apprentissage|professionnels?)[^:\n]{0,60}",
    "supervision": r"comment ?\?|accompagnement|comment (?:il|elle|iel|l'etudiant\S*|le stagiaire|la "
        r"stagiaire|l'eleve|le jeune) sera (?:suivi|encadre|accompagne)\S*|(?:modalites|conditions|"
        r"organisation|rythme|frequence|description) (?:d'|de |du |de l')?(?:l')?(?:encadrement|suivi|"
        r"accompagnement|tutorat|accueil et d'encadrement)[^:\n]{0,110}|"
    r"(?:encadrement|suivi|accompagnement)(?: (?:pedagogique|du stage|prevu|et suivi|du stagiaire))?|"
        r"suivi(?: et| /) ?encadrement|"
    r"(?:supervision|monitoring|follow-?up)(?: (?:arrangements|procedures|methods|modalities|and "
        r"[a-z-]+))?[^:\n]{0,60}",
    "pay": r"(?:le )?(?:montant (?:mensuel |horaire |brut |total |net )*(?:de la |de )?)?(?:gratification|"
        r"indemnite(?: de stage)?|indemnisation|remuneration)"
    r"(?: (?:mensuelle|horaire|de stage|brute|prevue|versee|due|est fixee?)*)[^:\n]{0,60}|montant(?: "
        r"[^:\n]{0,40})?|"
    r"(?:internship |amount of (?:the )?)?(?:allowance|gratuity|gratification|stipend|compensation|"
        r"remuneration|bonus|pay)(?: [^:\n]{0,40})?|amount",
    "payment": r"periodicite(?: et mode)?|(?:modalites?|periodicite|mode|date|frequence|rythme)(?: (?:et "
        r"mode))?(?: (?:de|du|des))? ?(?:son )?(?:versements?|paiements?|reglement)[^:\n]{0,40}|versement|"
    r"paiement|(?:payment|terms of payment|frequency of payment|method of payment|payment (?:method|terms|"
        r"frequency|schedule))[^:\n]{0,30}",
    "benefits": r"(?:liste des |autres |nature des )?avantages?[^:\n]{0,100}|(?:other )?(?:benefits|"
        r"advantages|perks)[^:\n]{0,60}",
    "benefit": r"(?:restauration|transports?|hebergement|repas|titres?-restaurants?)(?: [^:\n]{0,40})?",
    "leave": r"(?:nombre de jours de )?(?:conges?|autorisations? d'absences?)[^:\n]{0,110}|jours? de "
        r"conges?[^:\n]{0,40}|"
    r"(?:number of )?(?:days (?:of leave|off)|leave(?: days)?|holidays?|time off)[^:\n]{0,60}",
    "absences": r"absences?[^:\n]{0,60}",
    "presence": r"(?:presence|travail|cas particuliers|jours? feries?|nuit)[^:\n]{0,90}|si le stagiaire "
        r"doit[^:\n]{0,180}|"
    r"(?:night|sunday|public holiday)[^:\n]{0,80}",
    "schedule": r"horaires?(?! hebdo)[^:\n]{0,60}|emploi du temps[^:\n]{0,40}|jours? (?:et horaires? )?de "
        r"(?:presence|travail)[^:\n]{0,40}|"
    r"(?:working |office )?(?:hours|schedule|timetable)(?! ?/)[^:\n]{0,40}|repartition[^:\n]{0,60}|"
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|"
        r"saturday|sunday",
    "weekly": r"combien d'heures (?:par|chaque) semaine|(?:duree|presence|total|temps|horaire|volume|"
        r"nombre d'heures)(?: horaire| de presence| "
    "de travail)? "
        r"(?:hebdomadaire|par semaine|a la semaine)[^:\n]{0,80}|heures ?/ ?(?:semaine|sem\b)[^:\n]{0,20}|"
        r"h ?/ ?(?:semaine|sem)|"
        r"(?:presence|temps) par semaine|rythme(?: hebdomadaire)?|(?:nombre d')?heures (?:par semaine|"
        r"hebdomadaires)[^:\n]{0,40}|temps de (?:presence|travail)[^:\n]{0,40}|"
    r"weekly (?:hours|working time|duration|attendance|presence)[^:\n]{0,40}|hours per week|"
    r"hebdo(?:madaire)?",
    "duration": r"combien (?:d'heures|de temps)(?: (?:en tout|au total|de presence|de stage|dure\w*))?|"
        r"(?:total )?number of hours(?! (?:per|a|of (?:t|c|l|i)))[^:\n]{0,60}|total hours[^:\n]{0,40}|"
        r"(?:nb|nombre)? ?(?:d')?heures (?:effectives|de presence|de stage)[^:\n]{0,40}|volume "
        r"horaire (?:du|de|total du) stage|duree(?: (?:totale|prevue|du stage|effective|de la periode|de "
        r"presence|globale))*[^:\n]{0,80}|correspondant a|representant|"
    r"(?:total )?(?:duration|length)[^:\n]{0,60}|total(?: [^:\n]{0,30})?|nombre (?:total )?d'heures(?! par|"
        r" hebdo| d'ens| de form| de cours| annuel)[^:\n]{0,60}|nombre de (?:jours|semaines|"
        r"mois)[^:\n]{0,40}",
    "dates": r"quand ?\??|dates?(?: (?:du stage|prevues?|et duree))?|periodes?[^:\n]{0,40}|"
        r"calendrier[^:\n]{0,30}|dates? de debut[^:\n]{0,30}|debut[^:\n]{0,30}|"
    r"dates? de fin[^:\n]{0,30}|fin(?: du stage| prevue)?|(?:start|starting|beginning|commencement)(?: "
        r"date)?|(?:end|ending|finish|completion)(?: date)?|"
    r"(?:internship |start and end )?dates?(?: of (?:the )?internship)?|period[^:\n]{0,30}|du|au|le|from|to",
    "headcount": r"code naf / effectif|effectifs?[^:\n]{0,60}|nombre (?:total )?de (?:salaries|agents|"
        r"personnels|collaborateurs|employes)[^:\n]{0,40}|"
    r"(?:number of employees|headcount|workforce|staff)[^:\n]{0,30}",
    "signature": r"(?:nom(?:,| et)? )?(?:date(?:,| et) )?signatures?(?: et [^:\n]{0,30}| de [^:\n]{0,40}| "
        r"du [^:\n]{0,40})?|cachet[^:\n]{0,30}|fait(?: a)?|signed|lu et approuve|visa",
    "insurance": r"assurance[^:\n]{0,70}|(?:compagnie|assureur|police|n[°o] de (?:police|"
        r"contrat))[^:\n]{0,40}|responsabilite civile[^:\n]{0,40}|insurance[^:\n]{0,40}|caisse "
        r"primaire[^:\n]{0,90}|cpam[^:\n]{0,40}",
    "comment": r"commentaires?|observations?|remarques?|precisions?|autres?|divers|nota(?: bene)?|n\.?b\.?|"
        r"comments?|note|notes",
}  # fmt: skip

FOLLOWED_BY = (
    r"(?:suivi|encadrement|accompagnement|contact|correspondant|personne (?:chargee|responsable|en "
    r"charge)[^:\n]{0,50}|followed|supervised)(?: (?:par|a|de|au sein de|dans|cote|en|du cote de|at|by)(?: "
    r"l'| la| le| the)?| du| au|,)? ?"
)
"""How a label names who follows the intern by the place alone: « Suivi université »."""
FOLLOWED_AT_SCHOOL = (
    rf"{FOLLOWED_BY}(?:universite|ecole|lycee|iut|institut|ifsi|faculte|ufr|college|cfa|"
    r"etablissement(?: d'enseignement| de formation)?|school|university)"
)
FOLLOWED_AT_HOST = (
    rf"{FOLLOWED_BY}(?:entreprise|structure|organisme(?: d'accueil)?|musee|association|societe|mairie|"
    r"laboratoire|agence|cabinet|hopital|collectivite|service d'accueil|company|host(?: organi[sz]ation)?)"
)
ROLES = {
    "referent": rf"{NAME_OF}?{ARTICLE}(?:{REFERENT}|{FOLLOWED_AT_SCHOOL})[^:\n…]{{0,90}}?",
    "tutor": rf"{NAME_OF}?{ARTICLE}(?:{TUTOR}|{FOLLOWED_AT_HOST})[^:\n…]{{0,90}}?",
    "student": rf"{NAME_OF}?{ARTICLE}{STUDENT}(?: [^:\n…]{{0,30}})?",
    "school": rf"{NAME_OF}?{ARTICLE}{SCHOOL}(?: [^:\n…]{{0,40}})?",
    "host": rf"{NAME_OF}?{ARTICLE}{HOST}(?: [^:\n…]{{0,40}})?",
}
SECTIONS = (
    ("referent", rf"(?:encadrement (?:du {STUDENT} )?par (?:l'|le |la )?{SCHOOL}|(?:pour "
        rf")?{ARTICLE}{REFERENT}.{{0,40}}|encadrement pedagogique)"),
    ("tutor", rf"(?:encadrement (?:du {STUDENT} )?(?:par|dans|en) (?:l'|le |la )?{HOST}|(?:pour "
        rf")?{ARTICLE}{TUTOR}(?: .{{0,40}})?|encadrement professionnel)"),
    ("student", rf"(?:concernant |et |pour )?{ARTICLE}{STUDENT}(?: .{{0,40}})?|(?:renseignements|"
        rf"informations|identite)[a-z' ]*{STUDENT}.{{0,20}}|(?:about|information on|details of) the "
        rf"{STUDENT}"),
    ("host", rf"(?:et )?{ARTICLE}{HOST}(?: (?:ou|et|en|\(|-|d'accueil|ci-).{{0,40}})?|(?:renseignements|"
        rf"informations|identification)[a-z' "
        rf"]*{HOST}.{{0,20}}|{HOST} information"),
    ("school", rf"(?:entre )?{ARTICLE}{SCHOOL}(?: (?:ou|et|d'ens|de form|d'orig|\(|-|ci-).{{0,50}})?|"
        rf"(?:renseignements|informations|"
        rf"identification)[a-z' ]*{SCHOOL}.{{0,20}}"),
)  # fmt: skip

LABEL_WORDS = frozenset(
    re.findall(
        r"\w+",
        "etablissement enseignement formation scolaire universitaire superieur organisme accueil structure "
        "entreprise ecole lycee universite institut institution college faculte iut centre de la le les du "
        "des ou et un une host receiving hosting organisation organization company school university the "
        "education educational higher stage stagiaire presentation identification renseignements "
        "informations "
        "information partie parties public prive origine rattachement inscription professionnel "
        "professionnelle societe association administration collectivite territoriale employeur article "
        "section cadre titre rubrique fiche volet bloc encadre part party concernant entre accueillante "
        "accueillant inscrit envoi sending home second first pour par milieu lieu site qui en of about "
        "details "
        "agricole maison familiale rurale cfa ufr composante academic teaching training between and vous "
        "nous "
        "premiere deuxieme troisieme ci apres denomme denommee designe designee dessous dit dite nom noms "
        "denomination raison sociale adresse complete complet complets coordonnees designation siege name "
        "names address legal exact exacte full intitule cachet lettres capitales il elle iii ii iv vi entity "
        "body firm business sur laquelle dans lequel se deroule",
    )
)
"""Words of the labels of a party; any other word in such a line belongs to a name."""


def own_words(folded: str) -> list[str]:
    """Return the words of a heading that a mere label would not bear, as those of a proper name."""
    return [word for word in re.findall(r"[a-z]{2,}", folded) if word not in LABEL_WORDS]


def at_end(pattern: str) -> re.Pattern[str]:
    """Compile a label to be found just before a colon."""
    return re.compile(rf"(?:^|(?<=[\s|;,.)☐☒/(•>\"'-]))(?:{pattern})\s*(?:\([^)\n]{{0,120}}\)\s*)?\*?$")

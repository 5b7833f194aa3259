"""Invented people, as other programs hold their résumés."""

from typing import Any, Final

MALO: Final[dict[str, Any]] = {
    "$schema": "https://jsonresume.example/schema.json",
    "basics": {
        "name": "Malo Kervella",
        "label": "Étudiant en M1 Supply chain",
        "image": "",
        "email": "malo.kervella@perso.example",
        "phone": "+33 6 39 98 20 21",
        "summary": "Je cherche une alternance.\n\nRythme : 3 semaines / 1 semaine.",
        "location": {"address": "12 rue Imaginaire\nApt 4", "postalCode": "01000", "countryCode": "FR"},
        "profiles": [{"network": "GitHub", "username": "malok"}],
        "x-permis": "B",
    },
    "work": [
        {
            "name": "Transports Bellerive",
            "position": "Assistant logistique (stage)",
            "startDate": "2026-04",
            "endDate": "2026-07-31",
            "highlights": ["Réduction de 12 % des ruptures sur 40 références"],
        },
        {"name": "Librairie du Vieux-Port", "startDate": "2024", "highlights": []},
    ],
    "volunteer": [{"organization": "Repair Café de l’Ain", "startDate": "2025-01"}],
    "education": [
        {"institution": "Université Fictive", "studyType": "Master 1", "courses": ["Flux"], "score": ""}
    ],
    "awards": [{"title": "2e prix", "date": "2026-03-14", "awarder": "Association", "summary": ""}],
    "certificates": [{"name": "Excel", "date": "2025-11-08", "issuer": "Organisme Fictif"}],
    "publications": [],
    "skills": [{"name": "Données", "level": "Intermédiaire", "keywords": ["Python", "SQL"]}],
    "languages": [{"language": "Anglais", "fluency": "B2 (TOEIC 845)"}],
    "interests": [{"name": "Voile", "keywords": ["Dériveur"]}],
    "references": [{"name": "Anaël Quentrec", "reference": "« Fiable. »"}],
    "projects": [{"name": "Carte des quais", "roles": ["Responsable"], "type": "application"}],
    "meta": {"version": "v1.0.0", "lastModified": "2026-11-20T18:04:00"},
}

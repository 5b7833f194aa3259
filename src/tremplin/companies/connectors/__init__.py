"""Public services that know companies and places: off until the student turns one on."""

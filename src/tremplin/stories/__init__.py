"""Récits: what was lived told with its proof: stories, résumé, interview."""

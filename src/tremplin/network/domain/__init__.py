"""What Réseau knows without a database: names, and how people are tied."""

from tremplin.network.domain.names import folded as folded

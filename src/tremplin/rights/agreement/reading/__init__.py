"""From a file to pages of lines in reading order, in this process or, safer, in a child."""

from tremplin.rights.agreement.reading.child import read_in_child
from tremplin.rights.agreement.reading.files import read
from tremplin.rights.agreement.reading.limits import LIMITS, Limits

__all__ = ["LIMITS", "Limits", "read", "read_in_child"]

"""twosource: reads many reports of an event and makes one sourced record.

The verbs of the command line are functions of `twosource.api`. Two of them, `origins` and `stories`, go by the names of
folders of this package, so that they are not among those that can be had from here.
"""

from twosource import api
from twosource.api import Options, Outcome, annotate, brief, explain, read

__all__ = ["Options", "Outcome", "__version__", "annotate", "api", "brief", "explain", "read"]
__version__ = "0.1.0"

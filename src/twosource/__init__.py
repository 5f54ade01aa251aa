"""twosource: reads many reports of an event and makes one sourced record.

The verbs of the command line are functions of `twosource.api`. Two of them, `origins` and `stories`, go by the names of
folders of this package, so that they are not among those that can be had from here.
"""

TYPE_CHECKING = False  # as in `typing`, which takes longer to load than all that is here
if TYPE_CHECKING:
    from twosource import api
    from twosource.api import Options, Outcome, annotate, brief, explain, read

__all__ = ["Options", "Outcome", "__version__", "annotate", "api", "brief", "explain", "read"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """What `twosource.api` has, loaded when it is asked for: the command handles Ctrl-C before (`__main__.py`)."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    api = import_module("twosource.api")
    found: object = api if name == "api" else getattr(api, name)
    return found

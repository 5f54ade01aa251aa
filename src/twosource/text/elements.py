"""HTML elements as far as the visible text needs them: which break lines, which hide text, which close one another."""

from __future__ import annotations


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


BLOCKS: frozenset[str] = _names(
    """address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption
    figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup
    option p pre search section select summary table tbody td textarea tfoot th thead tr ul"""
)
"""Elements that begin and end a line; table cells and controls too, which keeps them from the prose."""

VOID: frozenset[str] = _names(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr"
)
"""Elements without content and without an end tag."""

RAW: frozenset[str] = _names("script style title noscript iframe noembed noframes xmp")
"""Elements whose content is no markup, and is not shown in the page (a browser with scripts shows no noscript)."""

UNSEEN: frozenset[str] = _names("template svg canvas audio video object datalist applet")
"""Elements whose content is markup that a reader does not see: fallbacks, drawings, templates."""

PREFORMATTED: frozenset[str] = frozenset({"pre", "listing", "textarea"})
"""Elements whose white space is kept."""

CLOSES: dict[str, tuple[tuple[str, ...], str]] = {
    "li": (("li",), "ul ol menu"),
    "dt": (("dt", "dd"), "dl"),
    "dd": (("dt", "dd"), "dl"),
    "tr": (("tr",), "table"),
    "td": (("td", "th"), "table"),
    "th": (("td", "th"), "table"),
    "tbody": (("thead", "tbody", "tfoot"), "table"),
    "tfoot": (("thead", "tbody", "tfoot"), "table"),
    "option": (("option",), "select datalist"),
    "optgroup": (("optgroup",), "select"),
    "a": (("a",), "table"),
}
"""A start tag ends the open elements named first, but none outside the innermost element named second.

After the HTML Standard, 13.1.2.4 and 13.2.6.4.7."""

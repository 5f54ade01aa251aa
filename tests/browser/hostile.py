"""A thousand strings that want to run in a reader's browser, laid into reports where a page would show them.

Each calls `hit`, which a test watches. The shapes follow OWASP's list of ways past filters; the words are ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

SHAPES = (
    "<script>{call}</script>",
    "<ScRiPt src=data:text/javascript,{call}></ScRiPt>",
    "<img src=x onerror={call}>",
    "<img src='x' onerror='{call}'/>",
    "<svg onload={call}>",
    "<svg><script>{call}</script></svg>",
    "<svg><animate onbegin={call} attributeName=x dur=1s>",
    "<math><mtext><table><mglyph><style><img src=x onerror={call}>",
    "<iframe srcdoc='<script>parent.{call}</script>'></iframe>",
    "<iframe src=javascript:{call}></iframe>",
    "<object data='javascript:{call}'></object>",
    "<embed src='javascript:{call}'>",
    "<a href='javascript:{call}'>more</a>",
    "<form action='javascript:{call}'><button>go</button></form>",
    "<input autofocus onfocus={call}>",
    "<details open ontoggle={call}>",
    "<video><source onerror={call}>",
    "<body onload={call}>",
    "<meta http-equiv=refresh content='0;url=javascript:{call}'>",
    "<base href='javascript:{call}//'>",
    "<link rel=stylesheet href='data:text/css,*{{background:url(javascript:{call})}}'>",
    "<style>@import 'javascript:{call}';</style>",
    "<div style='background:url(javascript:{call})'>",
    "<template><script>{call}</script></template>",
    "{{{{ {call} }}}}",
)
WRAPPINGS = (
    "{}",
    '"{}',
    "'{}",
    '">{}',
    "'>{}",
    "--> {} <!--",
    "</title>{}",
    "</textarea></style>{}",
    "]]>{}",
    "&lt;b&gt;{}",
)
PLACES = ("title", "byline", "quote", "url")

REPORTS = len(SHAPES) * len(WRAPPINGS)
STRINGS = REPORTS * len(PLACES)


def reports() -> Iterator[dict[str, str]]:
    """So many rows of JSONL, each with a hostile title, byline, quotation and address, each of its own."""
    for number, (shape, wrapping) in enumerate(product(SHAPES, WRAPPINGS)):
        title, byline, quote, url = (wrapping.format(shape.format(call=f"hit({number}.{n})")) for n in range(4))
        yield {
            "id": f"hostile-{number}",
            "title": f"Bridge {title} closed in Osterlund",
            "outlet": f"Post {byline}",
            "url": f"javascript:hit({number}.4)//{url}" if number % 2 else f"https://post.example.org/{url}",
            "date": "2031-05-05",
            "text": (
                f"By Ann {byline} Roe\n\n"
                f"OSTERLUND, May 5, 2031 - The bridge {title} in Osterlund was closed on Monday, police said.\n\n"
                f'"We closed the bridge {quote} at noon," mayor Tor {byline} Lind said. '
                f"Police arrested {number + 2} men at the bridge {quote}.\n\n"
                f"Lind said that the bridge {quote} would stay closed until Friday.\n"
            ),
        }

"""Invented reports for these tests."""

from __future__ import annotations

from twosource.model import Article, Block, Claim, Page, Published, Record, Role, Selector, WireCredit, page_id

COPY = (
    "A freight train carrying grain left the rails outside Halden early on Monday and blocked the line to the coast.",
    "Eleven wagons overturned on a curve where the track had been relaid in spring, the railway inspectorate said.",
    "The driver was treated for a broken arm while his assistant walked three kilometres to raise the alarm.",
    "Crews with two cranes expect to clear the curve by Thursday, and buses will carry commuters until then.",
    "Farmers along the valley fear that the harvest will rot in the silos if the line stays shut for longer.",
)
OWN = (
    "In the station cafe at Halden the talk on Monday was of little else, and the owner had brewed coffee since four.",
    "Her brother drove the breakdown lorry that reached the curve first, an hour before anyone closed the road.",
    "The mayor of the town wants an inquiry into why the curve was relaid by a firm that had never built a railway.",
    "Schools opened late because half of the teachers travel by train from the villages further down the valley.",
)


def report(
    *paragraphs: str, name: str, day: str | None = None, wire: tuple[str, Role] | None = None, outlet: str | None = None
) -> tuple[Page, Article]:
    """A page of these paragraphs, all body, with an agency's credit as a last line where `wire` gives one."""
    lines = [*paragraphs, *([wire[0]] if wire else [])]
    text = "\n".join(lines)
    page = Page(
        id=page_id(f"{name}{text}".encode("utf-8", "surrogatepass")), location=name, media_type="text/plain", text=text
    )
    blocks, at = [], 0
    for n, line in enumerate(lines):
        if line.strip():
            role: Role = wire[1] if wire and n == len(paragraphs) else "body"
            blocks.append(Block(role=role, start=at, end=at + len(line)))
        at += len(line) + 1
    wires = ()
    if wire:
        at = text.index("AP", text.rindex("\n") + 1 if "\n" in text else 0)
        wires = (WireCredit(name="AP", selector=Selector.of(page, at, at + 2)),)
    published = Published(value=day, precision="day", basis="given") if day else None
    article = Article(
        id=f"article:{name}",
        page=page.id,
        blocks=tuple(blocks),
        language="en",
        outlet=outlet,
        wires=wires,
        published=published,
    )
    return page, article


def record(*reports: tuple[Page, Article]) -> Record:
    """The record of these reports with one text claim for every block."""
    claims = tuple(
        Claim(
            id=f"claim:{a.id}:{b.start}", article=a.id, kind="text", ref=None, selector=Selector.of(p, b.start, b.end),
            asserted_by="article",
        )
        for p, a in reports
        for b in a.blocks
    )  # fmt: skip
    return Record(pages=tuple(p for p, _ in reports), articles=tuple(a for _, a in reports), claims=claims)

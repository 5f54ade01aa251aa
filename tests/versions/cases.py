"""The cases: what each capture says, and what is expected."""

from __future__ import annotations

from tests.versions.made import HERALD, POST, Case, Seen

FIRE = """Fire on the quay of Halden
HALDEN - Twelve people were killed when a fire destroyed a storehouse on the quay of Halden on Monday, police said.
The fire began at noon in the office of the Northern Shipping Company, chief inspector Ann Roe said.
“Nobody had told us that there was paint in the cellar,” Roe said.
Divers searched the harbour for two workers until dark.
The storehouse was built in 1911 and belongs to the county."""

TOLL = "Twelve people were killed when a fire destroyed a storehouse on the quay of Halden on Monday, police said."
RETRACTED = """RETRACTED: Fire on the quay of Halden
This article has been retracted because its facts could not be confirmed by our desk."""
NINE = FIRE.replace("Twelve people", "Nine people")
NOTICE = "\nCorrection: An earlier version of this story misstated the number of dead."
MEND = "\nThis story has been corrected."
MORE = """
The county will pay for the funerals, its council said on Tuesday.
A school next to the quay stays closed until Thursday."""

HERALD_FIRE = """Storehouse burns in Halden
Police in Halden counted 12 dead after a storehouse on the quay burned down on Monday.
The harbour master, Olav Lie, ordered all ships out of the port.
Neighbours saw thick black smoke over the roofs and heard two loud bangs."""

OTHER = """Live: the council votes on the bridge
Councillors in Moss began their debate on the new bridge in the afternoon, and the gallery was full.
Supporters of the toll waved green flags outside the town hall all day long.
A vote is expected late in the evening, the clerk announced."""


STRIKE = """Strike shuts port of Moss
Dock workers in Moss walked out at dawn on Tuesday over pay, shutting the port to all ships.
About 300 workers stood at the gates with flags, union leader Per Dahl said.
“We will stay here until they talk to us,” Dahl told reporters.
Three container ships were waiting in the fjord at noon.
The port company said it had made a fair offer last week.
The walkout is the first at the port since 2019."""

STRIKE_LATER = """Ships diverted as Moss port strike enters second day
The port of Moss stayed closed on Wednesday as dock workers kept up a walkout, and shippers sent vessels elsewhere.
Union leader Per Dahl said some 350 workers were now at the gates.
“We are ready for weeks of this,” he told reporters.
Two of the three container ships that had waited in the fjord left for Oslo, the coast guard said.
The port company, which says it made a fair offer last week, asked a mediator to step in.
It is the first strike at the port since 2019."""


def post(text: str, at: str | None = "10:00", url: str = POST) -> Seen:
    """A capture of the one page of the Post."""
    return Seen(text, at, url=url)


def herald(text: str, at: str = "11:00") -> Seen:
    """A capture of the one page of the Herald."""
    return Seen(text, at, outlet="Herald", url=HERALD)


def changed(one: str, other: str, more: str = "") -> tuple[Seen, Seen]:
    """The report, and at 14:05 the same with some words replaced and some lines more."""
    assert one in FIRE
    return post(FIRE), post(FIRE.replace(one, other) + more, "14:05")


CASES = [
    Case("one capture", [post(FIRE)], versions=[1]),
    Case("captured twice, the same bytes", [post(FIRE), post(FIRE, "12:00")], versions=[1, 1]),
    Case(
        "white space, punctuation, quotation marks",
        changed(
            "“Nobody had told us that there was paint in the cellar,” Roe",
            '"Nobody had told us, that there was  paint in the cellar", Roe',
        ),
        versions=[1, 1],
    ),
    Case("a slip of the pen", [post(FIRE.replace("storehouse", "storehuose")), post(FIRE, "14:05")], versions=[1, 2]),
    Case("spelled in figures", changed("Twelve people", "12 people"), versions=[1, 1]),
    Case(
        "only a line that tells the time",
        changed("Divers searched", "Updated 5 min ago\nDivers searched"),
        versions=[1, 1],
    ),
    Case(
        "a number, without a notice",
        changed("Twelve people", "Nine people"),
        steps=["updated"],
        moved=[("quantity", ("Twelve", "Nine"))],
        versions=[1, 2],
        brief=["Post first said “Twelve”; since 14:05 UTC on 5 May 2031 it says “Nine”"],
    ),
    Case(
        "a number, with a notice",
        [post(FIRE), post(NINE + NOTICE, "14:05")],
        steps=["corrected"],
        moved=[("quantity", ("Twelve", "Nine"))],
        versions=[1, 2],
        brief=["Post first said “Twelve”; since 14:05 UTC on 5 May 2031 it says “Nine”, and calls it a correction"],
    ),
    Case(
        "agency style of correcting",
        [
            post(FIRE),
            post(
                "(Corrects death toll in first paragraph)".join(
                    ["Fire on the quay of Halden\n", "\n" + NINE.partition("\n")[2]]
                ),
                "14:05",
            ),
        ],
        steps=["corrected"],
        moved=[("quantity", ("Twelve", "Nine"))],
    ),
    Case(
        "a name",
        changed("Ann Roe", "Anna Rohde"),
        steps=["updated"],
        moved=[("actor", ("Ann Roe", "Anna Rohde"))],
    ),
    Case(
        "a day",
        changed("on Monday", "on Sunday"),
        steps=["updated"],
        moved=[("time", ("Monday", "Sunday"))],
    ),
    Case(
        "a year",
        changed("1911", "1921"),
        steps=["updated"],
        moved=[("time", ("1911", "1921"))],
    ),
    Case(
        "a denial",
        changed("belongs to the county", "does not belong to the county"),
        steps=["updated"],
        moved=[("polarity", ("belongs", "does not belong"))],
    ),
    Case(
        "a not that comes in",
        changed("was built", "was not built"),
        steps=["updated"],
        moved=[
            (
                "polarity",
                (
                    "The storehouse was built in 1911 and belongs to the county.",
                    "The storehouse was not built in 1911 and belongs to the county.",
                ),
            )
        ],
    ),
    Case(
        "another word",
        changed("was built in 1911 and belongs to the county", "was built in 1911 and belongs to the church"),
        steps=["updated"],
        moved=[("wording", ("county", "church"))],
    ),
    Case("said in other words of the same meaning", changed("until dark", "until it was dark"), steps=["updated"]),
    Case("a word that adds", changed("two workers", "two missing workers"), steps=["updated"]),
    Case(
        "a quote taken out",
        changed("“Nobody had told us that there was paint in the cellar,” Roe said.\n", ""),
        steps=["updated"],
        gone=["“Nobody had told us that there was paint in the cellar,” Roe said."],
    ),
    Case(
        "a quote taken out, with a note",
        changed(
            "“Nobody had told us that there was paint in the cellar,” Roe said.\n",
            "",
            "\nEditor's note: A quotation was taken out of this article because it could not be checked.",
        ),
        steps=["clarified"],
        gone=["“Nobody had told us that there was paint in the cellar,” Roe said."],
    ),
    Case("a page that grows", [post(FIRE), post(FIRE + MORE, "14:05")], steps=["updated"], versions=[1, 2]),
    Case(
        "sentences that change places",
        [post(FIRE), post("\n".join([*FIRE.split("\n")[:2], *FIRE.split("\n")[:1:-1]]), "14:05")],
        versions=[1, 2],
    ),
    Case(
        "a toll that rises",
        [
            post(FIRE),
            post(FIRE.replace("Twelve", "Fourteen"), "12:30"),
            post(FIRE.replace("Twelve", "Sixteen"), "14:05"),
        ],
        steps=["updated", "updated"],
        moved=[("quantity", ("Twelve", "Fourteen", "Sixteen"))],
        versions=[1, 2, 3],
        brief=["Post first said “Twelve”, then “Fourteen”; since 14:05 UTC on 5 May 2031 it says “Sixteen”"],
    ),
    Case(
        "corrected towards the other report",
        [post(NINE), post(FIRE + MEND, "14:05"), herald(HERALD_FIRE)],
        steps=["corrected"],
        moved=[("quantity", ("Nine", "Twelve"))],
        current=2,
        origins=2,
        differs=0,
    ),
    Case(
        "corrected away from the other report",
        [post(FIRE), post(NINE + NOTICE, "14:05"), herald(HERALD_FIRE)],
        steps=["corrected"],
        current=2,
        origins=2,
        differs=1,
        corroborated=0,
    ),
    Case(
        "a reprint keeps the old text",
        [post(FIRE), post(NINE + NOTICE, "14:05"), herald(FIRE)],
        steps=["corrected"],
        moved=[("quantity", ("Twelve", "Nine"))],
        current=2,
        origins=1,
        corroborated=0,
    ),
    Case(
        "withdrawn, only a notice left",
        [
            post(FIRE),
            post(RETRACTED, "14:05"),
        ],
        steps=["retracted"],
        gone=[
            "Divers searched the harbour for two workers until dark.",
            "The fire began at noon in the office of the Northern Shipping Company, chief inspector Ann Roe said.",
            "The storehouse was built in 1911 and belongs to the county.",
            TOLL,
            "“Nobody had told us that there was paint in the cellar,” Roe said.",
        ],
        current=0,
        brief=["Post has withdrawn its report (as of 14:05 UTC on 5 May 2031), which said: “Twelve people"],
    ),
    Case(
        "withdrawn beside another report",
        [
            post(FIRE),
            post(FIRE + "\nThis story has been withdrawn because the witness was invented.", "14:05"),
            herald(HERALD_FIRE),
        ],
        steps=["retracted"],
        gone=[
            "Divers searched the harbour for two workers until dark.",
            "The fire began at noon in the office of the Northern Shipping Company, chief inspector Ann Roe said.",
            "The storehouse was built in 1911 and belongs to the county.",
            TOLL,
            "“Nobody had told us that there was paint in the cellar,” Roe said.",
        ],
        current=1,
        origins=1,
        corroborated=0,
    ),
    Case(
        "another query for the same page",
        [post(FIRE), post(NINE, "14:05", POST.replace("https://", "http://www.") + "/?utm_source=mail&fbclid=7#top")],
        steps=["updated"],
        moved=[("quantity", ("Twelve", "Nine"))],
    ),
    Case(
        "another page of the same path",
        [post(FIRE, url=POST + "?id=1"), post(OTHER, "14:05", POST + "?id=2")],
        versions=[1, 1],
        current=2,
    ),
    Case("another article at the same address", [post(FIRE), post(OTHER, "14:05")], versions=[1, 1], current=2),
    Case(
        "there and back again",
        [post(FIRE), post(NINE, "12:00"), post(FIRE, "14:05")],
        steps=["updated", "restored"],
        moved=[("quantity", ("Nine", "Twelve"))],
        versions=[1, 2, 1],
        brief=["Post said for a time “Nine”; since 14:05 UTC on 5 May 2031 it says “Twelve” again"],
    ),
    Case(
        "thirty versions",
        [post(FIRE.replace("Twelve", str(n + 11)), f"{8 + n // 6:02}:{n % 6}0") for n in range(1, 31)],
        steps=["updated"] * 29,
        moved=[("quantity", tuple(str(n + 11) for n in range(1, 31)))],
        versions=list(range(1, 31)),
    ),
    Case(
        "two pages at one address for two outlets",
        [post(FIRE), Seen(NINE, "14:05", outlet="Herald", url=POST)],
        versions=[1, 1],
        current=2,
    ),
    Case(
        "no time tells the order, a notice does",
        [post(NINE + NOTICE, None), post(FIRE, None)],
        steps=["corrected"],
        moved=[("quantity", ("Twelve", "Nine"))],
        versions=[2, 1],
    ),
    Case(
        "what the notice repeats is not asserted",
        [
            post(NINE + "\nAn earlier version of this story said that 12 people were killed.", "14:05"),
            herald(HERALD_FIRE),
        ],
        steps=["corrected"],
        current=2,
        differs=1,
        corroborated=0,
    ),
    Case(
        "captured once, with a notice that tells both numbers",
        [post(NINE + "\nCorrection: The number of people killed is nine, not 12 as we first had it.")],
        steps=["corrected"],
        moved=[("quantity", ("12", "Nine"))],
        brief=["Post first said “12”; since 10:00 UTC on 5 May 2031 it says “Nine”, and calls it a correction"],
    ),
    Case(
        "captured once, with a notice that tells the wrong number",
        [post(NINE + "\nCorrection, 6 May: An earlier version of this story put the number of people killed at 12.")],
        steps=["corrected"],
        moved=[("quantity", ("12", "Nine"))],
    ),
    Case(
        "captured once, corrected, beside a reprint of the old text",
        [post(NINE + "\nCorrection: The number of people killed is nine, not 12 as we first had it."), herald(FIRE)],
        steps=["corrected"],
        moved=[("quantity", ("12", "Nine"))],
        current=2,
        origins=1,
        corroborated=0,
    ),
    Case("captured once, with a notice that tells nothing", [post(NINE + NOTICE)], steps=["corrected"]),
    Case(
        "captured once, withdrawn",
        [post(FIRE + "\nThis story has been withdrawn because the witness was invented."), herald(HERALD_FIRE)],
        steps=["retracted"],
        gone=[
            "Divers searched the harbour for two workers until dark.",
            "The fire began at noon in the office of the Northern Shipping Company, chief inspector Ann Roe said.",
            "The storehouse was built in 1911 and belongs to the county.",
            TOLL,
            "“Nobody had told us that there was paint in the cellar,” Roe said.",
        ],
        origins=1,
    ),
    Case(
        "written anew",
        [post(STRIKE), post(STRIKE_LATER, "14:05")],
        steps=["updated"],
        moved=[("quantity", ("About 300", "some 350"))],
        gone=[
            "Dock workers in Moss walked out at dawn on Tuesday over pay, shutting the port to all ships.",
            "Three container ships were waiting in the fjord at noon.",
            "“We will stay here until they talk to us,” Dahl told reporters.",
        ],
    ),
    Case(
        "two outlets that correct one another's number",
        [
            post(FIRE),
            post(NINE + MEND, "14:05"),
            herald(HERALD_FIRE),
            herald(HERALD_FIRE.replace("12", "nine"), "15:00"),
        ],
        steps=["updated", "corrected"],
        moved=[("quantity", ("Twelve", "Nine"))],
        current=2,
        origins=2,
        differs=0,
    ),
]

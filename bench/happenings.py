"""Invented reports of distinct happenings, three of each: as a desk gets them, where few reports share a sentence.

The shuffled paragraphs of `corpus` share places, people and figures from report to report, so that stories join what
has nothing in common and their maps show half the world. Here each happening has its own town, days, people and words.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

OF_ONE = 3
"""Reports of a happening."""
APART = 5
"""Happenings between the first report of one and its last, at most."""
WORDS = 470
TOWNS = """
Leiria Tarragona Bergamo Graz Lublin Debrecen Varna Kaunas Tampere Aarhus Ghent Nantes Cork Dundee Leeds Halifax Toledo
Tulsa Reno Boise Cordoba Mendoza Arequipa Cali Merida Kumasi Ibadan Kisumu Mwanza Lusaka Bulawayo Durban Agadir Sfax
Izmir Aleppo Basra Isfahan Multan Pune Surat Kandy Chittagong Mandalay Hue Medan Davao Busan Sapporo
""".split()  # noqa: SIM905  (a list of fifty would take as many lines)
FIRST = ("Ana", "Jon", "Mira", "Tomas", "Ella", "Pavel", "Rosa", "Idris", "Lena", "Omar", "Petra", "Sami", "Vera")
ONSET = ("Bar", "Cel", "Dor", "Fen", "Gal", "Har", "Jor", "Kel", "Lom", "Mar", "Nor", "Pel", "Ros", "Sal", "Tor", "Val")
REST = ("ane", "berg", "dini", "elli", "ford", "hart", "ikov", "kind", "man", "oux", "quist", "sky", "tan", "wick")
KINDS = (
    "fire|warehouse|broke out|firefighters|smoke and flames|the roof gave way|an electrical fault",
    "flood|riverside market|burst in|rescue crews|mud and debris|a dam upstream was opened|three days of rain",
    "strike|tram depot|began|union leaders|placards and drums|talks on pay failed|a dispute over night shifts",
    "explosion|fertilizer plant|tore through|engineers|broken glass and dust|a storage tank cracked|a leaking valve",
    "landslide|mountain village|swept over|soldiers|rocks and uprooted trees|a slope gave way|weeks of heavy snow",
    "shooting|bus station|erupted at|detectives|spent cartridges|two men opened fire|a quarrel over a debt",
    "derailment|freight line|halted|railway inspectors|twisted rails|four wagons left the track|a cracked wheel",
    "protest|city hall|filled|students|banners and torches|a new tax was announced|the price of bread",
    "outbreak|district hospital|spread through|nurses|masks and drips|the ice on the lake broke|spoiled milk",
    "collapse|school hall|shook|building inspectors|beams and plaster|a wall buckled|poor concrete",
)
_COLUMNS = list(zip(*(kind.split("|") for kind in KINDS), strict=True))
"""What is said of a happening is drawn from all kinds: those of one kind would be alike in every sentence."""
LEADS = (
    "{number} people were {harm} when a {kind} {broke} a {place} in {town} on {weekday}, {office} said.",
    "At least {number} people were {harm} in a {kind} at a {place} in {town}, according to {office}.",
    "A {kind} at a {place} left {number} people {harm} in {town} on {weekday}, as {cause}.",
)
SAID = (
    '"{quote}," said {who}, {role}. "{second}."',
    "{who}, {role}, told reporters that {claim}.",
    "{who}, {role}, said on {weekday} that {claim}, and that {other}.",
    '{role_the} {who} denied that {other}. "{quote}," {pronoun} added.',
)
ROLES = ("the mayor of {town}", "a spokeswoman for the provincial governor", "head of the {workers}' association",
         "a shopkeeper whose windows face the {place}", "director of the regional hospital", "a witness")  # fmt: skip
QUOTES = ("We heard a bang and then people came running towards us", "Nobody told us what to do for {hours} hours",
          "The {place} should have been closed in {year}", "I have not seen anything like it in {years} years",
          "We asked for {workers} and got promises", "Every family in this street has lost something")  # fmt: skip
CLAIMS = ("{cause}", "{amount} families had been moved to a sports hall", "the {place} had been inspected in {year}",
          "{workers} reached the {place} within {hours} hours", "the damage would cost {amount} million euros",
          "{reason} was being looked into", "{injured} of the injured were still in hospital")  # fmt: skip
REMAINS = (
    "{workers_the} worked through the night among {debris}, and by {weekday} morning the streets around the {place} "
    "were open again.",
    "The {place} was built in {year} and employs {amount} people from {town} and the villages around it.",
    "In {month} {year} a smaller {kind} at the same {place} {harmed} {injured} workers, court papers show.",
    "Police arrested {injured} people on suspicion of negligence; a judge ordered them held until {weekday}.",
    "Relatives gathered outside the hospital, where {who} read out the names of the {number} victims.",
    "Investigators suspect {reason}; their report is expected before the end of {month}.",
    "Shops stayed closed, and the council of {town} promised {amount},000 euros to those who lost their homes.",
    "The provincial government sent {amount} {workers} and two helicopters from the neighbouring district.",
    "Opposition members demanded the resignation of {who}, who had signed the permit for the {place}.",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Happening:
    """What all reports of one happening agree on."""

    facts: dict[str, str]
    people: tuple[tuple[str, str, str], ...]
    """Name, role, pronoun."""
    day: date


def happening(number: int) -> Happening:
    """The one of this number: always the same."""
    chance = random.Random(number)
    kind, place, broke, workers, debris, cause, reason = (chance.choice(of_all) for of_all in _COLUMNS)
    place = f"{_last_name(chance)} {place}"
    day = date(2024, 1, 1) + timedelta(days=number * 3 % 365)
    facts = {
        "kind": kind, "place": place, "broke": broke, "workers": workers, "workers_the": f"The {workers}",
        "debris": debris, "cause": cause, "reason": reason, "town": chance.choice(TOWNS),
        "number": str(chance.randrange(2, 60)), "injured": str(chance.randrange(2, 30)),
        "harm": chance.choice(("killed", "injured", "hurt")), "harmed": chance.choice(("killed", "injured")),
        "office": chance.choice(("police", "the fire service", "officials", "the interior ministry")),
        "weekday": DAYS[day.weekday()], "month": (day - timedelta(days=90)).strftime("%B"),
    }  # fmt: skip
    people = tuple((_name(chance), role.format_map(facts), chance.choice(("he", "she"))) for role in ROLES)
    return Happening(facts, people, day)


def _name(chance: random.Random) -> str:
    return f"{chance.choice(FIRST)} {_last_name(chance)}"


def _last_name(chance: random.Random) -> str:
    return chance.choice(ONSET) + chance.choice(REST)


def report(of: Happening, chance: random.Random) -> str:
    """One report of it: its headline, then paragraphs of about 470 words in all, worded and ordered by chance."""
    paragraphs = [chance.choice(LEADS).format_map(of.facts)]
    while sum(len(p.split()) for p in paragraphs) < WORDS:
        name, role, pronoun = chance.choice(of.people)
        more = {"year": str(chance.randrange(1960, 2023)), "years": str(chance.randrange(5, 60)),
                "hours": str(chance.randrange(2, 30)), "amount": str(chance.randrange(2, 900))}  # fmt: skip
        facts = of.facts | more
        quote, second = (q.format_map(facts) for q in chance.sample(QUOTES, 2))
        claim, other = (c.format_map(facts) for c in chance.sample(CLAIMS, 2))
        facts |= {"who": name, "role": role, "role_the": role[0].upper() + role[1:], "pronoun": pronoun}
        facts |= {"quote": quote, "second": second, "claim": claim, "other": other}
        said, rest = (chance.choice(some).format_map(facts) for some in (SAID, REMAINS))
        if not any(rest in p for p in paragraphs):
            paragraphs.append(f"{said} {rest}")
    headline = "{number} {harm} in {kind} at {place} in {town}".format_map(of.facts)
    return "\n\n".join([headline, *paragraphs])


def happenings(count: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """Rows of JSONL, as `corpus.reports` gives them: so many reports, those of one happening not far apart."""
    chance = random.Random(seed)
    order = sorted(range(count), key=lambda n: n // OF_ONE + chance.randrange(APART))
    for number, place in enumerate(order):
        of = happening(seed * 1_000_000 + place // OF_ONE)
        text = report(of, chance)
        title, _, body = text.partition("\n\n")
        yield {"id": f"h{number}", "title": title, "date": of.day.isoformat(), "text": body}

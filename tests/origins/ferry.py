"""Invented reports of one night at sea, to be put together into little stories."""

from __future__ import annotations

from typing import Any

WIRE = (
    "A ferry with 212 passengers on board ran onto rocks off the island of Tessel late on Tuesday, and coast guard "
    "boats took everyone ashore within four hours.",
    "The vessel, which was on its way from the mainland to the island's only harbour, had left its usual channel to "
    "avoid a drifting fishing net, the harbour master said.",
    "Nine people were treated for cold and bruises, most of them members of a school choir that was travelling to a "
    "contest on the far side of the island.",
    "Divers found a gash of six metres below the waterline on Wednesday morning, and the ship will be towed to a yard "
    "on the mainland once the wind has dropped.",
    "The maritime board opened an inquiry and asked passengers to hand in the pictures and films that they had taken "
    "on deck before the boats came alongside.",
)
QUOTE = (
    '"We did what we train for every spring, and everybody on board kept calm until the last boat had left," said '
    "Captain Mira Oland."
)
LOCAL = (
    "In the parish hall of Tessel the kettles were still warm on Wednesday, and blankets lay folded on the benches "
    "where the young singers had slept.",
    "Jon Arves, who bakes for the whole village, had carried three trays of buns down to the quay before anyone "
    "thought of asking him, and took no money.",
    "The islanders have asked for a second pilot on the ferry for years, and the council will take up the matter "
    "again when it meets on Friday.",
    "None of the boats from the net loft had been out that night, its owner Ola Brandt said, so the drifting net must "
    "have come from further north.",
    "Until another ship is found the mail will come by helicopter, twice a week if the weather allows it.",
)
RETOLD = (
    "More than two hundred people were rescued from a stranded ferry near Tessel on Tuesday night after it struck "
    "rocks in the dark.",
    "It had steered out of the channel because of a fishing net floating in the water, according to the man in charge "
    "of the harbour.",
    "A handful of passengers needed treatment, chiefly a choir of pupils bound for a contest.",
    "A hole has been found in the hull by divers, and the ferry will be towed to a yard when calmer weather comes.",
)
ABROAD = (
    "Rescuers in Norland emptied a passenger ship that had struck a reef beside Tessel, our correspondent in the "
    "capital writes, and nobody lost their life.",
    "At the coast guard station the radio log shows the first call for help at 22:41 and the last boat back in "
    "harbour at 02:17.",
    "Shares in the shipping line fell by four per cent in early trading, and two insurers sent surveyors.",
)
RELEASE = (
    "Norlines will refund every ticket and pay the hotel bills of all passengers of the Tessel ferry until the "
    "replacement vessel Havblik takes over the route on Monday.",
    "The company has set up a telephone line that is answered day and night, and luggage left on board will be "
    "brought to the homes of its owners free of charge.",
    "An outside expert will look into the planning of voyages on the route and report to the board of Norlines "
    "before the summer timetable begins.",
)
ELSEWHERE = (
    "Voters in the hill province of Marisk sent the ruling party into opposition on Tuesday after eleven years, with "
    "turnout the highest since the war.",
    "Counting goes on in two districts where rain cut the roads, the election office said, but they cannot change "
    "the outcome any more.",
    "The winner, a former schoolteacher, wants to reopen the railway and has promised to keep the price of bread.",
)
FOOTER = (
    "Read our morning letter and never miss what matters in your own town: it comes before breakfast and costs "
    "nothing, and you can leave it with one click whenever you like.",
    "Our newsroom keeps to the code of the press council; write to the editor if you think that we made a mistake, "
    "and we will answer within a week.",
)


def row(name: str, *paragraphs: str, outlet: str, date: str = "2031-05-07", title: str = "") -> dict[str, Any]:
    """One report as a row of JSONL."""
    head = title or f"What {outlet} has of it"
    return {"id": name, "title": head, "outlet": outlet, "date": date, "text": "\n\n".join(paragraphs)}


def dateline(wire: str, paragraphs: tuple[str, ...]) -> tuple[str, ...]:
    """The paragraphs with the agency's dateline before the first."""
    return (f"HALVERSUND, Norland ({wire}) — {paragraphs[0]}", *paragraphs[1:])

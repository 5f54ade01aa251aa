"""Which numbers are tolls, and of what: those a reader of news would add up, and the many that he would not."""

from __future__ import annotations

import pytest

from tests.circumstances.made import analysed

AGES = [
    ("In the dark a boy of nine fell and died.", [("killed", 1)]),
    ("Two girls of five and six drowned.", [("killed", 2)]),
    ("A man of 72 was found dead.", [("killed", 1)]),
    ("Police arrested a woman of 45 and two men of 30 and 33.", [("arrested", 1), ("arrested", 2)]),
    ("Her son, aged four, was hurt.", []),
    ("A mother of three was stabbed.", [("injured", 1)]),
    ("Dad-of-two killed by falling mast", []),
    ("Eight children under five died.", [("killed", 8)]),
    ("Eight children under the age of five died.", [("killed", 8)]),
    ("Two nurses on duty at 4 a.m. were hurt.", [("injured", 2)]),
    ("At 11 the last of the patients died.", []),
]
NO_PERSONS = [
    ("The frost killed forty calves.", []),
    ("Thirty-one dolphins were dead on the sand.", []),
    ("The storm killed two people and some 300 sheep.", [("killed", 2)]),
    ("Lightning killed 12 head of cattle.", []),
    ("The number of birds found dead on the coast is 3,000.", []),
]
PARTS = [
    ("Four nurses were among the dead.", []),
    ("A cook and two guards were among those who died.", []),
    ("Three of the wounded later died.", [("killed", 3)]),
    ("Two of those hurt are in hospital.", []),
    ("Thirteen of the 40 pilgrims drowned.", [("killed", 13)]),
    ("Most of the 40 pilgrims were hurt.", []),
    ("None of the 40 pilgrims was hurt.", [("injured", 0)]),
    ("Nine sailors, three of them cadets, were crushed to death.", [("killed", 9)]),
    ("Some 35 people were trampled, nine of them fatally.", [("killed", 9)]),
    ("The dead included four nurses.", []),
]
NUMBERS_OF_THOSE = [
    ("The dead now number 64.", [("killed", 64)]),
    ("The dead are now nineteen.", [("killed", 19)]),
    ("The missing are thought to be six.", [("missing", 6)]),
    ("Dead: 14. Injured: 60.", [("killed", 14), ("injured", 60)]),
    ("With two deaths on the ward the toll is now 23.", [("killed", 2), ("killed", 23)]),
    ("They lowered their count of the dead to 41.", [("killed", 41)]),
    ("The number of those hurt when the stand fell has been corrected to 27.", [("injured", 27)]),
    ("They put the number of dead at 51, the number of injured at 140.", [("killed", 51), ("injured", 140)]),
    ("It brings to 31 the number of miners killed this year.", [("killed", 31)]),
    ("The tally of wounded went up to 77.", [("injured", 77)]),
]
WORDINGS = [
    ("The flood cost nine people their lives.", [("killed", 9)]),
    ("The error cost two engineers their jobs.", []),
    ("Eleven did not survive.", [("killed", 11)]),
    ("Eight painters fell to their deaths.", [("killed", 8)]),
    ("The village buried its dead.", []),
    ("Forty people were treated for smoke inhalation.", [("injured", 40)]),
    ("Some 26 guests have been treated at the regional clinic.", [("injured", 26)]),
    ("Eighteen were taken to three hospitals.", [("injured", 18)]),
    ("The eleven men detained so far over the theft are brothers.", [("arrested", 11)]),
    ("Searchers were still looking for 15 people.", [("missing", 15)]),
    ("Up to 300 people may have been killed.", []),
    ("The blast could have killed 300 people.", []),
    ("A court jailed eight officers for up to 20 years.", []),
    ("Some 400 mourners attended the funeral.", [("participants", 400)]),
]
JOINED = [
    ("Police arrested the port's director and eight other people.", [("arrested", 8)]),
    ("Raiders killed the village chief and four guards.", []),
    ("Soldiers detained the president, his wife and four ministers.", [("arrested", 4)]),
    ("Police arrested her and two friends.", []),
    ("Police shot the robber and two guards ran away.", []),
    ("A mudslide killed a family of five.", [("killed", 5)]),
    ("A couple and their three children died in the fire.", [("killed", 2), ("killed", 3)]),
]
LAST_OF_THEM = [
    ("A fifth victim has died.", [("killed", 5)]),
    ("A fifteenth person, a pregnant woman, died overnight.", [("killed", 15)]),
    ("Divers recovered a third body.", [("killed", 3)]),
    ("The death of a fourth worker was confirmed.", [("killed", 4)]),
    ("Meanwhile a second hostage was killed.", [("killed", 2)]),
    ("Two riders were hurt and a third died.", [("injured", 2), ("killed", 1)]),
    ("The fifth victim has died.", []),
    ("A second son of hers died.", [("killed", 1)]),
    ("A third suspect was arrested.", [("arrested", 1)]),
]


@pytest.mark.parametrize(
    ("text", "tolls"),
    [*AGES, *NO_PERSONS, *PARTS, *NUMBERS_OF_THOSE, *WORDINGS, *JOINED, *LAST_OF_THEM],
)
def test_a_number_is_the_toll_that_a_reader_takes_it_for(text: str, tolls: list[tuple[str, float]]) -> None:
    told = [(q.role, q.point if q.point is not None else q.max) for q in analysed(text).quantities if q.role]
    assert told == tolls


def test_one_more_death_keeps_that_it_was_told_by_its_rank() -> None:
    (toll,) = (q for q in analysed("A fifth victim has died.").quantities if q.role)
    assert (toll.selector.exact, toll.ordinal, toll.point) == ("fifth", True, 5)

"""Where the happening of a story was: what its reports tell of outweighs where they were written."""

from __future__ import annotations

import pytest

from tests.stories.test_running_on import capture
from twosource.pipeline import combine, read_capture

STORIES = {
    "Legazpi": (
        "Typhoon kills four\nMANILA - Four people died when a typhoon tore through Legazpi on Monday, officials said.",
        "Nine dead after typhoon\nMANILA - The typhoon that hit Legazpi killed nine, the agency in Manila said.",
    ),
    "Helmand": (
        "Bomb kills six policemen\nKABUL - A bomb killed six policemen in Helmand province on Monday, officials said.",
        "Six die in Helmand\nKABUL - Six policemen died in Helmand on Monday, the interior ministry in Kabul said.",
    ),
    "Muyinga": (
        "Fever kills five\nMUYINGA - A fever has killed five people in Muyinga province, doctors said on Monday.",
        "Vaccine flown in\nBUJUMBURA - A vaccine reached Bujumbura on Tuesday for clinics in Muyinga province.",
    ),
    "Trenton": (
        "Man shot outside bank\nTRENTON, N.J. - A man was shot dead outside a bank on Monday, the police said.",
        "Police seek gunman\nTRENTON, N.J. - Police sought a gunman on Tuesday. The dead man came from Camden.",
    ),
    "Gulf of Guinea": (
        "Pirates board tanker\nLAGOS - Armed men boarded a tanker in the Gulf of Guinea on Monday, its owner said.",
        "Crew held\nACCRA - The tanker, bound from Douala for Lagos, was boarded in the Gulf of Guinea on Monday.",
    ),
    "Kitwe": (
        "Miners die\nLUSAKA - Six miners died in a fire in Kitwe on Monday. A week earlier four died in Ndola.",
        "Fire kills six\nKITWE - Six miners died in Kitwe on Monday. The hurt were flown to a hospital in Lusaka.",
    ),
    "Douglas": (
        "Five shot dead\nDOUGLAS, Ga. (AP) - A man shot five people on Monday in a quiet street outside Atlanta.",
        "Man kills five\nDOUGLAS, Ga. - A man killed five people on Monday. He was a native of Tampa, Florida.",
    ),
    "New York": (
        "Draft on Jerusalem fails\nUNITED NATIONS - Two countries voted on Monday against a text on Jerusalem.",
        "No to council text\nUNITED NATIONS - The text failed on Monday. In Ramallah, officials spoke of shame.",
    ),
}


@pytest.mark.parametrize("place", STORIES)
def test_a_story_is_where_its_reports_tell_of(place: str) -> None:
    readings = [read_capture(capture(n, f"2031-05-0{n + 5}", text)) for n, text in enumerate(STORIES[place])]
    record = combine(readings, one_story=True)
    assert [p.name for p in record.places if p.id == record.stories[0].where] == [place]

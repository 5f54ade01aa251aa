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
}


@pytest.mark.parametrize("place", STORIES)
def test_a_story_is_where_its_reports_tell_of(place: str) -> None:
    readings = [read_capture(capture(n, f"2031-05-0{n + 5}", text)) for n, text in enumerate(STORIES[place])]
    record = combine(readings, one_story=True)
    assert [p.name for p in record.places if p.id == record.stories[0].where] == [place]

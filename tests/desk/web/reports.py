"""Invented reports of one happening: an agency text in two outlets, a report of its own that differs, a later one."""

from __future__ import annotations

AGENCY = (
    "Bridge collapses in Osterlund\n\nOSTERLUND, May 5, 2031 (Reuters) - A road bridge collapsed in Osterlund on "
    "Monday and killed four people, the fire brigade said. Rescuers searched the river for two missing drivers.\n\n"
    '"We heard the bridge groan before it fell," brigade chief Ann Roe told reporters.\n\n'
    "The mayor ordered all bridges in the town to be closed until engineers had looked at them.\n"
)
OWN = (
    "Seven feared dead after bridge falls\n\nBy Tor Lind\n\nThe road bridge in Osterlund fell into the river on Monday "
    "morning. Seven people were killed, police said.\n\nThe mayor ordered all bridges in the town to be closed.\n\n"
    "Brigade chief Ann Roe said that her crews had heard the bridge groan before it fell.\n\n"
    "A baker near the bridge gave bread to the crews.\n\nThe school next to it stays closed until Friday.\n"
)
LATER = (
    "Osterlund counts its dead\n\nOSTERLUND, May 6, 2031 - Six people were killed when the road bridge in Osterlund "
    "collapsed on Monday, the fire brigade said on Tuesday.\n\nRoe said the search of the river went on.\n"
)
REPORTS = (
    {"text": AGENCY, "outlet": "Post", "date": "2031-05-05"},
    {"text": AGENCY + "\nSubscribe to our newsletter\n", "outlet": "Courier", "date": "2031-05-05"},
    {"text": OWN, "outlet": "Herald", "date": "2031-05-05"},
    {"text": LATER, "outlet": "Wave", "date": "2031-05-06"},
)

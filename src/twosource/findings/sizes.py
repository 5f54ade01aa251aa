"""Whether two numbers can be meant for one: of one size, or one the other rounded."""

from __future__ import annotations

import math
import re

from twosource.model import Quantity

SIZES = 5
"""How many times as large a number is that counts another thing."""
_FIGURES = re.compile(r"\d[\d,]{0,20}(?:\.(\d{1,9}))?")


def of_one_size(one: Quantity, two: Quantity) -> bool:
    """Whether both can be meant for one number: 9 and 2,282 points are two different things."""
    low, high = sorted((one.min or 0.0, two.min or 0.0))
    return high <= SIZES * max(1.0, low)


def is_rounded(one: Quantity, two: Quantity) -> bool:
    """Whether one is the other in fewer figures: "$1.4 trillion" and "$1.37 trillion", "5%" and "5.4%"."""
    if one.point is None or two.point is None:
        return False
    return abs(one.point - two.point) <= max(_last_place(one), _last_place(two)) / 2


def _last_place(quantity: Quantity) -> float:
    """What one more of its last figure would add: 0.1 trillion for "1.4 trillion", 0 where it is in words."""
    figures = _FIGURES.search(quantity.selector.exact)
    if figures is None:
        return 0.0
    written = float(figures[0].replace(",", ""))
    scale = (quantity.point or 0.0) / written if written else 0.0
    return scale / math.pow(10, len(figures[1] or ""))

"""Which cells become wild: every optimum, the exact area, the bound, and what other weights would give."""

from vildplan.core.optimise.again import Again, choose_again
from vildplan.core.optimise.choose import choose
from vildplan.core.optimise.dual import dearest_price, least_bound
from vildplan.core.optimise.locked import bound_within, choose_with, locked_in
from vildplan.core.optimise.robustness import robustness
from vildplan.core.optimise.within import CHEAPEST, Within, added_by, choose_cheapest, choose_within

__all__ = [
    "CHEAPEST",
    "Again",
    "Within",
    "added_by",
    "bound_within",
    "choose",
    "choose_again",
    "choose_cheapest",
    "choose_with",
    "choose_within",
    "dearest_price",
    "least_bound",
    "locked_in",
    "robustness",
]

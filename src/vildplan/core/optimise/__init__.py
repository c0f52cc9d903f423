"""Which cells become wild: every optimum, the exact area, the bound, and what other weights would give."""

from vildplan.core.optimise.again import Again, choose_again
from vildplan.core.optimise.choose import choose
from vildplan.core.optimise.locked import choose_with, locked_in
from vildplan.core.optimise.robustness import robustness

__all__ = ["Again", "choose", "choose_again", "choose_with", "locked_in", "robustness"]

"""Which cells become wild: every optimum, the exact area, the bound, and what other weights would give."""

from vildplan.core.optimise.choose import choose
from vildplan.core.optimise.robustness import robustness

__all__ = ["choose", "robustness"]

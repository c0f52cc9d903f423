"""Which cells become wild: every optimum on the supply curve, the exact area, and the bound."""

from vildplan.core.optimise.choose import choose

__all__ = ["choose"]

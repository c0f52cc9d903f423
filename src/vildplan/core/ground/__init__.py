"""What may become wild, and for every square metre that may not: the rule that takes it."""

from vildplan.core.ground.find import find_ground

__all__ = ["find_ground"]

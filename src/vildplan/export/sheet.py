"""A picture for paper: its SVG with the size that it has in its own units."""

from typing import NamedTuple


class Sheet(NamedTuple):
    """A picture: the SVG, and how wide and high it is in its own units."""

    svg: str
    width: float
    height: float

    def width_within(self, width_cm: float, height_cm: float) -> float:
        """Return how wide it stands (cm) where it may be so wide and so high."""
        return min(width_cm, height_cm * self.width / self.height)

"""What came of working a stored plan out again."""

from dataclasses import dataclass

from vildplan.errors import Text


@dataclass(frozen=True)
class Difference:
    """One place where a plan folder says something else than what is worked out now; None: not there."""

    file: str
    key: str
    stored: object
    now: object


@dataclass(frozen=True)
class Check:
    """One group of what was checked: how many numbers and words were compared, and which differ."""

    key: str
    name: Text
    numbers: int
    words: int
    differences: tuple[Difference, ...]
    note: Text | None = None

    @property
    def holds(self) -> bool:
        """Tell whether all of it is as stored."""
        return not self.differences

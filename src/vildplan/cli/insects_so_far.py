"""A plan with the finds and counts that lie in its folder: what `observe` and `progress` ask of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from vildplan.core.insects import insect_status
from vildplan.model.decision import Outcome, Square
from vildplan.model.insects import InsectStatus
from vildplan.model.observation import Observation
from vildplan.model.stored import StoredPlan
from vildplan.reading.insects import read_insect_rules, read_measures
from vildplan.reading.observations.places import Places
from vildplan.store.decision import adopted_zones, read_decision
from vildplan.store.observations import Stored, read_observations
from vildplan.store.plan_reading import read_plan


@dataclass(frozen=True, eq=False)
class Followed:
    """A plan that is followed: its zones as adopted where they were, and its count squares."""

    folder: Path
    stored: StoredPlan
    squares: Sequence[Square]

    @cached_property
    def places(self) -> Places:
        """The plan's land, to put points into."""
        unknown_m = read_insect_rules().values["unknown_uncertainty_m"].number
        return Places(self.stored, self.squares, unknown_m)

    def observations(self) -> tuple[Observation, ...]:
        """Return what lies in the folder, put into the zones as they are now where a point was given."""
        return tuple(self._placed(one) for one in read_observations(self.folder))

    def _placed(self, one: Stored) -> Observation:
        if one.point is None or one.observation.square:
            return one.observation
        spot = self.places.at(*one.point, one.uncertainty_m)
        return replace(one.observation, zone=spot.zone, placed=spot.placed)

    def status(self, year: int | None) -> InsectStatus:
        """Return what insects tell until a year; without one, the last with any record."""
        found = self.observations()
        last = max((one.year for one in found), default=0) if year is None else year
        zones = {zone.id: zone.type for zone in self.stored.zones}
        return insect_status(
            found, zones, self.squares, last, rules=read_insect_rules(), measures=read_measures()
        )


def follow(folder: Path) -> Followed:
    """Open a plan folder to follow its insects.

    Raises:
        UnusableInputError: when it is none, or holds what cannot be used.
    """
    stored, decision = read_plan(folder), read_decision(folder)
    if decision is None or decision.outcome is Outcome.REJECTED:
        return Followed(folder, stored, ())
    adopted = replace(stored, zones=adopted_zones(folder, stored.department.crs))
    return Followed(folder, adopted, decision.squares)

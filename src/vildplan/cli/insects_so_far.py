"""A plan with the finds and counts that lie in its folder: what `observe` and `progress` ask of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from vildplan.core.insects import insect_status
from vildplan.model.decision import REFERENCE, Outcome, Square
from vildplan.model.insects import InsectRules, InsectStatus
from vildplan.model.observation import Observation, Placed
from vildplan.model.progress import ZonesFrom
from vildplan.model.stored import StoredPlan
from vildplan.reading.insects import insect_rules, read_insect_names, read_measures
from vildplan.reading.observations.places import Places
from vildplan.reading.own_values import with_own_values
from vildplan.reading.stored_catalogue import catalogue_of
from vildplan.store.decision import read_decision
from vildplan.store.followed import zones_since
from vildplan.store.observations import Stored, read_observations
from vildplan.store.plan_reading import read_plan


@dataclass(frozen=True, eq=False)
class Followed:
    """A plan that is followed: its zones since the vote where there was one, and its count squares."""

    folder: Path
    stored: StoredPlan
    since: Sequence[ZonesFrom]
    squares: Sequence[Square]

    @cached_property
    def rules(self) -> InsectRules:
        """The numbers of statistics: the plan's own, and before them those in vildplan.toml beside it."""
        return insect_rules(with_own_values(catalogue_of(self.stored), self.folder.resolve().parent))

    @cached_property
    def places(self) -> Places:
        """The plan's land, to put points into."""
        unknown_m = self.rules.values["unknown_uncertainty_m"].number
        return Places(self.stored, self.squares, unknown_m, self.since)

    def observations(self) -> tuple[Observation, ...]:
        """Return what lies in the folder, each in the zone that held in its year."""
        return tuple(self._placed(one) for one in read_observations(self.folder))

    def _placed(self, stored: Stored) -> Observation:
        one, places = stored.observation, self.places
        if one.square and places.has_square(one.square):
            spot = places.square(one.square, one.year)
        elif stored.point is not None and not one.square:
            spot = places.at(*stored.point, stored.uncertainty_m, one.year)
        elif one.zone == REFERENCE or one.zone in places.zones(one.year):
            return one
        else:
            return replace(one, zone="", placed=Placed.GROUNDS)
        return replace(one, zone=spot.zone, placed=spot.placed)

    def zones(self, year: int) -> dict[str, str]:
        """Return the zones that hold in a year, id -> type."""
        held = [one.zones for one in self.since if one.year <= year] or [one.zones for one in self.since[:1]]
        return {zone.id: zone.type for zone in (held[-1] if held else self.stored.zones)}

    def status(self, year: int | None) -> InsectStatus:
        """Return what insects tell until a year; without one, the last with any record."""
        found = self.observations()
        last = max((one.year for one in found), default=0) if year is None else year
        return insect_status(
            found, self.zones(last), last,
            rules=self.rules, measures=read_measures(), names=read_insect_names(),
        )  # fmt: skip


def follow(folder: Path) -> Followed:
    """Open a plan folder to follow its insects.

    Raises:
        UnusableInputError: when it is none, or holds what cannot be used.
    """
    stored, decision = read_plan(folder), read_decision(folder)
    if decision is None or decision.outcome is Outcome.REJECTED:
        return Followed(folder, stored, (), ())
    return Followed(folder, stored, zones_since(stored, decision), decision.squares)

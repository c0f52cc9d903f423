"""A plan folder as every command opens it that asks something of a plan."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from vildplan.model.catalogue import Catalogue
from vildplan.model.plan import Plan
from vildplan.model.stage import Tell
from vildplan.model.stored import StoredPlan, StoredZone
from vildplan.planning import measured_plan
from vildplan.reading.own_department import with_own_name
from vildplan.reading.stored_catalogue import catalogue_of
from vildplan.reading.stored_known import demand_known
from vildplan.store.plan_reading import read_plan


@dataclass(frozen=True, eq=False)
class Opened:
    """The plan as stored, and the catalogue that goes with it."""

    stored: StoredPlan
    catalogue: Catalogue

    def measured(self, tell: Tell, zones: Sequence[StoredZone] | None = None) -> Plan:
        """Return the plan with its zones (or those that are given) measured as they lie in the folder."""
        stored = self.stored
        lying = stored.zones if zones is None else tuple(zones)
        made = measured_plan(
            stored.department, stored.wishes, self.catalogue, lying, tell,
            by_hand=bool(stored.versions),
        )  # fmt: skip
        return replace(made, versions=stored.versions)


def open_plan(folder: Path, *, as_stored: bool = False) -> Opened:
    """Read a plan folder; the department has the name that the vildplan.toml beside it gives it now.

    With `as_stored` it has the one that it was planned under.

    Raises:
        UnusableInputError: when it is none, or holds what cannot be used; or the name cannot be.
    """
    stored = read_plan(folder)
    catalogue = catalogue_of(stored)
    demand_known(stored, catalogue)
    if not as_stored:
        stored = replace(stored, department=with_own_name(stored.department, folder.resolve().parent))
    return Opened(stored, catalogue)

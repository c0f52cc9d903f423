"""A plan folder as every command opens it that asks something of a plan."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from vildplan.model.catalogue import Catalogue
from vildplan.model.decision import Outcome
from vildplan.model.plan import Plan
from vildplan.model.stage import Tell
from vildplan.model.stored import StoredPlan, StoredZone
from vildplan.planning import measured_plan
from vildplan.reading.own_department import with_own_name
from vildplan.reading.stored_catalogue import catalogue_of
from vildplan.reading.stored_known import demand_known
from vildplan.store.decision import read_decision
from vildplan.store.plan_reading import read_plan


@dataclass(frozen=True, eq=False)
class Opened:
    """The plan as stored, and the catalogue that goes with it.

    `amended` tells that a meeting took only some of the zones that were proposed.
    """

    stored: StoredPlan
    catalogue: Catalogue
    amended: bool = False

    def measured(self, tell: Tell, zones: Sequence[StoredZone] | None = None) -> Plan:
        """Return the plan with its zones (or those that are given) measured as they lie in the folder."""
        stored = self.stored
        lying = stored.zones if zones is None else tuple(zones)
        made = measured_plan(
            stored.department, stored.wishes, self.catalogue, lying, tell,
            by_hand=bool(stored.versions),
        )  # fmt: skip
        made = replace(made, versions=stored.versions)
        return _as_voted(made) if self.amended or len(lying) < len(stored.zones) else made


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
    decision = read_decision(folder)
    return Opened(stored, catalogue, decision is not None and decision.outcome is Outcome.AMENDED)


def _as_voted(plan: Plan) -> Plan:
    """The plan of some of the zones: what is missing to the target is what was voted out, not the land's."""
    return replace(plan, amended=True, relaxations=())

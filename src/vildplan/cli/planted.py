"""A plan with what it is planted with: the plants are read only where they are shown."""

from dataclasses import replace
from pathlib import Path

from vildplan.cli.stored_plan import open_plan
from vildplan.core.planting import propose_planting, surroundings
from vildplan.model.plan import Plan
from vildplan.model.wishes import Language
from vildplan.reading.flora import read_flora
from vildplan.terminal.progress import Progress


def with_planting(plan: Plan) -> Plan:
    """Return the plan with a mix for each of its zones."""
    catalogue = plan.catalogue
    near = surroundings(plan.zones, plan.inventory, catalogue)
    numbers = {value.key: value for value in catalogue.values()}
    planting = propose_planting(plan.zones, read_flora(), numbers, plan.wishes.plants, near)
    return replace(plan, planting=planting)


def plan_with_planting(folder: Path, language: Language) -> Plan:
    """Return the plan of a folder, measured as it lies, with its planting.

    Raises:
        UnusableInputError: when the folder holds no plan that can be used.
    """
    with Progress(language) as progress:
        return with_planting(open_plan(folder).measured(progress.tell))

"""What of lawns and slopes is mown today, and what the plan leaves of it."""

from vildplan.model.plan import Plan


def mown_m2(plan: Plan) -> tuple[float, float]:
    """Return the m2 that are mown today, and those that go on being so."""
    surfaces = plan.catalogue.surfaces
    sums = plan.inventory.area_m2_by_surface
    today = sum(area_m2 for key, area_m2 in sums.items() if surfaces[key].mown)
    taken = sum(area_m2 for zone in plan.zones for key, area_m2 in zone.surfaces_m2 if surfaces[key].mown)
    return today, today - taken

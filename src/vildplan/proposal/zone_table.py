"""The table of the zones: one row each, but beds, hedges and shrubs as they stand share a row by type."""

from collections.abc import Iterator, Sequence

from vildplan.errors import Text, counted, listed, plain, text
from vildplan.model.plan import Plan, Zone
from vildplan.proposal.document import NOTHING, Column, Grid, m2
from vildplan.proposal.why_here import stands, why_here

TOLD_M2 = 0.5
# So many in a row are written as first and last.
RUN = 3
STANDING_NAMES = {
    "haek_vild": (("hæk", "hække"), ("hedge", "hedges")),
    "staudebed": (("bed", "bede"), ("bed", "beds")),
    "krat": (("busket", "busketter"), ("shrub bed", "shrub beds")),
}
STAND_HERE = {
    "haek_vild": text("hækkene står her allerede", "the hedges already stand here"),
    "staudebed": text("bedene ligger her allerede", "the beds already lie here"),
    "krat": text("buskene står her allerede", "the shrubs already stand here"),
}
BEGINS = text("Begynder", "Begins")
OTHER_NAMES = (("areal", "arealer"), ("area", "areas"))


def zone_table(plan: Plan) -> Grid:
    """Return the table: zones in lawns and slopes from north to south, then what stands already."""
    rows = [_row(zones, name, plan) for zones, name in grouped_zones(plan)]
    began = (NOTHING,) if plan.phases else ()
    total = (NOTHING, text("I alt", "In all"), NOTHING, m2(plan.zones_m2), *began, NOTHING, NOTHING, NOTHING)
    return Grid(
        (
            Column(text("Zone", "Zone")), Column(text("Navn", "Name")), Column(text("Type", "Type")),
            Column(text("Areal", "Area"), right=True),
            *((Column(BEGINS),) if plan.phases else ()), Column(text("I dag", "Today")),
            Column(text("Pleje", "Care")), Column(text("Hvorfor her", "Why here")),
        ),
        (*rows, total),
        total=True,
    )  # fmt: skip


def grouped_zones(plan: Plan) -> Iterator[tuple[tuple[Zone, ...], Text]]:
    """Yield what shares a row, with its name: a zone by itself, or what stands already by type."""
    groups = tuple(_standing(plan))
    grouped = {zone.id for zones in groups for zone in zones}
    yield from (((zone,), zone.name) for zone in plan.zones if zone.id not in grouped)
    yield from ((zones, _number_of(zones)) for zones in groups)


def id_ranges(zones: Sequence[Zone]) -> str:
    """Return the ids with runs of three or more as first and last: `Z2, Z4-Z7`."""
    runs: list[list[str]] = []
    last = 0
    for zone in zones:
        number = _number(zone.id)
        if runs and number and number == last + 1:
            runs[-1].append(zone.id)
        else:
            runs.append([zone.id])
        last = number
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) >= RUN else ", ".join(run) for run in runs)


def _number(zone_id: str) -> int:
    digits = zone_id.removeprefix("Z")
    return int(digits) if digits.isdigit() else 0


def _standing(plan: Plan) -> Iterator[tuple[Zone, ...]]:
    """The zones that stand already, by type and phase, where there are several of one."""
    for key in plan.catalogue.zone_types:
        standing = [zone for zone in plan.zones if zone.type == key and stands(zone)]
        for phase in sorted({zone.phase for zone in standing}):
            zones = tuple(zone for zone in standing if zone.phase == phase)
            if len(zones) > 1:
                yield zones


def _row(zones: tuple[Zone, ...], name: Text, plan: Plan) -> tuple[Text, ...]:
    first = zones[0]
    return (
        plain(id_ranges(zones)), name, plan.catalogue.zone_types[first.type].name,
        m2(sum(zone.area_m2 for zone in zones)), *begins(zones), _today(zones, plan), short_care(first),
        _why(zones, plan),
    )  # fmt: skip


def begins(zones: Sequence[Zone]) -> tuple[Text, ...]:
    """Return the year that the zones of a row begin in as a cell; no cell where there are no phases."""
    year = zones[0].phase_year
    return () if year is None else (plain(str(year)),)


def _number_of(zones: tuple[Zone, ...]) -> Text:
    return counted(len(zones), *STANDING_NAMES.get(zones[0].type, OTHER_NAMES))


def _why(zones: tuple[Zone, ...], plan: Plan) -> Text:
    """Why one zone lies here; of several only that they stand here, since what else holds differs."""
    several = STAND_HERE.get(zones[0].type) if len(zones) > 1 else None
    return several or why_here(zones[0], plan)


def _today(zones: tuple[Zone, ...], plan: Plan) -> Text:
    surfaces = plan.catalogue.surfaces
    told = dict.fromkeys(key for zone in zones for key, area_m2 in zone.surfaces_m2 if area_m2 >= TOLD_M2)
    return listed(tuple(surfaces[key].name for key in told))


def short_care(zone: Zone) -> Text:
    """Return the care of a zone in a few words."""
    return listed(tuple(line.short for line in zone.care if line.short is not None), "; ")

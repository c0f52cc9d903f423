"""Plan -> the layers that a crew opens in a map: zones, the ground, what is kept, and what is kept clear."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from shapely.geometry.base import BaseGeometry

from vildplan.errors import Text, text
from vildplan.model.plan import Plan, Zone
from vildplan.model.problem import LeftOut
from vildplan.model.wishes import Language
from vildplan.proposal.calendar_work import work_of
from vildplan.proposal.palette import KEPT, PLAY_LAWN, WILD, ZONE_LOOKS, Look, look_of
from vildplan.proposal.words import say
from vildplan.proposal.zone_table import short_care

Value = str | int | float
Columns = Mapping[str, type[str] | type[int] | type[float]]
# Rules by which ground stays as it is for its own sake; a rest is distance, or nothing that could be wild.
KEPT_RULES = {"play_lawn": PLAY_LAWN, "kept": KEPT, "kept_class": KEPT, "wild_today": WILD}
NEVER = frozenset({"class", "site", "too_small"})
LEAST_M2 = 0.005
AWAY = "#c0504d"
# Distances have one colour, and a pattern each.
AWAY_PATTERNS = ("slant", "slant_back", "dots", "grid", "waves", "cross", "rings", "ticks")


@dataclass(frozen=True, eq=False)
class Feature:
    """One polygon of a layer in metres of the department's CRS, its columns, and how it is drawn."""

    values: Mapping[str, Value]
    geometry: BaseGeometry
    look: Look


@dataclass(frozen=True, eq=False)
class Layer:
    """Polygons with the same columns, each of words, whole numbers or other numbers.

    `name` is its key; `title` what a file names it, short and plain enough for a database.
    """

    name: str
    title: Text
    columns: Columns
    features: tuple[Feature, ...]


ZONE_COLUMNS: Columns = {
    "id": str, "name": str, "type": str, "type_name": str, "area_m2": float, "today": str, "care": str,
    "hours_per_year": float, "phase": int,
}  # fmt: skip
LAND_COLUMNS: Columns = {
    "area": str, "name": str, "class": str, "class_name": str, "area_m2": float,
}  # fmt: skip

TITLES = {
    "zones": text("zoner", "zones"), "ground": text("jorden", "ground"), "kept": text("bevares", "kept"),
    "clearances": text("afstande", "clearances"),
}  # fmt: skip
# What the columns are called where people read them.
HEADINGS = {
    "id": text("Zone", "Zone"), "name": text("Navn", "Name"), "type": text("Nøgle", "Key"),
    "type_name": text("Type", "Type"), "area_m2": text("Areal m2", "Area m2"),
    "today": text("I dag", "Today"), "care": text("Pleje", "Care"),
    "hours_per_year": text("Timer om året", "Hours a year"), "phase": text("Etape", "Phase"),
    "phase_year": text("Begynder", "Begins"),
    "area": text("Areal nr.", "Area no."), "class": text("Nøgle for arealtype", "Key of surface"),
    "class_name": text("Arealtype", "Surface"), "rule": text("Nøgle for regel", "Key of rule"),
    "because": text("Hvorfor", "Why"),
}  # fmt: skip


def layers_of(plan: Plan, language: Language) -> tuple[Layer, ...]:
    """Return all layers, the zones first; words in one language."""
    return (
        zone_layer(plan, language),
        Layer("ground", TITLES["ground"], LAND_COLUMNS, tuple(_ground(plan, language))),
        _left_out("kept", lambda rule: rule in KEPT_RULES, plan, language),
        _left_out("clearances", lambda rule: rule not in KEPT_RULES and rule not in NEVER, plan, language),
    )


def zone_layer(plan: Plan, language: Language) -> Layer:
    """Return the zones, in the plan's order; hours are those of a steady year."""
    hours = work_of(plan).hours
    features = tuple(
        Feature(_zone(zone, float(sum(hours.get(zone.id, {}).values())), plan, language), zone.geometry,
                ZONE_LOOKS[zone.type])
        for zone in plan.zones
    )  # fmt: skip
    began: Columns = {"phase_year": int} if plan.phases else {}
    return Layer("zones", TITLES["zones"], {**ZONE_COLUMNS, **began}, features)


def _zone(zone: Zone, hours: float, plan: Plan, language: Language) -> dict[str, Value]:
    surfaces = plan.catalogue.surfaces
    return {
        "id": zone.id,
        "name": say(zone.name, language),
        "type": zone.type,
        "type_name": say(plan.catalogue.zone_types[zone.type].name, language),
        "area_m2": round(zone.area_m2, 3),
        "today": say(surfaces[zone.surface_today].name, language),
        "care": say(short_care(zone), language),
        "hours_per_year": round(hours, 2),
        "phase": zone.phase,
        **({} if zone.phase_year is None else {"phase_year": zone.phase_year}),
    }


def _ground(plan: Plan, language: Language) -> Iterator[Feature]:
    for piece in plan.inventory.pieces:
        if piece.geometry.area > LEAST_M2:
            yield Feature(
                _land(piece.area_id, piece.name, piece.surface, piece.geometry, plan, language),
                piece.geometry, look_of(piece.surface, plan.catalogue),
            )  # fmt: skip


def _left_out(name: str, wanted: Callable[[str], bool], plan: Plan, language: Language) -> Layer:
    names = {piece.area_id: piece.name for piece in plan.inventory.pieces}
    rows = [left for left in plan.ground.left_out if wanted(left.rule) and left.geometry.area > LEAST_M2]
    rules = [*dict.fromkeys(left.rule for left in rows)]
    features = tuple(
        Feature(
            {**_land(left.area_id, names[left.area_id], left.surface, left.geometry, plan, language),
             "rule": left.rule, "because": say(left.reason, language)},
            left.geometry, _look(left, rules.index(left.rule)),
        )
        for left in rows
    )  # fmt: skip
    return Layer(name, TITLES[name], {**LAND_COLUMNS, "rule": str, "because": str}, features)


def _look(left: LeftOut, number: int) -> Look:
    """What stays has a look of its own; distances are told apart by their patterns."""
    pattern = AWAY_PATTERNS[number % len(AWAY_PATTERNS)]
    return KEPT_RULES.get(left.rule) or Look(left.rule, left.reason, AWAY, "a", pattern)


def _land(
    area_id: str, name: str, surface: str, geometry: BaseGeometry, plan: Plan, language: Language
) -> dict[str, Value]:
    return {
        "area": area_id, "name": name, "class": surface,
        "class_name": say(plan.catalogue.surfaces[surface].name, language),
        "area_m2": round(geometry.area, 3),
    }  # fmt: skip

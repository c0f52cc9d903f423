"""What holds of every land: any text map, through all stages."""

import json
import tempfile
from pathlib import Path

import numpy as np
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.drawing import CATALOGUE, draw, drivable_of, geojson, ground_of, inventory_of, plan_of
from tests.spec.measuring import narrowest_m2, unreachable_m2
from vildplan.core.inventory import take_inventory
from vildplan.model.area import Department
from vildplan.model.plan import Plan
from vildplan.model.wishes import Base, Count, Target, Wishes
from vildplan.planning import make_plan
from vildplan.reading.department import ReadingChoices, read_department

# Lawns most of all, so that there is something to plan.
LETTERS = "............./" + "HP=Vhs~b?TQK"


@st.composite
def maps(draw_from: st.DrawFn) -> str:
    """A map of 5 to 9 rows and 6 to 10 columns: lawn with blocks of other letters laid into it."""
    height = draw_from(st.integers(5, 9))
    width = draw_from(st.integers(6, 10))
    land = np.full((height, width), ".")
    for _ in range(draw_from(st.integers(0, 6))):
        row, column = draw_from(st.integers(0, height - 1)), draw_from(st.integers(0, width - 1))
        tall, wide = draw_from(st.integers(1, 3)), draw_from(st.integers(1, 4))
        land[row : row + tall, column : column + wide] = draw_from(st.sampled_from(LETTERS))
    return "\n".join("".join(line) for line in land)


overlays = st.lists(maps(), min_size=1, max_size=3)
targets = st.floats(0.05, 0.9)
# m2 and m; what stands already keeps its width
LEAST = {
    "slaaeng": (50, 3), "blomstereng": (20, 2), "naturgraes": (100, 5), "skraaning": (50, 2),
    "krat": (100, 5), "haek_vild": (6, 0), "staudebed": (5, 0),
}  # fmt: skip


def wishes(share: float, play_lawn_m2: float = 0.0) -> Wishes:
    return Wishes(Target(str(share), share, None), Base.OUTDOOR, Count.NEW, play_lawn_m2)


def shapes_of(plan: Plan) -> list[shapely.Geometry]:
    return [zone.geometry for zone in plan.zones]


@given(overlays)
def test_the_partition_is_disjoint_and_complete(layers: list[str]) -> None:
    found = inventory_of(draw(*layers))
    shapes = [piece.geometry for piece in found.pieces]
    together = shapely.union_all(shapes, grid_size=0.001)
    assert abs(together.area - found.outline.area) < 1e-6 * found.outline.area
    assert abs(sum(shape.area for shape in shapes) - together.area) < 1e-6 * found.outline.area
    assert abs(sum(found.area_m2_by_surface.values()) - found.outline.area) < 1e-6 * found.outline.area


@given(maps(), targets, st.sampled_from([5.0, 6.0, 8.0]))
@example("......\n..HH..\n......", 0.5, 10.0)
@example(
    "......PPPP\n..........\n..........\n......PP..\n......PP..\n.......KK.\n.......KK.\n..........", 0.6, 8.0
)
def test_every_plan_keeps_what_is_promised(text: str, share: float, cell_m: float) -> None:
    plan = plan_of(draw(text, cell_m=cell_m), wishes(share))
    zones_are_exact_disjoint_and_inside_the_ground(plan)
    zones_keep_clear_of_houses_terraces_play_and_paths(plan)
    zones_are_wide_and_large_and_leave_lawn_that_can_be_mown(plan)
    the_bound_is_above_the_plan(plan)


def zones_are_exact_disjoint_and_inside_the_ground(plan: Plan) -> None:
    together = shapely.union_all(shapes_of(plan), grid_size=0.001)
    assert abs(together.area - plan.zones_m2) < 0.02
    for zone in plan.zones:
        units = [unit.geometry for unit in plan.ground.units]
        may = shapely.union_all([plan.ground.by_type[zone.type], *units], grid_size=0.001)
        assert shapely.difference(zone.geometry, may).area < 0.02
    said = plan.drawing.findings if plan.drawing else ()
    if plan.drawing and not said:
        wanted_m2 = min(plan.goal.new_m2, plan.drawing.largest_m2)
        assert abs(plan.zones_m2 - wanted_m2) < 0.02


def zones_keep_clear_of_houses_terraces_play_and_paths(plan: Plan) -> None:
    least = {"building": 3, "terrace": 5, "playground": 2, "parking": 2, "path": 1}
    lawns = [zone.geometry for zone in plan.zones if zone.surface_today in ("lawn", "slope")]
    for piece in plan.inventory.pieces:
        if piece.surface in least and lawns:
            assert float(np.min(shapely.distance(lawns, piece.geometry))) >= least[piece.surface] - 0.001


def zones_are_wide_and_large_and_leave_lawn_that_can_be_mown(plan: Plan) -> None:
    for zone in plan.zones:
        area_m2, width_m = LEAST[zone.type]
        assert zone.geometry.is_valid
        assert zone.geometry.geom_type == "Polygon"
        assert zone.area_m2 >= area_m2 - 0.01
        assert narrowest_m2(zone.geometry, width_m) <= 1.05 * max(width_m / 3, 1) ** 2
    taken = shapely.union_all(shapes_of(plan))
    drivable = drivable_of(plan.inventory)
    assert unreachable_m2(plan.ground.mown, drivable, taken, 1.5) <= 2.05  # a nook of 2 m2 is trimmed by hand


def the_bound_is_above_the_plan(plan: Plan) -> None:
    if plan.proof is None:
        return  # nothing was chosen
    proof, parts = plan.proof, plan.proof.parts
    assert proof.upper_bound >= proof.objective - 1e-6 * abs(proof.upper_bound)
    assert abs(parts.split + parts.smooth + parts.size + parts.types - proof.gap_points) < 1e-6 * max(
        abs(proof.upper_bound), 1
    )


@given(maps())
def test_every_m2_of_lawn_is_convertible_or_has_a_reason(text: str) -> None:
    land = draw(text, cell_m=6)
    by_surface, ground = inventory_of(land).area_m2_by_surface, ground_of(land, play_lawn_m2=400)
    kinds = ("lawn", "slope", "bed", "hedge", "shrub")
    asked = sum(by_surface.get(key, 0) for key in kinds)
    left = [left.geometry.area for left in ground.left_out if left.surface in kinds]
    assert abs(sum(left) + ground.convertible_m2 - asked) < 0.02 * max(len(left), 5)


# -------------------------------------------------------------------- the order of features in a file


def read(land: Department, order: list[int]) -> Department:
    """Write the land with its features in this order, and read it."""
    document = geojson(land)
    features = document["features"]
    assert isinstance(features, list)
    document["features"] = [features[k] for k in order]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "areas.geojson"
        file.write_text(json.dumps(document), encoding="utf-8")
        return read_department(file, ReadingChoices(), CATALOGUE)


@given(overlays, st.randoms(use_true_random=False))
def test_shuffling_features_changes_nothing_that_is_read(layers: list[str], random: object) -> None:
    land = draw(*layers)
    order = list(range(len(land.areas)))
    one = read(land, order)
    random.shuffle(order)  # type: ignore[attr-defined]
    other = read(land, order)
    assert one.input_hash == other.input_hash
    assert [(a.id, a.surface) for a in one.areas] == [(a.id, a.surface) for a in other.areas]
    assert (
        take_inventory(one, CATALOGUE).area_m2_by_surface
        == take_inventory(other, CATALOGUE).area_m2_by_surface
    )
    assert [f.sentence for f in one.findings] == [f.sentence for f in other.findings]


@settings(max_examples=max(settings().max_examples // 2, 1))  # two plans each
@given(maps(), maps(), targets, st.randoms(use_true_random=False))
def test_shuffling_features_changes_no_zone(below: str, above: str, share: float, random: object) -> None:
    land = draw(below, above, cell_m=6)
    order = list(range(len(land.areas)))
    one = make_plan(read(land, order), wishes(share), CATALOGUE)
    random.shuffle(order)  # type: ignore[attr-defined]
    other = make_plan(read(land, order), wishes(share), CATALOGUE)
    assert [zone.id for zone in one.zones] == [zone.id for zone in other.zones]
    assert [zone.type for zone in one.zones] == [zone.type for zone in other.zones]
    assert [shape.wkb for shape in shapes_of(one)] == [shape.wkb for shape in shapes_of(other)]
    assert one.proof == other.proof

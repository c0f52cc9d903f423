"""Who keeps which id when a plan comes back edited: ground decides, not order and not columns."""

from itertools import permutations

import numpy as np
import pytest
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from tests.drawing import box
from vildplan.core.adjust.matching import match_zones
from vildplan.errors import plain
from vildplan.model.edited import Adjustment, Change, EditedZone, Fate
from vildplan.model.stored import StoredZone

# Four zones of 400 m2 in a row, 30 m from middle to middle.
PLAN = {f"Z{n}": box(30 * n, 0, 30 * n + 20, 20) for n in range(1, 5)}


def before(plan: dict[str, BaseGeometry] = PLAN, kind: str = "slaaeng") -> list[StoredZone]:
    return [StoredZone(key, f"Plænen {key}", kind, shape.area, shape) for key, shape in plan.items()]


def drawn(shape: BaseGeometry, **said: str) -> EditedZone:
    return EditedZone(plain("edited.gpkg"), shape, **said)


def told(made: Adjustment) -> dict[str, str]:
    return {change.id: change.fate.value for change in made.changes}


def change_of(made: Adjustment, zone_id: str) -> Change:
    return next(change for change in made.changes if change.id == zone_id)


def ids(made: Adjustment) -> dict[str, tuple[float, ...]]:
    return {zone.id: tuple(round(v) for v in zone.geometry.bounds) for zone in made.zones}


def test_without_ids_and_in_any_order_every_zone_is_itself() -> None:
    for order in permutations(PLAN.values()):
        made = match_zones(before(), [drawn(shape) for shape in order], highest=4)
        assert set(told(made).values()) == {"kept"}
        assert [zone.id for zone in made.zones] == ["Z1", "Z2", "Z3", "Z4"]
        assert all(zone.geometry.equals(PLAN[zone.id]) for zone in made.zones)


def test_ids_in_the_file_that_are_wrong_do_not_matter_where_there_is_ground() -> None:
    swapped = [drawn(PLAN["Z1"], id="Z2"), drawn(PLAN["Z2"], id="Z1")]
    assert set(told(match_zones(before({k: PLAN[k] for k in ("Z1", "Z2")}), swapped, 4)).values()) == {"kept"}


def test_a_zone_whose_edge_was_moved_is_changed_and_its_m2_are_told() -> None:
    made = match_zones(before(), [drawn(box(30, 0, 55, 20)), *map(drawn, list(PLAN.values())[1:])], 4)
    change = change_of(made, "Z1")
    assert change.fate is Fate.CHANGED
    assert (change.before_m2, change.after_m2, change.common_m2) == pytest.approx((400, 500, 400))


def test_a_hair_of_difference_is_none() -> None:
    made = match_zones(before(), [drawn(shape.buffer(0.005)) for shape in PLAN.values()], 4)
    assert set(told(made).values()) == {"kept"}


def test_another_type_is_a_change_and_no_type_is_the_earlier_one() -> None:
    made = match_zones(before(), [drawn(PLAN["Z1"], type="krat"), *map(drawn, list(PLAN.values())[1:])], 4)
    assert told(made) == {"Z1": "changed", "Z2": "kept", "Z3": "kept", "Z4": "kept"}
    assert [zone.type for zone in made.zones] == ["krat", "slaaeng", "slaaeng", "slaaeng"]


def test_of_a_zone_in_two_the_larger_part_keeps_the_id() -> None:
    parts = [box(60, 0, 67, 20), box(69, 0, 80, 20)]  # of Z2: 140 m2 and 220 m2
    both = [drawn(part, id="Z2", name="Plænen Z2") for part in parts]
    made = match_zones(before(), [*both, *(drawn(PLAN[k]) for k in ("Z1", "Z3", "Z4"))], 4)
    assert told(made) == {"Z1": "kept", "Z2": "split", "Z3": "kept", "Z4": "kept", "Z5": "split"}
    assert ids(made)["Z2"] == ids(made)["Z2"] and change_of(made, "Z2").after_m2 == pytest.approx(220)
    assert (change_of(made, "Z5").origin, change_of(made, "Z5").after_m2) == ("Z2", pytest.approx(140))
    # Two zones of one name would be told apart by nobody.
    assert {zone.id: zone.name for zone in made.zones}["Z5"] == ""


def test_a_zone_that_was_moved_carries_its_id() -> None:
    far = translate(PLAN["Z3"], 0, 200)
    made = match_zones(before(), [drawn(far, id="Z3"), *(drawn(PLAN[k]) for k in ("Z1", "Z2", "Z4"))], 4)
    assert told(made)["Z3"] == "moved"
    assert change_of(made, "Z3").common_m2 == 0


def test_moved_without_an_id_it_is_a_new_zone_and_the_old_one_is_gone() -> None:
    far = translate(PLAN["Z3"], 0, 200)
    made = match_zones(before(), [drawn(far), *(drawn(PLAN[k]) for k in ("Z1", "Z2", "Z4"))], 4)
    assert (told(made)["Z3"], told(made)["Z5"]) == ("removed", "new")


def test_moved_a_little_it_is_moved_and_not_changed() -> None:
    shifted = [drawn(translate(PLAN["Z1"], 3, 2)), *map(drawn, list(PLAN.values())[1:])]
    assert told(match_zones(before(), shifted, 4))["Z1"] == "moved"


def test_an_id_is_never_used_again() -> None:
    made = match_zones(before(), [*map(drawn, PLAN.values()), drawn(box(0, 100, 20, 120))], highest=11)
    assert told(made)["Z12"] == "new"


def test_new_zones_are_numbered_from_north_to_south() -> None:
    new = [drawn(box(0, 100, 20, 120)), drawn(box(0, 200, 20, 220))]
    made = match_zones(before(), [*map(drawn, PLAN.values()), *new], 4)
    assert ids(made)["Z5"] == ids(match_zones([], [new[1]], 0))["Z1"]


def test_two_zones_laid_together_keep_the_id_of_the_one_that_gave_more() -> None:
    joint = box(30, 0, 75, 20)  # all of Z1 and 300 m2 of Z2
    made = match_zones(before(), [drawn(joint), drawn(PLAN["Z3"]), drawn(PLAN["Z4"])], 4)
    assert told(made) == {"Z1": "changed", "Z2": "removed", "Z3": "kept", "Z4": "kept"}
    assert change_of(made, "Z2").origin == "Z1"


def test_a_neighbours_edge_is_no_kinship() -> None:
    # Z2 is deleted, and a new zone beside it reaches 30 cm into where it was.
    new = drawn(box(79.7, 0, 88, 20))
    made = match_zones(before(), [new, *(drawn(PLAN[k]) for k in ("Z1", "Z3", "Z4"))], 4)
    assert (told(made)["Z2"], told(made)["Z5"]) == ("removed", "new")


def test_a_name_of_ones_own_is_kept_and_a_name_left_out_is_the_earlier_one() -> None:
    edited = [drawn(PLAN["Z1"], name="Bålengen"), *map(drawn, list(PLAN.values())[1:])]
    made = match_zones(before(), edited, 4)
    assert [zone.name for zone in made.zones][:2] == ["Bålengen", "Plænen Z2"]


def test_nothing_before_and_nothing_after() -> None:
    assert told(match_zones([], [drawn(PLAN["Z1"])], 0)) == {"Z1": "new"}
    assert set(told(match_zones(before(), [], 4)).values()) == {"removed"}


@pytest.mark.parametrize("seed", range(20))
def test_the_ground_in_common_is_the_most_there_can_be(seed: int) -> None:
    """Against the slow way: every way to give four ids to four polygons."""
    random = np.random.default_rng(seed)
    edited = [drawn(translate(PLAN[f"Z{n}"], *random.uniform(-18, 18, 2))) for n in range(1, 5)]
    old = before()
    made = match_zones(old, edited, 4)
    kept = sum(change.common_m2 for change in made.changes)

    def common(n: int, k: int) -> float:
        shared = old[n].geometry.intersection(edited[k].geometry).area
        return float(shared) if shared >= 0.05 * 400 else 0.0

    best = max(sum(common(n, k) for n, k in enumerate(order)) for order in permutations(range(4)))
    assert kept == pytest.approx(best, abs=0.01)

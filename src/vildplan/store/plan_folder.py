"""Plan -> the texts of its folder."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomli_w

from vildplan.model.catalogue import OWN_VALUES
from vildplan.model.plan import Plan
from vildplan.model.wishes import Language
from vildplan.proposal.records import asked_besides, plan_record
from vildplan.store.folder import write_folder
from vildplan.store.geojson import areas_geojson, zones_geojson


def save_plan(
    plan: Plan, folder: Path, language: Language, rendered: Mapping[str, str]
) -> bool:
    """Write a plan's folder; return False where it held exactly this plan already.

    `rendered` are further files made for people, such as `rapport.html`.

    Raises:
        CannotWriteError: when the folder cannot be written.
    """
    return write_folder(folder, {**plan_files(plan, language), **rendered})


def plan_files(plan: Plan, language: Language) -> dict[str, str]:
    """Return name -> text of every file of the folder; no clock, so equal plans are equal bytes."""
    return {
        "plan.toml": tomli_w.dumps(_plan_toml(plan, language)),
        "zones.geojson": zones_geojson(plan, language),
        "areas.geojson": areas_geojson(plan, language),
        "curve.toml": tomli_w.dumps(_curve(plan)),
    }


def _plan_toml(plan: Plan, language: Language) -> dict[str, Any]:
    record = _without_none(plan_record(plan, language))
    # Tables must follow plain values in TOML, and the reader wants the totals first.
    record["inputs"] = {"department_sha256": plan.department.input_hash, "rest": plan.department.rest}
    own = {value.key: value.number for value in plan.catalogue.values() if value.source == OWN_VALUES}
    if own:
        record["inputs"]["own_values"] = own
    record["wishes"] = {
        "target": plan.wishes.target.asked,
        "base": plan.wishes.base.value,
        "base_file": plan.department.base.file if plan.department.base is not None else "",
        "count": plan.wishes.count.value,
        "play_lawn_m2": plan.wishes.play_lawn_m2,
        "language": language.value,
        **asked_besides(plan.wishes),
    }
    if plan.wishes.clearances:
        record["wishes"]["clearances_m"] = dict(plan.wishes.clearances)
    record["surfaces_m2"] = dict(sorted(plan.inventory.area_m2_by_surface.items()))
    return record


def _curve(plan: Plan) -> dict[str, Any]:
    """The supply curve: m2 of convertible ground, points, and the price of the next m2."""
    points = plan.choice.curve if plan.choice is not None else ()
    base_m2 = plan.goal.base_m2 or 1.0
    return {
        "point": [
            {
                "share": (plan.goal.counted_wild_m2 + point.area_m2) / base_m2,
                "new_m2": point.area_m2,
                "points": point.points,
                "price_points_per_m2": point.price,
            }
            for point in points
        ]
    }


def _without_none(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if value is not None}

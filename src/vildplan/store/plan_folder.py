"""Plan -> the texts of its folder."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import tomli_w

from vildplan import __version__
from vildplan.model.catalogue import OWN_VALUES, Catalogue
from vildplan.model.money import Money
from vildplan.model.plan import Plan
from vildplan.model.value import Value
from vildplan.model.wishes import Language, Wishes
from vildplan.proposal.phases import phases_asked
from vildplan.proposal.records import asked_besides, finding_record, plan_record
from vildplan.store.baseline import baseline_geojson
from vildplan.store.crew import crew_record
from vildplan.store.folder import write_folder
from vildplan.store.geojson import areas_geojson, zones_geojson
from vildplan.store.money import money_table


def save_plan(
    plan: Plan, folder: Path, language: Language, rendered: Mapping[str, str],
    earlier: Mapping[str, str] | None = None,
) -> bool:  # fmt: skip
    """Write a plan's folder; return False where it held exactly this plan already.

    `rendered` are further files made for people, such as `rapport.html`. `earlier` are texts of the
    version before that somebody has changed in the folder since; its history gets them.

    Raises:
        CannotWriteError: when the folder cannot be written.
    """
    return write_folder(folder, {**plan_files(plan, language), **rendered}, earlier)


def plan_files(plan: Plan, language: Language) -> dict[str, str]:
    """Return name -> text of every file of the folder; no clock, so equal plans are equal bytes."""
    files = {
        "zones.geojson": zones_geojson(plan, language),
        "areas.geojson": areas_geojson(plan, language),
        "baseline.geojson": baseline_geojson(plan),
        "curve.toml": tomli_w.dumps(_curve(plan)),
    }
    return {"plan.toml": tomli_w.dumps(_plan_toml(plan, language, files)), **files}


def _plan_toml(plan: Plan, language: Language, files: Mapping[str, str]) -> dict[str, Any]:
    # Tables must follow plain values in TOML, and the reader wants the totals first.
    return {
        **_without_none(plan_record(plan, language)),
        "made_by": {"vildplan": __version__},
        "inputs": _inputs(plan, language),
        "wishes": _wishes(plan, language),
        "surfaces_m2": dict(sorted(plan.inventory.area_m2_by_surface.items())),
        "files": {name: sha256(words.encode()).hexdigest() for name, words in files.items()},
    }


def _inputs(plan: Plan, language: Language) -> dict[str, Any]:
    """What the plan was made from: the land as read, and the numbers of the catalogue."""
    department, catalogue = plan.department, plan.catalogue
    own = {value.key: _own_number(value) for value in catalogue.values() if value.source == OWN_VALUES}
    return {
        "department_sha256": department.input_hash,
        "catalogue_sha256": catalogue_sha256(catalogue),
        "file": department.file,
        "rest": department.rest,
        "assumed": list(department.assumed),
        "findings": [finding_record(finding, language) for finding in department.findings],
        **({"own_values": own} if own else {}),
        **({"site": department.site.known} if department.site.known else {}),
    }


def _own_number(value: Value) -> float | dict[str, float]:
    """The user's own number, with its ends where they told them."""
    if value.low is None or value.high is None:
        return value.number
    return {"number": value.number, "low": value.low, "high": value.high}


def catalogue_sha256(catalogue: Catalogue) -> str:
    """Return the fingerprint of every number of a catalogue, the user's own among them."""
    numbers = "\n".join(f"{value.key}={value.number!r}" for value in catalogue.values())
    return sha256(numbers.encode()).hexdigest()


def _wishes(plan: Plan, language: Language) -> dict[str, Any]:
    wishes, base = plan.wishes, plan.department.base
    return {
        "target": wishes.target.asked,
        **_target(wishes),
        **({"phases": phases_asked(wishes)} if wishes.phases else {}),
        "base": wishes.base.value,
        "base_file": base.file if base is not None else "",
        "count": wishes.count.value,
        "play_lawn_m2": wishes.play_lawn_m2,
        "language": language.value,
        **asked_besides(wishes),
        **({"clearances_m": dict(wishes.clearances)} if wishes.clearances else {}),
        **_insisted(wishes),
        **({"money": money_table(wishes.money)} if wishes.money != Money() else {}),
        **crew_record(wishes.crew),
    }


def _target(wishes: Wishes) -> dict[str, float]:
    target = wishes.target
    if target.share is not None:
        return {"target_share": target.share}
    return {"target_m2": target.area_m2 or 0.0}


def _insisted(wishes: Wishes) -> dict[str, Any]:
    """The limits and classes; ground that was pointed out stands in `baseline.geojson`."""
    wish = wishes.insisted
    classes = {"keep_classes": list(wish.keep_classes)} if wish.keep_classes else {}
    found = {**classes, **wish.numbers}
    return {"insisted": found} if found else {}


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

"""Plan -> plain values (dict, list, str, float): what `--json` prints and plan.toml keeps."""

from dataclasses import asdict
from typing import Any

from vildplan.errors import Finding
from vildplan.model.economy import PerDwelling, Span, YearlyWork
from vildplan.model.edited import Figures, Version
from vildplan.model.plan import Plan, Relaxation, Zone
from vildplan.model.value import Value
from vildplan.model.wishes import Language, PlantWishes, Wishes
from vildplan.proposal.budget_records import budget_totals
from vildplan.proposal.insisted import limit_sentence
from vildplan.proposal.phases import phase_records
from vildplan.proposal.rank import enters_at_share
from vildplan.proposal.resting import own_values, resting
from vildplan.proposal.robustness import robustness_sentence
from vildplan.proposal.sentences import economy_sentence, proof_sentence, total_sentence
from vildplan.proposal.words import say

SCHEMA_VERSION = 1

Record = dict[str, Any]


def plan_record(plan: Plan, language: Language) -> Record:
    """Return the plan as one object; numbers in full precision, sentences in one language."""
    inventory = plan.inventory
    return {
        "schema_version": SCHEMA_VERSION,
        "department": plan.department.name,
        "crs": plan.department.crs,
        "outdoor_m2": inventory.outdoor_m2,
        "green_m2": inventory.green_m2,
        "wild_today_m2": inventory.wild_m2,
        "wild_today_documented_m2": inventory.documented_wild_m2,
        "convertible_m2": plan.ground.convertible_m2,
        "target": _target(plan),
        "zones_m2": plan.zones_m2,
        "reached_m2": plan.reached_m2,
        "reached_share": plan.reached_share,
        "reachable": plan.reachable,
        "summary": say(total_sentence(plan), language),
        "zones": [_zone(zone, plan, language) for zone in plan.zones],
        **phase_records(plan, language),
        "proof": _proof(plan, language),
        "robustness": _robustness(plan, language),
        "relaxations": [_way_out(way, language) for way in plan.relaxations],
        "economy": _economy(plan, language),
        **budget_totals(plan.budget),
        **_insisted(plan, language),
        "taken_by_rule": [
            {"rule": row.rule, "name": say(row.name, language), "area_m2": row.area_m2}
            for row in plan.taken
        ],
        "rests_on": _rests_on(plan, language),
        "assumptions": [_value(value, language) for value in plan.assumptions],
        "findings": [finding_record(finding, language) for finding in plan.findings],
        **({"versions": [_version(one, language) for one in plan.versions]} if plan.versions else {}),
    }


def _rests_on(plan: Plan, language: Language) -> Record:
    """What hours, kroner and points rest on, and the user's own numbers, where there are any."""
    figures = {
        figure.key: {
            "assumed_share": figure.assumed_share,
            "decisive": [value.key for value in figure.decisive],
        }
        for figure in resting(plan)
    }
    own = [_value(value, language) for value in own_values(plan)]
    return figures | ({"own_values": own} if own else {})


def _value(value: Value, language: Language) -> Record:
    return {
        "key": value.key,
        "name": say(value.name, language),
        "value": value.number,
        "unit": value.unit,
    }


def _target(plan: Plan) -> Record:
    """The goal with the base that it is a share of; `base_file` is empty where no file draws it."""
    own = plan.inventory.own_base
    return {
        "asked": plan.goal.target.asked,
        "base": plan.wishes.base.value,
        "base_file": own.file if own is not None else "",
        "base_m2": plan.goal.base_m2,
        "count": plan.wishes.count.value,
        "m2": plan.goal.area_m2,
    }


def asked_besides(wishes: Wishes) -> Record:
    """Return what was said of dwellings, mowing and plants, and which wishes `vildplan.toml` had; if any."""
    dwellings = {} if wishes.dwellings is None else {"dwellings": wishes.dwellings}
    mower = {} if wishes.mown_by is None else {"mown_by": wishes.mown_by.value}
    from_file = {"from_file": list(wishes.from_file)} if wishes.from_file else {}
    return dwellings | mower | _plants(wishes.plants) | from_file


def _plants(plants: PlantWishes) -> Record:
    modes = {name: True for name in ("allergy", "play") if getattr(plants, name)}
    named = {"avoid_plants": plants.avoid, "want_plants": plants.want}
    return modes | {name: list(keys) for name, keys in named.items() if keys}


def _version(version: Version, language: Language) -> Record:
    """Return a version as plain values; what is not known is left out."""
    return {
        "number": version.number,
        "date": version.date,
        "reason": version.reason,
        "file": version.file,
        "sha256": version.sha256,
        "before": _known(version.before),
        "after": _known(version.after),
        "changes": [
            {key: value for key, value in asdict(change).items() if value != ""} | {"fate": change.fate.value}
            for change in version.changes
        ],
        "findings": [finding_record(finding, language) for finding in version.findings],
    }


def _known(figures: Figures) -> Record:
    return {key: value for key, value in asdict(figures).items() if value is not None}


def finding_record(finding: Finding, language: Language) -> Record:
    """Return one finding as plain words."""
    return {
        "place": say(finding.place, language),
        "severity": finding.severity.value,
        "sentence": say(finding.sentence, language),
        "advice": say(finding.advice, language),
    }


def _zone(zone: Zone, plan: Plan, language: Language) -> Record:
    return {
        "id": zone.id,
        "name": say(zone.name, language),
        "type": zone.type,
        "area_m2": zone.area_m2,
        "surface_today": zone.surface_today,
        "surfaces_m2": dict(zone.surfaces_m2),
        "phase": zone.phase,
        **({} if zone.phase_year is None else {"phase_year": zone.phase_year}),
        "rank": zone.rank,
        **({"site": zone.site.known} if zone.site.known else {}),
        **({"rich_m2": zone.rich_m2} if zone.rich_m2 else {}),
        "enters_at_share": enters_at_share(zone, plan),
        "why": [
            {"term": w.key, "name": say(w.name, language), "points_per_m2": w.points_per_m2}
            for w in zone.why
        ],
        "care": [
            {"key": c.key, "months": list(c.months), "sentence": say(c.sentence, language)}
            for c in zone.care
        ],
    }


def _insisted(plan: Plan, language: Language) -> Record:
    """What came of limits on the care, and what wishes cost; nothing where nobody insists on anything."""
    limits = [
        {
            "measure": limit.measure.value,
            "most": limit.most,
            "today": limit.today,
            "without": limit.without,
            "reached": limit.reached,
            "kept": limit.kept,
            **({} if limit.least is None else {"least": limit.least}),
            "sentence": say(limit_sentence(limit), language),
        }
        for limit in plan.limits
    ]
    prices = [
        {
            "option": price.option,
            "points": price.points,
            "of_points": price.of_points,
            "area_m2": price.area_m2,
            "sentence": say(price.sentence, language),
        }
        for price in plan.wish_prices
    ]
    return {**({"limits": limits} if limits else {}), **({"wish_prices": prices} if prices else {})}


def _way_out(way: Relaxation, language: Language) -> Record:
    return {"option": way.option, "gain_m2": way.gain_m2, "sentence": say(way.sentence, language)}


def _robustness(plan: Plan, language: Language) -> Record | None:
    """What stays when a weight is halved or doubled; no runs where no weight can change the choice."""
    found = plan.robustness
    if found is None:
        return None
    return {
        "share_kept": found.share_kept,
        "sentence": say(robustness_sentence(plan, found), language),
        "runs": [
            {
                "key": run.key,
                "name": say(run.name, language),
                "factor": run.factor,
                "share_kept": run.share_kept,
            }
            for run in found.runs
        ],
    }


def _economy(plan: Plan, language: Language) -> Record | None:
    """Money and hours as numbers; Decimal in the core, plain numbers in the file."""
    economy = plan.economy
    if economy is None:
        return None
    record = {
        "sentence": say(economy_sentence(economy), language),
        "hours_per_year": {
            "before": float(economy.hours_before), "after": float(economy.hours_after),
            "change": _span(economy.hours_change),
        },
        "staff_kr_per_year": {
            "before": float(economy.staff_kr_before), "after": float(economy.staff_kr_after),
        },
        "contractor_kr_per_year": {
            "before": float(economy.contractor_kr_before),
            "after": float(economy.contractor_kr_after),
            "change": _span(economy.contractor_kr_change),
        },
        "establishment_kr": float(economy.establishment_kr),
        "assumed_hours_share": economy.assumed_hours_share,
        "assumed_kr_share": economy.assumed_kr_share,
        "decisive": [value.key for value in economy.decisive],
        "work": [_work(work, language) for work in economy.work],
        "one_offs": [
            {
                "key": item.key, "name": say(item.name, language), "kr": float(item.kr),
                "low_kr": float(item.span.low), "high_kr": float(item.span.high),
                "prices": list(item.prices), "status": item.status.value,
            }
            for item in economy.one_offs
        ],
    }  # fmt: skip
    if economy.per_dwelling is not None:
        record["per_dwelling"] = _per_dwelling(economy.per_dwelling)
    return record


def _work(work: YearlyWork, language: Language) -> Record:
    return {
        "key": work.key,
        "name": say(work.name, language),
        "hours_before": float(work.hours_before),
        "hours_after": float(work.hours_after),
        "contractor_kr_before": float(work.contractor_kr_before),
        "contractor_kr_after": float(work.contractor_kr_after),
        "hours_change": _span(work.hours),
        "contractor_kr_change": _span(work.kr),
        "prices": list(work.prices),
        "hours_status": work.hours_status.value,
        "kr_status": work.kr_status.value,
    }


def _per_dwelling(paid: PerDwelling) -> Record:
    return {
        "dwellings": paid.dwellings,
        "contractor_kr_per_month": _span(paid.month_kr),
        "establishment_kr": float(paid.establishment_kr),
    }


def _span(span: Span) -> Record:
    return {"low": float(span.low), "likely": float(span.likely), "high": float(span.high)}


def _proof(plan: Plan, language: Language) -> Record | None:
    proof, sentence = plan.proof, proof_sentence(plan)
    if proof is None or sentence is None:
        return None
    return {
        "objective": proof.objective,
        "upper_bound": proof.upper_bound,
        "gap_percent": proof.gap_percent,
        "gap_points": proof.gap_points,
        "gap_m2": proof.gap_m2,
        "cells_objective": proof.cells_objective,
        "parts": {
            "split": proof.parts.split,
            "smooth": proof.parts.smooth,
            "size": proof.parts.size,
            "types": proof.parts.types,
            **({"limits": proof.parts.limits} if plan.limits else {}),
        },
        "edge_m": proof.edge_m,
        "outside_bound": [say(rule, language) for rule in proof.outside_bound],
        "sentence": say(sentence, language),
    }

"""The figures by which two plans are held against each other, from their records."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Figures:
    """What a plan comes to. `cells_points` is the best choice on the cells, before zones are drawn.

    `hours_change` and `contractor_kr_change` are a year with the plan against a year today: what a bed takes
    today is counted only where it becomes a zone. None where the plan has no zones.
    """

    zones: int
    zones_m2: float
    reached_share: float
    reachable: bool
    target_m2: float
    reached_m2: float
    hours_change: float | None
    contractor_kr_change: float | None
    establishment_kr: float | None
    points: float | None
    cells_points: float | None
    gap_percent: float | None


def figures_of(record: Mapping[str, Any]) -> Figures:
    """Read the figures off a plan's record, as `--json` prints it and plan.toml holds it.

    Raises:
        KeyError, TypeError, ValueError: when it is no record of a plan.
    """
    economy, proof = record.get("economy") or {}, record.get("proof") or {}
    return Figures(
        zones=len(record["zones"]),
        zones_m2=float(record["zones_m2"]),
        reached_share=float(record["reached_share"]),
        reachable=bool(record["reachable"]),
        target_m2=float(record["target"]["m2"]),
        reached_m2=float(record["reached_m2"]),
        hours_change=_at(economy, "hours_per_year", "change", "likely"),
        contractor_kr_change=_at(economy, "contractor_kr_per_year", "change", "likely"),
        establishment_kr=_at(economy, "establishment_kr"),
        points=_at(proof, "objective"),
        cells_points=_at(proof, "cells_objective"),
        gap_percent=_at(proof, "gap_percent"),
    )


def _at(table: Mapping[str, Any], *path: str) -> float | None:
    found: Any = table
    for key in path:
        if key not in found:
            return None
        found = found[key]
    return float(found)

"""How far a department has come -> the object of `--json`; no names."""

from dataclasses import asdict
from typing import Any

from vildplan.model.decision import Decision
from vildplan.model.progress import Compared, Progress, ZoneStatus
from vildplan.proposal.registered import year_object


def progress_object(progress: Progress, decision: Decision, reason: str = "") -> dict[str, Any]:
    """Return all of it as plain values: m2, shares from 0 to 1, days in ISO.

    `reason` is why the plan was last adjusted since the vote.
    """
    base = decision.base_m2 or 1.0
    figures = asdict(progress.figures)
    return {
        "year": progress.year,
        "on_track": progress.on_track,
        "behind": [one.value for one in progress.behind],
        "target_m2": decision.target_m2,
        "counted_wild_m2": decision.counted_wild_m2,
        "base_m2": decision.base_m2,
        "base_now_m2": progress.base_m2,
        "adjusted_because": reason or None,
        "figures": figures,
        "shares": {
            key.removesuffix("_m2"): (decision.counted_wild_m2 + value) / base
            for key, value in figures.items()
            if key in ("planned_m2", "adopted_m2", "laid_out_m2", "kept_up_m2")
        },
        "series": [asdict(one) for one in progress.series],
        "registered_years": list(progress.registered),
        "zones": [_zone(zone) | {"later": zone.id in progress.later} for zone in progress.zones],
        "compared": None if progress.compared is None else _compared(progress.compared),
        "forecast": None if progress.forecast is None else asdict(progress.forecast),
        "flowers": asdict(progress.flowers),
        "care": None if progress.care is None else asdict(progress.care),
        "registered": None if progress.record is None else year_object(progress.record),
    }


def _zone(zone: ZoneStatus) -> dict[str, Any]:
    return {
        "id": zone.id,
        "state": None if zone.state is None else zone.state.value,
        "laid_out_m2": zone.area_m2,
        "kept_up_m2": zone.kept_up_m2,
        "kept_up": zone.kept_up.value,
        "lapsed_m2": zone.lapsed_m2,
        "uncut": zone.uncut,
        "last_seen": zone.seen,
        "since": zone.since,
        "how": zone.how or None,
        "by": zone.by or None,
        "drawn": zone.outline is not None,
        "begins": zone.begins,
    }


def _compared(compared: Compared) -> dict[str, float]:
    names = ("before_m2", "after_m2", "kept_m2", "moved_m2", "lost_m2", "new_m2", "remeasured_m2")
    return {name: getattr(compared, name) for name in names}

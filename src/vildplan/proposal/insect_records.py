"""What insects tell as plain values for `--json`."""

from dataclasses import asdict
from typing import Any

from vildplan.model.insects import InsectStatus
from vildplan.model.wishes import Language
from vildplan.proposal.words import say


def insect_record(status: InsectStatus, language: Language) -> dict[str, Any]:
    """Return a status as one object; no person is in it."""
    return {
        "year": status.year,
        "first_year": status.first_year,
        "records": status.records,
        "counts": status.counts,
        "rates": [
            {
                "place": rate.zone or "all_zones",
                "group": _group(rate.group),
                "year": rate.year,
                "protocol": rate.protocol.value,
                "insects": rate.insects,
                "minutes": rate.minutes,
                "counts": rate.counts,
                "per_10_minutes": rate.per_10,
                "low": rate.low,
                "high": rate.high,
            }
            for rate in status.rates
        ],
        "trends": [
            {
                "place": trend.zone or "all_zones",
                "group": _group(trend.group),
                "protocol": trend.protocol.value,
                "years": list(trend.years),
                "zones": list(trend.zones),
                "against_reference": trend.against_reference,
                "per_year": trend.per_year,
                "low": trend.low,
                "high": trend.high,
                "p": trend.p,
                "verdict": trend.verdict.value,
            }
            for trend in status.trends
        ],
        "no_trend": {protocol.value: why.value for protocol, why in status.no_trend.items()},
        "against_reference": [
            {
                "year": one.year,
                "protocol": one.protocol.value,
                "times": one.times,
                "low": one.low,
                "high": one.high,
            }
            for one in status.against_reference
        ],
        "species": {
            name: list(found) if isinstance(found, tuple) else found
            for name, found in asdict(status.species).items()
        },
        "rarefied": [asdict(one) | {"protocol": one.protocol.value} for one in status.rarefied],
        "next": [
            {
                "zone": one.zone,
                "measure": one.measure.key,
                "sentence": say(one.measure.sentence, language),
                "source": one.measure.origin.source,
                "status": one.measure.origin.status.value,
            }
            for one in status.proposed
        ],
    }


def _group(group: Any) -> str:
    return "all" if group is None else group.value

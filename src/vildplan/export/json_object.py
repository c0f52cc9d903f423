"""One JSON object on one stdout: a plan, or the error that stopped it."""

import json
from collections.abc import Sequence
from typing import Any

from vildplan.errors import VildplanError
from vildplan.model.catalogue import Value
from vildplan.model.flora import Fact
from vildplan.model.plan import Plan
from vildplan.model.wishes import Language
from vildplan.proposal.planting import planting_record
from vildplan.proposal.records import SCHEMA_VERSION, asked_besides, finding_record, plan_record
from vildplan.proposal.species import fact_record
from vildplan.proposal.words import say


def plan_json(plan: Plan, language: Language) -> str:
    """Return the plan as `docs/plan.schema.json` describes it."""
    asked = asked_besides(plan.wishes)
    record = plan_record(plan, language) | ({"wishes": asked} if asked else {})
    if plan.planting is not None:
        record["planting"] = planting_record(plan.planting, language)
    return json.dumps(record, ensure_ascii=False, indent=2)


def error_json(error: VildplanError, language: Language) -> str:
    """Return an error with its advice, exit code and findings."""
    record = {"schema_version": SCHEMA_VERSION, "error": error_record(error, language)}
    return json.dumps(record, ensure_ascii=False, indent=2)


def error_record(error: VildplanError, language: Language) -> dict[str, Any]:
    """Return an error as a record."""
    return {
        "sentence": say(error.sentence, language),
        "advice": say(error.advice, language),
        "exit_code": error.exit_code,
        "findings": [finding_record(finding, language) for finding in error.findings],
    }


def catalogue_json(values: Sequence[Value], facts: Sequence[Fact], language: Language) -> str:
    """Return values of the catalogue, and facts of its plants, as one list of records."""
    records = [
        {
            "key": value.key,
            "name": say(value.name, language),
            "value": value.number,
            "unit": value.unit,
            "source": value.source,
            "year": value.year,
            "status": value.status.value,
            **({"low": value.low, "high": value.high} if value.low is not None else {}),
        }
        for value in values
    ]
    rows = [*records, *(fact_record(fact, language) for fact in facts)]
    return json.dumps(rows, ensure_ascii=False, indent=2)

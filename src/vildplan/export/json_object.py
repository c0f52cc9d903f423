"""One JSON object on one stdout: a plan, or the error that stopped it."""

import json
from typing import Any

from vildplan.errors import VildplanError
from vildplan.model.plan import Plan
from vildplan.model.wishes import Language
from vildplan.proposal.budget_records import budget_record
from vildplan.proposal.calendar_summary import calendar_summary
from vildplan.proposal.planting import planting_record
from vildplan.proposal.records import SCHEMA_VERSION, asked_besides, finding_record, plan_record
from vildplan.proposal.words import say


def plan_json(plan: Plan, language: Language) -> str:
    """Return the plan as `docs/plan.schema.json` describes it."""
    asked = asked_besides(plan.wishes)
    whole = {} if plan.budget is None else {"budget": budget_record(plan.budget, language)}
    record = plan_record(plan, language) | whole | ({"wishes": asked} if asked else {})
    if plan.planting is not None:
        record["planting"] = planting_record(plan.planting, language)
    if plan.zones and plan.economy is not None:
        record["calendar"] = calendar_summary(plan, language)
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

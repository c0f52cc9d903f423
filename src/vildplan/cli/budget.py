"""`vildplan budget PLAN`: what can be typed."""

from vildplan.cli.plan_options import Lang
from vildplan.cli.stored_options import Json, PlanFolder


def budget(plan: PlanFolder, json: Json = False, lang: Lang = None) -> int:
    """Collect what was typed, and tell the story of it."""
    from vildplan.cli.budget_story import tell

    return tell(plan, json=json, lang=lang)

"""`vildplan verify PLAN`: what can be typed."""

from vildplan.cli.plan_options import Lang
from vildplan.cli.stored_options import Json, PlanFolder


def verify(plan: PlanFolder, json: Json = False, lang: Lang = None) -> int:
    """Collect what was typed, and tell the story of it."""
    from vildplan.cli.verify_story import tell

    return tell(plan, json, lang)

"""Hours and kroner per year in words."""

from vildplan.errors import Text, text
from vildplan.model.limits import Measure
from vildplan.model.plan import Plan


def yearly(measure: Measure, value: float) -> Text:
    """Return hours or kroner in words."""
    if measure is Measure.HOURS:
        return text("{v:num} timer", "{v:num} hours", v=value)
    return text("{v:kr}", "{v:kr}", v=value)


def limits_named(plan: Plan) -> Text:
    """Return all limits of a plan: `60 timer og 18.000 kr.`."""
    words = [yearly(limit.measure, limit.most) for limit in plan.limits]
    if len(words) == 1:
        return words[0]
    return text("{one} og {other}", "{one} and {other}", one=words[0], other=words[1])

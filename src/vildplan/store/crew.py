"""The crew as plain values, for plan.toml; nothing where nobody said anything."""

from typing import Any

from vildplan.model.crew import USUAL_CREW, Crew


def crew_record(crew: Crew) -> dict[str, Any]:
    """Return what was said of the crew."""
    if crew == USUAL_CREW:
        return {}
    first = {} if crew.first_year is None else {"first_year": crew.first_year}
    return {
        "crew": {
            "hours_per_week": float(crew.hours_per_week),
            "closed_weeks": list(crew.closed_weeks),
            "who": [who.value for who in crew.who],
            "invasives": list(crew.invasives),
        }
        | first
    }

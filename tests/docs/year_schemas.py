"""The schemas of a registered year and of `progress --json`, put together from the program's own words.

    python -m tests.docs.year_schemas

writes docs/year.schema.json and docs/progress.schema.json anew.
"""

import json
from pathlib import Path

from tests.docs.schema_parts import (
    Schema,
    among,
    day,
    hours,
    listed,
    m2,
    number,
    one,
    or_null,
    table,
    whole,
    words,
    year_of,
)
from vildplan.model.insects import NoTrend, Verdict
from vildplan.model.observation import Group, Protocol
from vildplan.model.progress import Behind, Why
from vildplan.model.value import Status
from vildplan.model.years import CareDone, From, Mood, Standing, State
from vildplan.proposal.records import SCHEMA_VERSION
from vildplan.store.years import KNOWN_SCHEMA

DOCS = Path(__file__).resolve().parents[2] / "docs"
DRAFT = "https://json-schema.org/draft/2020-12/schema"


# ------------------------------------------------------------------------------------- years/2027.toml


def year_schema() -> Schema:
    """A file `years/2027.toml` of a plan folder; what nobody said is left out."""
    zone = {
        "zone": words("Id of the zone."),
        "state": among(State, "How it was found."),
        "area_m2": m2("as measured or told."),
        "how": words("How the m² were measured."),
        "by": words("The role that measured, never a name."),
        "outline": words("The zone as surveyed: WKT in lon/lat, 9 decimals."),
        "cuts": listed(day("A day."), "Days on which it was cut for hay."),
        "hay_removed": listed(day("A day."), "Days on which the hay was taken away."),
        "care": among(CareDone, "Whether the year's care was done."),
        "hours": hours("Hours of the year in this zone, by who did them."),
        "cost_kr": number("DKK spent on this zone in the year.", minimum=0),
        "flowering": listed(words("A kind."), "Kinds that somebody saw in flower."),
        "photos": listed(words("A file name."), "Names of photo files."),
        "contact": words("The role that answers for the zone."),
        "note": words("Anything else."),
    }
    word = {
        "mood": among(Mood, "A complaint, or praise."),
        "matter": words("What it is about."),
        "day": day("When it came."),
        "sender": among(From, "From the department or a neighbour."),
        "zone": words("Id of the zone that it is about."),
        "answer": words("What was answered."),
        "person": words("Key of a person in persons.toml, where the name is."),
    }
    trained = {"role": words("The role that has learned the care."), "person": word["person"]}
    fields = {
        "schema_version": {"description": "Rises when a field changes its meaning.", "const": KNOWN_SCHEMA},
        "seal": words("SHA-256 of the rest; `vildplan verify` tells where somebody changed it by hand."),
        "year": year_of("The year, as in the file's name."),
        "standing": among(Standing, "How far the department has come."),
        "base_m2": m2("the department's base when it was registered."),
        "cost_kr": number("DKK of the department that belong to no zone.", minimum=0),
        "hours": hours("Hours of the department that belong to no zone."),
        "zone": listed(table("One zone.", zone, set(zone) - {"zone"}), "What was said of zones."),
        "word": listed(table("One.", word, set(word) - {"mood", "matter"}), "Complaints and praise."),
        "trained": listed(table("One.", trained, ("person",)), "Who has learned the care, by role."),
    }
    head = {"$schema": DRAFT, "title": "years/2027.toml in a plan folder: what was registered of a year"}
    return head | table(
        "TOML, one file a year. What nobody said is left out. No name of a person is in it.",
        fields,
        ("standing", "base_m2", "cost_kr", "hours"),
    )


# ------------------------------------------------------------------------------------- progress --json


def progress_schema() -> Schema:
    """What `vildplan progress PLAN --json` prints."""
    kinds = (*(group.value for group in Group), "all")
    fields = {
        "schema_version": {"description": "Rises when a field changes its meaning.", "const": SCHEMA_VERSION},
        "plan": words("The plan folder as typed."),
        "year": year_of("At the end of this year."),
        "on_track": one("boolean", "Nothing is behind; the exit code is 0, else 1."),
        "behind": listed(among(Behind, "One."), "What is behind."),
        "target_m2": m2("the target at the vote, wild today included where that counts."),
        "counted_wild_m2": m2("wild before the plan, as counted at the vote."),
        "base_m2": m2("the base at the vote, of which shares are taken."),
        "base_now_m2": or_null(m2("the base when the year was registered.")),
        "adjusted_because": or_null(words("Why the plan was last adjusted since the vote.")),
        "figures": _figures("The figures of the year, never merged."),
        "shares": table(
            "Wild in all as a share of the base, 0 to 1.",
            {
                name: number(f"With what is {name}.", minimum=0)
                for name in ("planned", "adopted", "laid_out", "kept_up")
            },
        ),
        "series": listed(_figures("One year."), "The figures of each year since the first registered."),
        "registered_years": listed(year_of("A year."), "Years in which somebody registered zones."),
        "zones": listed(_zone(), "Every zone of the plan in the year."),
        "compared": or_null(
            table(
                "The ground against the year before, by where it lies.",
                {
                    "before_m2": m2("laid out the year before."),
                    "after_m2": m2("laid out this year."),
                    "kept_m2": m2("in both years."),
                    "moved_m2": m2("left one place for another in the same zone."),
                    "lost_m2": m2("not there any more."),
                    "new_m2": m2("not there before."),
                    "remeasured_m2": number("m² more or less in zones whose m² were only told."),
                },
            )
        ),
        "forecast": or_null(
            table(
                "A straight line through the first and the last registered year.",
                {
                    "first": year_of("First registered year."),
                    "last": year_of("Last registered year."),
                    "rate_m2": number("m² a year between them."),
                    "missing_m2": m2("missing to the target."),
                    "year": or_null(year_of("When the target is reached at that pace; null: not that way.")),
                    "reached": one("boolean", "The target is reached."),
                    "coming_m2": m2("of zones whose phase begins later; 0: none."),
                    "coming_year": or_null(
                        year_of("The first year of those; the pace then tells no year. null: none.")
                    ),
                },
            )
        ),
        "flowers": table(
            "Kinds in flower that somebody noticed.",
            {
                "seen": listed(words("A kind."), "This year."),
                "new": listed(words("A kind."), "Never before."),
                "not_again": listed(words("A kind."), "In earlier years, not in this."),
            },
        ),
        "care": or_null(_care()),
        "registered": or_null(_registered()),
        "insects": _insects(list(kinds)),
    }
    head = {"$schema": DRAFT, "title": "What `vildplan progress PLAN --json` prints"}
    return head | table(
        "One object. m² are square metres; null is what nobody said. No name of a person is in it.", fields
    )


def _figures(said: str) -> Schema:
    return table(
        said,
        {
            "year": year_of("The year."),
            "planned_m2": m2("as put to the vote."),
            "adopted_m2": m2("as voted for."),
            "adjusted_m2": or_null(m2("of the plan as adjusted since; null where it was not.")),
            "laid_out_m2": m2("that somebody saw laid out."),
            "kept_up_m2": m2("on which the year's care was done."),
            "unknown_m2": m2("laid out, but nobody registered them this year."),
            "lapsed_m2": m2("laid out once, lapsed now."),
            "due_m2": m2("that by the phases should be laid out."),
        },
    )


def _zone() -> Schema:
    return table(
        "One zone.",
        {
            "id": words("Its id."),
            "state": or_null(among(State, "As last said; null: nobody ever said.")),
            "laid_out_m2": m2("laid out."),
            "kept_up_m2": m2("on which the year's care was done."),
            "kept_up": among(Why, "Why it is kept up, or is not."),
            "lapsed_m2": m2("before it lapsed."),
            "uncut": one("boolean", "It lapsed for want of a hay cut."),
            "last_seen": or_null(year_of("Last year in which somebody registered it.")),
            "since": or_null(year_of("Laid out since.")),
            "how": or_null(words("How it was measured.")),
            "by": or_null(words("The role that measured.")),
            "drawn": one("boolean", "Its place is known."),
            "later": one("boolean", "Its phase comes after this year."),
            "begins": one(["integer", "null"],
                          "The year of its phase, where nobody was there yet and it comes later."),
        },
    )


def _care() -> Schema:
    zone = table(
        "One zone that is laid out.",
        {
            "id": words("Its id."),
            "cuts_planned": whole("Hay cuts by the calendar."),
            "cuts": whole("Hay cuts done."),
            "removals": whole("Times that hay was taken away."),
            "hours_planned": number("Hours by the calendar."),
            "hours": or_null(number("Hours registered.")),
            "cost_kr": or_null(number("DKK registered.")),
        },
    )
    return table(
        "The year's care against its calendar and its budget.",
        {
            "zones": listed(zone, "Zone by zone."),
            "hours_planned": number("Hours of the whole department's green care."),
            "hours": or_null(number("Hours registered.")),
            "kr_planned": or_null(number("DKK of care and laying out.")),
            "kr": or_null(number("DKK registered.")),
        },
    )


def _registered() -> Schema:
    zone = {
        "id": words("Its id."),
        "state": or_null(among(State, "How it was found.")),
        "m2": or_null(m2("as measured or told.")),
        "how": or_null(words("How it was measured.")),
        "by": or_null(words("The role that measured.")),
        "drawn": one("boolean", "It was surveyed."),
        "cuts": listed(day("A day."), "Days on which it was cut."),
        "hay_removed": listed(day("A day."), "Days on which the hay was taken away."),
        "care": or_null(among(CareDone, "Whether the care was done.")),
        "hours": hours("Hours by who did them."),
        "cost_kr": or_null(number("DKK.")),
        "flowering": listed(words("A kind."), "Seen in flower."),
        "photos": listed(words("A file name."), "Names of photo files."),
        "contact": or_null(words("The role that answers for it.")),
        "note": or_null(words("Anything else.")),
    }
    word = {
        "mood": among(Mood, "A complaint, or praise."),
        "day": or_null(day("When it came.")),
        "from": or_null(among(From, "From the department or a neighbour.")),
        "zone": or_null(words("Id of the zone.")),
        "matter": words("What it is about."),
        "answer": or_null(words("What was answered; null: not answered.")),
    }
    return table(
        "What was registered of the year.",
        {
            "year": year_of("The year."),
            "status": or_null(among(Standing, "How far the department has come.")),
            "hours": hours("Hours that belong to no zone."),
            "cost_kr": or_null(number("DKK that belong to no zone.")),
            "zones": listed(table("One zone.", zone), "Zone by zone."),
            "words": listed(table("One.", word), "Complaints and praise, without names."),
            "trained": listed(words("A role."), "Who has learned the care."),
        },
    )


def _insects(kinds: list[str]) -> Schema:
    place = words("Id of a zone, `all_zones` or `reference`.")
    group = one("string", "A group of insects, or all.", enum=kinds)
    protocol = among(Protocol, "How they were counted.")
    rate = table(
        "Insects per 10 minutes.",
        {
            "place": place,
            "group": group,
            "year": year_of("The year."),
            "protocol": protocol,
            "insects": whole("Insects in all."),
            "minutes": number("Minutes in all."),
            "counts": whole("Counts."),
            "per_10_minutes": number("Insects per 10 minutes."),
            "low": number("Low end of the interval."),
            "high": number("High end of the interval."),
        },
    )
    trend = table(
        "The change of one series, a share of its mean a year.",
        {
            "place": place,
            "group": group,
            "protocol": protocol,
            "years": listed(year_of("A year."), "Its years."),
            "zones": listed(words("An id."), "The zones in it."),
            "against_reference": one("boolean", "What the reference changed by is taken off."),
            "per_year": number("Share a year."),
            "low": number("Low end."),
            "high": number("High end."),
            "p": number("Of the t test.", minimum=0, maximum=1),
            "verdict": among(Verdict, "What may be said."),
        },
    )
    against = table(
        "The zones against the reference.",
        {
            "year": year_of("The year."),
            "protocol": protocol,
            "times": number("Times as many."),
            "low": number("Low end."),
            "high": number("High end."),
        },
    )
    rarefied = table(
        "Species at equal effort.",
        {
            "year": year_of("The year."),
            "protocol": protocol,
            "counts": whole("Counts."),
            "species": whole("Species in them."),
            "at_counts": whole("Brought down to so many counts."),
            "expected": number("Species expected in those."),
        },
    )
    following = table(
        "A measure to take next.",
        {
            "zone": words("Where."),
            "measure": words("Its key in the catalogue."),
            "sentence": words("What to do."),
            "source": words("Where that comes from."),
            "status": among(Status, "How well it is known."),
        },
    )
    name = words("A species by the catalogue's name where it has one.")
    no_trend = {one.value: among(NoTrend, f"Why {one.value} has no trend.") for one in Protocol}
    return table(
        "What insects tell until the year.",
        {
            "year": year_of("The year."),
            "first_year": or_null(year_of("First year with counts.")),
            "records": whole("Records in all."),
            "counts": whole("Counts in all."),
            "rates": listed(rate, "Every rate."),
            "trends": listed(trend, "The trends that were tested."),
            "no_trend": table("Why a way of counting has no trend.", no_trend, no_trend),
            "against_reference": listed(against, "Year by year."),
            "species": table(
                "Lists of what was found, never a trend.",
                {
                    "found": listed(name, "This year."),
                    "new": listed(name, "New since the earlier years."),
                    "not_again": listed(name, "Of earlier years, not seen again."),
                    "others": whole("Kinds of what is no insect."),
                },
            ),
            "rarefied": listed(rarefied, "Year by year."),
            "next": listed(following, "What to do next, by zone."),
        },
    )


SCHEMAS = {"year.schema.json": year_schema, "progress.schema.json": progress_schema}


def written(name: str) -> str:
    """A schema as it lies in docs/."""
    return json.dumps(SCHEMAS[name](), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    for name in SCHEMAS:
        (DOCS / name).write_text(written(name), encoding="utf-8", newline="\n")

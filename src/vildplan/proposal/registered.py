"""What was registered of a year -> what a person reads right after, and the object of `--json`; no names."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Protocol

from vildplan.errors import Finding, Text, counted, listed, plain, text
from vildplan.model.money import Who
from vildplan.model.years import Altered, CareDone, Mood, Standing, State, Year, ZoneYear
from vildplan.proposal.document import (
    NONE,
    Block,
    Column,
    Document,
    FindingBlock,
    Grid,
    Heading,
    Paragraph,
    Tone,
    m2,
)

STATES = {
    State.LAID_OUT: text("anlagt", "laid out"),
    State.PARTLY: text("delvis anlagt", "partly laid out"),
    State.NOT: text("ikke anlagt", "not laid out"),
    State.LAPSED: text("bortfaldet", "lapsed"),
}
CARES = {
    CareDone.DONE: text("udført", "done"),
    CareDone.PARTLY: text("delvis", "partly"),
    CareDone.NOT: text("ikke udført", "not done"),
}
STANDINGS = {
    Standing.SIGNED_UP: text("tilmeldt", "signed up"),
    Standing.ANALYSED: text("analyseret", "analysed"),
    Standing.DECIDED: text("besluttet", "decided"),
    Standing.CARRIED_OUT: text("udført", "carried out"),
}
MOODS = {Mood.COMPLAINT: text("klage", "complaint"), Mood.PRAISE: text("ros", "praise")}
UNKNOWN = text("ukendt", "unknown")
NOT_SAID = text("ikke sagt", "not said")


class Done(Protocol):
    """What came of a registration."""

    @property
    def year(self) -> Year:
        """The year as it now stands."""

    @property
    def written(self) -> bool:
        """Whether anything was written."""

    @property
    def altered(self) -> tuple[Altered, ...]:
        """What the later says otherwise."""

    @property
    def persons(self) -> int:
        """How many persons came to persons.toml."""


def registered_document(name: str, done: Done, notes: tuple[Finding, ...]) -> Document:
    """Return the page after a registration: the year as it now stands, and what was altered."""
    title = text("{name}: {year}", "{name}: {year}", name=name, year=str(done.year.year))
    return Document(title, tuple(_blocks(done, notes)))


def _blocks(done: Done, notes: tuple[Finding, ...]) -> Iterator[Block]:
    year = done.year
    if not done.written:
        yield Paragraph(text("Alt stod der allerede; intet er ændret.",
                             "All of it was there already; nothing was changed."), Tone.STRONG)  # fmt: skip
    if year.standing is not None:
        yield Paragraph(text("Afdelingens status: {status}.", "Status of the department: {status}.",
                             status=STANDINGS[year.standing]))  # fmt: skip
    if year.zones:
        yield _zones(year)
    words = len(year.words)
    if words:
        yield Paragraph(text("{count} er skrevet ned.", "{count} are written down.",
                             count=counted(words, ("henvendelse", "henvendelser"),
                                           ("message", "messages"))))  # fmt: skip
    if done.persons > 0:
        yield Paragraph(text("Navne står kun i persons.toml. vildplan forget PLAN NAVN sletter et.",
                             "Names stand in persons.toml only. vildplan forget PLAN NAME deletes one."),
                        Tone.QUIET)  # fmt: skip
    if done.altered:
        yield Heading(text("Ændret i forhold til før", "Changed from before"))
        yield Grid(
            (Column(text("Zone", "Zone")), Column(text("Hvad", "What")), Column(text("Før", "Before")),
             Column(text("Nu", "Now"))),
            tuple((plain(a.zone or "–"), plain(a.key), plain(a.before), plain(a.after))
                  for a in done.altered),
        )  # fmt: skip
        yield Paragraph(text("Det, der stod før, ligger i history/years.",
                             "What stood before lies in history/years."), Tone.QUIET)  # fmt: skip
    yield from (FindingBlock(finding) for finding in notes)


def _zones(year: Year) -> Grid:
    columns = (
        Column(text("Zone", "Zone")), Column(text("Tilstand", "State")),
        Column(text("m²", "m²"), right=True), Column(text("Slået", "Cut")),
        Column(text("Hø kørt væk", "Hay removed")), Column(text("Pleje", "Care")),
        Column(text("Timer", "Hours"), right=True), Column(text("Kroner", "Kroner"), right=True),
    )  # fmt: skip
    return Grid(columns, tuple(_row(zone) for zone in year.zones))


def _row(zone: ZoneYear) -> tuple[Text, ...]:
    hours = sum(zone.hours.values())
    return (
        plain(zone.zone),
        NOT_SAID if zone.state is None else STATES[zone.state],
        NONE if zone.area_m2 is None else m2(zone.area_m2),
        days(zone.cuts),
        days(zone.hay_removed),
        NONE if zone.care is None else CARES[zone.care],
        text("{v:num}", "{v:num}", v=hours) if zone.hours else NONE,
        NONE if zone.cost_kr is None else text("{v:kr}", "{v:kr}", v=zone.cost_kr),
    )


def days(members: tuple[date, ...]) -> Text:
    """Days as a cell of a table."""
    return listed(tuple(plain(f"{day.day}/{day.month}") for day in members)) if members else NONE


def registered_record(done: Done) -> dict[str, Any]:
    """Return it as plain values, without the keys of persons."""
    return {
        **year_object(done.year),
        "written": done.written,
        "altered": [
            {"zone": one.zone, "key": one.key, "before": one.before, "after": one.after}
            for one in done.altered
        ],
    }


def year_object(year: Year) -> dict[str, Any]:
    """Return a year as plain values, without the keys of persons."""
    return {
        "year": year.year,
        "status": None if year.standing is None else year.standing.value,
        "hours": hours_object(year.hours),
        "cost_kr": year.cost_kr,
        "zones": [_zone(zone) for zone in year.zones],
        "words": [
            {
                "mood": one.mood.value,
                "day": None if one.day is None else one.day.isoformat(),
                "from": None if one.sender is None else one.sender.value,
                "zone": one.zone or None,
                "matter": one.matter,
                "answer": one.answer or None,
            }
            for one in year.words
        ],
        "trained": [one.role for one in year.trained],
    }


def _zone(zone: ZoneYear) -> dict[str, Any]:
    return {
        "id": zone.zone,
        "state": None if zone.state is None else zone.state.value,
        "m2": zone.area_m2,
        "how": zone.how or None,
        "by": zone.by or None,
        "drawn": zone.outline is not None,
        "cuts": [day.isoformat() for day in zone.cuts],
        "hay_removed": [day.isoformat() for day in zone.hay_removed],
        "care": None if zone.care is None else zone.care.value,
        "hours": hours_object(zone.hours),
        "cost_kr": zone.cost_kr,
        "flowering": list(zone.flowering),
        "photos": list(zone.photos),
        "contact": zone.contact or None,
        "note": zone.note or None,
    }


def hours_object(hours: Mapping[Who, float]) -> dict[str, float]:
    """Return hours by who did them, as plain values."""
    return {str(who.value): some for who, some in hours.items()}

"""Adjusted plans: what they come to, old beside new, and what became of each zone."""

from collections.abc import Iterator, Mapping
from typing import Any

from vildplan.errors import Text, counted, plain, text
from vildplan.model.catalogue import Catalogue
from vildplan.model.economy import Economy
from vildplan.model.edited import Change, Fate, Figures, Version
from vildplan.model.plan import Plan
from vildplan.model.wishes import MownBy
from vildplan.proposal.document import (
    NONE,
    NOTHING,
    Block,
    Column,
    Document,
    FindingBlock,
    Grid,
    Heading,
    MapBlock,
    Paragraph,
    Tone,
    m2,
)

OWN_STAFF = (MownBy.STAFF, MownBy.ROBOT)


def figures_of(plan: Plan) -> Figures:
    """Return what a plan comes to."""
    economy, proof = plan.economy, plan.proof
    return Figures(
        zones=len(plan.zones),
        zones_m2=plan.zones_m2,
        share=plan.reached_share,
        hours=None if economy is None else float(economy.hours_after),
        kr=None if economy is None else _paid(economy),
        gap_percent=None if proof is None else proof.gap_percent,
    )


def _paid(economy: Economy) -> float:
    """The kroner a year that the report shows first: a contractor's are not said of those with own staff."""
    own = economy.mown_by in OWN_STAFF
    return float(economy.staff_kr_after if own else economy.contractor_kr_after)


def figures_in(record: Mapping[str, Any]) -> Figures:
    """Return what a stored plan came to, by its plan.toml."""
    economy, proof = record.get("economy") or {}, record.get("proof") or {}
    own = record.get("wishes", {}).get("mown_by") in [one.value for one in OWN_STAFF]
    paid = "staff_kr_per_year" if own else "contractor_kr_per_year"
    return Figures(
        zones=len(record.get("zones", ())),
        zones_m2=float(record.get("zones_m2", 0.0)),
        share=float(record.get("reached_share", 0.0)),
        hours=economy.get("hours_per_year", {}).get("after"),
        kr=economy.get(paid, {}).get("after"),
        gap_percent=proof.get("gap_percent"),
    )


def adjusted_document(plan: Plan) -> Document:
    """Return what a person wants to see after an adjustment: the map, old beside new, and what was found.

    What was found in the map of the areas has not changed, and is only counted.
    """
    version = plan.versions[-1]
    title = text("{name}: udgave {number:int}", "{name}: version {number:int}",
                 name=plan.department.name, number=version.number)  # fmt: skip
    known = (*plan.department.findings, *plan.inventory.findings)
    told = tuple(FindingBlock(finding) for finding in plan.findings if finding not in known)
    heading = (Heading(text("Fund", "Findings")),) if told else ()
    return Document(title, (MapBlock(), *version_blocks(plan), *heading, *told, *_of_the_map(len(known))))


def unchanged_document(plan: Plan) -> Document:
    """The page where the zones came back as they were, with what was found in the file."""
    told = (FindingBlock(finding) for finding in plan.versions[-1].findings)
    words = text("Zonerne er, som de var: der er ikke lavet en ny udgave.",
                 "The zones are as they were: no new version was made.")  # fmt: skip
    return Document(plain(plan.department.name), (Paragraph(words, Tone.STRONG), *told))


def _of_the_map(count: int) -> Iterator[Block]:
    if count:
        yield Paragraph(
            text("{count} om kortet over arealerne står i rapporten.",
                 "{count} about the map of the areas stand in the report.",
                 count=counted(count, ("fund", "fund"), ("finding", "findings"))), Tone.QUIET,
        )  # fmt: skip


def version_blocks(plan: Plan) -> Iterator[Block]:
    """The latest adjustment: why, old beside new, what became of the zones; nothing for a plan of ours."""
    if not plan.versions:
        return
    version = plan.versions[-1]
    yield Heading(text("Rettet i hånden", "Adjusted by hand"))
    yield Paragraph(
        text("Udgave {number:int}, {date}: {reason}", "Version {number:int}, {date}: {reason}",
             number=version.number, date=version.date, reason=version.reason), Tone.STRONG,
    )  # fmt: skip
    yield _old_beside_new(version)
    yield from _changes(version, plan.catalogue)
    yield from (FindingBlock(finding) for finding in version.findings)


def _old_beside_new(version: Version) -> Grid:
    before, after = version.before, version.after
    rows = (
        (text("Zoner", "Zones"), _count(before.zones), _count(after.zones)),
        (text("Zonernes areal", "Area of the zones"), m2(before.zones_m2), m2(after.zones_m2)),
        (text("Vildt i alt", "Wild in all"), _share(before.share), _share(after.share)),
        (text("Timer om året", "Hours per year"), _number(before.hours), _number(after.hours)),
        (text("Kroner om året", "Kroner per year"), _kr(before.kr), _kr(after.kr)),
        (text("Kan højst blive bedre", "Could be better by, at most"), _gap(before), _gap(after)),
    )
    new, old = Column(text("Nu", "Now"), right=True), Column(text("Før", "Before"), right=True)
    return Grid((Column(NOTHING), old, new), rows)


def _count(number: int) -> Text:
    return text("{v:int}", "{v:int}", v=number)


def _share(share: float) -> Text:
    return text("{v:pct}", "{v:pct}", v=share)


def _number(value: float | None) -> Text:
    return NONE if value is None else text("{v:int}", "{v:int}", v=value)


def _kr(value: float | None) -> Text:
    return NONE if value is None else text("{v:kr}", "{v:kr}", v=round(value, -2))


def _gap(figures: Figures) -> Text:
    """The gap, rounded up so that it never promises more than the bound."""
    if figures.gap_percent is None:
        return NONE
    return text("{v:pct}", "{v:pct}", v=max(-(-figures.gap_percent * 10 // 1) / 1000, 0.001))


def _changes(version: Version, catalogue: Catalogue) -> Iterator[Block]:
    told = [change for change in version.changes if change.fate is not Fate.KEPT]
    kept = len(version.changes) - len(told)
    if told:
        columns = (
            Column(text("Zone", "Zone")), Column(text("Hvad", "What")),
            Column(text("Før", "Before"), right=True), Column(text("Nu", "Now"), right=True),
        )  # fmt: skip
        yield Grid(columns, tuple(_row(change, catalogue) for change in told))
    if kept:
        zones = counted(kept, ("zone er", "zoner er"), ("zone is", "zones are"))
        yield Paragraph(text("{zones} uændret.", "{zones} unchanged.", zones=zones), Tone.QUIET)


def _row(change: Change, catalogue: Catalogue) -> tuple[Text, ...]:
    what = _what(change, catalogue)
    if change.note:
        what = text("{what}. {note}", "{what}. {note}", what=what, note=change.note)
    before = m2(change.before_m2) if change.before_m2 else NONE
    return plain(change.id), what, before, m2(change.after_m2) if change.after_m2 else NONE


def _what(change: Change, catalogue: Catalogue) -> Text:
    """What became of a zone in a few words, its new type among them."""
    fate = _fate(change)
    if change.type_before == change.type_after or not change.type_after:
        return fate
    kinds = catalogue.zone_types
    kind = kinds[change.type_after].name if change.type_after in kinds else plain(change.type_after)
    if change.fate is Fate.CHANGED and abs(change.common_m2 - change.after_m2) < 1:
        return text("nu {kind}", "now {kind}", kind=kind)
    if not change.type_before:
        return text("{fate}, {kind}", "{fate}, {kind}", fate=fate, kind=kind)
    return text("{fate}, nu {kind}", "{fate}, now {kind}", fate=fate, kind=kind)


def _fate(change: Change) -> Text:
    if change.fate is Fate.SPLIT and change.origin:
        return text("udskilt af {zone}", "split off {zone}", zone=change.origin)
    if change.fate is Fate.REMOVED and change.origin:
        return text("lagt sammen med {zone}", "laid together with {zone}", zone=change.origin)
    return {
        Fate.KEPT: text("uændret", "unchanged"),
        Fate.CHANGED: text("ændret omrids", "changed outline"),
        Fate.MOVED: text("flyttet", "moved"),
        Fate.SPLIT: text("delt", "split"),
        Fate.NEW: text("ny", "new"),
        Fate.REMOVED: text("fjernet", "removed"),
    }[change.fate]

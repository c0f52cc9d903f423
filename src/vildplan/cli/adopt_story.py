"""The story of `vildplan adopt`: open the plan, measure what was voted, write the decision down."""

import json as notation
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from vildplan.cli.drafting import adopted_beside
from vildplan.cli.language import spoken
from vildplan.cli.output import put, put_page
from vildplan.cli.planted import with_planting
from vildplan.cli.showing import REPORT, open_page, tell_where
from vildplan.cli.stored_plan import Opened, open_plan
from vildplan.core.squares import lay_squares
from vildplan.errors import UnusableInputError, text
from vildplan.export.html import report_html
from vildplan.model.decision import Decision, Outcome, VotedZone, Votes
from vildplan.model.plan import Plan
from vildplan.model.stage import Stage
from vildplan.model.stored import StoredZone
from vildplan.model.wishes import Language
from vildplan.proposal.decision import decision_document, decision_object
from vildplan.proposal.map_drawing import map_drawing
from vildplan.proposal.records import SCHEMA_VERSION
from vildplan.proposal.report import plan_document
from vildplan.proposal.versions import figures_of
from vildplan.reading.decision_words import TypedDecision
from vildplan.reading.zone_ids import find_zones
from vildplan.store.decision import ADOPTED, DECISION, decision_toml, read_decision
from vildplan.store.folder import MARK, next_version, write_folder
from vildplan.store.geojson import to_lon_lat
from vildplan.store.locking import one_writer
from vildplan.store.plan_folder import plan_files
from vildplan.store.plan_reading import ZONES
from vildplan.terminal.progress import Progress
from vildplan.terminal.report import document_report


@dataclass(frozen=True)
class Adoption:
    """What was typed."""

    folder: Path
    date: str
    decided_by: str
    outcome: str
    votes: str | None = None
    zones: str | None = None
    without: str | None = None
    point: str = ""


def tell(
    typed: Adoption, *, dry_run: bool, json: bool, open_report: bool, lang: Language | None
) -> int:
    """Write down what a meeting decided of one plan; return the exit code."""
    language = spoken(lang)
    with Progress(language) as progress:
        opened = open_plan(typed.folder)
        _demand_open(opened)
        said = _Said.read(typed, opened)
        adopted = said.outcome is not Outcome.REJECTED
        target = adopted_beside(typed.folder) if adopted else typed.folder
        made = opened.measured(progress.tell, said.zones or None)
        decision = said.decision(made, opened, target)
        progress.tell(Stage.WRITING)
        written = None if dry_run else _write(target, opened, made, decision)
    after = figures_of(made) if adopted else None
    if json:
        record = decision_object(decision, after)
        whole = {"schema_version": SCHEMA_VERSION, "plan": str(typed.folder), **record}
        put(notation.dumps(whole, ensure_ascii=False, indent=2) + "\n")
    else:
        put_page(document_report(decision_document(decision, made.department.name, after), language))
    tell_where(target, written, language)
    if open_report and written:
        open_page(target)
    return 0


def _demand_open(opened: Opened) -> None:
    """Refuse a plan that is adopted already, or whose zones are not those that it tells of."""
    stored = opened.stored
    folder = Path(stored.folder)
    earlier = read_decision(folder)
    if earlier is not None and earlier.outcome is not Outcome.REJECTED:
        raise UnusableInputError(
            text("Planen i {folder} er vedtaget {date:date} ({by}).",
                 "The plan in {folder} was adopted {date:date} ({by}).",
                 folder=stored.folder, date=earlier.date, by=earlier.decided_by),
            text("Skal den ændres, så skriv vildplan adjust {folder} --zones FIL --reason \"hvorfor\". Et "
                 "nyt forslag til næste møde laves med vildplan plan.",
                 "To change it, type vildplan adjust {folder} --zones FILE --reason \"why\". A new proposal "
                 "for the next meeting is made by vildplan plan.", folder=stored.folder),
        )  # fmt: skip
    if ZONES in (*stored.changed_files, *stored.missing_files):
        raise UnusableInputError(
            text("{file} er rettet, siden planen blev lavet.", "{file} was edited since the plan was made.",
                 file=str(folder / ZONES)),
            text("Skriv først vildplan adjust {folder} --reason \"hvorfor\", så alle tal følger med.",
                 "First type vildplan adjust {folder} --reason \"why\", so that all figures follow.",
                 folder=stored.folder),
        )  # fmt: skip


@dataclass(frozen=True, eq=False)
class _Said:
    """What was typed, understood; `zones` are those that were adopted."""

    typed: TypedDecision
    adoption: Adoption
    outcome: Outcome
    votes: Votes | None
    zones: tuple[StoredZone, ...]

    @classmethod
    def read(cls, adoption: Adoption, opened: Opened) -> "_Said":
        """Understand all of it, or tell all that is wrong."""
        typed = TypedDecision()
        typed.day(adoption.date)
        typed.words("--decided-by", adoption.decided_by)
        faults = len(typed.faults)
        outcome, votes = typed.outcome(adoption.outcome), typed.votes(adoption.votes)
        if len(typed.faults) == faults:
            _check_outcome(typed, adoption, outcome, votes)
        typed.demand_sound()
        zones = _adopted(adoption, opened) if outcome is not Outcome.REJECTED else ()
        if outcome is not Outcome.REJECTED and not zones:
            typed.fault("--without", text("der er ingen zoner tilbage.", "no zones are left."),
                        text("Skriv --outcome rejected.", "Type --outcome rejected."))  # fmt: skip
        if outcome is Outcome.AMENDED and len(zones) == len(opened.stored.zones):
            typed.fault("--outcome", text("alle zoner er med.", "all zones were adopted."),
                        text("Skriv --outcome approved.", "Type --outcome approved."))  # fmt: skip
        typed.demand_sound()
        return cls(typed, adoption, outcome, votes, zones)

    def decision(self, made: Plan, opened: Opened, target: Path) -> Decision:
        """Return the decision with its squares; `made` is the plan as adopted, which goes to `target`."""
        adopted = {zone.id for zone in self.zones}
        degrees = to_lon_lat(made.department.crs)
        phases = {row["id"]: int(row.get("phase", 1)) for row in opened.stored.record.get("zones", ())}
        voted = tuple(
            VotedZone(one.id, one.name, one.type, one.geometry.area, phases.get(one.id, 1), one.id in adopted)
            for one in opened.stored.zones
        )
        before = read_decision(target)
        earlier = () if before is None else before.squares
        land = (made.inventory, made.catalogue)
        squares = lay_squares(made.zones, *land, degrees, earlier) if adopted else ()
        goal, said = made.goal, self.adoption
        return Decision(
            date=self.typed.day(said.date), decided_by=self.typed.words("--decided-by", said.decided_by),
            outcome=self.outcome, zones=voted, version=next_version(target),
            base_m2=goal.base_m2, counted_wild_m2=goal.counted_wild_m2, target_m2=goal.area_m2,
            votes=self.votes, point=" ".join(said.point.split()), squares=squares,
        )  # fmt: skip


def _check_outcome(typed: TypedDecision, said: Adoption, outcome: Outcome, votes: Votes | None) -> None:
    """What the words say together."""
    chosen = said.zones is not None or said.without is not None
    if said.zones is not None and said.without is not None:
        typed.fault("--zones, --without", text("kun én af dem kan bruges.", "only one of them can be used."),
                    text("Skriv enten de zoner, der er med, eller dem, der ikke er.",
                         "Type either the zones that are in, or those that are not."))  # fmt: skip
    if outcome is Outcome.AMENDED and not chosen:
        typed.fault("--outcome", text("der står ikke, hvilke zoner der blev vedtaget.",
                                      "it is not said which zones were adopted."),
                    text("Skriv --zones Z1,Z3 eller --without Z4.",
                         "Type --zones Z1,Z3 or --without Z4."))  # fmt: skip
    if outcome is not Outcome.AMENDED and chosen:
        typed.fault("--outcome", text("kun nogle af zonerne er nævnt.", "only some of the zones are named."),
                    text("Skriv --outcome amended.", "Type --outcome amended."))  # fmt: skip
    if votes is not None and votes.yes <= votes.no and outcome is not Outcome.REJECTED:
        typed.fault("--votes", text("{votes} er ikke flertal for.", "{votes} is no majority.",
                                    votes=votes.typed),
                    text("Skriv stemmerne som ja-nej.", "Type the votes as yes-no."))  # fmt: skip


def _adopted(said: Adoption, opened: Opened) -> tuple[StoredZone, ...]:
    stored = opened.stored
    if said.zones is not None:
        return find_zones((said.zones,), stored)
    left = {zone.id for zone in find_zones((said.without,), stored)} if said.without is not None else set()
    return tuple(zone for zone in stored.zones if zone.id not in left)


def _write(folder: Path, opened: Opened, made: Plan, decision: Decision) -> bool:
    """Write the plan as adopted; a draft goes into the folder of the plan that was adopted before."""
    language, source = opened.stored.language, Path(opened.stored.folder)
    files = _as_they_are(source, opened.stored.record.get("files", ()))
    if decision.outcome is Outcome.AMENDED:
        page = report_html(plan_document(with_planting(made)), map_drawing(made), language)
        files = {**plan_files(made, language), REPORT: page}
    adopted = "" if decision.outcome is Outcome.REJECTED else files[ZONES]
    with one_writer(folder):
        _demand_open(open_plan(source))
        extra = {ADOPTED: adopted} if adopted else {}
        return write_folder(folder, {**files, **extra, DECISION: decision_toml(decision, adopted)})


def _as_they_are(folder: Path, names: Sequence[str]) -> dict[str, str]:
    """The plan's own files, byte for byte."""
    there = (name for name in (MARK, *names, REPORT) if (folder / name).is_file())
    return {name: (folder / name).read_bytes().decode("utf-8") for name in there}

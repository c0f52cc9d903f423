"""The story of `vildplan proposal --format meeting`: plan at every stop, keep the plans, write the page."""

import json as notation
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from vildplan.cli.output import put, put_note
from vildplan.cli.paste import file_word, line_of
from vildplan.cli.planned_care import PlannedCare, open_care
from vildplan.cli.planted import with_planting
from vildplan.cli.proposal_asked import DONE, Typed, asked_of, meeting_of
from vildplan.errors import CannotWriteError, WrongUsageError, text
from vildplan.export.html import report_html
from vildplan.export.meeting_data import page_data
from vildplan.export.meeting_html import meeting_html
from vildplan.model.plan import Plan
from vildplan.model.wishes import Language, Target
from vildplan.planning import measured_plan, nested_of, plan_for_target, zone_parts
from vildplan.proposal.map_drawing import map_drawing
from vildplan.proposal.meeting import Full, MeetingPage, Stand, StandKind, meeting_page
from vildplan.proposal.records import SCHEMA_VERSION
from vildplan.proposal.report import plan_document
from vildplan.store.decision import read_decision
from vildplan.store.folder import demand_our_place
from vildplan.store.plan_folder import save_plan
from vildplan.store.text_file import write_new
from vildplan.terminal.progress import Progress

USUAL_STOPS, FEWEST, MOST = 5, 1, 50
REPORT, STOPS = "rapport.html", ".stops"
WHOLE, OUTLINES = 100, 40
# A stop so near to the plan's own share (of the ground), or to the one before, says nothing new.
NEAR = 0.004


def tell_page(typed: Typed, language: Language) -> int:
    """Write the page of one plan, or its values; return the exit code."""
    out, step = _demand_out(typed), _step(typed.stops)
    kept = out.with_name(out.stem + STOPS)
    for percent in range(step, WHOLE + 1, step):
        _demand_open(_folder(kept, percent))
    meeting = meeting_of(typed)
    with Progress(language) as progress:
        care = open_care(typed.folder, progress.tell)
        asked = asked_of(care, meeting, typed.folder)
        own = Full(asked.plan, zone_parts(asked.plan), str(typed.folder), is_own=True)
        ours = [own, *_phases(care, asked.plan, own)]
        fulls = sorted(_beside(ours, _stops(care, step, kept, progress)), key=lambda full: full.share)
        nested, on_cells = nested_of(asked.plan, _shares(fulls))
        page = meeting_page(asked, fulls, nested, on_cells)
        for full in fulls:
            if full.kind is StandKind.STOP:
                _keep(full, language)
    base, commands = asked.plan.wishes.base, tuple(_command(one) for one in page.stands)
    written = write_new(out, meeting_html(page, base, commands, language))
    if typed.json:
        data = page_data(page, base, commands, language)
        record = {"schema_version": SCHEMA_VERSION, "plan": str(typed.folder), **data}
        put(notation.dumps(record, ensure_ascii=False, indent=2) + "\n")
    _say_where(out, kept, page, language, written=written)
    return DONE


def _demand_out(typed: Typed) -> Path:
    if typed.template is not None:
        raise WrongUsageError(
            text("--template er til Word, men mødesiden er en HTML-fil.",
                 "--template is for Word, but the meeting page is an HTML file."),
            text("Udelad --template.", "Leave --template out."),
        )  # fmt: skip
    if typed.out is None:
        raise WrongUsageError(
            text("Mødesiden er en fil, men der er ingen -o FIL.",
                 "The meeting page is a file, but there is no -o FILE."),
            text("Skriv f.eks. -o moede.html.", "Type for example -o meeting.html."),
        )  # fmt: skip
    return typed.out


def _demand_open(folder: Path) -> None:
    """Refuse to write over anything that is no plan, or over one that a meeting has adopted."""
    demand_our_place(folder)
    if read_decision(folder) is not None:
        raise CannotWriteError(
            text("{folder} er der truffet en beslutning om, og den bliver ikke skrevet over.",
                 "A decision was made on {folder}, and it is not written over.", folder=str(folder)),
            text("Skriv et andet navn efter -o.", "Type another name after -o."),
        )  # fmt: skip


def _step(typed: str | None) -> int:
    if typed is None:
        return USUAL_STOPS
    words = typed.strip().removesuffix("%").strip()
    step = int(words) if words.isascii() and words.isdigit() else 0
    if FEWEST <= step <= MOST:
        return step
    raise WrongUsageError(
        text("--stops {typed}: det er ikke et helt antal procent fra {least:int} til {most:int}.",
             "--stops {typed}: that is no whole number of per cent from {least:int} to {most:int}.",
             typed=typed, least=FEWEST, most=MOST),
        text("Skriv f.eks. --stops 10.", "Type for example --stops 10."),
    )  # fmt: skip


def _stops(care: PlannedCare, step: int, kept: Path, progress: Progress) -> Iterator[Full]:
    """Make a full plan at every stop, up to the most that the rules allow."""
    goal, convertible_m2 = care.plan.goal, care.plan.ground.convertible_m2
    percents = range(step, WHOLE + 1, step)
    last_m2 = 0.0
    for number, percent in enumerate(percents, 1):
        progress.count(number, len(percents))
        target = _target(goal.counted_wild_m2 + percent / WHOLE * convertible_m2)
        made = plan_for_target(care.plan, target, progress.tell)
        if made.zones and made.zones_m2 > last_m2 + NEAR * convertible_m2:
            last_m2 = made.zones_m2
            yield Full(made, zone_parts(made), _folder(kept, percent).as_posix())
        if not made.reachable:
            break


def _target(area_m2: float) -> Target:
    return Target(f"{area_m2:.0f}m2", None, round(area_m2, 3))


def _folder(kept: Path, percent: int) -> Path:
    return kept / f"{percent:02d}.plan"


def _phases(care: PlannedCare, plan: Plan, own: Full) -> Iterator[Full]:
    """Measure the zones that have begun in each phase but the last, as if no more came."""
    for phase in plan.phases[:-1]:
        begun = {zone.id for zone in plan.zones if zone.phase <= phase.number}
        if begun and len(begun) < len(plan.zones) and phase.zones:
            stored = care.opened.stored
            wishes = replace(stored.wishes, target=phase.asked, phases=stored.wishes.phases[: phase.number])
            lying = [zone for zone in stored.zones if zone.id in begun]
            made = measured_plan(stored.department, wishes, care.opened.catalogue, lying)
            later = tuple(zone.id for zone in plan.zones if zone.id not in begun)
            yield Full(made, zone_parts(made), own.folder, phase=phase, later=later)


def _beside(ours: list[Full], stops: Iterator[Full]) -> list[Full]:
    """The plan and its phases in the place of stops that are as large."""
    return [*ours, *(stop for stop in stops if all(abs(stop.share - one.share) > NEAR for one in ours))]


def _shares(fulls: list[Full]) -> list[float]:
    """Where the slider stands: at every plan, and at outlines between them that are not near to one."""
    plans = [0.0, *(full.share for full in fulls)]
    grid = (number / OUTLINES for number in range(1, OUTLINES))
    inside = [share for share in grid if share < plans[-1]]
    between = [share for share in inside if all(abs(share - one) > NEAR for one in plans)]
    return sorted([*plans, *between])


def _keep(full: Full, language: Language) -> None:
    """Write a stop's plan folder, with the report that a person opens."""
    made: Plan = with_planting(full.plan)
    page = report_html(plan_document(made), map_drawing(made), language)
    save_plan(made, Path(full.folder), language, {REPORT: page})


def _command(stand: Stand) -> str:
    """The beginning of the line that records the decision; the page knows how it goes on."""
    return line_of(["vildplan", "adopt", file_word(Path(stand.folder))]) if stand.folder else ""


def _say_where(out: Path, kept: Path, page: MeetingPage, language: Language, *, written: bool) -> None:
    count = sum(stand.kind is StandKind.STOP for stand in page.stands)
    if written:
        put_note(text("Mødesiden ligger i {file}.", "The meeting page is in {file}.",
                      file=str(out)), language)  # fmt: skip
    else:
        put_note(text("Mødesiden i {file} er uændret.", "The meeting page in {file} is unchanged.",
                      file=str(out)), language)  # fmt: skip
    if count:
        put_note(text("De {count:int} andre planer på skyderen ligger i {folder}.",
                      "The {count:int} other plans on the slider are in {folder}.",
                      count=count, folder=str(kept)), language)  # fmt: skip

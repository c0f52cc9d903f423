"""How far a department has come -> the yearly status that people read."""

from collections.abc import Iterator, Sequence

from vildplan.errors import Text, listed, plain, text
from vildplan.model.decision import Decision
from vildplan.model.progress import FourFigures, Progress, ZoneStatus
from vildplan.model.years import State
from vildplan.proposal.decision import decision_sentence
from vildplan.proposal.document import (
    NONE,
    NOTHING,
    Block,
    Column,
    Document,
    Grid,
    Heading,
    Paragraph,
    Tone,
    m2,
)
from vildplan.proposal.map_drawing import MapDrawing
from vildplan.proposal.numbering import numbered
from vildplan.proposal.progress_next import next_blocks
from vildplan.proposal.progress_pictures import progress_pictures
from vildplan.proposal.progress_words import (
    WHY,
    base_sentence,
    begins_in,
    comparison_sentence,
    forecast_sentence,
    measuring,
    verdict,
)
from vildplan.proposal.registered import MOODS, STANDINGS, STATES, UNKNOWN, days

NEIGHBOUR = {"department": text("afdelingen", "the department"), "neighbour": text("nabo", "neighbour")}


def progress_document(
    progress: Progress, decision: Decision, name: str, reason: str = "", insects: Sequence[Block] = (),
    drawing: MapDrawing | None = None,
) -> Document:  # fmt: skip
    """Return the yearly status; `reason` is why the plan was last adjusted since the vote.

    `insects` is the section on what was counted and found, `drawing` the map of what became of the zones.
    """
    title = text("{name}: årsstatus {year}", "{name}: yearly status {year}", name=name,
                 year=str(progress.year))  # fmt: skip
    blocks = (
        *_head(progress, decision),
        *next_blocks(progress),
        *_figures(progress, decision, reason),
        *progress_pictures(progress, decision, drawing),
        *_land(progress),
        *_care(progress),
        *_money(progress),
        *_words(progress),
        *_flowers(progress),
        *insects,
    )
    return Document(title, tuple(numbered(blocks)))


def _head(progress: Progress, decision: Decision) -> Iterator[Block]:
    yield Paragraph(verdict(progress), Tone.GOOD if progress.on_track else Tone.CAUTION)
    yield Paragraph(forecast_sentence(progress.forecast, progress.registered))
    yield Paragraph(decision_sentence(decision), Tone.QUIET)
    record = progress.record
    if record is None:
        yield Paragraph(
            text("Intet er registreret for {year}. Skriv vildplan record PLAN --year {year}.",
                 "Nothing is registered for {year}. Type vildplan record PLAN --year {year}.",
                 year=str(progress.year)), Tone.CAUTION,
        )  # fmt: skip
    elif record.standing is not None:
        yield Paragraph(text("Afdelingens status: {status}.", "Status of the department: {status}.",
                             status=STANDINGS[record.standing]))  # fmt: skip


def _figures(progress: Progress, decision: Decision, reason: str) -> Iterator[Block]:
    figures = progress.figures
    yield Heading(text("Fire tal, der ikke er det samme", "Four figures that are not the same"))
    wild = decision.counted_wild_m2
    base = decision.base_m2 or 1.0

    def row(what: Text, area_m2: float, how: Text) -> tuple[Text, ...]:
        return what, m2(area_m2), text("{v:pct}", "{v:pct}", v=(wild + area_m2) / base), how

    rows = [
        row(text("Planlagt", "Planned"), figures.planned_m2,
            text("planens zoner, som de blev foreslået", "the plan's zones as they were proposed")),
        row(text("Vedtaget", "Adopted"), figures.adopted_m2,
            text("stemt for: {by}, {date:date}", "voted by {by}, {date:date}", by=decision.decided_by,
                 date=decision.date)),
    ]  # fmt: skip
    if figures.adjusted_m2 is not None:
        since = text("– som rettet siden", "– as adjusted since")
        rows.append(row(since, figures.adjusted_m2, plain(reason)))
    rows += [
        row(text("Anlagt", "Laid out"), figures.laid_out_m2, _how(progress)),
        row(text("Passet i år", "Kept up this year"), figures.kept_up_m2, _kept(figures)),
    ]
    columns = (
        Column(NOTHING), Column(text("m² nyt", "m² new"), right=True),
        Column(text("Vildt i alt", "Wild in all"), right=True), Column(text("Hvor fra", "Where from")),
    )  # fmt: skip
    yield Grid(columns, tuple(rows), widths=(0.24, 0.14, 0.14, 0.48))
    share = decision.target_m2 / base
    yield Paragraph(
        text("Målet er {share:pct}: {m2:m2} af {base:m2}, hvoraf {wild:m2} er vildt fra før.",
             "The target is {share:pct}: {m2:m2} of {base:m2}, of which {wild:m2} were wild before.",
             share=share, m2=decision.target_m2, base=decision.base_m2, wild=wild), Tone.QUIET,
    )  # fmt: skip
    changed = None if progress.base_m2 is None else base_sentence(decision.base_m2, progress.base_m2)
    if changed is not None:
        yield Paragraph(changed, Tone.CAUTION)


def _how(progress: Progress) -> Text:
    """The ways of measuring, each once."""
    ways: dict[str, Text] = {}
    for zone in progress.zones:
        if zone.laid_out:
            ways.setdefault(repr(measuring(zone)), measuring(zone))
    if not ways:
        return text("intet er registreret", "nothing is registered")
    return listed(tuple(ways.values()), "; ")


def _kept(figures: FourFigures) -> Text:
    if figures.unknown_m2 < 1:
        return text("registreret pleje i {year}", "care registered in {year}", year=str(figures.year))
    return text("registreret pleje i {year}; {unknown:m2} er ukendt",
                "care registered in {year}; {unknown:m2} are unknown",
                year=str(figures.year), unknown=figures.unknown_m2)  # fmt: skip


def _land(progress: Progress) -> Iterator[Block]:
    yield Heading(text("Jorden, zone for zone", "The land, zone by zone"))
    columns = (
        Column(text("Zone", "Zone")), Column(text("Tilstand", "State")),
        Column(text("Anlagt", "Laid out"), right=True), Column(text("Passet i år", "Kept up this year")),
        Column(text("Målt", "Measured")), Column(text("Sidst set", "Last seen"), right=True),
    )  # fmt: skip
    yield Grid(columns, tuple(_zone(zone) for zone in progress.zones),
               widths=(0.07, 0.2, 0.11, 0.16, 0.35, 0.11))  # fmt: skip
    if progress.compared is not None and len(progress.registered) > 1:
        yield Paragraph(comparison_sentence(progress.compared, progress.year), Tone.STRONG)
        yield Paragraph(text("Det er målt på, hvor jorden ligger, ikke på zonernes numre.",
                             "It is measured by where the ground lies, not by the numbers of zones."),
                        Tone.QUIET)  # fmt: skip


def _zone(zone: ZoneStatus) -> tuple[Text, ...]:
    return (
        plain(zone.id),
        _state(zone),
        m2(zone.area_m2) if zone.laid_out else NONE,
        NONE if zone.begins else WHY[zone.kept_up],
        measuring(zone) if zone.laid_out else NONE,
        plain(str(zone.seen)) if zone.seen is not None else NONE,
    )


def _state(zone: ZoneStatus) -> Text:
    if zone.begins is not None:
        return begins_in(zone.begins)
    if zone.state is None:
        return UNKNOWN
    if zone.state is State.LAPSED and zone.uncut:
        return text("bortfaldet ({m2:m2}): intet høslet to år i træk",
                    "lapsed ({m2:m2}): no hay cut two years running", m2=zone.lapsed_m2)  # fmt: skip
    if zone.state is State.LAPSED and zone.lapsed_m2:
        return text("bortfaldet ({m2:m2})", "lapsed ({m2:m2})", m2=zone.lapsed_m2)
    return STATES[zone.state]


def _care(progress: Progress) -> Iterator[Block]:
    care = progress.care
    if care is None or not care.zones:
        return
    yield Heading(text("Pleje mod kalenderen", "Care against the calendar"))
    record = progress.record
    columns = (
        Column(text("Zone", "Zone")), Column(text("Høslet", "Hay cuts")), Column(text("Slået", "Cut")),
        Column(text("Hø kørt væk", "Hay removed")), Column(text("Timer", "Hours"), right=True),
        Column(text("Kroner", "Kroner"), right=True),
    )  # fmt: skip
    rows = []
    for zone in care.zones:
        said = None if record is None else record.zone(zone.id)
        done = text("{done:int} af {planned:int}", "{done:int} of {planned:int}", done=zone.cuts,
                    planned=zone.cuts_planned)  # fmt: skip
        rows.append((
            plain(zone.id),
            done if zone.cuts_planned or zone.cuts else NONE,
            NONE if said is None else days(said.cuts),
            NONE if said is None else days(said.hay_removed),
            _against(zone.hours, zone.hours_planned),
            NONE if zone.cost_kr is None else text("{v:kr}", "{v:kr}", v=zone.cost_kr),
        ))  # fmt: skip
    yield Grid(columns, tuple(rows), widths=(0.09, 0.14, 0.2, 0.2, 0.2, 0.17))


def _against(done: float | None, planned: float) -> Text:
    if done is None:
        return text("– af {planned:num}", "– of {planned:num}", planned=round(planned, 1))
    return text("{done:num} af {planned:num}", "{done:num} of {planned:num}", done=round(done, 1),
                planned=round(planned, 1))  # fmt: skip


def _money(progress: Progress) -> Iterator[Block]:
    care = progress.care
    if care is None:
        return
    yield Heading(text("Timer og kroner mod planen", "Hours and kroner against the plan"))
    hours = text("Timer (hele afdelingens grønne pleje)", "Hours (the whole department's green care)")
    rows = [(hours, _number(care.hours_planned), _number(care.hours))]
    kr = text("Kroner (pleje og anlæg)", "Kroner (care and laying out)")
    rows.append((kr, _kr(care.kr_planned), _kr(care.kr)))
    columns = (
        Column(NOTHING), Column(text("Planen", "The plan"), right=True),
        Column(text("Registreret", "Registered"), right=True),
    )  # fmt: skip
    yield Grid(columns, tuple(rows), widths=(0.5, 0.25, 0.25))
    yield Paragraph(text("Planens tal er for alle zoner og de plæner, der er tilbage; det registrerede er "
                         "kun det, nogen har skrevet ned.",
                         "The plan's figures are for all zones and the lawns that are left; what is "
                         "registered is only what somebody wrote down."), Tone.QUIET)  # fmt: skip


def _number(value: float | None) -> Text:
    return UNKNOWN if value is None else text("{v:num}", "{v:num}", v=round(value, 1))


def _kr(value: float | None) -> Text:
    return UNKNOWN if value is None else text("{v:kr}", "{v:kr}", v=value)


def _words(progress: Progress) -> Iterator[Block]:
    record = progress.record
    if record is not None and record.trained:
        roles = tuple(one.role for one in record.trained)
        yield Paragraph(text("Uddannet i plejen: {roles}.", "Trained in the care: {roles}.", roles=roles))
    if record is None or not record.words:
        return
    yield Heading(text("Klager og ros", "Complaints and praise"))
    columns = (
        Column(text("Dato", "Date")), Column(text("Hvad", "What")), Column(text("Fra", "From")),
        Column(text("Sag", "Matter")), Column(text("Svar", "Answer")),
    )  # fmt: skip
    yield Grid(columns, tuple(
        (
            NONE if one.day is None else plain(f"{one.day.day}/{one.day.month}"),
            MOODS[one.mood],
            NONE if one.sender is None else NEIGHBOUR[one.sender.value],
            plain(f"{one.zone}: {one.matter}" if one.zone else one.matter),
            plain(one.answer) if one.answer else text("ikke besvaret", "not answered"),
        )
        for one in record.words
    ), widths=(0.09, 0.14, 0.14, 0.36, 0.27))  # fmt: skip


def _flowers(progress: Progress) -> Iterator[Block]:
    flowers = progress.flowers
    if not flowers.seen and not flowers.not_again:
        return
    yield Heading(text("I blomst", "In flower"))
    for name, kinds in (
        (text("Set i år", "Seen this year"), flowers.seen),
        (text("Nye i år", "New this year"), flowers.new),
        (text("Ikke set igen", "Not seen again"), flowers.not_again),
    ):
        if kinds:
            yield Paragraph(text("{name}: {kinds}.", "{name}: {kinds}.", name=name, kinds=kinds))
    yield Paragraph(text("Det er, hvad nogen lagde mærke til; arter, der mangler, kan være overset.",
                         "It is what somebody noticed; kinds that are missing may have been overlooked."),
                    Tone.QUIET)  # fmt: skip

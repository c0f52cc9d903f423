"""Section 12: from the deadlines of whoever decides to the first years of care."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from vildplan.errors import Text, counted, plain, text
from vildplan.model.meeting import DecidedBy
from vildplan.model.phases import PlanPhase
from vildplan.model.plan import Zone
from vildplan.proposal.board.asked import BoardAsked, ids
from vildplan.proposal.document import NOTHING, Block, Column, Grid, Paragraph, Tone
from vildplan.proposal.phases import zones_of
from vildplan.proposal.texts.asked import months_in_words

Row = tuple[Text, Text, Text]
OFFICE = text("administrationen", "the office")
BOARD = text("afdelingsbestyrelsen", "the department board")
GROUNDS = text("driften", "the grounds staff")
NOTICE = text("Der indkaldes til mødet", "Notice of the meeting")
IN = text("Forslaget skal være inde", "The proposal must be in")
SENT = text("Forslaget sendes til beboerne", "The proposal is sent to residents")
WITH_AGENDA = text("Oplægget sendes ud med dagsordenen", "The paper is sent out with the agenda")
WIDTHS = (0.27, 0.45, 0.28)


def timeline_blocks(asked: BoardAsked) -> Iterator[Block]:
    """Yield the rows in the order of time, and what is said of the deadlines."""
    yield Grid(
        (Column(text("Hvornår", "When")), Column(text("Hvad", "What")), Column(text("Hvem", "Who"))),
        (*_before(asked), *_after(asked)),
        caption=text("Tidsplan", "Time plan"), widths=WIDTHS,
    )  # fmt: skip
    meeting = asked.meeting
    said = (meeting.proposals_weeks, meeting.notice_weeks, meeting.sent_out_weeks)
    if meeting.decided_by is DecidedBy.MEETING and None in said:
        yield Paragraph(text(
            "Fristerne er de almindelige (kilde: {source}) og står i jeres vedtægter.",
            "The deadlines are the usual ones (source: {source}) and stand in your statutes.",
            source=asked.deadlines.origin.source,
        ), Tone.QUIET)  # fmt: skip


def _before(asked: BoardAsked) -> Iterator[Row]:
    meeting, who = asked.meeting, asked.meeting.decided_by
    sent_out = asked.weeks(meeting.sent_out_weeks, "sent_out")
    deadlines = [(sent_out, WITH_AGENDA, OFFICE)]
    if who is DecidedBy.MEETING:
        deadlines = [
            (asked.weeks(meeting.notice_weeks, "notice"), NOTICE, OFFICE),
            (asked.weeks(meeting.proposals_weeks, "long"), IN, BOARD),
            (sent_out, SENT, OFFICE),
        ]
    for weeks, what, whom in sorted(deadlines, key=lambda row: -row[0]):
        yield _when(weeks, asked), what, whom
    day = text("Mødet", "The meeting") if meeting.date is None else text(
        "{day:date}", "{day:date}", day=meeting.date)  # fmt: skip
    yield day, text("{who:cap} stemmer", "{who:cap} votes", who=asked.who), asked.who
    if who is DecidedBy.ORGANISATION:
        yield (text("Næste afdelingsmøde", "The next department meeting"),
               text("Afdelingsmødet beslutter", "The department meeting decides"), BOARD)  # fmt: skip


def _when(weeks: int, asked: BoardAsked) -> Text:
    if asked.meeting.date is None:
        return text("{weeks} før", "{weeks} before", weeks=counted(weeks, ("uge", "uger"), ("week", "weeks")))
    return text("senest {day:date}", "by {day:date}", day=asked.meeting.date - timedelta(weeks=weeks))


def _after(asked: BoardAsked) -> Iterator[Row]:
    first = asked.first_year
    yield (text("Før arbejdet begynder", "Before the work begins"),
           text("Tjeklisten i afsnit 10 gås igennem", "The check list in section 10 is gone through"),
           OFFICE)  # fmt: skip
    begun = _months(asked, "sign")
    if begun is not None:
        yield (text("{months:cap} {year}", "{months:cap} {year}", months=begun, year=str(first)),
               text("{which}Skilte sættes op, og rammerne klippes",
                    "{which}Signs go up, and the frames are mown", which=_first_of(asked)),
               GROUNDS)  # fmt: skip
    hay = _months(asked, "hoeslet")
    if hay is not None:
        yield (text("{months:cap} {year}", "{months:cap} {year}", months=hay, year=str(first)),
               text("Første høslet", "The first hay cut"), GROUNDS)  # fmt: skip
    yield (text("Efterår {year}", "Autumn {year}", year=str(first)),
           text("Første opgørelse: se afsnit 13", "The first account: see section 13"), BOARD)  # fmt: skip
    yield (text("Afdelingsmødet {year}", "Department meeting {year}", year=str(first + 1)),
           text("Resultatet fremlægges; ordningen kan ændres",
                "The result is presented; the arrangement can be changed"), BOARD)  # fmt: skip
    yield from _later_phases(asked, begun)


def _first_of(asked: BoardAsked) -> Text:
    """The zones that the first year is about, where others begin later."""
    phases = asked.plan.phases
    zones = zones_of(phases[0], asked.plan.zones) if len(phases) > 1 else []
    return text("{phase}. ", "{phase}. ", phase=_begins(phases[0], zones)) if zones else NOTHING


def _later_phases(asked: BoardAsked, begun: Text | None) -> Iterator[Row]:
    """The zones that begin after the first year."""
    for phase in asked.plan.phases[1:]:
        zones = zones_of(phase, asked.plan.zones)
        if zones:
            when = plain(str(phase.year)) if begun is None else text(
                "{months:cap} {year}", "{months:cap} {year}", months=begun, year=str(phase.year))  # fmt: skip
            yield when, _begins(phase, zones), GROUNDS


def _begins(phase: PlanPhase, zones: Sequence[Zone]) -> Text:
    return text("Etape {number:int} begynder: {ids} ({area:m2})",
                "Phase {number:int} begins: {ids} ({area:m2})",
                number=phase.number, ids=ids(zones), area=phase.new_m2)  # fmt: skip


def _months(asked: BoardAsked, key: str) -> Text | None:
    """The months of a task, over all zones."""
    months = sorted({month for zone in asked.plan.zones for line in zone.care if line.key == key
                     for month in line.months})  # fmt: skip
    return months_in_words(months) if months else None

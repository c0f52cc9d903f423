"""Section 1: what is voted on, with the plan's own figures."""

from collections.abc import Iterator

from vildplan.errors import Text, text
from vildplan.model.meeting import DecidedBy
from vildplan.proposal.board.asked import BoardAsked, joined
from vildplan.proposal.budget import conclusion
from vildplan.proposal.document import NOTHING, Block, DecisionBox, Paragraph, Tone

LEADS = {
    DecidedBy.MEETING: text("Afdelingsmødet godkender,", "The department meeting approves"),
    DecidedBy.BOARD: text(
        "Afdelingsbestyrelsen beslutter, inden for det driftsbudget, som afdelingsmødet har godkendt,",
        "The department board decides, within the operating budget that the department meeting has approved,",
    ),
    DecidedBy.ORGANISATION: text(
        "Organisationsbestyrelsen anbefaler afdelingsmødet, der træffer den endelige beslutning, at "
        "godkende,",
        "The organisation's board recommends that the department meeting, which decides in the end, approves",
    ),
}
CHOICES = {
    DecidedBy.MEETING: (text("JA", "YES"), text("NEJ", "NO")),
    DecidedBy.BOARD: (text("GODKENDT", "APPROVED"), text("IKKE GODKENDT", "NOT APPROVED")),
    DecidedBy.ORGANISATION: (text("ANBEFALES", "RECOMMENDED"), text("ANBEFALES IKKE", "NOT RECOMMENDED")),
}


def decision_blocks(asked: BoardAsked) -> Iterator[Block]:
    """Yield the decision, and how it is voted on."""
    decider = asked.meeting.decided_by
    if decider is DecidedBy.ORGANISATION:
        yield Paragraph(text(
            "Til: organisationsbestyrelsen. Emne: vilde arealer i {name} (B: til beslutning).",
            "To: the organisation's board. Matter: wild areas in {name} (for decision).",
            name=asked.plan.department.name,
        ), Tone.QUIET)  # fmt: skip
    yield DecisionBox(LEADS[decider], tuple(_points(asked)), (conclusion(asked.budget.in_all),),
                      CHOICES[decider])  # fmt: skip
    yield Paragraph(_how(decider), Tone.QUIET)


def _points(asked: BoardAsked) -> Iterator[Text]:
    yield text(
        "at {area:m2} ({share:pct} af udearealet) lægges om til {types} som vist på kort 1,",
        "that {area:m2} ({share:pct} of the outdoor area) become {types} as map 1 shows,",
        area=asked.plan.zones_m2, share=asked.share, types=asked.types_told(),
    )  # fmt: skip
    yield text(
        "at afdelingen afsætter {begin:kr}{granted} til at komme i gang, og at plejen derefter koster "
        "omkring {after:kr} om året (i dag {before:kr}),",
        "that the department sets aside {begin:kr}{granted} to begin, and that the care then costs about "
        "{after:kr} a year (today {before:kr}),",
        begin=float(asked.budget.begin_kr.likely), after=float(asked.steady.after_kr),
        before=float(asked.steady.before_kr), granted=_granted(asked),
    )  # fmt: skip
    yield from in_phases(asked)
    yield _rules(asked)
    yield text(
        "at resultatet fremlægges på afdelingsmødet i {year}, hvor ordningen kan ændres.",
        "that the result is presented at the department meeting of {year}, which can change the arrangement.",
        year=str(asked.first_year + 1),
    )  # fmt: skip


def in_phases(asked: BoardAsked) -> Iterator[Text]:
    """Yield the point on phases, where there are several."""
    if len(asked.plan.phases) <= 1:
        return
    phases = tuple(
        text("{year}: {area:m2}", "{year}: {area:m2}", year=str(phase.year), area=phase.new_m2)
        for phase in asked.plan.phases if phase.zones
    )  # fmt: skip
    yield text("at det sker i etaper ({phases}), og at hvert sted plejes som i dag, til dets etape begynder,",
               "that this is done in phases ({phases}), and that each place is cared for as today until its "
               "phase begins,", phases=joined(phases))  # fmt: skip


def _granted(asked: BoardAsked) -> Text:
    """What others have granted of the beginning, where they have."""
    granted = float(asked.budget.granted_once_kr)
    return text(", heraf {kr:kr} bevilget af andre,", ", of which {kr:kr} is granted by others,",
                kr=granted) if granted else NOTHING  # fmt: skip


def _rules(asked: BoardAsked) -> Text:
    what = text("høslettet", "the hay cut") if asked.hay_zones() else text("plejen", "the care")
    if asked.meeting.decided_by is DecidedBy.BOARD:
        return text(
            "at bestyrelsen på næste afdelingsmøde foreslår, at {what} skrives ind i "
            "vedligeholdelsesreglementet (bilag A), og",
            "that the board proposes to the next department meeting that {what} is written into the "
            "maintenance rules (annex A), and",
            what=what,
        )  # fmt: skip
    return text("at {what} skrives ind i vedligeholdelsesreglementet (bilag A), og",
                "that {what} is written into the maintenance rules (annex A), and", what=what)  # fmt: skip


def _how(decider: DecidedBy) -> Text:
    if decider is DecidedBy.MEETING:
        return text("Der stemmes JA eller NEJ til forslaget, som det står her, med kortet i afsnit 4.",
                    "The vote is YES or NO to the proposal as it stands here, with the map in section 4.")
    if decider is DecidedBy.BOARD:
        return text(
            "Bestyrelsen kan kun beslutte det, som driftsbudgettet og vedtægterne giver plads til. Er der "
            "tvivl, så læg forslaget frem på afdelingsmødet.",
            "The board can only decide what the operating budget and the statutes have room for. In doubt, "
            "put the proposal to the department meeting.",
        )  # fmt: skip
    return text("Anbefalingen træder ikke i stedet for afdelingsmødets beslutning.",
                "The recommendation does not take the place of the meeting's decision.")  # fmt: skip

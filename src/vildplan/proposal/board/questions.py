"""What residents ask, answered with this plan's own figures."""

from collections.abc import Iterator
from decimal import Decimal

from vildplan.errors import Text, text
from vildplan.model.meeting import DecidedBy
from vildplan.proposal.board.asked import BoardAsked, joined
from vildplan.proposal.board.lawn import mown_m2
from vildplan.proposal.budget import conclusion
from vildplan.proposal.document import NOTHING, Block, Heading, Paragraph
from vildplan.proposal.sentences import change_sentence
from vildplan.proposal.texts.asked import months_in_words

Answered = tuple[Text, Text]
NO_DISTANCE = text("den afstand, kortet viser", "the distance that the map shows")
WOODY = ("krat", "haek_vild", "frugtlund")


def question_blocks(asked: BoardAsked) -> Iterator[Block]:
    """Yield each question with its answer."""
    for question, answer in answers(asked):
        yield Heading(question, minor=True)
        yield Paragraph(answer)


def answers(asked: BoardAsked) -> Iterator[Answered]:
    """Yield the questions in the order in which they are asked at a meeting."""
    yield text("Er det en sparerunde?", "Is it a round of savings?"), change_sentence(asked.economy)
    yield text("Hvad koster det pr. bolig?", "What does it cost per home?"), conclusion(asked.budget.in_all)
    yield text("Kommer det ikke til at se glemt ud?", "Will it not look forgotten?"), _mess(asked)
    yield text("Hvad laver driften i stedet for at klippe?",
               "What do the staff do instead of mowing?"), _work(asked)  # fmt: skip
    yield text("Hvad med flåter?", "What about ticks?"), _ticks(asked)
    yield text("Hvad med allergi?", "What about allergy?"), _allergy(asked)
    yield text("Kommer der rotter?", "Will there be rats?"), RATS
    yield text("Samler det ikke affald?", "Will it not gather litter?"), LITTER
    yield text("Hvor skal vi lufte hund og spille bold?",
               "Where do we walk the dog and play ball?"), _room(asked)  # fmt: skip
    yield text("Breder ukrudtet sig til haver og fliser?",
               "Do weeds spread to gardens and paving?"), _weeds(asked)  # fmt: skip
    yield text("Er det trygt efter mørkets frembrud?", "Is it safe after dark?"), _dark(asked)
    yield text("Hvem har besluttet det?", "Who decided it?"), _decided(asked)
    yield text("Kan vi fortryde?", "Can we undo it?"), _undo(asked)


RATS = text(
    "Planen lægger ikke affald, kompost eller foder ud, og høet køres væk. Rotter følger mad; fodring af "
    "fugle og åbne skraldespande betyder mere end højt græs (antagelse).",
    "The plan puts out no waste, compost or feed, and hay is taken away. Rats follow food; feeding of "
    "birds and open bins matter more than tall grass (assumption).",
)
LITTER = text(
    "Affald ses dårligere i højt græs, så det skal samles, før der slås; rammen langs zonen er klippet, og "
    "dér ligger det meste (antagelse). Timer til affald er ikke regnet anderledes end i dag.",
    "Litter is less easily seen in tall grass, so it must be picked before the cut; the frame along the "
    "zone is mown, and most of it lies there (assumption). Hours for litter are counted no differently "
    "from today.",
)


def _mess(asked: BoardAsked) -> Text:
    edge_m = asked.plan.proof.edge_m if asked.plan.proof is not None else 0.0
    return text(
        "Det første år er der mest højt græs (afsnit 7). Derfor klippes der en ramme langs zonerne, hvis "
        "kanter er {edge:int} m i alt, der står skilte, og {hay}.",
        "In the first year there is mostly tall grass (section 7). So a frame is mown along the zones, "
        "whose edges are {edge:int} m in all, there are signs, and {hay}.",
        edge=round(edge_m), hay=_hay(asked),
    )  # fmt: skip


def _hay(asked: BoardAsked) -> Text:
    zones = asked.hay_zones()
    months = sorted({month for zone in zones for line in zone.care if line.key == "hoeslet"
                     for month in line.months})  # fmt: skip
    if not months:
        return text("zonerne passes hvert år (afsnit 8)", "the zones are cared for every year (section 8)")
    return text("{area:m2} slås i {months}, og høet køres væk",
                "{area:m2} are cut in {months}, and the hay is taken away",
                area=sum(zone.area_m2 for zone in zones), months=months_in_words(months))  # fmt: skip


def _work(asked: BoardAsked) -> Text:
    mowing, slope = asked.work("mowing"), asked.work("slope")
    before, after = mowing[0] + slope[0], mowing[1] + slope[1]
    whole = asked.economy
    return text(
        "Klipning af plæner og skråninger går fra {before:int} til {after:int} timer om året. Høslet, "
        "rammer og den anden nye pleje tager {new:int} timer. I alt går det fra {all_before:int} til "
        "{all_after:int} timer.",
        "Mowing of lawns and slopes goes from {before:int} to {after:int} hours a year. Hay cuts, frames "
        "and the other new care take {new:int} hours. In all it goes from {all_before:int} to "
        "{all_after:int} hours.",
        before=before, after=after, new=float(whole.hours_after) - after,
        all_before=float(whole.hours_before), all_after=float(whole.hours_after),
    )  # fmt: skip


def _least(asked: BoardAsked, group: str) -> float | None:
    """The least metres that a zone of the plan keeps from a group of neighbours."""
    kinds = {zone.type for zone in asked.plan.zones}
    metres = [one.distance_m.number for one in asked.plan.catalogue.clearances
              if one.zone_type in kinds and one.group == group]  # fmt: skip
    return min(metres, default=None)


def _held(asked: BoardAsked, *named: tuple[str, Text]) -> Text:
    """`1 m fra stier, 2 m fra legepladser`; distances that some zone of the plan keeps."""
    told = [(metres, name) for group, name in named if (metres := _least(asked, group)) is not None]
    return joined(tuple(
        text("{metres:m} fra {name}", "{metres:m} from {name}", metres=metres, name=name)
        for metres, name in told
    )) if told else NO_DISTANCE  # fmt: skip


def _ticks(asked: BoardAsked) -> Text:
    held = _held(asked, ("play", text("legepladser", "playgrounds")), ("path", text("stier", "paths")),
                 ("terrace", text("terrasser og haver", "terraces and gardens")))  # fmt: skip
    return text(
        "Flåter sidder i højt græs og krat og kommer sjældent ud på kort, tør plæne. Zonerne på plæne "
        "holder mindst {held}, og dér klippes der.",
        "Ticks sit in tall grass and scrub and rarely come out on short, dry lawn. Zones on lawn keep at "
        "least {held}, and it is mown there.",
        held=held,
    )  # fmt: skip


def _allergy(asked: BoardAsked) -> Text:
    held = _held(asked, ("facade", text("facader og vinduer", "facades and windows")))
    planted = text(
        " Der er valgt planter med hensyn til allergi: vindbestøvede er udeladt.",
        " Plants were chosen with allergy in mind: wind-pollinated ones are left out.",
    ) if asked.plan.wishes.plants.allergy else text(
        " Skemaet i afsnit 6 siger, hvad der kan genere.",
        " The table in section 6 says what may trouble people.",
    )  # fmt: skip
    return text(
        "Græs er det, flest reagerer på, og det slås i dag, før det blomstrer; i zonerne gør det ikke. De "
        "holder mindst {held}.{planted} Bor der nogen med græsallergi tæt på, så sig det før mødet.",
        "Grass is what most react to, and today it is mown before it flowers; in the zones it is not. They "
        "keep at least {held}.{planted} If somebody with grass allergy lives near, say so before the "
        "meeting.",
        held=held, planted=planted,
    )  # fmt: skip


def _room(asked: BoardAsked) -> Text:
    plan = asked.plan
    today, left = mown_m2(plan)
    lawn = plan.ground.play_lawn.area
    play = text(" En plæne på {lawn:m2} er holdt fri til leg og bold.",
                " A lawn of {lawn:m2} is held free for play and ball games.",
                lawn=lawn) if lawn else NOTHING  # fmt: skip
    return text(
        "Alle stier bliver. {left:m2} af de {today:m2} plæne og skråning bliver ved med at være "
        "klippet.{play}",
        "All paths stay. {left:m2} of the {today:m2} of lawn and slope go on being mown.{play}",
        left=left, today=today, play=play,
    )  # fmt: skip


def _weeds(asked: BoardAsked) -> Text:
    held = _held(asked, ("terrace", text("terrasser og haver", "terraces and gardens")))
    return text(
        "Frø kan blæse, mest fra tidsler og mælkebøtter, og det bliver ikke nul. Zonerne holder mindst "
        "{held}, rammerne klippes, og invasive arter plantes aldrig (antagelse om frøene; afstanden er "
        "planens).",
        "Seeds may blow, mostly of thistles and dandelions, and it will not be nothing. The zones keep at "
        "least {held}, the frames are mown, and invasive species are never planted (the seeds are an "
        "assumption; the distance is the plan's).",
        held=held,
    )  # fmt: skip


def _dark(asked: BoardAsked) -> Text:
    roads = text("vej og parkering", "roads and parking")
    held = _held(asked, ("path", text("stier", "paths")), ("road", roads))
    woody = [zone for zone in asked.plan.zones if zone.type in WOODY]
    bushes = text(
        " {count:int} af zonerne er buske eller hække: se dem efter ved lygter og indgange.",
        " {count:int} of the zones are shrubs or hedges: look them over at lamps and entrances.",
        count=len(woody),
    ) if woody else text(" Ingen af zonerne er buske, man kan stå skjult bag.",
                         " None of the zones are shrubs that one can stand hidden behind.")  # fmt: skip
    return text("Zonerne på plæne holder mindst {held}, så der er frit udsyn.{bushes}",
                "Zones on lawn keep at least {held}, so that the view is free.{bushes}",
                held=held, bushes=bushes)  # fmt: skip


def _decided(asked: BoardAsked) -> Text:
    if asked.meeting.decided_by is DecidedBy.BOARD:
        return text(
            "Afdelingsbestyrelsen, inden for det driftsbudget, som afdelingsmødet har godkendt. "
            "Afdelingsmødet kan ændre det.",
            "The department board, within the operating budget that the department meeting has approved. The "
            "department meeting can change it.",
        )  # fmt: skip
    return text("Ingen endnu: det gør afdelingsmødet, og det gælder, hvad flertallet stemmer.",
                "Nobody yet: the department meeting does, and what the majority votes holds.")  # fmt: skip


def _undo(asked: BoardAsked) -> Text:
    begin: Decimal = asked.budget.begin_kr.likely
    return text(
        "Ja, på afdelingsmødet i {year} eller et senere. De {begin:kr}, det koster at komme i gang, får "
        "man ikke igen (afsnit 14).",
        "Yes, at the department meeting of {year} or a later one. The {begin:kr} that it costs to begin is "
        "not had back (section 14).",
        year=str(asked.first_year + 1), begin=float(begin),
    )  # fmt: skip

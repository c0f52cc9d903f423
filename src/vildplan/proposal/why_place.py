"""Why a place is what it is in a plan: in a zone, wild already, kept, too near something, or not worth it."""

from collections.abc import Callable, Iterator

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.errors import Text, plain, text
from vildplan.model.catalogue import Clearance
from vildplan.model.explained import PlaceReasons, Verdict
from vildplan.model.plan import Plan, Zone
from vildplan.model.problem import Cells, Choice, LeftOut, Piece
from vildplan.model.value import Status
from vildplan.model.wishes import Language
from vildplan.proposal.document import Document, Paragraph, Tone
from vildplan.proposal.rank import rank_sentence, share_at
from vildplan.proposal.words import say

# So near a zone a place may as well be on its edge.
EDGE_M = 0.05
POINTS_DECIMALS, SHARE_DECIMALS, METRES_DECIMALS = 2, 2, 1
KNOWN = {
    Status.SOURCED: text("har en kilde i kataloget", "has a source in the catalogue"),
    Status.DERIVED: text("er udledt", "is derived"),
    Status.ASSUMPTION: text("er en antagelse", "is an assumption"),
}
DISTANCES = ("drawn_clearance", "border_strip")
HELD = {
    "kept": Verdict.KEPT,
    "kept_class": Verdict.KEPT,
    "drawn_clearance": Verdict.CLEARANCE,
    "border_strip": Verdict.CLEARANCE,
    "outside_base": Verdict.OUTSIDE_BASE,
    "play_lawn": Verdict.PLAY_LAWN,
    "too_small": Verdict.TOO_SMALL,
    "class": Verdict.NEVER,
    "site": Verdict.SITE,
    "wild_today": Verdict.WILD_TODAY,
}


def place_reasons(plan: Plan, cells: Cells, x: float, y: float) -> PlaceReasons:
    """Explain the place (x, y) in metres of the CRS; it lies on the land."""
    place = shapely.Point(x, y)
    piece = min(plan.inventory.pieces, key=lambda one: float(one.geometry.distance(place)))
    zone = next((zone for zone in plan.zones if zone.geometry.distance(place) <= 0), None)
    if zone is not None:
        return _answer(Verdict.ZONE, piece, _in_zone(zone, plan), zone=zone.id)
    convertible = [plan.ground.open, *(unit.geometry for unit in plan.ground.units)]
    left = [] if _near(place, convertible) <= 0 else sorted(
        plan.ground.left_out, key=lambda one: float(one.geometry.distance(place))
    )  # fmt: skip
    if left and left[0].geometry.distance(place) <= EDGE_M:
        return _left_out(plan, piece, left[0], place)
    return _could_be_wild(plan, cells, piece, place)


def _near(place: BaseGeometry, shapes: list[BaseGeometry]) -> float:
    return min((float(shape.distance(place)) for shape in shapes if not shape.is_empty), default=np.inf)


def _answer(
    verdict: Verdict, piece: Piece, sentences: Iterator[Text], *, zone: str = "", share: float | None = None
) -> PlaceReasons:
    return PlaceReasons(verdict, zone, piece.name or piece.area_id, piece.surface, tuple(sentences), share)


def _in_zone(zone: Zone, plan: Plan) -> Iterator[Text]:
    kind = plan.catalogue.zone_types[zone.type].name
    yield text(
        "Stedet ligger i {id}, {name}: {kind}, {m2:m2}.", "The place lies in {id}, {name}: {kind}, {m2:m2}.",
        id=zone.id, name=zone.name, kind=kind, m2=zone.area_m2,
    )  # fmt: skip
    yield rank_sentence(zone, plan)


def _left_out(plan: Plan, piece: Piece, left: LeftOut, place: BaseGeometry) -> PlaceReasons:
    own = left.zone_type or next(iter(plan.catalogue.zone_types))
    clearance = next((one for one in plan.catalogue.clearances_of(own) if one.key == left.rule), None)
    if clearance is not None:
        return _answer(Verdict.CLEARANCE, piece, _too_near(plan, piece, clearance, place))
    verdict = HELD.get(left.rule, Verdict.KEPT)
    told: dict[Verdict, Callable[[], Iterator[Text]]] = {
        Verdict.WILD_TODAY: lambda: _wild(piece, plan),
        Verdict.NEVER: lambda: _never(piece, plan, left),
        Verdict.SITE: lambda: _by_facts(piece, plan, left),
        Verdict.TOO_SMALL: lambda: _narrow(plan, left),
    }
    return _answer(verdict, piece, told.get(verdict, lambda: _held(piece, plan, left))())


def _here(piece: Piece, plan: Plan) -> Text:
    """What the place is today, with the name of the area where it has one."""
    name = plan.catalogue.surfaces[piece.surface].name
    if not piece.name:
        return name
    return text("{name} (“{area}”)", "{name} (“{area}”)", name=name, area=piece.name)


def _wild(piece: Piece, plan: Plan) -> Iterator[Text]:
    yield text("Her er det vildt i dag: {here}.", "This is wild today: {here}.", here=_here(piece, plan))
    if not piece.documented:
        yield text("Det er angivet i filen, men ikke dokumenteret.",
                   "The file states it, but nothing documents it.")  # fmt: skip


def _by_facts(piece: Piece, plan: Plan, left: LeftOut) -> Iterator[Text]:
    yield text("Her er {here}. Det bliver ikke omlagt: {why}.", "This is {here}. It is not converted: {why}.",
               here=_here(piece, plan), why=left.reason)  # fmt: skip


def _never(piece: Piece, plan: Plan, left: LeftOut) -> Iterator[Text]:
    if piece.site.zone_type is not None or plan.catalogue.surfaces[piece.surface].may_become:
        yield from _by_facts(piece, plan, left)
        return
    yield text("Her er {here}, og den slags omlægges ikke.", "This is {here}, which is not converted.",
               here=_here(piece, plan))  # fmt: skip


def _narrow(plan: Plan, left: LeftOut) -> Iterator[Text]:
    if plan.catalogue.surfaces[left.surface].whole:
        yield text("Stykket her er {reason}.", "The piece here is {reason}.", reason=left.reason)
        return
    yield text("Når afstandene er holdt, er stykket her {reason}.",
               "Once the clearances are kept, the piece here is {reason}.", reason=left.reason)  # fmt: skip


def _held(piece: Piece, plan: Plan, left: LeftOut) -> Iterator[Text]:
    if left.rule in DISTANCES:
        yield text("Her er {here}. Der skal være {reason}.", "This is {here}. There must be {reason}.",
                   here=_here(piece, plan), reason=left.reason)  # fmt: skip
        return
    yield text("Her er {here}. Det {reason}.", "This is {here}. It {reason}.",
               here=_here(piece, plan), reason=left.reason)  # fmt: skip


def _too_near(plan: Plan, piece: Piece, clearance: Clearance, place: BaseGeometry) -> Iterator[Text]:
    """Which neighbour is how far away, what the clearance is, and how well that number is known."""
    metres = clearance.distance_m
    near = [
        one for one in plan.inventory.pieces if plan.catalogue.surfaces[one.surface].group == clearance.group
    ]
    nearest = min(near, key=lambda one: float(one.geometry.distance(place)), default=None)
    if nearest is not None:
        away_m = round(float(nearest.geometry.distance(place)), METRES_DECIMALS)
        yield text(
            "Her er {here}, {away:m} fra {neighbour}. Der skal være mindst {m:m}: {why}.",
            "This is {here}, {away:m} from {neighbour}. It must be at least {m:m}: {why}.",
            here=_here(piece, plan), away=away_m, neighbour=_here(nearest, plan), m=metres.number,
            why=clearance.reason,
        )  # fmt: skip
        if away_m > metres.number:
            yield text("Der er plads, men det, der er tilbage her, er for smalt til at runde hjørnet.",
                       "There is room, but what is left here is too narrow to turn the corner.")  # fmt: skip
    if clearance.firm:
        yield text("Tallet {known}; det kan gøres større, ikke mindre.",
                   "The number {known}; it can be made larger, not smaller.",
                   known=KNOWN[metres.status])  # fmt: skip
        return
    yield text(
        "Tallet {known}; med --clearance {group}=M planlægger I med jeres eget.",
        "The number {known}; with --clearance {group}=M you plan with your own.",
        known=KNOWN[metres.status], group=clearance.group,
    )  # fmt: skip


def _could_be_wild(plan: Plan, cells: Cells, piece: Piece, place: BaseGeometry) -> PlaceReasons:
    choice = plan.choice
    node = None if choice is None else _node(plan, cells, place)
    if choice is None or node is None:
        return _answer(Verdict.NOT_NEEDED, piece, _not_needed(piece, plan))
    rank = float(choice.rank[node])
    share = share_at(rank, plan)
    taken = choice.area_m2 / (plan.ground.convertible_m2 or 1.0)
    if rank <= taken and choice.share[node] > 0:
        return _answer(Verdict.NOT_DRAWN, piece, _not_drawn(plan, piece, place), share=share)
    return _answer(Verdict.NOT_WORTH_IT, piece, _not_worth_it(plan, piece, choice, rank), share=share)


def _node(plan: Plan, cells: Cells, place: BaseGeometry) -> int | None:
    """The unit that the place lies in, else the cell nearest to it."""
    for number, unit in enumerate(plan.ground.units):
        if unit.geometry.distance(place) <= 0:
            return cells.grid_count + number
    if not cells.grid_count:
        return None
    away = np.hypot(cells.x_m[: cells.grid_count] - place.x, cells.y_m[: cells.grid_count] - place.y)
    return int(np.argmin(away))


def _not_needed(piece: Piece, plan: Plan) -> Iterator[Text]:
    yield text("Her er {here}. Det kan blive vildt, men målet er nået uden.",
               "This is {here}. It can become wild, but the target is reached without it.",
               here=_here(piece, plan))  # fmt: skip


def _not_drawn(plan: Plan, piece: Piece, place: BaseGeometry) -> Iterator[Text]:
    yield text(
        "Her er {here}. Jorden er god nok til planen, men omridsene er bløde, brede nok til at passe og "
        "giver klipperen plads, og stedet faldt udenfor.",
        "This is {here}. The ground is good enough for the plan, but outlines are smooth, wide enough to be "
        "kept and leave room for the mower, and the place fell outside.",
        here=_here(piece, plan),
    )  # fmt: skip
    nearest = min(plan.zones, key=lambda zone: float(zone.geometry.distance(place)), default=None)
    if nearest is not None:
        away_m = round(float(nearest.geometry.distance(place)), METRES_DECIMALS)
        yield text("{id} ligger {away:m} væk.", "{id} lies {away:m} away.", id=nearest.id, away=away_m)


def _not_worth_it(plan: Plan, piece: Piece, choice: Choice, rank: float) -> Iterator[Text]:
    here, last = (round(p, POINTS_DECIMALS) for p in (_worth_at(plan, choice, rank), -choice.price))
    if here >= last:
        yield text(
            "Her er {here}. Det kan blive vildt og er lige så meget værd som den sidste m² i planen "
            "({points:num} naturpoint), men målet er nået uden.",
            "This is {here}. It can become wild and is worth as much as the last m² of the plan "
            "({points:num} nature points), but the target is reached without it.",
            here=_here(piece, plan), points=here,
        )  # fmt: skip
    else:
        yield text(
            "Her er {here}. Det kan blive vildt, men anden jord giver mere natur: en m² her giver omkring "
            "{points:num} naturpoint, den sidste m² i planen {last:num}.",
            "This is {here}. It can become wild, but other ground gives more nature: a m² here gives about "
            "{points:num} nature points, the last m² of the plan {last:num}.",
            here=_here(piece, plan), points=here, last=last,
        )  # fmt: skip
    yield text(
        "Stedet kommer med, når målet er omkring {share:pct}.",
        "The place comes in when the target is about {share:pct}.",
        share=round(share_at(rank, plan), SHARE_DECIMALS),
    )  # fmt: skip


def _worth_at(plan: Plan, choice: Choice, rank: float) -> float:
    """The points per m2 at which ground of a rank enters, off the supply curve; at most the plan's last."""
    area_m2 = rank * plan.ground.convertible_m2
    point = min(choice.curve, key=lambda one: abs(one.area_m2 - area_m2))
    return min(-point.price, -choice.price)


def place_document(found: PlaceReasons, typed: str) -> Document:
    """Return the page."""
    first, *rest = found.sentences
    title = text("Hvad der gælder ved {typed}", "What holds at {typed}", typed=typed)
    strong = Paragraph(first, Tone.STRONG)
    return Document(title, (strong, *(Paragraph(words) for words in rest)))


def place_record(found: PlaceReasons, language: Language) -> dict[str, object]:
    """Return all of it as plain values."""
    return {
        "verdict": found.verdict.value,
        "zone": found.zone or None,
        "area": say(plain(found.area), language),
        "surface": found.surface,
        "enters_at_share": found.enters_at_share,
        "sentences": [say(words, language) for words in found.sentences],
    }

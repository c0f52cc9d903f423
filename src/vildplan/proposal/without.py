"""A plan without some of its zones beside the plan as it was -> a page and a record."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from vildplan.errors import Text, counted, plain, text
from vildplan.model.comparison import Fate, ZoneChange
from vildplan.model.wishes import Language
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
from vildplan.proposal.figures import Figures
from vildplan.proposal.words import say

FATES = {
    Fate.SAME: text("som før", "as before"),
    Fate.CHANGED: text("ændret", "changed"),
    Fate.LEFT: text("bliver, som det er", "stays as it is"),
    Fate.MERGED: text("går op i en anden", "becomes part of another"),
    Fate.GONE: text("udgår", "given up"),
    Fate.NEW: text("ny", "new"),
}
GROWN, SHRUNK = text("større", "larger"), text("mindre", "smaller")
LEAST_POINTS = 0.5
# The drawing of zones may come out this much better or worse by itself.
DRAWN_SHARE = 0.005
NO_CHANGE_M2 = 0.5
# The decimals of what is not told in whole numbers.
DIGITS = {"hours": 1, "num": 2, "pct": 3}


@dataclass(frozen=True)
class Comparison:
    """The plan as it was and without the zones `left` (ids); it may have been drawn `by_hand`."""

    left: tuple[str, ...]
    before: Figures
    after: Figures
    zones: tuple[ZoneChange, ...]
    by_hand: bool = False

    @property
    def price_points(self) -> float | None:
        """What it costs, in points of the best choice on the cells; None where two are not alike.

        Zones drawn by hand are of another area than the target asks for, and no choice of the program.
        """
        one, other = self.before.cells_points, self.after.cells_points
        if one is None or other is None or self.by_hand or not self.after.reachable:
            return None
        return one - other


def comparison_document(found: Comparison, folder: str) -> Document:
    """Return the page."""
    title = text("{folder} uden {ids}", "{folder} without {ids}", folder=folder, ids=found.left)
    return Document(title, tuple(_blocks(found)))


def _blocks(found: Comparison) -> Iterator[Block]:
    yield Paragraph(goal_sentence(found), Tone.GOOD if found.after.reachable else Tone.CAUTION)
    price = price_sentence(found)
    if price is not None:
        yield Paragraph(price, Tone.STRONG)
    if found.by_hand:
        yield Paragraph(text(
            "Planen er rettet i hånden. Uden zonen planlægges der forfra, så de andre rettelser er ikke med.",
            "The plan was adjusted by hand. Without the zone it is planned anew, with no adjustment left.",
        ), Tone.CAUTION)  # fmt: skip
    yield _sums(found)
    yield Heading(text("Zone for zone", "Zone by zone"))
    yield _zones(found)
    same = sum(change.fate is Fate.SAME for change in found.zones)
    if same:
        yield Paragraph(text(
            "{zones} er som før.", "{zones} as before.",
            zones=counted(same, ("zone mere", "zoner mere"), ("more zone is", "more zones are")),
        ), Tone.QUIET)  # fmt: skip
    yield Paragraph(text(
        "Zoner følges efter jorden: nummeret går fra nord til syd og kan være et andet.",
        "Zones are followed by their ground: the number goes from north to south and may be another one.",
    ), Tone.QUIET)  # fmt: skip


def goal_sentence(found: Comparison) -> Text:
    """Say whether the target is still reached."""
    after = found.after
    if after.reachable:
        return text(
            "Målet på {m2:m2} nås også uden {ids}.", "The target of {m2:m2} is reached without {ids} too.",
            m2=after.target_m2, ids=found.left,
        )  # fmt: skip
    return text(
        "Målet på {m2:m2} nås ikke uden {ids}: der mangler {short:m2}.",
        "The target of {m2:m2} is not reached without {ids}: {short:m2} is missing.",
        m2=after.target_m2, ids=found.left, short=after.target_m2 - after.reached_m2,
    )  # fmt: skip


def price_sentence(found: Comparison) -> Text | None:
    """Say what the wish costs in points, where both plans have as much ground to compare."""
    points, before = found.price_points, found.before.cells_points
    if points is None or not before:
        return None
    if points < LEAST_POINTS:
        return text("Det koster ingen naturpoint: anden jord er lige så god.",
                    "It costs no nature points: other ground is as good.")  # fmt: skip
    if points < DRAWN_SHARE * before:
        return text(
            "Ønsket koster så godt som ingenting: {points:int} naturpoint ud af {before:int}, mindre end "
            "det, tegningen af zonerne svinger.",
            "The wish costs next to nothing: {points:int} nature points of {before:int}, less than the "
            "drawing of zones varies by.",
            points=points, before=before,
        )  # fmt: skip
    return text(
        "Ønsket koster {points:int} naturpoint, {share:pct} af planens, når anden jord tager over.",
        "The wish costs {points:int} nature points, {share:pct} of the plan's, when other ground takes over.",
        points=points, share=points / before,
    )  # fmt: skip


def _sums(found: Comparison) -> Grid:
    one, other = found.before, found.after
    rows = (
        _row(text("Zoner", "Zones"), "int", one.zones, other.zones),
        _row(text("Nyt vildt", "New wild land"), "m2", one.zones_m2, other.zones_m2),
        _row(text("Andel i alt", "Share in all"), "pct", one.reached_share, other.reached_share),
        _row(text("Timer om året mod i dag", "Hours a year against today"), "hours",
             one.hours_change, other.hours_change),
        _row(text("Entreprenør, kroner om året mod i dag", "Contractor, kroner a year against today"), "plus",
             one.contractor_kr_change, other.contractor_kr_change),
        _row(text("Kroner til at komme i gang", "Kroner to begin"), "int",
             one.establishment_kr, other.establishment_kr),
        _row(text("Naturpoint, som zonerne er tegnet", "Nature points of the zones as drawn"), "int",
             one.points, other.points),
        _row(text("Højst så meget bedre kan en plan være, %", "A plan can be better by at most, %"), "num",
             one.gap_percent, other.gap_percent),
    )  # fmt: skip
    headings = (NOTHING, text("Før", "Before"), text("Uden", "Without"), text("Forskel", "Change"))
    return Grid(tuple(Column(words, right=k > 0) for k, words in enumerate(headings)), rows)


def _row(name: Text, kind: str, one: float | None, other: float | None) -> tuple[Text, ...]:
    """A row of the table; a share has no change of its own, since the target says what it should be."""
    change = NONE
    if one is not None and other is not None and kind != "pct":
        change = _written(other - one, kind if kind in DIGITS else "plus")
    return name, _written(one, kind), _written(other, kind), change


def _written(value: float | None, kind: str) -> Text:
    if value is None:
        return NONE
    shown = round(value, DIGITS[kind]) if kind in DIGITS else value
    written = "num" if kind == "hours" else kind
    return Text(f"{{v:{written}}}", f"{{v:{written}}}", {"v": float(shown)})


def _zones(found: Comparison) -> Grid:
    rows = [_zone(change) for change in found.zones if change.fate is not Fate.SAME]
    return Grid(
        (
            Column(text("Zone", "Zone")), Column(text("Navn", "Name")),
            Column(text("Før", "Before"), right=True), Column(text("Nu", "Now"), right=True), Column(NOTHING),
        ),
        tuple(rows),
    )  # fmt: skip


def _zone(change: ZoneChange) -> tuple[Text, ...]:
    return (
        _ids(change), change.name,
        m2(change.before_m2) if change.before else NONE, m2(change.after_m2) if change.after else NONE,
        _fate(change),
    )  # fmt: skip


def _ids(change: ZoneChange) -> Text:
    """What it was called, and what it is called now where that is another number."""
    if change.before and change.after and change.before != change.after:
        return text("{before} (nu {after})", "{before} (now {after})",
                    before=change.before, after=change.after)  # fmt: skip
    if change.before:
        return plain(change.before)
    return text("ny: {after}", "new: {after}", after=change.after)


def _fate(change: ZoneChange) -> Text:
    grown_m2 = change.after_m2 - change.before_m2
    if change.fate is not Fate.CHANGED or abs(grown_m2) < NO_CHANGE_M2:
        return FATES[change.fate]
    return GROWN if grown_m2 > 0 else SHRUNK


def comparison_record(found: Comparison, language: Language) -> dict[str, object]:
    """Return all of it as plain values."""
    price = price_sentence(found)
    return {
        "without": list(found.left),
        "sentence": say(goal_sentence(found), language),
        "price_points": found.price_points,
        "price_sentence": None if price is None else say(price, language),
        "before": asdict(found.before),
        "after": asdict(found.after),
        "zones": [
            {
                "before": change.before,
                "after": change.after,
                "name": say(change.name, language),
                "fate": change.fate.value,
                "before_m2": change.before_m2,
                "after_m2": change.after_m2,
            }
            for change in found.zones
        ],
    }

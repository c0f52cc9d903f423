"""Insects per 10 minutes with their intervals, the reference square beside the zones."""

from collections.abc import Iterator, Mapping, Sequence

from vildplan.errors import Text, plain, text
from vildplan.model.decision import REFERENCE
from vildplan.model.insects import ALL_ZONES, Rate
from vildplan.model.observation import Group
from vildplan.proposal.charts import Estimate, Spans, SpanSeries
from vildplan.proposal.document import NOTHING, Picture

ZONES, SQUARE = text("alle zoner", "all zones"), text("referencefelt, klippet", "reference square, mown")
BOTH = ((ALL_ZONES, ZONES), (REFERENCE, SQUARE))
BY_GROUP = text("Insekter pr. 10 minutter i {year}, gruppe for gruppe, med {sure:pct} interval",
                "Insects per 10 minutes in {year}, group by group, with {sure:pct} interval",
                year="", sure=0.0)  # fmt: skip
BY_YEAR = text("Alle insekter pr. 10 minutter, år for år, med {sure:pct} interval",
               "All insects per 10 minutes, year by year, with {sure:pct} interval", sure=0.0)  # fmt: skip
FEWEST = 2
GROUPS = "groups"


def insect_pictures(
    rates: Sequence[Rate], year: int, sure: float, names: Mapping[Group | None, Text]
) -> Iterator[Picture]:
    """Yield the groups of the year and all insects by year, from rates of one protocol; one alone is none.

    `sure` (0 to 1) is how sure the intervals are.
    """
    now = [rate for rate in rates if rate.year == year and rate.insects]
    # All insects together would press the groups into a corner; they have their own picture, by year.
    groups = [group for group in names if group and any(rate.group == group for rate in now)]
    if len(groups) >= FEWEST:
        title = Text(BY_GROUP.da, BY_GROUP.en, {"year": str(year), "sure": sure})
        ours = {(rate.zone, rate.group): rate for rate in rates if rate.year == year}
        rows = [[ours.get((zone, group)) for group in groups] for zone, _ in BOTH]
        yield _picture(GROUPS, title, [names[group] for group in groups], rows)
    whole = {(rate.zone, rate.year): rate for rate in rates if rate.group is None}
    years = sorted({one for zone, one in whole if zone == ALL_ZONES})
    if len(years) >= FEWEST:
        rows = [[whole.get((zone, one)) for one in years] for zone, _ in BOTH]
        title = Text(BY_YEAR.da, BY_YEAR.en, {"sure": sure})
        yield _picture("insect_years", title, [plain(str(one)) for one in years], rows)


def _picture(key: str, title: Text, places: list[Text], rows: list[list[Rate | None]]) -> Picture:
    series = tuple(
        SpanSeries(name, tuple(None if rate is None else Estimate(rate.per_10, rate.low, rate.high)
                               for rate in row))
        for (_, name), row in zip(BOTH, rows, strict=True) if any(row)
    )  # fmt: skip
    ours, theirs = rows
    most = max(range(len(places)), key=lambda n: _size(ours[n])) if key == GROUPS else len(places) - 1
    alt = _alt(places[most], ours[most], theirs[most])
    return Picture(Spans(key, title, tuple(places), series, "num"), title, alt, height=0.7)


def _size(rate: Rate | None) -> float:
    return 0.0 if rate is None else rate.per_10


def _alt(place: Text, ours: Rate | None, theirs: Rate | None) -> Text:
    """One pair in numbers: of the largest group, or of the last year."""
    beside = NOTHING if theirs is None else text(
        ", i referencefeltet {per:num} ({low:num} til {high:num})",
        ", in the reference square {per:num} ({low:num} to {high:num})", **_ends(theirs),
    )  # fmt: skip
    numbers = NOTHING if ours is None else text(
        " {place:cap}: i zonerne {per:num} ({low:num} til {high:num}){beside}.",
        " {place:cap}: in the zones {per:num} ({low:num} to {high:num}){beside}.",
        place=place, beside=beside, **_ends(ours),
    )  # fmt: skip
    return text(
        "Prikker med intervaller for zonerne og firkanter for referencefeltet.{numbers} Tallene står i "
        "tabellerne.",
        "Dots with intervals for the zones and squares for the reference square.{numbers} The figures stand "
        "in the tables.", numbers=numbers,
    )  # fmt: skip


def _ends(rate: Rate) -> dict[str, float]:
    return {"per": round(rate.per_10, 1), "low": round(rate.low, 1), "high": round(rate.high, 1)}

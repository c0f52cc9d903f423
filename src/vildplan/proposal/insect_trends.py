"""What may be said of a change, and what its absence does not say."""

from collections.abc import Callable, Iterator

from vildplan.errors import Text, counted, text
from vildplan.model.insects import ALL_ZONES, InsectStatus, NoTrend, Trend, Verdict
from vildplan.model.observation import Group, Protocol
from vildplan.proposal.document import Block, Paragraph, Tone

Named = Callable[[Group | None], Text]
Placed = Callable[[str], Text]


def trend_blocks(status: InsectStatus, protocol: Protocol, group: Named, place: Placed) -> Iterator[Block]:
    """Yield the trends of one protocol, or why there is none."""
    why = status.no_trend.get(protocol)
    if why is not None:
        yield Paragraph(_why_none(why, status), Tone.NORMAL)
        if why is not NoTrend.NO_COUNTS:
            yield Paragraph(_hjoerring(status), Tone.QUIET)
        return
    for trend in status.trends:
        if trend.protocol is protocol and (trend.verdict is not Verdict.NONE or trend.zone == ALL_ZONES):
            first = trend.group is None and trend.zone == ALL_ZONES
            if first or trend.verdict is not Verdict.NONE:
                tone = Tone.NORMAL if trend.verdict is Verdict.NONE else Tone.STRONG
                yield Paragraph(_trend(trend, group, place, status.rules.confidence), tone)
    told = any(t.protocol is protocol and t.verdict is not Verdict.NONE for t in status.trends)
    yield Paragraph(_how_sure(status, told=told), Tone.QUIET)
    yield Paragraph(_hjoerring(status), Tone.QUIET)


def _why_none(why: NoTrend, status: InsectStatus) -> Text:
    rules = status.rules
    facts = {"counts": rules.least_counts, "years": rules.least_years}
    if why is NoTrend.FIRST_YEAR:
        return text(
            "Første år = udgangspunkt. Der kan ikke fortælles en udvikling endnu.",
            "First year = starting point. No trend can be told yet.",
        )
    if why is NoTrend.FEW_YEARS:
        return text(
            "Der fortælles ingen udvikling før efter {years:int} år med optællinger.",
            "No trend is told before {years:int} years with counts.",
            years=facts["years"],
        )
    if why is NoTrend.FEW_COUNTS:
        return text(
            "Der fortælles ingen udvikling: ingen zone er talt mindst {counts:int} gange om året på samme "
            "måde i "
            "{years:int} år.",
            "No trend is told: no zone was counted at least {counts:int} times a year in the same way for "
            "{years:int} years.",
            **facts,
        )
    if why is NoTrend.NO_INSECTS:
        return text(
            "Der er ikke set insekter i zonerne, så der er ingen udvikling at fortælle.",
            "No insects were seen in the zones, so there is no trend to tell.",
        )
    return text("Zonerne er ikke talt.", "The zones were not counted.")


def _trend(trend: Trend, group: Named, place: Placed, sure: float) -> Text:
    facts = {
        "group": group(trend.group),
        "place": place(trend.zone),
        "first": str(trend.years[0]),
        "last": str(trend.years[-1]),
        "years": counted(len(trend.years), ("år", "år"), ("year", "years")),
        "beyond": _beyond(trend),
        "low": trend.low,
        "high": trend.high,
        "sure": sure,
    }
    if trend.verdict is Verdict.NONE:
        return text(
            "{group:cap} i {place}, {first}-{last}: ingen ændring er påvist{beyond} (mellem {low:pct} og "
            "{high:pct} "
            "om året, {sure:pct} interval, {years}).",
            "{group:cap} in {place}, {first}-{last}: no change was shown{beyond} (between {low:pct} and "
            "{high:pct} "
            "a year, {sure:pct} interval, {years}).",
            **facts,
        )
    return text(
        "{group:cap} i {place}, {first}-{last}: {way}{beyond}, omtrent {change:pct} af gennemsnittet om året "
        "(mellem {low:pct} og {high:pct}, {sure:pct} interval, {years}).",
        "{group:cap} in {place}, {first}-{last}: {way}{beyond}, about {change:pct} of the mean a year "
        "(between "
        "{low:pct} and {high:pct}, {sure:pct} interval, {years}).",
        **facts,
        change=trend.per_year,
        way=WAYS[trend.verdict],
    )


WAYS = {Verdict.RISE: text("flere", "more"), Verdict.FALL: text("færre", "fewer")}


def _beyond(trend: Trend) -> Text:
    if trend.against_reference:
        return text(" ud over referencefeltets", " beyond that of the reference square")
    return text(
        ", uden referencefelt, så vejret kan ikke skilles fra",
        ", without a reference square, so the weather cannot be told apart",
    )


def _how_sure(status: InsectStatus, *, told: bool) -> Text:
    """How often such a report is right, as it was measured; of numbers that people chose it was not."""
    chosen = tuple(value.key for value in status.rules.chosen)
    if chosen:
        return text(
            "I regner med egne tal ({keys}). Hvor tit en ændring så opdages, eller fortælles uden at være "
            "der, er ikke målt.",
            "You count with numbers of your own ({keys}). How often a change is then found, or told where "
            "there is none, was not measured.",
            keys=chosen,
        )
    return _false(status) if told else _power(status)


def _power(status: InsectStatus) -> Text:
    values = status.rules.values
    return text(
        "At ingen ændring er påvist, betyder ikke, at der ikke er sket noget: er insekterne blevet dobbelt "
        "så "
        "mange på 5 år, opdages det i {some:pct} af tilfældene med 10 optællinger om året i hver af 3 "
        "zoner, og "
        "i {many:pct} med 20. Målt på simulerede afdelinger.",
        "That no change was shown does not mean that nothing happened: where insects have doubled in 5 "
        "years, "
        "it is found in {some:pct} of cases with 10 counts a year in each of 3 zones, and in {many:pct} with "
        "20. Measured on simulated departments.",
        some=values["power_10"].number / 100,
        many=values["power_20"].number / 100,
    )


def _false(status: InsectStatus) -> Text:
    return text(
        "En ændring, der ikke er der, fortælles i {false:pct} af tilfældene. Målt på simulerede afdelinger.",
        "A change that is none is told in {false:pct} of cases. Measured on simulated departments.",
        false=status.rules.values["false_change"].number / 100,
    )


def _hjoerring(status: InsectStatus) -> Text:
    times = status.rules.values["hjoerring_times"].number
    return text(
        "I Hjørring blev der på et år {times:int} gange så mange sommerfugle, og museet, der talte, siger, "
        "at to år "
        "ikke er nok til at være sikker: et godt år for sommerfugle ligner en god eng.",
        "In Hjørring there were {times:int} times as many butterflies after a year, and the museum that "
        "counted says "
        "that two years are not enough to be sure: a good year for butterflies looks like a good meadow.",
        times=times,
    )

"""What insects tell, in words: rates with intervals, few trends, lists of species, and the next measure."""

from collections.abc import Iterator, Sequence

from vildplan.errors import Text, counted, listed, plain, text
from vildplan.model.decision import REFERENCE
from vildplan.model.insects import ALL_ZONES, AgainstReference, InsectStatus, Proposed, Rate, SpeciesLists
from vildplan.model.observation import Group, Protocol
from vildplan.proposal.document import Block, Column, Folded, Grid, Heading, Paragraph, Tone
from vildplan.proposal.insect_pictures import insect_pictures
from vildplan.proposal.insect_trends import trend_blocks
from vildplan.proposal.statuses import STATUS_NAMES

GROUP_NAMES = {
    Group.BUMBLEBEES: text("humlebier", "bumblebees"),
    Group.HONEYBEES: text("honningbier", "honeybees"),
    Group.SOLITARY_BEES: text("enlige bier", "solitary bees"),
    Group.HOVERFLIES: text("svirrefluer", "hoverflies"),
    Group.FLIES: text("andre fluer", "other flies"),
    Group.BUTTERFLIES: text("sommerfugle", "butterflies and moths"),
    Group.BEETLES: text("biller", "beetles"),
    Group.WASPS: text("hvepse", "wasps"),
    Group.OTHERS: text("andre insekter", "other insects"),
}
ALL_INSECTS = text("alle insekter", "all insects")
NAMES: dict[Group | None, Text] = {group: GROUP_NAMES[group] for group in Group} | {None: ALL_INSECTS}
PROTOCOL_NAMES = {
    Protocol.FIT: text("FIT-optællinger", "FIT counts"),
    Protocol.BUTTERFLIES: text("15 minutters sommerfugletællinger", "15-minute butterfly counts"),
}
MOST_SPECIES = 12


def group_name(group: Group | None) -> Text:
    """Return what a group is called; None is all of them."""
    return ALL_INSECTS if group is None else GROUP_NAMES[group]


def place_name(zone: str) -> Text:
    """Return what a place is called."""
    if zone == ALL_ZONES:
        return text("alle zoner", "all zones")
    return text("referencefelt", "reference square") if zone == REFERENCE else plain(zone)


def insect_blocks(status: InsectStatus) -> Iterator[Block]:
    """Yield what a status tells, for the screen, a page or a paper."""
    if not status.records:
        yield Heading(text("Insekter", "Insects"))
        yield Paragraph(
            text(
                "Der er ingen optællinger eller fund endnu. vildplan observe PLAN --form fit -o skema.csv "
                "laver et skema.",
                "There are no counts or finds yet. vildplan observe PLAN --form fit -o form.csv makes a "
                "form.",
            )
        )
        return
    yield Heading(text("Insekter {year}", "Insects {year}", year=str(status.year)))
    for protocol in Protocol:
        rates = [rate for rate in status.rates if rate.protocol is protocol]
        if rates:
            yield from _protocol_blocks(status, protocol, rates)
    yield from _species_blocks(status.species, status)
    yield from _rarefied_blocks(status)
    yield from _measure_blocks(status)


def _protocol_blocks(status: InsectStatus, protocol: Protocol, rates: Sequence[Rate]) -> Iterator[Block]:
    yield Heading(
        text(
            "{name:cap}: insekter pr. 10 minutter",
            "{name:cap}: insects per 10 minutes",
            name=PROTOCOL_NAMES[protocol],
        ),
        minor=True,
    )
    now, sure = [rate for rate in rates if rate.year == status.year], status.rules.confidence
    if not now:
        yield Paragraph(
            text(
                "Der er ingen optællinger i {year}.", "There are no counts in {year}.", year=str(status.year)
            ),
            Tone.CAUTION,
        )
    else:
        yield _grid(text("Sted", "Place"), [(place_name(r.zone), r) for r in now if r.group is None], sure)
        for one in status.against_reference:
            if (one.year, one.protocol) == (status.year, protocol):
                yield Paragraph(_against(one, sure))
        groups = [(group_name(r.group), r) for r in now if r.zone == ALL_ZONES and r.group is not None]
        if len(groups) > 1:
            yield _grid(text("Gruppe, alle zoner", "Group, all zones"), groups, sure)
    years = [(plain(str(r.year)), r) for r in rates if r.zone == ALL_ZONES and r.group is None]
    if len(years) > 1:
        yield _grid(text("År, alle zoner", "Year, all zones"), years, sure)
    yield from insect_pictures(rates, status.year, sure, NAMES)
    yield from trend_blocks(status, protocol, group_name, place_name)


def _grid(heading: Text, rows: Sequence[tuple[Text, Rate]], sure: float) -> Grid:
    columns = (
        Column(heading),
        Column(text("Pr. 10 min", "Per 10 min"), right=True),
        Column(text("{sure:pct} interval", "{sure:pct} interval", sure=sure), right=True),
        Column(text("Optællinger", "Counts"), right=True),
        Column(text("Insekter", "Insects"), right=True),
    )
    return Grid(
        columns,
        tuple(
            (name, _number(rate.per_10), span(rate.low, rate.high), _whole(rate.counts), _whole(rate.insects))
            for name, rate in rows
        ),
    )


def span(low: float, high: float) -> Text:
    """Return both ends of an interval."""
    return text("{low:num} til {high:num}", "{low:num} to {high:num}", low=round(low, 1), high=round(high, 1))


def _number(value: float) -> Text:
    return text("{v:num}", "{v:num}", v=round(value, 1))


def _whole(value: int) -> Text:
    return text("{v:int}", "{v:int}", v=value)


def _against(one: AgainstReference, sure: float) -> Text:
    return text(
        "I zonerne er der {times:num} gange så mange insekter som i referencefeltet, der klippes som før "
        "({sure:pct} interval {span}).",
        "In the zones there are {times:num} times as many insects as in the reference square, which is "
        "mown as "
        "before ({sure:pct} interval {span}).",
        times=round(one.times, 1),
        span=span(one.low, one.high),
        sure=sure,
    )


def species_name(latin: str, status: InsectStatus) -> Text:
    """Return what a species is called: the catalogue's name and the scientific one, else what was written."""
    name = status.names.get(latin)
    if name is None:
        return plain(latin)
    return text("{name} ({latin})", "{name} ({latin})", name=name, latin=latin)


def _species_blocks(species: SpeciesLists, status: InsectStatus) -> Iterator[Block]:
    if not (species.found or species.not_again or species.others):
        return
    yield Heading(text("Arter, der er fundet", "Species that were found"))
    for heading, found in (
        (text("I år", "This year"), species.found),
        (text("Nye siden de tidligere år", "New since the earlier years"), species.new),
        (text("Ikke set igen i år", "Not seen again this year"), species.not_again),
    ):
        if found or found is species.found:
            yield Paragraph(_list(heading, [species_name(latin, status) for latin in found]))
    if species.others:
        yield Paragraph(
            text(
                "Dertil {kinds} af andet end insekter.",
                "Besides, {kinds} of what is no insect.",
                kinds=counted(species.others, ("art", "arter"), ("species", "species")),
            )
        )
    yield Paragraph(
        text(
            "Listerne siger, hvad nogen har set og skrevet ned, ikke om der er blevet flere eller færre: "
            "flere, der "
            "kigger, giver flere arter.",
            "The lists say what somebody saw and wrote down, not whether there are more or fewer: more "
            "people who "
            "look give more species.",
        ),
        Tone.QUIET,
    )


def _list(heading: Text, names: Sequence[Text]) -> Text:
    if not names:
        return text("{heading}: ingen.", "{heading}: none.", heading=heading)
    told, more = listed(tuple(names[:MOST_SPECIES])), len(names) - MOST_SPECIES
    if more > 0:
        return text(
            "{heading} ({count:int}): {names} og {more:int} til.",
            "{heading} ({count:int}): {names} and {more:int} more.",
            heading=heading,
            count=len(names),
            names=told,
            more=more,
        )
    return text(
        "{heading} ({count:int}): {names}.",
        "{heading} ({count:int}): {names}.",
        heading=heading,
        count=len(names),
        names=told,
    )


def _rarefied_blocks(status: InsectStatus) -> Iterator[Block]:
    if not status.rarefied:
        return
    fewest = status.rarefied[0].at_counts
    yield Grid(
        (
            Column(text("År", "Year")),
            Column(text("Arter i optællinger", "Species in counts"), right=True),
            Column(text("Optællinger", "Counts"), right=True),
            Column(text("Ventet i {n:int} optællinger", "Expected in {n:int} counts", n=fewest), right=True),
        ),
        tuple(
            (plain(str(r.year)), _whole(r.species), _whole(r.counts), _number(r.expected))
            for r in status.rarefied
        ),
    )
    yield Paragraph(
        text(
            "Sidste kolonne sammenligner årene ved lige mange optællinger (rarefaktion).",
            "The last column compares the years at equally many counts (rarefaction).",
        ),
        Tone.QUIET,
    )


def _measure_blocks(status: InsectStatus) -> Iterator[Block]:
    if not status.proposed:
        return
    yield Heading(text("Det næste, I kan gøre", "What you can do next"))
    sources = []
    alike: dict[str, list[Proposed]] = {}
    for one in status.proposed:
        alike.setdefault(one.measure.key, []).append(one)
    for proposed in alike.values():
        measure, zones = proposed[0].measure, tuple(one.zone for one in proposed)
        yield Paragraph(text("{zones}: {what}", "{zones}: {what}", zones=zones, what=measure.sentence))
        origin = measure.origin
        words = (plain(measure.key), STATUS_NAMES[origin.status], plain(origin.source))
        if words not in sources:
            sources.append(words)
    columns = (
        Column(text("Råd", "Advice")),
        Column(text("Status", "Status")),
        Column(text("Kilde", "Source")),
    )
    yield Folded(
        text("Hvor rådene kommer fra", "Where the advice comes from"), (Grid(columns, tuple(sources)),)
    )

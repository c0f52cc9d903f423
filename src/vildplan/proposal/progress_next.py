"""How far a department has come -> what to do next, zone by zone, in the order it is done."""

from collections.abc import Callable, Iterator

from vildplan.errors import Text, text
from vildplan.model.progress import Progress, Why, ZoneStatus
from vildplan.model.years import State
from vildplan.proposal.document import Block, Bullets, Heading


def next_blocks(progress: Progress) -> Iterator[Block]:
    """Yield a list of what is missing; nothing where nothing is."""
    steps = tuple(_steps(progress))
    if steps:
        yield Heading(text("Det næste", "What comes next"))
        yield Bullets(steps)


def _steps(progress: Progress) -> Iterator[Text]:
    due = [zone for zone in progress.zones if zone.id not in progress.later or zone.laid_out]
    for wanted, sentence in STEPS:
        zones = [zone for zone in due if wanted(zone)]
        if zones:
            area_m2 = sum(zone.area_m2 or zone.lapsed_m2 for zone in zones)
            yield Text(sentence.da, sentence.en, {
                "zones": tuple(zone.id for zone in zones), "m2": area_m2, "year": str(progress.year),
            })  # fmt: skip


def _why(why: Why) -> Callable[[ZoneStatus], bool]:
    return lambda zone: zone.laid_out and zone.kept_up is why


STEPS: tuple[tuple[Callable[[ZoneStatus], bool], Text], ...] = (
    (lambda zone: zone.state is None,
     text("Læg ud, eller registrér, hvis det er gjort: {zones}.",
          "Lay out, or register if it was done: {zones}.")),
    (_why(Why.UNKNOWN),
     text("Se efter, og registrér {year}: {zones}. Uden registrering regnes de ikke for passet.",
          "Look, and register {year}: {zones}. Until then they do not count as kept up.")),
    (lambda zone: zone.state is State.LAPSED,
     text("Lad dem vokse op igen: {zones} ({m2:m2} er bortfaldet). De tæller igen, når de er anlagt og slået.",
          "Let them grow again: {zones} ({m2:m2} have lapsed). They count again once laid out and cut.")),
    (lambda zone: zone.state is State.NOT, text("Læg ud: {zones}.", "Lay out: {zones}.")),
    (lambda zone: zone.state is State.PARTLY, text("Læg resten ud: {zones}.", "Lay out the rest: {zones}.")),
    (_why(Why.NO_CUT),
     text("Slå til hø, og kør høet væk: {zones}. Går der to år i træk uden høslet, bortfalder de.",
          "Cut for hay and take the hay away: {zones}. After two years without a hay cut they lapse.")),
    (_why(Why.HAY_LEFT),
     text("Kør høet væk næste gang: {zones}. Bliver det liggende, gøder det jorden, og blomsterne taber.",
          "Take the hay away next time: {zones}. Left lying it feeds the soil, and flowers lose.")),
    (_why(Why.NOT_DONE), text("Gør plejen færdig: {zones}.", "Finish the care: {zones}.")),
    (_why(Why.NOT_SAID),
     text("Skriv, om plejen er udført: {zones}.", "Write whether the care was done: {zones}.")),
)  # fmt: skip

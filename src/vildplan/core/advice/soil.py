"""Soil that is stripped before sowing, and may have to be notified if it leaves."""

from collections.abc import Iterator, Sequence

from vildplan.core.advice.surroundings import Surroundings, finding
from vildplan.errors import Finding, Severity, text
from vildplan.model.plan import Zone

SOWN = "blomstereng"
CM_PER_M = 100


def soil_leaves(zones: Sequence[Zone], around: Surroundings) -> Iterator[Finding]:
    """Warn where stripping gives more soil than may leave the property without notice."""
    sown = [zone for zone in zones if zone.type == SOWN]
    area_m2 = sum(zone.area_m2 for zone in sown)
    depth, most = around.value("stripped_cm"), around.value("notify_m3")
    soil_m3 = area_m2 * depth.number / CM_PER_M
    if soil_m3 > most.number:
        yield finding(
            sown, Severity.WARNING,
            text("Skrælles {area:m2} i {depth:num} cm, bliver det {soil:num} m³ jord. Køres mere end "
                 "{most:num} m³ væk fra en ejendom i byzone, skal det anmeldes til kommunen først.",
                 "Stripping {depth:num} cm off {area:m2} gives {soil:num} m³ of soil. If more than "
                 "{most:num} m³ leaves a property in a town zone, the municipality must be notified first.",
                 area=area_m2, depth=depth.number, soil=round(soil_m3, 1), most=most.number),
            text("Brug jorden på stedet, f.eks. til en vold for insekter, eller anmeld den i god tid. "
                 "Kilder: KAB og wiild.dk (dybden), Horsens Kommune (grænsen).",
                 "Use the soil on site, for example for an insect bank, or notify it in good time. "
                 "Sources: KAB and wiild.dk (the depth), Horsens Kommune (the limit)."),
        )  # fmt: skip

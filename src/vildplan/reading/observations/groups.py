"""What somebody calls an insect -> its group."""

from collections.abc import Mapping

from vildplan.model.observation import Group
from vildplan.reading.observations.columns import term_of

BEES = ("Apidae", "Andrenidae", "Colletidae", "Halictidae", "Megachilidae", "Melittidae", "Stenotritidae")
BY_ORDER = {
    "Diptera": Group.FLIES,
    "Lepidoptera": Group.BUTTERFLIES,
    "Coleoptera": Group.BEETLES,
    "Hymenoptera": Group.WASPS,
}
ANTS = "Formicidae"
GENERA = {"Bombus": Group.BUMBLEBEES, "Apis": Group.HONEYBEES}
INSECTS = "Insecta"
# The names that our own form's groups have in Darwin Core.
TAXA = {
    Group.BUMBLEBEES: ("Bombus", "Hymenoptera"),
    Group.HONEYBEES: ("Apis mellifera", "Hymenoptera"),
    Group.SOLITARY_BEES: ("Anthophila", "Hymenoptera"),
    Group.HOVERFLIES: ("Syrphidae", "Diptera"),
    Group.FLIES: ("Diptera", "Diptera"),
    Group.BUTTERFLIES: ("Lepidoptera", "Lepidoptera"),
    Group.BEETLES: ("Coleoptera", "Coleoptera"),
    Group.WASPS: ("Vespoidea", "Hymenoptera"),
    Group.OTHERS: (INSECTS, ""),
}


def group_of(row: Mapping[str, str]) -> Group | None:
    """Return the group of what a row names; None where it is no insect, as far as the row tells."""
    told = term_of(row.get("taxonRemarks", "")) or term_of(row.get("vernacularName", ""))
    if told in [group.value for group in Group]:
        return Group(told)
    family, order = row.get("family", ""), row.get("order", "")
    genus = row.get("genus") or (row.get("scientificName") or row.get("species", "")).split(" ")[0]
    if genus in GENERA:
        return GENERA[genus]
    if family in BEES:
        return Group.SOLITARY_BEES
    if family == "Syrphidae":
        return Group.HOVERFLIES
    if family == ANTS:
        return Group.OTHERS
    if order in BY_ORDER:
        return BY_ORDER[order]
    insect = INSECTS in (row.get("class", ""), row.get("iconicTaxon", ""))
    return Group.OTHERS if insect else None

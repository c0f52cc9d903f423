"""What is known of a place, as a sentence."""

from vildplan.errors import Text, text
from vildplan.model.catalogue import Catalogue
from vildplan.model.site import Site
from vildplan.model.site_keys import BY_NAME

YES, NO = text("ja", "yes"), text("nej", "no")


def said_sentence(site: Site, catalogue: Catalogue) -> Text | None:
    """Return what has been said of a place, in the words of a map; None where nobody has said anything."""
    words = ((BY_NAME[key].called, _word(key, value, catalogue)) for key, value in site.known.items())
    told = tuple(text("{name} = {word}", "{name} = {word}", name=name, word=word) for name, word in words)
    return text("Om stedet er sagt: {told}.", "It is said of the place: {told}.", told=told) if told else None


def _word(key: str, value: str | bool, catalogue: Catalogue) -> Text:
    if isinstance(value, bool):
        return YES if value else NO
    words = BY_NAME[key].words
    if words:
        return text(words[value][0], words[value][1])
    return catalogue.zone_types[value].name

"""How well a value is known, in a word."""

from vildplan.errors import text
from vildplan.model.value import Status

STATUS_NAMES = {
    Status.SOURCED: text("kilde", "sourced"),
    Status.DERIVED: text("udledt", "derived"),
    Status.ASSUMPTION: text("antagelse", "assumption"),
}

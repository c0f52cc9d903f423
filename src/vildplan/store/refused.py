"""What the system refused -> why, in words that people know, and what to do."""

import errno

from vildplan.errors import Text, plain, text

FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
WHYS: dict[int, Text] = {
    errno.ENOSPC: text("disken er fuld", "the disk is full"),
    errno.EDQUOT: text("der er ikke mere plads til jer på disken", "your room on the disk is used up"),
    errno.EROFS: text("der kan kun læses fra drevet", "the drive can only be read"),
    errno.EACCES: text("der må ikke skrives der", "writing there is not allowed"),
    errno.EPERM: text("der må ikke skrives der", "writing there is not allowed"),
}
MAKE_ROOM = text("Gør plads på disken, og prøv igen.", "Make room on the disk and try again.")


def why_refused(error: OSError) -> Text:
    """Return why something could not be written; the system's own words where it is anything rarer."""
    return WHYS.get(error.errno or 0, plain(error.strerror or type(error).__name__))


def advice_for(error: OSError, else_: Text) -> Text:
    """Return what to do: on a full disk nothing but room helps."""
    return MAKE_ROOM if error.errno in FULL else else_

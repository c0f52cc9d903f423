"""The stages of the work, as a person who waits is told them."""

from collections.abc import Callable
from enum import StrEnum


class Stage(StrEnum):
    """What is being done just now; stages come in this order, and may be left out."""

    READING = "reading"
    MEASURING = "measuring"
    GROUND = "ground"
    CHOOSING = "choosing"
    DRAWING = "drawing"
    COUNTING = "counting"
    WRITING = "writing"


Tell = Callable[[Stage], None]

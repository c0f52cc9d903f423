"""Patterns of the zones, so that types can be told apart without their colours."""

from html import escape

from vildplan.proposal.palette import Look, ink_on

# Drawn in a square of 12 x 12; "fill" marks are dots, the others are lines.
MARKS = {
    "ticks": ("line", "M3 2v4M9 8v4"),
    "rings": ("line", "M5 3a2 2 0 1 1-4 0a2 2 0 1 1 4 0M11 9a2 2 0 1 1-4 0a2 2 0 1 1 4 0"),
    "dots": ("fill", "M4 3a1 1 0 1 1-2 0a1 1 0 1 1 2 0M10 9a1 1 0 1 1-2 0a1 1 0 1 1 2 0"),
    "slant": ("line", "M-1 7L7-1M5 13L13 5M-1 13L13-1"),
    "slant_back": ("line", "M-1 5L7 13M5-1L13 7M-1-1L13 13"),
    "cross": ("line", "M3 1v4M1 3h4M9 7v4M7 9h4"),
    "waves": ("line", "M0 3q3-3 6 0t6 0M0 9q3-3 6 0t6 0"),
    "grid": ("line", "M0 6h12M6 0v12"),
    "logs": ("line", "M1 2h6M1 4h6M5 8h6M5 10h6"),
    "grains": ("fill", "M2 2h1v1h-1zM6 1h1v1h-1zM10 3h1v1h-1zM4 6h1v1h-1zM8 7h1v1h-1zM6 10h1v1h-1z"),
    "stones": ("line", "M1 5l1-3l3 0l1 3zM7 11l1-4l2 0l2 4z"),
    "drops": ("fill", "M3 1l1.6 3a1.6 1.6 0 1 1-3.2 0zM9 7l1.6 3a1.6 1.6 0 1 1-3.2 0z"),
    "ripples": ("line", "M1 3h4M7 3h4M4 6h4M1 9h4M7 9h4"),
    "trees": ("line", "M5 3a2 2 0 1 1-4 0a2 2 0 1 1 4 0M3 5v2M11 8a2 2 0 1 1-4 0a2 2 0 1 1 4 0M9 10v2"),
    "tufts": ("line", "M1 5l2-3l2 3M7 11l2-3l2 3"),
    "chequers": ("fill", "M0 0h4v4h-4zM6 6h4v4h-4z"),
}  # fmt: skip
SIDE = 12


def pattern_id(look: Look) -> str:
    """Return the name under which a look's pattern is defined."""
    return f"look-{look.key}"


def has_pattern(look: Look) -> bool:
    """Tell whether a look has a pattern that can be drawn."""
    return look.pattern in MARKS


def pattern(look: Look, side_m: float) -> str:
    """Return the definition of a look's pattern on its colour, one square `side_m` wide."""
    return (
        f'<pattern id="{escape(pattern_id(look))}" patternUnits="userSpaceOnUse" width="{SIDE}" '
        f'height="{SIDE}" patternTransform="scale({side_m / SIDE:.4f})">'
        f'<rect width="{SIDE}" height="{SIDE}" fill="{look.colour}"/>{_marks(look)}</pattern>'
    )


def pattern_tile(look: Look) -> str:
    """Return one square of a look's pattern as a picture of its own, without the colour below."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{SIDE}" height="{SIDE}" '
        f'viewBox="0 0 {SIDE} {SIDE}">{_marks(look)}</svg>'
    )


def _marks(look: Look) -> str:
    kind, marks = MARKS[look.pattern]
    colour = ink_on(look.colour)
    ink = f'fill="{colour}"' if kind == "fill" else f'fill="none" stroke="{colour}" stroke-width="1"'
    return f'<path d="{marks}" {ink} opacity=".42"/>'


def fill_of(look: Look) -> str:
    """Return what an SVG shape of this look is filled with."""
    return f"url(#{pattern_id(look)})" if has_pattern(look) else look.colour

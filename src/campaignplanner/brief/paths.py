"""The shapes of the timeline as path data of SVG: all of one style are handed to the typesetter as one text.

As shapes of its own, Typst would look for the edges of each stroke and keep each corner of each bar: for
thousands of bars that takes more time and memory than all else on their sheets.
"""

from __future__ import annotations

from itertools import pairwise

Point = tuple[float, float]

ARROW = (3.6, 2.1)
"""How long the head of an arrow is, and half its width, in points."""
LEVEL = 0.5
"""Points by which a level line may rise or fall."""


def line(x0: float, x1: float, y: float) -> str:
    """A level line from left to right."""
    return f"M{short(x0)} {short(y)}H{short(x1)}"


def square(x: float, y: float, width: float, height: float) -> str:
    """A box with its left upper corner, width and height."""
    left, top, right, bottom = map(short, (x, y, x + width, y + height))
    return f"M{left} {top}H{right}V{bottom}H{left}Z"


def rounded(x: float, y: float, width: float, height: float) -> str:
    """The same with ends as round as it is high, or as it is wide."""
    r = short(min(width, height) / 2)
    left, top, right, bottom = map(short, (x, y, x + width, y + height))
    before, after, above, below = map(short, (left + r, right - r, top + r, bottom - r))
    arc = f"A{r} {r} 0 0 1 "
    return (
        f"M{before} {top}H{after}{arc}{right} {above}V{below}{arc}{after} {bottom}"
        f"H{before}{arc}{left} {below}V{above}{arc}{before} {top}Z"
    )


def s_curve(*points: Point) -> str:
    """From point to point, up or down to the level half-way, over, and on: an S without corners."""
    parts = ["M{} {}".format(*points[0])]
    for (x0, y0), (x1, y1) in pairwise(points):
        middle = short((y0 + y1) / 2)
        parts.append(f"C{x0} {middle} {x1} {middle} {x1} {y1}")
    return "".join(parts)


def arrow(start: Point, end: Point) -> str:
    """The head of an arrow at the end: up or down, or along a level line."""
    (x, y), (length, half) = end, ARROW
    if abs(y - start[1]) < LEVEL:
        back = x + (-length if x > start[0] else length)
        corners = ((back, y - half), (back, y + half))
    else:
        back = y + (-length if y > start[1] else length)
        corners = ((x - half, back), (x + half, back))
    return f"M{short(x)} {short(y)}" + "".join(f"L{short(a)} {short(b)}" for a, b in corners) + "Z"


def short(number: float) -> float:
    """A number with as many digits as can be seen on paper."""
    return round(number, 2)

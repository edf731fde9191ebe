"""A log-log plot as SVG, drawn by hand: measured points, and the straight line that fits them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp, log

WIDE, HIGH = 330, 300
LEFT, TOP, PLOT = 66, 46, 216
Points = Sequence[tuple[float, float]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Panel:
    """One plot: its title, what lies along x, the ticks of both axes, and the points (x, ms)."""

    title: str
    along: str
    x_ticks: Sequence[int]
    y_ticks: Sequence[int]
    points: Points


def fitted(points: Points) -> tuple[float, float]:
    """Fit ms = factor * x^slope by least squares of the logarithms; give (slope, factor)."""
    xs, ys = [log(x) for x, _y in points], [log(y) for _x, y in points]
    middle_x, middle_y = sum(xs) / len(xs), sum(ys) / len(ys)
    above = sum((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys, strict=True))
    slope = above / sum((x - middle_x) ** 2 for x in xs)
    return slope, exp(middle_y - slope * middle_x)


def svg_of(panels: Sequence[Panel]) -> str:
    """Draw some panels side by side."""
    wide = WIDE * len(panels)
    drawn = "\n".join(line for n, panel in enumerate(panels) for line in _panel(panel, WIDE * n))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {HIGH}" '
        f'width="{wide}" height="{HIGH}" font-family="sans-serif" font-size="11" fill="#222">\n'
        f'<rect width="{wide}" height="{HIGH}" fill="#fff"/>\n{drawn}\n</svg>\n'
    )


def _panel(panel: Panel, left: int) -> Iterator[str]:
    slope, factor = fitted(panel.points)

    def at(x: float, y: float) -> tuple[float, float]:
        across = _share(x, panel.x_ticks) * PLOT
        up = _share(y, panel.y_ticks) * PLOT
        return round(left + LEFT + across, 1), round(TOP + PLOT - up, 1)

    middle = left + LEFT + PLOT // 2
    yield _text(middle, 18, panel.title, 'text-anchor="middle" font-weight="bold"')
    yield _text(middle, 34, f"fitted: {panel.along} to the {slope:.2f}", 'text-anchor="middle"')
    for tick in panel.x_ticks:
        x, y = at(tick, panel.y_ticks[0])
        yield f'<path d="M{x} {y}V{TOP}" stroke="#ddd"/>'
        yield _text(x, y + 14, str(tick), 'text-anchor="middle"')
    for tick in panel.y_ticks:
        x, y = at(panel.x_ticks[0], tick)
        yield f'<path d="M{x} {y}H{left + LEFT + PLOT}" stroke="#ddd"/>'
        yield _text(x - 6, y + 4, f"{tick} ms", 'text-anchor="end"')
    yield _text(middle, HIGH - 8, panel.along, 'text-anchor="middle"')
    ends = [panel.points[0][0], panel.points[-1][0]]
    (x, y), (to_x, to_y) = (at(end, factor * end**slope) for end in ends)
    yield f'<path d="M{x} {y}L{to_x} {to_y}" stroke="#888" stroke-dasharray="4 3"/>'
    for point in panel.points:
        x, y = at(*point)
        yield f'<circle cx="{x}" cy="{y}" r="4" fill="#1f6f8b"/>'


def _share(value: float, ticks: Sequence[int]) -> float:
    return log(value / ticks[0]) / log(ticks[-1] / ticks[0])


def _text(x: float, y: float, words: str, how: str) -> str:
    return f'<text x="{x}" y="{y}" {how}>{words}</text>'

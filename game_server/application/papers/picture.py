"""The verrière as an SVG in the colours of paper. Nothing but numbers and our own colours ever stands in it."""

from collections.abc import Iterator

from game_server.application.papers.tokens import TOKENS
from game_server.application.papers.verriere import (
    EDGE,
    GROUND,
    HEIGHT,
    MARGIN,
    WIDTH,
    DrawnPane,
    Verriere,
    WaterLine,
    draw,
)

SEAMED = ("won", "one_voice", "kept")
OUTLINED = ("now", "one_voice")
ACROSS = WIDTH + 2 * MARGIN
DEFINITIONS = (
    '<defs><linearGradient id="opal" x1="0" y1="0" x2=".6" y2="1">'
    f'<stop stop-color="{TOKENS["opale-1"]}"/><stop offset=".55" stop-color="{TOKENS["opale-2"]}"/>'
    f'<stop offset="1" stop-color="{TOKENS["opale-3"]}"/></linearGradient>'
    '<pattern id="frost" width="8" height="8" patternUnits="userSpaceOnUse">'
    f'<circle cx="4" cy="4" r=".9" fill="{TOKENS["givre"]}"/></pattern></defs>'
)


def svg_of(verriere: Verriere) -> str:
    """The whole picture: roof, quay and water. Raises ValueError as `draw` does."""
    picture = draw(verriere)
    parts = [
        DEFINITIONS,
        *(one for pane in picture.panes for one in _pane(pane)),
        _stroke(picture.frame, "cadre", 3),
        _stroke(picture.posts, "cadre", 2),
        *(_stroke(one.outline, "maintenant", 4) for one in picture.panes if one.pane.state in OUTLINED),
        f'<path d="M{-MARGIN} {GROUND}H{WIDTH + MARGIN}V{EDGE}H{-MARGIN}Z" fill="{TOKENS["quai"]}"/>',
        _stroke(f"M{-MARGIN} {EDGE}H{WIDTH + MARGIN}", "cadre", 4),
        *(_water(line) for line in picture.water),
    ]
    box = f'viewBox="{-MARGIN} 0 {ACROSS} {HEIGHT}" width="{ACROSS}" height="{HEIGHT}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{"".join(parts)}</svg>'


def _pane(drawn: DrawnPane) -> Iterator[str]:
    state = drawn.pane.state
    if state == "clear":
        yield f'<path d="{drawn.outline}" fill="{TOKENS["ciel"]}"/>'
    elif state != "won":
        yield f'<path d="{drawn.outline}" fill="url(#opal)"/><path d="{drawn.outline}" fill="url(#frost)"/>'
    if state in SEAMED:
        for facet in drawn.facets if state == "won" else drawn.facets[:1]:
            yield f'<path d="{facet.path}" fill="{TOKENS[facet.fill]}"/>'
        yield _stroke(drawn.seam, "plomb", 1.6)
    yield _stroke(drawn.outline, "plomb", 2)
    if state == "missed":
        x, y = drawn.middle
        yield _stroke(f"M{x - 5:.1f} {y:.1f}h10m-5 -5v10", "doux", 2)


def _stroke(path: str, token: str, width: float) -> str:
    return f'<path d="{path}" fill="none" stroke="{TOKENS[token]}" stroke-width="{width}"/>'


def _water(line: WaterLine) -> str:
    x, y = line.start
    colour = TOKENS[line.stroke or "eau"]
    thin = f'stroke-width="{line.width}" opacity="{line.opacity:.2f}"'
    return f'<path d="M{x:.1f} {y}h{line.length:.1f}" stroke="{colour}" {thin}/>'

"""The colours of the papers: the light theme of the pages (`web_client/src/kit/tokens.css`), which is kept to by a test."""

from collections.abc import Mapping

FACETS = (
    ("#cb6a8e", "#de8fa8"),
    ("#d8707c", "#e99096"),
    ("#e2786a", "#f0977f"),
    ("#ee8f5c", "#f8ad7d"),
    ("#f5a550", "#fcc27c"),
    ("#f8ba58", "#fdd48c"),
    ("#f9cd76", "#fde3aa"),
    ("#efd68d", "#faecc2"),
    ("#9fcbc4", "#c8e5dd"),
    ("#6eb2c4", "#a3d5df"),
)
TOKENS: Mapping[str, str] = {
    "fond": "#f6f1e7",
    "ciel": "#dfe9ea",
    "vitre": "#fffdf8",
    "vitre-2": "#ebe4d6",
    "texte": "#12222b",
    "doux": "#35454d",
    "action": "#ffc46b",
    "maintenant": "#12222b",
    "lien": "#0a5546",
    "cadre": "#22343d",
    "ligne": "#6b7a79",
    "plomb": "#22343d",
    "opale-1": "#e6e8ea",
    "opale-2": "#dad7e4",
    "opale-3": "#cfdcd8",
    "givre": "#a9b3ba",
    "quai": "#d9d3c6",
    "eau": "#c3cbca",
    **{f"facet-{place}-deep": deep for place, (deep, _pale) in enumerate(FACETS, 1)},
    **{f"facet-{place}-pale": pale for place, (_deep, pale) in enumerate(FACETS, 1)},
}

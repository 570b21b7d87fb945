"""The French of player texts: where prose stands in a pack, its spaces and quotes, its sentences, its words."""

import re
from collections.abc import Iterator

from scenarios.documents import Document, Node, Path

NO_BREAK = "\u00a0"
LONGEST_SENTENCE = 22
LONGEST_TEXT = 60
"""Words: what a slow reader takes in on one screen."""

_NAMES = frozenset(
    {
        "id",
        "kind",
        "offer",
        "missions",
        "language",
        "opens",
        "closes",
        "said_by",
        "scene",
        "accepted",
        "answer",
        "option",
        "facts",
        "sets",
        "code",
        "family",
        "mark",
        "value",
        "source",
        "verified_by",
        "path_step",
        "as_of",
        "verified_on",
        "character",
        "compared_with",
        "edition",
        "fact",
        "flag",
        "mode",
        "words",
        "gives",
        "item",
        "reveals",
    }
)
"""Keys whose texts are names, answers or sources, not prose."""
_SOURCES = frozenset({"flags"})

HARD_WORDS = {
    "bénéficier": "avoir droit à",
    "bénéficiaire": "jeune",
    "éligible": "c’est pour toi si…",
    "dispositif": "aide, programme",
    "prescription": "c’est ton conseiller qui t’y envoie",
    "modalités": "comment ça se passe",
    "problématique": "difficulté",
    "préalablement": "avant",
    "ultérieurement": "plus tard",
    "veuillez": "le verbe tout seul",
    "usager": "personne",
    "remobilisation": "reprendre élan",
    "effectuer": "faire",
    "feedback": "retour",
    "challenge": "défi",
    "deadline": "date limite",
    "planning": "emploi du temps",
    "meeting": "réunion",
    "coaching": "accompagnement",
    "checker": "vérifier",
    "booster": "donner un coup de pouce",
    "job": "travail, boulot",
    "mail": "courriel",
    "e-mail": "courriel",
    "timing": "bon moment",
    "team": "équipe",
    "game over": "dire ce qui se passe ensuite",
}
"""Words that lose a reader, and what to say instead."""

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\s»]+|\n+")
_FIXES = (
    (re.compile(r"(?<=[^\s«(!?;:])[ \u00a0\u202f]*([!?;])(?=$|[\s»)…!?.\]}])"), NO_BREAK + r"\1"),
    (re.compile(r"(?<=[^\s«(!?;:])[ \u00a0\u202f]?(:)(?=\s|$)"), NO_BREAK + r"\1"),
    (re.compile(r"«[ \u202f]?(?=[^\s\u00a0])"), "«" + NO_BREAK),
    (re.compile(r"(?<=[^\s\u00a0])[ \u202f]?»"), NO_BREAK + "»"),
    (re.compile(r"(?<=\d)[ \u202f](?=(?:h|€|%|km|min|ans|jours|mois|heures)\b|[€%]|h\d|\d{3}\b)"), NO_BREAK),
    (re.compile(r"(?<=\d\u00a0h) (?=\d{2}\b)"), NO_BREAK),
    (re.compile(r"(?<=\w)'(?=\w)"), "’"),
    (re.compile(r"\.\.\."), "…"),
    (re.compile(r'"([^"\n]+)"'), rf"«{NO_BREAK}\1{NO_BREAK}»"),
)


def prose(document: Document) -> Iterator[Node]:
    """Every text of a document that people read or hear."""
    for node in document.root.walk():
        if node.text and _is_prose(document.file, node.path):
            yield node


def _is_prose(file: str, path: Path) -> bool:
    if file == "values.yaml":
        return path[1:] == ("value",)
    if path and path[0] in _SOURCES:
        return False
    keys = [key for key in path if isinstance(key, str)]
    if any(key in _NAMES and not _holds_sheets(key, path) for key in keys):
        return False
    return not (len(keys) > 1 and keys[-2:] == ["near", "text"])


def _holds_sheets(key: str, path: Path) -> bool:
    """« facts » of a card, « scene » of a room and what a link « gives » hold sheets whose own keys decide; elsewhere, names."""
    below = len(path) - path.index(key) - 1
    return (key == "facts" and below > 1) or (key in ("scene", "gives") and below > 0)


def mended(text: str) -> str:
    """The text with its no-break spaces, its quotes and its apostrophes put right."""
    for pattern, replacement in _FIXES:
        text = pattern.sub(replacement, text)
    return text


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [one.strip() for one in _SENTENCE_END.split(text) if one.strip()]


def words(text: str) -> list[str]:
    """The words of a text."""
    return _WORD.findall(text)


def hard_words(text: str) -> list[tuple[str, str]]:
    """The words of a text that lose a reader, each with what to say instead."""
    lower = text.lower().replace("'", "’")
    return [(word, said) for word, said in HARD_WORDS.items() if re.search(rf"\b{re.escape(word)}s?\b", lower)]

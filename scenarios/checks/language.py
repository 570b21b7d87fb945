"""What people read or hear is typeset as French is, and can be taken in at one reading."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest

from scenarios.checks.registry import Kinds, check
from scenarios.checks.scenes import line_in
from scenarios.french import (
    LONGEST_SENTENCE,
    LONGEST_TEXT,
    NO_BREAK,
    hard_words,
    mended,
    prose,
    sentences,
    words,
)
from scenarios.mistakes import Mistake
from scenarios.reader import Draft, Scene
from scenarios.scenes import texts

AROUND = 12


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that people read; `line_of` finds the line of an excerpt."""

    file: str
    text: str
    line_of: Callable[[str], int]

    def mistake(self, excerpt: str, code: str, sentence: str) -> Mistake:
        """A mistake of style at that excerpt."""
        return Mistake(self.file, self.line_of(excerpt), code, sentence, style=True)


def passages(draft: Draft) -> Iterator[Passage]:
    """Every text of the pack that people read or hear; a scene's once its graph is fresh."""
    for document in draft.documents:
        for node in prose(document):
            yield Passage(document.file, node.text, partial(document.line_of, node.path))
    for scene in draft.scenes.values():
        for text in texts(scene.graph) if scene.graph and not scene.stale else ():
            yield Passage(scene.file, text, partial(_line, scene, text))


def _line(scene: Scene, whole: str, excerpt: str) -> int:
    return line_in(scene, whole, excerpt, " ".join(whole.split()[:4]))


@check
def typography(draft: Draft, _kinds: Kinds) -> Iterator[Mistake]:
    """No-break spaces, French quotes, real apostrophes."""
    for passage in passages(draft):
        if fault := typeset_fault(passage.text):
            yield passage.mistake(fault[0], "typography", fault[1])


def typeset_fault(text: str) -> tuple[str, str] | None:
    """The first words that are not typeset as French is, and what to write; None when all is well."""
    right = mended(text)
    if right == text:
        return None
    place = next(at for at, (mine, theirs) in enumerate(zip_longest(text, right)) if mine != theirs)
    start = text.rfind(" ", 0, max(0, place - AROUND)) + 1
    shown = right[start : place + 4].strip().replace(NO_BREAK, "␣")
    sentence = f"Écrivez « {shown} », où ␣ est une espace insécable. eclats check --fix le fait pour vous."
    return text[start : place + 2].strip(), sentence


@check
def sentences_are_short(draft: Draft, _kinds: Kinds) -> Iterator[Mistake]:
    """At most twenty-two words a sentence and sixty a text: what is read aloud in one breath, and seen on one screen."""
    for passage in passages(draft):
        for sentence in sentences(passage.text):
            count = len(words(sentence))
            if count > LONGEST_SENTENCE:
                advice = f"Cette phrase a {count} mots : coupez-la en deux ({LONGEST_SENTENCE} au plus)."
                yield passage.mistake(sentence[:20], "sentence_too_long", advice)
        count = len(words(passage.text))
        if count > LONGEST_TEXT:
            yield passage.mistake(
                passage.text[:20], "text_too_long", f"Ce texte a {count} mots pour un écran : {LONGEST_TEXT} au plus."
            )


@check
def words_are_plain(draft: Draft, _kinds: Kinds) -> Iterator[Mistake]:
    """No word of an office, no English word that has a French one."""
    for passage in passages(draft):
        for word, said in hard_words(passage.text):
            yield passage.mistake(word, "hard_word", f"« {word} » perd un lecteur. Dites plutôt : {said}.")

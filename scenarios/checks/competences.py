"""What an adventure makes people practise comes back often enough."""

from collections import Counter
from collections.abc import Iterator
from typing import get_args

from scenarios.checks.registry import Kinds, check
from scenarios.mistakes import Mistake
from scenarios.models import Competence
from scenarios.reader import Draft

OFTEN = 3
"""Missions that practise each competence in a pack of fifteen missions or more."""
MISSIONS_FOR_EACH = 5
"""A smaller pack practises each once for so many missions: a short try-out promises less."""


@check
def competences_come_back(draft: Draft, _kinds: Kinds) -> Iterator[Mistake]:
    """Each competence is practised by three missions, or fewer in a small pack."""
    wanted = min(OFTEN, len(draft.missions) // MISSIONS_FOR_EACH)
    practised = Counter(one.text for mission in draft.missions.values() for one in mission.root["competences"].each())
    for competence in get_args(Competence):
        if practised[competence] < wanted:
            sentence = (
                f"Missions qui exercent « {competence} » : {practised[competence]}. Il en faut {wanted} au moins : "
                "nommez-la dans competences, là où le groupe l’exerce vraiment."
            )
            yield draft.pack.mistake(("days",), "competence_too_rare", sentence)


@check
def competences_are_named_once(draft: Draft, _kinds: Kinds) -> Iterator[Mistake]:
    """A mission names a competence once."""
    for mission in draft.missions.values():
        seen: set[str] = set()
        for one in mission.root["competences"].each():
            if one.text in seen:
                yield one.mistake("competence_twice", f"« {one.text} » est déjà là. Gardez-la une fois.")
            seen.add(one.text)

"""A recording says a text of the edition, in a small file that is there."""

from collections.abc import Iterator

from pydantic import ValidationError

from scenarios.checks.registry import Kinds, check
from scenarios.mistakes import Mistake
from scenarios.reader import Draft
from scenarios.recordings import RecordingsSheet, troubles
from scenarios.translations import pairs, told

SHOWN = 40


@check
def recordings_say_what_is_shown(draft: Draft, _kinds: Kinds) -> Iterator[Mistake]:
    """Each recording has a text of the edition and a file, each file a recording."""
    if not draft.recordings.value and not draft.sounds:
        return
    try:
        sheet = RecordingsSheet.model_validate(draft.recordings.value or {})
    except ValidationError as error:
        sentence = "Écrivez « text » et « file » pour chaque enregistrement, et rien d’autre que « voice »."
        yield from (draft.recordings.mistake(one["loc"], "bad_recordings", sentence) for one in error.errors())
        return
    yield from _listed(draft, sheet)
    unheard = draft.sounds.keys() - {one.file for one in sheet.recordings}
    for name in sorted(unheard):
        sentence = "Aucun texte ne se lit dans ce fichier. Ajoutez-le à audio/recordings.yaml, ou retirez-le."
        yield Mistake(f"audio/{name}", 1, "unheard_sound", sentence)


def _listed(draft: Draft, sheet: RecordingsSheet) -> Iterator[Mistake]:
    shown = {one.text for one in told(draft)}
    shown |= {to.text.strip() for document in draft.languages.values() for _, to in pairs(document)}
    for place, one in enumerate(sheet.recordings):
        path = ("recordings", place)
        if one.text not in shown:
            sentence = f"« {one.text[:SHOWN]} » n’est pas un texte de cette édition. Recopiez-le mot pour mot."
            line = draft.recordings.line((*path, "text"))
            yield Mistake(draft.recordings.file, line, "unknown_text", sentence, style=True)
        if one.file not in draft.sounds:
            sentence = f"Il manque le fichier audio/{one.file}. Ajoutez-le, ou retirez cette ligne."
            yield draft.recordings.mistake((*path, "file"), "sound_missing", sentence)
            continue
        for code, sentence in troubles(draft.sounds[one.file].read_bytes()):
            yield Mistake(f"audio/{one.file}", 1, code, sentence)

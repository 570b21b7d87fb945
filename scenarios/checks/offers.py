"""Offers are true, each is unlocked once, and answers rest on what is settled."""

from collections.abc import Iterator
from typing import Any, get_args

from scenarios.checks.registry import Kinds, check
from scenarios.documents import Node
from scenarios.mistakes import Mistake
from scenarios.reader import Draft

PLACE_OF_VALUE = "{value}"


@check
def offers_unlock_once(draft: Draft, _kinds: Kinds) -> Iterator[Mistake]:
    """Each mission unlocks an offer that has its card, each card is unlocked by one mission."""
    unlocked: dict[str, str] = {}
    for mission in draft.missions.values():
        offer = mission.root["offer"]
        if offer.text and offer.text not in draft.offers:
            sentence = f"L’offre « {offer.text} » n’a pas de fiche. Créez offers/{offer.text}.yaml, ou corrigez le nom."
            yield offer.mistake("no_offer_card", sentence)
        if offer.text in unlocked:
            sentence = f"L’offre « {offer.text} » est déjà gagnée dans {unlocked[offer.text]}. Une offre, une mission."
            yield offer.mistake("offer_twice", sentence)
        unlocked.setdefault(offer.text, mission.file)
    readable = all(isinstance(mission.value, dict) for mission in draft.missions.values())
    for slug, card in draft.offers.items():
        if readable and slug not in unlocked:
            sentence = (
                f"Aucune mission ne fait gagner l’offre « {slug} ». Donnez-la à une mission, ou retirez sa fiche."
            )
            yield card.mistake((), "offer_never_unlocked", sentence)


@check
def cards_bear_their_names(draft: Draft, _kinds: Kinds) -> Iterator[Mistake]:
    """A card's id is the name of its file."""
    for slug, card in draft.offers.items():
        written = card.root["id"]
        if written.text and written.text != slug:
            sentence = f"L’id est « {written.text} », le fichier s’appelle « {slug} ». Mettez le même des deux côtés."
            yield written.mistake("offer_id_differs", sentence)


@check
def facts_are_marked_and_sourced(draft: Draft, _kinds: Kinds) -> Iterator[Mistake]:
    """Each fact says how sure it is and where it comes from."""
    for _, fact in draft.facts():
        if not fact["mark"]:
            sentence = (
                "Marquez ce fait : S (sûr), V (varie selon l’année ou le lieu) ou K (à confirmer par un conseiller)."
            )
            yield fact.mistake("fact_unmarked", sentence)
        if not fact["source"].text.strip():
            yield fact.mistake("fact_without_source", "Dites d’où vient ce fait, dans « source ».")
        if bool(fact["verified_by"]) != bool(fact["verified_on"]):
            sentence = (
                "Une vérification a un nom et une date : remplissez verified_by et verified_on, ou aucun des deux."
            )
            yield fact.mistake("half_verified", sentence)


@check
def values_stand_in_their_file(draft: Draft, _kinds: Kinds) -> Iterator[Mistake]:
    """A value that varies is marked V, stands in values.yaml, and has its place in the text."""
    known = dict(draft.values.root.pairs())
    for _, fact in draft.facts():
        key = fact["value"]
        if key.text and key.text not in known:
            sentence = f"La valeur « {key.text} » manque dans values.yaml. Ajoutez-la."
            yield key.mistake("unknown_value", sentence)
        if key.text and fact["mark"].text not in ("V", ""):
            yield key.mistake("value_not_v", "Un fait dont la valeur varie se marque V.")
        if bool(key.text) != (PLACE_OF_VALUE in fact["text"].text):
            sentence = "« value » et « {value} » dans le texte vont ensemble : écrivez les deux, ou aucun."
            yield fact["text"].mistake("value_without_place", sentence)


@check
def answers_rest_on_settled_facts(draft: Draft, kinds: Kinds) -> Iterator[Mistake]:
    """Where a kind asks for the facts behind an answer, there is one at least and all are marked S."""
    known = {fact["id"].text: fact for _, fact in draft.facts()}
    for _, step in draft.steps():
        kind = kinds.get(step["kind"].text)
        if kind is None or not _rests_on_facts(kind.content):
            continue
        named = list(step["content"]["facts"].each())
        if not named:
            sentence = "Sur quoi repose cette réponse ? Nommez un fait S d’une fiche d’offre dans « facts »."
            yield step["content"].mistake("answer_without_fact", sentence)
        for one in named:
            yield from _settled(one, known.get(one.text))


def _rests_on_facts(content: type[Any]) -> bool:
    """Whether the kind's `facts` are the ids of facts, not facts of its own."""
    field = getattr(content, "model_fields", {}).get("facts")
    return field is not None and not any(hasattr(one, "model_fields") for one in get_args(field.annotation))


def _settled(named: Node, fact: Node | None) -> Iterator[Mistake]:
    if fact is None:
        sentence = f"Le fait « {named.value} » n’est dans aucune fiche d’offre. Ajoutez-le, ou corrigez son id."
        yield named.mistake("unknown_fact", sentence)
    elif fact["mark"].text in ("V", "K"):
        why = "varie selon l’année ou le lieu" if fact["mark"].text == "V" else "attend l’accord d’un conseiller"
        sentence = f"Le fait « {named.text} » {why} : une réponse ne peut pas reposer dessus. Choisissez un fait S."
        yield named.mistake("answer_on_unsettled_fact", sentence)

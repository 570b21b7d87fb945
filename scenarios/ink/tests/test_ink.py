"""What an author of dialogues can rely on: small scenes compiled for real.

Spec: K23
"""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from scenarios.ink import Graph, InkRefused, Line, Node, compile_ink, graph_path, load_graph, stale, write_graph
from scenarios.ink.__main__ import main

FLAGS = "VAR knows_noe = false\nVAR has_read = false\nVAR unused = true\n"
SCENE = """INCLUDE flags.ink
-> accueil
=== accueil
Noé : Bonjour à vous. # listen
Vous entrez dans l'atelier.
{knows_noe: Noé: On se connaît.|Noé: Enchanté.}
+ [Parler du contrat] -> contrat
+ [Partir] -> fin
=== contrat
~ has_read = true
Samira: Lisez-le.
+ [Signer]
  ~ unused = true
  -> fin
+ [Relire] -> contrat
=== fin
{has_read: Noé: Vous l'avez lu.|Noé: Sans lire ?}
-> END
"""

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def _write(text: str, name: str = "scene.ink") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return _write


@pytest.fixture
def scene(write: Write) -> Path:
    write(FLAGS, "flags.ink")
    return write(SCENE)


def refusals(path: Path) -> list[tuple[int, str]]:
    with pytest.raises(InkRefused) as refused:
        compile_ink(path)
    return [(one.line, one.code) for one in refused.value.problems]


def walked(graph: Graph, node: Node, *texts: str) -> Node:
    for text in texts:
        node = graph.nodes[next(choice.target for choice in node.choices if choice.text == text)]
    return node


def test_a_scene_becomes_beats_with_speakers_votes_and_an_end(scene: Path) -> None:
    graph = compile_ink(scene)
    first = graph.entry({})
    assert first.lines == (
        Line("Noé", "Bonjour à vous."),
        Line(None, "Vous entrez dans l'atelier."),
        Line("Noé", "Enchanté."),
    )
    assert [choice.text for choice in first.choices] == ["Parler du contrat", "Partir"]
    last = walked(graph, first, "Partir")
    assert (last.lines, last.choices, last.knot) == ((Line("Noé", "Sans lire ?"),), (), "fin")


def test_flags_are_read_from_the_group_at_entry(scene: Path) -> None:
    graph = compile_ink(scene)
    assert set(graph.reads) == {"knows_noe", "has_read"}
    assert graph.entry({"knows_noe": True}).lines[-1].text == "On se connaît."
    assert walked(graph, graph.entry({"has_read": True}), "Partir").lines[0].text == "Vous l'avez lu."
    assert graph.entry({}) == graph.entry({"knows_noe": False, "has_read": False, "unheard_of": True})


def test_a_flag_that_was_never_set_has_its_declared_value(write: Write) -> None:
    graph = compile_ink(write("VAR open = true\n-> a\n=== a\n{open: Ouvert.|Fermé.}\n-> END\n"))
    assert graph.entry({}).lines[0].text == "Ouvert."
    assert graph.entry({"open": False}).lines[0].text == "Fermé."


def test_a_beat_says_which_flags_it_sets_even_to_the_value_they_are_declared_with(scene: Path) -> None:
    graph = compile_ink(scene)
    contract = walked(graph, graph.entry({}), "Parler du contrat")
    assert contract.sets == (("has_read", True),)
    assert walked(graph, contract, "Signer").sets == (("unused", True),)


def test_a_choice_that_comes_back_is_an_arrow_back_and_not_an_endless_graph(scene: Path) -> None:
    graph = compile_ink(scene)
    again = walked(graph, graph.entry({"has_read": True}), "Parler du contrat", "Relire")
    assert walked(graph, again, "Relire", "Relire", "Relire") == again


def test_a_choice_made_once_is_no_longer_offered(write: Write) -> None:
    graph = compile_ink(write("-> q\n=== q\nAlors ?\n* [Le salaire] -> q\n* [Les horaires] -> q\n+ [Rien] -> END\n"))
    left = walked(graph, graph.entry({}), "Le salaire")
    assert [choice.text for choice in left.choices] == ["Les horaires", "Rien"]
    assert [choice.text for choice in walked(graph, left, "Les horaires").choices] == ["Rien"]


@pytest.mark.parametrize(
    ("sequence", "said"),
    [("Un.|Deux.|Trois.", "Un. Deux. Trois. Trois. Trois."), ("&Un.|Deux.", "Un. Deux. Un. Deux. Un.")],
)
def test_sequences_are_followed_and_stay_finite(write: Write, sequence: str, said: str) -> None:
    graph = compile_ink(write(f"-> q\n=== q\n{{{sequence}}}\n+ [Encore] -> q\n+ [Fin] -> END\n"))
    heard = [walked(graph, graph.entry({}), *["Encore"] * times).lines[0].text for times in range(5)]
    assert " ".join(heard) == said


def test_beats_that_say_and_lead_to_the_same_are_one_beat(write: Write) -> None:
    text = "VAR f = false\n-> a\n=== a\n{f: Oui.|Non.}\n+ [x] -> b\n=== b\nEnsuite.\n+ [y] -> END\n"
    graph = compile_ink(write(text))
    assert len(graph.start) == 2
    assert [node.knot for node in graph.nodes.values() if node.choices] == ["a", "a", "b"]


def test_tunnels_stitches_gathers_and_accents_are_understood(write: Write) -> None:
    text = "-> début\n=== début\n+ [Ça va] Ça va.\n- Noé: Bien.\n-> détour ->\n-> fin.deux\n"
    text += "=== détour\nOn passe.\n->->\n=== fin\n= un\n-> deux\n= deux\nDernière.\n-> DONE\n"
    graph = compile_ink(write(text))
    last = walked(graph, graph.entry({}), "Ça va")
    assert [line.text for line in last.lines] == ["Ça va.", "Bien.", "On passe.", "Dernière."]
    assert last.knot == "fin.deux"


REFUSED = {
    "{RANDOM(1, 2) == 1: hop}": "random",
    "{~un|deux}": "random",
    "{shuffle:\n- un\n- deux\n}": "random",
    "{TURNS() > 3: x}": "turns",
    "{TURNS_SINCE(-> a) > 3: x}": "turns",
    "{a: déjà venu}": "visit_count",
    "{a > 2: déjà venu}": "visit_count",
    "{READ_COUNT(-> a) > 1: x}": "visit_count",
    "~ f++": "number",
    "~ f = f + 1": "number",
    "~ temp n = 3": "number",
    "<- b": "thread",
    "{x": "syntax",
    "-> nowhere": "syntax",
}


@pytest.mark.parametrize(("line", "code"), REFUSED.items())
def test_what_no_graph_can_hold_is_refused_at_its_line(write: Write, line: str, code: str) -> None:
    path = write(f"VAR f = false\n-> a\n=== a\nBonjour.\n{line}\n-> END\n=== b\nFin.\n-> END\n")
    assert (5, code) in refusals(path)


@pytest.mark.parametrize(
    ("line", "code"),
    [("VAR n = 3", "flag"), ('VAR s = "a"', "flag"), ("LIST l = a, b", "list"), ("EXTERNAL ring(x)", "external")],
)
def test_a_declaration_that_is_no_flag_is_refused(write: Write, line: str, code: str) -> None:
    assert refusals(write(f"VAR f = false\n{line}\nBonjour.\n-> END\n")) == [(2, code)]


@pytest.mark.parametrize("second", ["+ + [Sous-choix] -> END", "- Ensuite.\n+ [Autre] -> END"])
def test_a_second_choice_point_in_a_knot_is_refused(write: Write, second: str) -> None:
    path = write(f"-> a\n=== a\nAlors ?\n+ [Oui]\n{second}\n- -> END\n")
    assert refusals(path)[0][1] == "second_vote"


def test_every_mistake_of_a_scene_is_told_at_once_in_two_languages(write: Write) -> None:
    path = write("VAR n = 3\n-> a\n=== a\n{RANDOM(1, 2) == 1: hop}\n<- a\n-> END\n")
    assert refusals(path) == [(1, "flag"), (4, "random"), (5, "thread")]
    with pytest.raises(InkRefused) as refused:
        compile_ink(path)
    assert all(one.french.endswith(".") and one.english.endswith(".") for one in refused.value.problems)
    assert str(refused.value).startswith("scene.ink:1: Un drapeau se déclare")


def test_a_mistake_in_an_included_file_names_that_file(write: Write) -> None:
    write("VAR f = false\nVAR n = 3\n", "flags.ink")
    with pytest.raises(InkRefused) as refused:
        compile_ink(write("INCLUDE flags.ink\nBonjour.\n-> END\n"))
    assert [(one.file, one.line) for one in refused.value.problems] == [("flags.ink", 2)]


@pytest.mark.parametrize("body", ["-> b\n=== b\n-> a", "Encore et encore.\n-> a"])
def test_a_loop_that_asks_nothing_is_cut_and_named(write: Write, body: str) -> None:
    with pytest.raises(InkRefused) as refused:
        compile_ink(write(f"-> a\n=== a\n{body}\n"))
    problem = refused.value.problems[0]
    assert problem.code == "silent_loop"
    assert problem.knot in {"a", "b"}


def test_votes_from_which_no_end_can_be_reached_are_refused_by_knot(write: Write) -> None:
    path = write("-> a\n=== a\nAlors ?\n+ [Fin] -> END\n+ [Piège] -> b\n=== b\nToujours ?\n+ [Oui] -> b\n")
    assert refusals(path) == [(6, "no_way_out")]


@pytest.mark.parametrize("text", ["-> a\n=== a\nAlors ?\n+ [Oui] Bien.\n", "-> a\n=== a\nAlors ?\n* [Oui] -> a\n"])
def test_a_scene_that_runs_out_of_words_is_refused(write: Write, text: str) -> None:
    assert [code for _, code in refusals(write(text))] == ["loose_end"]


def test_a_scene_of_more_than_two_thousand_nodes_names_its_knot(write: Write) -> None:
    choices = "".join(f"* [Choix {place}] -> grand\n" for place in range(12))
    with pytest.raises(InkRefused) as refused:
        compile_ink(write(f"-> grand\n=== grand\nAlors ?\n{choices}+ [Fin] -> END\n"))
    assert [(one.code, one.knot) for one in refused.value.problems] == [("too_many_nodes", "grand")]


def test_a_scene_that_reads_more_than_eight_flags_is_refused(write: Write) -> None:
    flags = "".join(f"VAR f{place} = false\n" for place in range(9))
    reads = "".join(f"{{f{place}: oui}}\n" for place in range(9))
    assert [code for _, code in refusals(write(f"{flags}{reads}-> END\n"))] == ["too_many_flags"]


@pytest.mark.parametrize("include", ["../secret.ink", "/etc/hostname", "absent.ink"])
def test_a_scene_includes_nothing_outside_its_folder(write: Write, tmp_path: Path, include: str) -> None:
    (tmp_path.parent / "secret.ink").write_text("VAR secret = true\n")
    assert refusals(write(f"INCLUDE {include}\nBonjour.\n-> END\n"))[0] == (1, "syntax")


def test_a_file_that_is_absent_or_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bytes.ink").write_bytes(b"\xff\xfe\x00")
    for name in ("absent.ink", "bytes.ink"):
        assert refusals(tmp_path / name) == [(1, "unreadable")]


def test_the_stored_graph_is_read_back_equal_and_written_the_same_twice(scene: Path) -> None:
    stored = write_graph(scene)
    assert stored == graph_path(scene)
    assert load_graph(stored) == load_graph(scene) == compile_ink(scene)
    first = stored.read_bytes()
    assert write_graph(scene).read_bytes() == first


def test_a_graph_older_than_any_of_its_sources_is_told_without_node(scene: Path, write: Write) -> None:
    assert [one.code for one in stale(scene)] == ["graph_missing"]
    write_graph(scene)
    assert stale(scene) == ()
    write(FLAGS + "// moved\n", "flags.ink")
    assert [(one.file, one.code) for one in stale(scene)] == [("flags.ink", "graph_stale")]


@pytest.mark.parametrize("damage", ["{", "[]", '{"format": 0}', '{"format": 1}'])
def test_a_damaged_graph_is_refused_and_not_played(scene: Path, damage: str) -> None:
    write_graph(scene).write_text(damage)
    with pytest.raises(InkRefused) as refused:
        load_graph(scene)
    assert [one.code for one in refused.value.problems] == ["graph_broken"]


def test_a_graph_with_an_arrow_to_nowhere_is_refused(scene: Path) -> None:
    stored = write_graph(scene)
    whole = json.loads(stored.read_text())
    del whole["nodes"]["fin/1"]
    stored.write_text(json.dumps(whole))
    with pytest.raises(InkRefused):
        load_graph(stored)


def test_the_command_compiles_good_scenes_and_prints_the_lines_to_mend(
    scene: Path, write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = write("VAR n = 3\n-> END\n", "bad.ink")
    assert main([str(scene), str(bad)]) == 1
    said = capsys.readouterr()
    assert str(graph_path(scene)) in said.out
    assert f"{bad}:1: Un drapeau" in said.err

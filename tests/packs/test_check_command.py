"""`eclats check` says all, and its exit status says whether a release may go out.

Spec: K24
"""

from game_server.entrypoints.cli_packs import check_packs
from tests.packs.tiny import change, line_of

MISSION = "missions/01-la-cle.yaml"


def test_a_pack_without_mistake_exits_with_zero(pack, capsys):
    assert check_packs([pack]) == 0
    assert "rien à corriger" in capsys.readouterr().out


def test_each_mistake_is_one_line_that_an_editor_can_open(pack, capsys):
    change(pack, MISSION, "kind: riddle", "kind: ridle")

    assert check_packs([pack]) == 1
    assert f"{pack / MISSION}:{line_of(pack, MISSION, 'ridle')} · " in capsys.readouterr().out


def test_fix_mends_the_spaces_and_then_checks(pack, capsys):
    change(pack, MISSION, "le pont\u00a0?", "le pont ?")

    assert check_packs([pack], fix=True) == 0
    assert "le pont\u00a0?" in (pack / MISSION).read_text()


def test_without_argument_every_shipped_pack_is_checked(capsys):
    assert check_packs() == 0
    assert "le_quai_des_possibles" in capsys.readouterr().out


def test_a_folder_that_is_no_pack_is_a_mistake(tmp_path, capsys):
    assert check_packs([tmp_path]) == 1
    assert "pack.yaml" in capsys.readouterr().out

"""Whatever stands in a file, the checker answers with mistakes: it neither breaks, hangs nor fills the memory.

Spec: X3
"""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scenarios.checker import check
from scenarios.mistakes import Mistake
from scenarios.reader import MOST_BYTES, MOST_FILES
from scenarios.yaml_reader import LARGEST_FILE
from tests.packs.tiny import FILES, change

MANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
PIECES = st.sampled_from(
    [*list("{}[]:,-?&*!|>%@`\"'#\n\t \\~"), "- ", ": ", "\n  ", "<<", "---", "...", "é", "\x00", "\ufeff", "0x1", "1e9"]
)
YAML_SOUP = st.lists(PIECES | st.text(max_size=4), max_size=40).map("".join)
ANY_VALUE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)


def only_mistakes(pack, kinds):
    found = check(pack, kinds)
    assert all(isinstance(one, Mistake) and one.line >= 1 for one in found)
    return found


def test_a_pack_bomb_by_aliases_is_refused_before_it_grows(pack, kinds):
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]" for old, new in zip("abcdefgh", "bcdefghi", strict=True)]
    (pack / "pack.yaml").write_text("\n".join(lines))

    assert [(one.file, one.line, one.code) for one in only_mistakes(pack, kinds)] == [("pack.yaml", 1, "anchor")]


def test_a_pack_bomb_by_depth_is_refused_at_its_line(pack, kinds):
    (pack / "pack.yaml").write_text("title: x\ndays: " + "[" * 200_000)

    assert [(one.line, one.code) for one in only_mistakes(pack, kinds)] == [(2, "too_deep")]


def test_a_file_of_more_than_a_megabyte_is_not_read(pack, kinds):
    (pack / "offers/essai.yaml").write_text("#" * (LARGEST_FILE + 1))

    assert ("offers/essai.yaml", 1, "file_too_large") in [
        (one.file, one.line, one.code) for one in only_mistakes(pack, kinds)
    ]


def test_a_thousand_files_are_not_read(pack, kinds):
    for number in range(MOST_FILES):
        (pack / f"offers/x{number}.yaml").touch()

    assert [one.code for one in only_mistakes(pack, kinds)] == ["pack_too_large"]


def test_a_pack_of_many_large_files_is_not_read(pack, kinds):
    for number in range(MOST_BYTES // LARGEST_FILE + 1):
        (pack / f"offers/x{number}.yaml").write_text("#" * LARGEST_FILE)

    assert [one.code for one in only_mistakes(pack, kinds)] == ["pack_too_large"]


def test_bytes_that_are_no_text_are_told_at_their_line(pack, kinds):
    (pack / "pack.yaml").write_bytes(b"title: a\npitch: \xff\xfe")

    assert [(one.line, one.code) for one in only_mistakes(pack, kinds)] == [(2, "not_utf8")]


def test_a_link_to_a_file_outside_is_not_followed(pack, kinds, tmp_path):
    (tmp_path / "secret.yaml").write_text("id: secret")
    (pack / "offers/secret.yaml").symlink_to(tmp_path / "secret.yaml")

    assert only_mistakes(pack, kinds) == []


def test_a_merge_key_merges_nothing(pack, kinds):
    change(pack, "pack.yaml", "title: Le pont", "<<: {title: Le pont}")

    assert {one.code for one in only_mistakes(pack, kinds)} == {"bad_field"}


@MANY
@given(soup=YAML_SOUP, file=st.sampled_from(sorted(FILES)))
def test_any_text_in_any_file_gives_only_mistakes(pack, kinds, soup, file):
    (pack / file).write_text(soup, encoding="utf-8", errors="replace")

    only_mistakes(pack, kinds)

    (pack / file).write_text(FILES[file], encoding="utf-8")


@MANY
@given(value=ANY_VALUE, file=st.sampled_from(sorted(FILES)), data=st.data())
def test_any_value_in_any_place_gives_only_mistakes(pack, kinds, value, file, data):
    lines = FILES[file].splitlines()
    place = data.draw(st.integers(0, len(lines) - 1))
    key, colon, _ = lines[place].partition(":")
    lines[place] = f"{key}{colon} {flow(value)}"
    (pack / file).write_text("\n".join(lines), encoding="utf-8", errors="replace")

    only_mistakes(pack, kinds)

    (pack / file).write_text(FILES[file], encoding="utf-8")


def flow(value):
    """A value as YAML writes it on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{flow(key)}: {flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(value)

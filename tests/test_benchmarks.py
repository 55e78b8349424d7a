"""The measurements run, and say what they cannot measure; their figures are of no concern here."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks import inputs, measure, peers
from benchmarks.documents import put_figures


def test_a_library_that_is_not_installed_is_named() -> None:
    def gone() -> peers.Work:
        raise ModuleNotFoundError("No module named 'gone'", name="gone")

    here = [peer for peer in peers.PEERS if peer.package in ("", "kehoach")]
    rows = list(peers.rows(1, (peers.Peer("gone-lib", "nothing", gone), *here)))
    assert rows[0] == ("gone-lib", "nothing", "not measured, no module gone: pip install gone-lib", "")
    assert [row[0].split()[0] for row in rows[1:]] == ["Python", "kehoach", "kehoach"]
    assert all(row[3].endswith(" MB/s") for row in rows[1:])


def test_the_limit_reads_the_files_themselves() -> None:
    limit = peers.PEERS[0].prepare()
    for text in inputs.ordinary().values():
        assert limit(text) == text


def test_a_plan_grows_to_a_size() -> None:
    assert abs(len(inputs.grown(30_000).encode()) - 30_000) < 2_000


def test_whole_processes_are_measured() -> None:
    taken = measure.end_to_end(1, 10_000)
    assert set(taken) == {"json", "yaml"}
    assert all(0 < seconds < 60 for seconds in taken.values())


def test_figures_go_between_their_own_marks(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "a\n<!-- figures -->\nold\n<!-- end of figures -->\n<!-- peers -->\n<!-- end of peers -->\nb\n", "utf-8"
    )
    put_figures(page, ["new"], "peers")
    assert page.read_text("utf-8").endswith(
        "old\n<!-- end of figures -->\n<!-- peers -->\nnew\n<!-- end of peers -->\nb\n"
    )
    with pytest.raises(ValueError, match="no marks"):
        put_figures(page, ["new"], "others")

"""A target appears whole or not at all, and what failed is said by a code."""

import errno
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from export_documents import document, drawn

from clipper.answers import ExportOptions
from clipper.errors import Cancelled, ExportError
from clipper.exporting import placing
from clipper.exporting.exporter import Exporter
from clipper.exporting.format import Format
from clipper.exporting.pdf import Pdf
from clipper.model import Document
from clipper.progress import Progress, Step

Write = Callable[..., Any]


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_an_existing_target_is_replaced_only_when_asked(write: Write, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    target.write_bytes(b"old")

    with pytest.raises(ExportError) as caught:
        write(document(), overwrite=False)

    assert (caught.value.code, caught.value.path) == ("exists", str(target))
    assert (target.read_bytes(), left(tmp_path)) == (b"old", ["out.pdf"])
    write(document())
    assert target.read_bytes().startswith(b"%PDF")
    assert left(tmp_path) == ["out.pdf"]


@pytest.mark.parametrize("apart", [False, True])
def test_what_a_killed_export_left_long_ago_is_removed(tmp_path: Path, apart: bool) -> None:
    old = time.time() - 7200
    names = [".clipper-0123456789ab.new", ".clipper-mine.new", ".clipper-0123456789abc.new", "clipper-0123456789ab.new"]
    for name in names:
        (tmp_path / name).write_bytes(b"half")
        os.utime(tmp_path / name, (old, old))
    (tmp_path / ".clipper-ba9876543210.new").write_bytes(b"at work")
    exporter = Exporter()

    exporter.export(
        [document()],
        tmp_path if apart else tmp_path / "out.pdf",
        format="pdf",
        options=ExportOptions(),
        progress=Progress(),
        apart=apart,
    )
    exporter.close()

    assert [name for name in left(tmp_path) if name.endswith(".new")] == sorted(
        [*names[1:], ".clipper-ba9876543210.new"]
    )


def test_a_target_that_appears_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    new, target = tmp_path / "new", tmp_path / "out.pdf"
    new.write_bytes(b"new")
    target.write_bytes(b"theirs")

    with pytest.raises(ExportError) as caught:
        placing.move_in(new, target, overwrite=False)

    assert (caught.value.code, target.read_bytes()) == ("exists", b"theirs")


def test_a_link_stays_and_what_it_points_to_is_replaced(write: Write, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real, link = tmp_path / "real" / "a.pdf", tmp_path / "link.pdf"
    real.write_bytes(b"old")
    link.symlink_to(real)

    write(document(), link)

    assert link.is_symlink()
    assert real.read_bytes().startswith(b"%PDF")


def test_a_folder_that_is_gone_is_named(write: Write, tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        write(document(), tmp_path / "gone" / "out.pdf")

    assert (caught.value.code, caught.value.path) == ("no_folder", str(tmp_path / "gone"))


@pytest.mark.skipif(sys.platform != "linux", reason="/proc stands for a folder that takes no files")
def test_a_folder_that_takes_no_files_is_an_error_with_a_code(write: Write) -> None:
    with pytest.raises(ExportError) as caught:
        write(document(), Path("/proc/self/out.pdf"))

    assert caught.value.code in ("read_only", "no_folder")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_write_permission_is_read_only(write: Write, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)

    with pytest.raises(ExportError) as caught:
        write(document())

    tmp_path.chmod(0o700)
    assert (caught.value.code, left(tmp_path)) == ("read_only", [])


@pytest.mark.skipif(os.name != "posix", reason="Windows limits no file sizes")
def test_a_target_that_cannot_be_finished_leaves_the_old_one(tmp_path: Path) -> None:
    import resource

    target = tmp_path / "out.pdf"
    target.write_bytes(b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))  # the child inherits it: like a full disk
    writer = Pdf()
    try:
        with pytest.raises(ExportError) as caught:
            writer.write([document()], target, options=ExportOptions(overwrite=True), progress=Progress())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        writer.close()

    assert caught.value.code == "full"
    assert (target.read_bytes(), left(tmp_path)) == (b"old", ["out.pdf"])


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "full"),
        (errno.EROFS, "read_only"),
        (errno.EACCES, "read_only"),
        (errno.ENOENT, "no_folder"),
        (errno.EEXIST, "exists"),
        (errno.EIO, "failed"),
    ],
)
def test_errors_of_the_file_system_have_codes(number: int, code: str) -> None:
    assert placing.export_error(OSError(number, os.strerror(number)), Path("x.pdf")).code == code


def test_a_stop_leaves_no_trace(exporter: Exporter, tmp_path: Path) -> None:
    progress = Progress(lambda step: progress.stop() if step.done == 1 else None)
    documents = [document(id=number, lead=drawn(tmp_path)) for number in (1, 2, 3)]
    before = left(tmp_path)

    with pytest.raises(Cancelled):
        exporter.export(documents, tmp_path / "out.pdf", format="pdf", options=ExportOptions(), progress=progress)

    assert left(tmp_path) == before


def test_a_child_that_dies_is_replaced(tmp_path: Path) -> None:
    writer = Pdf()
    options = ExportOptions(overwrite=True)
    writer.write([document()], tmp_path / "a.pdf", options=options, progress=Progress())

    def killed() -> Iterator[Document]:
        yield document()
        for child in tuple(writer._pool._children):  # what the system does when memory runs out
            child._process.kill()
            child._process.wait()
        yield document(id=2)

    writer.write(killed(), tmp_path / "b.pdf", options=options, progress=Progress())
    writer.close()

    assert left(tmp_path) == ["a.pdf", "b.pdf"]


def test_nothing_of_a_job_stays_in_the_workshop(tmp_path: Path) -> None:
    writer = Pdf()
    writer.write([document(lead=drawn(tmp_path))], tmp_path / "a.pdf", options=ExportOptions(), progress=Progress())

    assert left(writer._folder) == ["main.typ"]
    writer.close()
    assert not writer._folder.exists()


def test_a_workshop_that_was_tidied_away_is_made_again(tmp_path: Path) -> None:
    writer = Pdf()
    for name in ("a.pdf", "b.pdf"):
        writer.write([document(lead=drawn(tmp_path))], tmp_path / name, options=ExportOptions(), progress=Progress())
        for path in writer._folder.iterdir():
            path.unlink()
        writer._folder.rmdir()
    writer.close()

    assert {"a.pdf", "b.pdf"} <= set(left(tmp_path))


def test_a_folder_gets_a_file_each_and_says_what_was_there(exporter: Exporter, tmp_path: Path) -> None:
    folder = tmp_path / "Mappe"
    documents = [document(id=1, title="Eins"), document(id=2, title="Eins"), document(id=3, title="Zwei/Drei")]
    steps: list[Step] = []

    def export(some: list[Document], overwrite: bool = False) -> Any:
        return exporter.export(
            some,
            folder,
            format="pdf",
            options=ExportOptions(overwrite=overwrite),
            progress=Progress(steps.append),
            apart=True,
        )

    first = export(documents)
    second = export(documents[2:])
    third = export(documents[2:], overwrite=True)

    names = ["2026-11-23 Eins (2).pdf", "2026-11-23 Eins.pdf", "2026-11-23 Zwei Drei.pdf"]
    assert left(folder) == names
    assert sorted(Path(path).name for path in first.files) == names
    assert first.failed == ()
    assert [(id, fault.code) for id, fault in second.failed] == [(3, "exists")]
    assert [Path(path).name for path in third.files] == names[2:]
    assert steps[:4] == [Step(0, 3, "Eins"), Step(1, 3, "Eins"), Step(2, 3, "Zwei/Drei"), Step(3, 3)]


def test_a_folder_that_fails_is_not_tried_again_for_every_document(tmp_path: Path) -> None:
    class Full:
        """A format whose disk is full from the second file on."""

        suffix = ".txt"
        tries = 0

        def write(self, documents: Iterable[Document], target: Path, **how: Any) -> tuple[str, ...]:
            self.tries += 1
            if self.tries > 1:
                raise ExportError("full", path=str(target))
            target.write_text("whole")
            return ("remark",)

        def warm(self) -> None: ...

        def close(self) -> None: ...

    exporter, full = Exporter(), Full()
    exporter._formats["full"] = full
    exported = exporter.export(
        [document(id=number, title=f"T{number}") for number in range(1, 6)],
        tmp_path,
        format="full",
        options=ExportOptions(),
        progress=Progress(),
    )
    exporter.close()

    assert [Path(path).name for path in exported.files] == ["2026-11-23 T1.txt"]
    assert [(id, fault.code) for id, fault in exported.failed] == [(number, "full") for number in (2, 3, 4, 5)]
    assert (full.tries, exported.remarks) == (2, ("remark",))


def test_an_existing_folder_means_a_file_each(exporter: Exporter, tmp_path: Path) -> None:
    exported = exporter.export([document()], tmp_path, format="pdf", options=ExportOptions(), progress=Progress())

    assert exported.files == (str(tmp_path / "2026-11-23 Ein Tal holt sich seinen Fluss zurück.pdf"),)


def test_documents_are_asked_for_one_by_one(exporter: Exporter, tmp_path: Path) -> None:
    asked: list[int] = []
    told: list[tuple[int, int]] = []

    def lazy() -> Iterator[Document]:
        for number in range(1, 4):
            asked.append(number)
            yield document(id=number, title=f"Titel {number}")

    progress = Progress(lambda step: told.append((step.done, len(asked))))
    exporter.export(
        lazy(), tmp_path / "out.pdf", format="pdf", options=ExportOptions(), progress=progress, total=3, apart=False
    )

    assert told[:3] == [(0, 1), (1, 2), (2, 3)]


def test_no_document_is_an_error_and_an_unknown_format_a_mistake(exporter: Exporter, tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        exporter.export([], tmp_path / "out.pdf", format="pdf", options=ExportOptions(), progress=Progress())
    with pytest.raises(ValueError):
        exporter.export([], tmp_path / "out.doc", format="doc", options=ExportOptions(), progress=Progress())

    assert exporter.formats() == ("pdf",)
    assert left(tmp_path) == []


def test_the_parent_imports_neither_typesetter_nor_parser() -> None:
    import subprocess

    code = "import sys, clipper.exporting.exporter; print(sorted({'typst', 'lxml', 'PIL'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)

    assert done.stdout.strip() == "[]"


def test_the_pdf_format_keeps_the_protocol() -> None:
    writer: Format = Pdf()

    assert writer.suffix == ".pdf"
    writer.close()

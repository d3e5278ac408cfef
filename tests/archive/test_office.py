"""The office that keeps the archive: said, changed, undone; its emblem made fit or refused."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from archive.archive import Archive, Mode
from archive.catalogue.emblem import LARGEST_FILE, LONGEST_SIDE, read_emblem
from archive.catalogue.offices import LONGEST
from archive.changes import Changes, Kind
from archive.errors import FileUnusable, Invalid, ReadOnly
from archive.records import Office

NAME, LINE = "Biro Kerja Sama Daerah", "Jalan Medan Merdeka Selatan 8–9, Jakarta"


def picture(size: tuple[int, int], kind: str = "PNG", mode: str = "RGBA") -> bytes:
    """A red square on nothing, or on white where the mode has no transparency."""
    image = Image.new(mode, size)
    image.paste(Image.new(mode, (size[0] // 2, size[1] // 2), "red"))
    made = BytesIO()
    image.save(made, kind)
    return made.getvalue()


def opened(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png), formats=["PNG"])


def test_at_first_there_is_no_office(archive: Archive) -> None:
    assert archive.office.get() == Office()


def test_what_is_said_stays_and_is_tidied(archive: Archive) -> None:
    emblem = picture((40, 60))
    archive.office.change(Office(f"  {NAME} ", f"{LINE}\n", emblem))
    with Archive.open(archive.folder, Mode.READ) as again:
        assert again.office.get() == Office(NAME, LINE, emblem)


def test_each_change_is_told_and_undone(archive: Archive) -> None:
    first, second = picture((40, 60)), picture((60, 40))
    heard: list[Changes] = []
    archive.subscribe(heard.append)
    archive.office.change(Office(NAME, "", first))
    archive.office.change(Office("Biro Umum", LINE, second))
    assert [told.ids(Kind.OFFICE) for told in heard] == [{1}, {1}]
    archive.events.undo()
    assert archive.office.get() == Office(NAME, "", first)
    archive.events.undo()
    assert archive.office.get() == Office()
    archive.office.change(Office(NAME))
    assert archive.office.get() == Office(NAME)


def test_the_log_tells_of_it_without_the_picture(archive: Archive) -> None:
    archive.office.change(Office(NAME, LINE, picture((40, 60))))
    [event] = archive.events.of_item(Kind.OFFICE, 1)
    assert (event.action, event.name) == ("add", NAME)
    assert len(str(event.after)) < 400


def test_saying_the_same_again_is_no_deed(archive: Archive) -> None:
    archive.office.change(Office(NAME, LINE, picture((40, 60))))
    before = archive.sequence(), archive.events.last()
    archive.office.change(Office(NAME, f" {LINE} ", picture((40, 60))))
    assert (archive.sequence(), archive.events.last()) == before
    archive.events.undo()
    archive.office.change(Office())
    assert archive.events.last() is None


def test_a_large_emblem_keeps_its_shape_and_what_shines_through(archive: Archive) -> None:
    kept = opened(archive.office.change(Office(NAME, "", picture((1600, 800)))).emblem)
    assert kept.size == (LONGEST_SIDE, LONGEST_SIDE // 2)
    assert kept.mode == "RGBA"
    assert kept.getpixel((10, 10)) == (255, 0, 0, 255)
    assert kept.getpixel((500, 250)) == (0, 0, 0, 0)


@pytest.mark.parametrize("kind", ["JPEG", "TIFF", "BMP", "GIF", "WEBP"])
def test_any_usual_picture_becomes_a_png(archive: Archive, kind: str) -> None:
    mode = "L" if kind == "GIF" else "RGB"
    kept = opened(archive.office.change(Office(emblem=picture((30, 20), kind, mode))).emblem)
    assert kept.size == (30, 20)


def test_a_photograph_that_lies_on_its_side_is_set_upright(archive: Archive) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    made = BytesIO()
    Image.new("RGB", (30, 20), "red").save(made, "JPEG", exif=exif)
    assert opened(archive.office.change(Office(emblem=made.getvalue())).emblem).size == (20, 30)


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7 no picture", b"<svg xmlns='http://www.w3.org/2000/svg'/>"]
)
def test_what_is_no_picture_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "emblem.png"
    file.write_bytes(content)
    with pytest.raises(Invalid) as refused:
        read_emblem(file)
    assert (refused.value.field, refused.value.rule) == ("emblem", "not_an_image")


def test_a_picture_that_breaks_off_is_refused(archive: Archive) -> None:
    archive.office.change(Office(NAME))
    with pytest.raises(Invalid, match="not_an_image"):
        archive.office.change(Office("Lain", "", picture((400, 400))[:-200]))
    assert archive.office.get() == Office(NAME)


def test_what_is_too_large_is_refused_without_being_drawn(tmp_path: Path) -> None:
    bomb = _claims(60_000, 60_000)
    for name, content in (("bomb.png", bomb), ("heavy.png", b"\x89PNG" + bytes(LARGEST_FILE))):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(Invalid, match="too_large"):
            read_emblem(tmp_path / name)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileUnusable) as refused:
        read_emblem(tmp_path / "away.png")
    assert refused.value.path == tmp_path / "away.png"


@pytest.mark.parametrize("office", [Office("x" * (LONGEST + 1)), Office("", "x" * (LONGEST + 1))])
def test_a_line_that_fits_on_no_sheet_is_refused(archive: Archive, office: Office) -> None:
    with pytest.raises(Invalid, match="too_long"):
        archive.office.change(office)


def test_who_only_looks_changes_nothing(archive: Archive) -> None:
    with (
        Archive.open(archive.folder, Mode.READ) as looking,
        pytest.raises(ReadOnly),
    ):
        looking.office.change(Office(NAME))


def _claims(width: int, height: int) -> bytes:
    """A PNG that says it is so large, and holds nothing."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    end = b"IEND"
    parts = ((len(header) - 4, header), (0, end))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", size) + part + struct.pack(">I", zlib.crc32(part)) for size, part in parts
    )

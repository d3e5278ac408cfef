"""Finds TrueType faces on this computer and gives every character one that has it.

reportlab embeds TrueType outlines only, so the CFF fonts most systems carry for Chinese, Japanese
and Korean are passed over. What no face can set is told (`Faces.missing`), never printed as a box.
"""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import reportlab
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

rl_config.useA85 = 0  # type: ignore[attr-defined]  # bytes as they are: smaller, sooner made
Cuts = tuple[str, str, str, str]


def _cuts(
    family: str, regular: str = "-Regular", bold: str = "-Bold", slant: str = "Italic"
) -> Cuts:
    """File names of regular, bold, italic and bold italic, as most families name them."""
    parts = (regular, bold, f"-{slant}", f"{bold}{slant}")
    regular, bold, italic, both = (f"{family}{part}.ttf" for part in parts)
    return regular, bold, italic, both


SERIF: tuple[Cuts, ...] = (
    ("PTF55F.ttf", "PTF75F.ttf", "PTF56F.ttf", "PTF76F.ttf"),  # PT Serif
    _cuts("CharisSIL"),
    ("GenBkBasR.ttf", "GenBkBasB.ttf", "GenBkBasI.ttf", "GenBkBasBI.ttf"),  # Gentium
    _cuts("NotoSerif"),
    ("georgia.ttf", "georgiab.ttf", "georgiai.ttf", "georgiaz.ttf"),  # Windows
    ("Georgia.ttf", "Georgia Bold.ttf", "Georgia Italic.ttf", "Georgia Bold Italic.ttf"),  # macOS
    _cuts("LiberationSerif"),
    ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf"),
    _cuts("DejaVuSerif", ""),
)
SANS: tuple[Cuts, ...] = (
    ("PTS55F.ttf", "PTS75F.ttf", "PTS56F.ttf", "PTS76F.ttf"),  # PT Sans
    _cuts("Carlito"),
    ("segoeui.ttf", "segoeuib.ttf", "segoeuii.ttf", "segoeuiz.ttf"),
    _cuts("NotoSans"),
    _cuts("LiberationSans"),
    ("arial.ttf", "arialbd.ttf", "ariali.ttf", "arialbi.ttf"),
    ("Arial.ttf", "Arial Bold.ttf", "Arial Italic.ttf", "Arial Bold Italic.ttf"),  # macOS
    _cuts("DejaVuSans", "", slant="Oblique"),
    ("Vera.ttf", "VeraBd.ttf", "VeraIt.ttf", "VeraBI.ttf"),  # comes with reportlab itself
)
WIDE = ("DejaVuSans.ttf", "Arial Unicode.ttf", "segoeui.ttf", "arial.ttf")
CHINESE = (
    *("wqy-microhei.ttc", "msyh.ttc", "simhei.ttf", "STHeiti Light.ttc", "wqy-zenhei.ttc"),
    *("uming.ttc", "DroidSansFallbackFull.ttf", "DroidSansFallback.ttf"),
)
JAPANESE = (
    *("ipaexg.ttf", "ipag.ttf", "TakaoGothic.ttf", "VL-Gothic-Regular.ttf"),
    *("YuGothM.ttc", "meiryo.ttc", "msgothic.ttc"),
)
KOREAN = ("NanumGothic.ttf", "malgun.ttf", "AppleGothic.ttf", "UnDotum.ttf", "dotum.ttf")

KANA = re.compile("[\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f]")
HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
UNSHAPED = re.compile(
    # scripts whose letters join, stack or run from right to left, which reportlab cannot set
    "[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u0f00-\u109f\u1700-\u18af\u1900-\u1aaf\u1b00-\u1c4f"
    "\ua800-\ua82f\ua840-\uaaff\uabc0-\uabff\ufb1d-\ufdff\ufe70-\ufefc]"
)
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
MISSING = "[?]"


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One registered TrueType font: its name in reportlab, the widths of characters (per 1000)."""

    name: str
    widths: dict[int, float]
    default: float

    @property
    def bold(self) -> bool:
        """Whether it is a bold cut; the faces of most other scripts have one weight only."""
        return self in (*_family(True)[1::2], *_family(False)[1::2])

    def has_all(self, text: str) -> bool:
        """Whether the font has an outline for every character of `text`."""
        return self.widths.keys() >= set(map(ord, text))

    def width(self, text: str) -> float:
        """The width of `text` at size 1."""
        get, default = self.widths.get, self.default
        return sum([get(ord(character), default) for character in text]) / 1000


class Piece(NamedTuple):
    """A stretch of text in one face, and its width at size 1."""

    text: str
    face: Face
    width: float


@dataclass(slots=True)
class Faces:
    """The faces of one print; `missing` counts the characters none has, by the script's name."""

    missing: dict[str, int] = field(default_factory=dict)

    def face(self, serif: bool = False, bold: bool = False, italic: bool = False) -> Face:
        """The Latin face of this cut."""
        return _family(serif)[bold + 2 * italic]

    def pieces(self, word: str, face: Face, tongue: str) -> tuple[Piece, ...]:
        """`word` in stretches of one face each; what nothing can set becomes `[?]`, counted."""
        if face.has_all(word) and not UNSHAPED.search(word):
            return (Piece(word, face, face.width(word)),)
        pieces, lost = _fallen_back(word, face, tongue)
        for script in lost:
            self.missing[script] = self.missing.get(script, 0) + 1
        return pieces


def printable(text: str) -> str:
    """`text` composed (NFC), without what has no shape: controls, soft hyphens and the like."""
    text = INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    text = "".join(c if c.isprintable() or c in "\u00a0\u3000" else _stand_in(c) for c in text)
    return unicodedata.normalize("NFC", text)  # what came to stand side by side may compose


def _stand_in(character: str) -> str:
    if character.isspace():
        return " "
    return "" if unicodedata.category(character) in ("Cc", "Cf", "Cs") else character


@lru_cache(maxsize=4096)
def _fallen_back(word: str, face: Face, tongue: str) -> tuple[tuple[Piece, ...], tuple[str, ...]]:
    chosen: list[tuple[str, Face]] = []
    lost = []
    for character in word:
        found = _face_for(character, face, tongue)
        if found is None:
            lost.append(script_of(character))
        if found is None and chosen and chosen[-1][0].endswith(MISSING):
            continue
        text, set_in = (character, found) if found else (MISSING, face)
        if chosen and chosen[-1][1] is set_in:
            chosen[-1] = (chosen[-1][0] + text, set_in)
        else:
            chosen.append((text, set_in))
    return tuple(Piece(text, set_in, set_in.width(text)) for text, set_in in chosen), tuple(lost)


def _face_for(character: str, face: Face, tongue: str) -> Face | None:
    if UNSHAPED.match(character):
        return None
    order = (face, *_fallbacks(tongue))
    return next((candidate for candidate in order if ord(character) in candidate.widths), None)


def tongue(text: str) -> str:
    """Whose forms of the Han characters to prefer: kana and Hangul tell; else the Chinese ones.

    Korean faces have Korea's own Han characters only: where there are others, all are Chinese, so
    that no word is set in two faces.
    """
    if KANA.search(text):
        return "ja"
    return "ko" if HANGUL.search(text) and _korean("".join(HAN.findall(text))) else "zh"


def _korean(han: str) -> bool:
    try:
        han.encode("euc_kr")
    except UnicodeEncodeError:
        return False
    return True


def script_of(character: str) -> str:
    """The name of a character's script as Unicode begins it, `Arabic`, `Thai`; else `Symbol`."""
    if not character.isalpha() and unicodedata.category(character) not in ("Mn", "Mc"):
        return "Symbol"
    return unicodedata.name(character, "Symbol").split()[0].capitalize()


@lru_cache(maxsize=3)
def _fallbacks(tongue: str) -> tuple[Face, ...]:
    first = {"ja": JAPANESE, "ko": KOREAN, "zh": ()}[tongue]
    order = (*WIDE[:1], *first, *CHINESE, *JAPANESE, *KOREAN, *WIDE[1:])
    faces = (_load(name) for name in dict.fromkeys(order))
    return tuple(face for face in faces if face)


@lru_cache(maxsize=2)
def _family(serif: bool) -> tuple[Face, Face, Face, Face]:
    """Regular, bold, italic and bold italic of the first family all of whose cuts are here."""
    for names in (*SERIF, *SANS) if serif else SANS:
        faces = [_load(name) for name in names]
        if all(faces):
            regular, bold, italic, both = (face for face in faces if face)
            return regular, bold, italic, both
    raise FileNotFoundError("reportlab's own Vera fonts are missing")


@lru_cache(maxsize=64)
def _load(name: str) -> Face | None:
    path = _installed().get(name.lower())
    if path is None:
        return None
    try:
        font = TTFont(path.stem.replace(" ", ""), str(path))
    except (TTFError, OSError, ValueError, KeyError):
        return None  # no TrueType outlines, not to be embedded, or damaged: as if it were not there
    pdfmetrics.registerFont(font)
    return Face(font.fontName, dict(font.face.charWidths), float(font.face.defaultWidth or 0))


def forget() -> None:
    """Look for fonts anew at the next print, as after some were installed."""
    for known in (_installed, _load, _family, _fallbacks, _fallen_back):
        known.cache_clear()


def file_of(face: Face) -> Path:
    """The file a face was read from, for drawing pictures with it."""
    return Path(pdfmetrics.getFont(face.name).face.filename)


@lru_cache(maxsize=1)
def _installed() -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in _folders():
        for here, _, names in os.walk(folder):
            for name in names:
                if name.lower().endswith((".ttf", ".ttc")):
                    found.setdefault(name.lower(), Path(here, name))
    return found


def _folders() -> Iterator[Path]:
    """Where this system keeps fonts, and the folder of those that come with reportlab."""
    if sys.platform == "win32":
        yield Path(os.environ.get("WINDIR", r"C:\Windows"), "Fonts")
        yield Path(os.environ.get("LOCALAPPDATA", ""), "Microsoft", "Windows", "Fonts")
    elif sys.platform == "darwin":
        yield from (Path("/System/Library/Fonts"), Path("/Library/Fonts"))
        yield Path.home() / "Library" / "Fonts"
    else:
        yield from (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
        yield from (Path.home() / ".local" / "share" / "fonts", Path.home() / ".fonts")
    yield Path(reportlab.__file__).parent / "fonts"

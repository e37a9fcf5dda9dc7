#!/usr/bin/env python3
"""Makes one font: subset.py FAMILY WEIGHT SOURCE.ttf OUT.ttf [FIRST.ttf]. Called by build.sh.

FAMILY is a key of FAMILIES, WEIGHT 400 or 700. What the font FIRST has is left out.
"""
import re
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

# Family: the source's family, the list of characters, layout features besides those that fontTools keeps by itself.
FAMILIES = {
    "Atlas Sans SC": ("Noto Sans SC", "charset.txt", "palt,kern,tnum,pnum"),
    "Atlas Sans Latin": ("Noto Sans", "charset-latin.txt", ""),
    "Atlas Sans Arabic": ("Noto Sans Arabic", "charset-arabic.txt", ""),
    "Atlas Sans Hebrew": ("Noto Sans Hebrew", "charset-hebrew.txt", ""),
}
STYLES = {400: "Regular", 700: "Bold"}
# What the name table keeps of the source: copyright, trademark, maker, designer, maker's page, licence, licence page.
KEPT_NAMES = (0, 2, 5, 7, 8, 9, 10, 11, 13, 14)
USE_TYPO_METRICS = 0x80
VERTICAL = "vert,vrt2,vkrn,vpal,vhal,valt,vrtr,vchw,vapk"


def charset(path):
    wanted = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        for word in line.split("#")[0].split():
            match = re.fullmatch(r"U\+([0-9A-F]{4,6})(?:-([0-9A-F]{4,6}))?", word)
            if not match:
                sys.exit(f"{path}: not a code point or range: {word}")
            first = int(match[1], 16)
            wanted.update(range(first, int(match[2] or match[1], 16) + 1))
    return wanted


def rename(font, family, source_family, weight):
    style = STYLES[weight]
    names = font["name"]
    names.names = [n for n in names.names if n.nameID in KEPT_NAMES and n.platformID == 3]
    full = family if weight == 400 else f"{family} {style}"
    postscript = f"{family.replace(' ', '')}-{style}"
    version = names.getDebugName(5)
    made = names.getDebugName(10)
    records = {
        1: family,
        2: style,
        3: f"{version.split(';')[0].removeprefix('Version ')};{postscript}",
        4: full,
        6: postscript,
        10: f"{made.rstrip('.')}. Modified for Account Atlas: a renamed subset of {source_family} {style}.",
    }
    for name_id, text in records.items():
        names.setName(text, name_id, 3, 1, 0x409)
    names.names.sort()

    os2, head = font["OS/2"], font["head"]
    os2.achVendID = "NONE"
    os2.usWeightClass = weight
    os2.fsSelection = (os2.fsSelection & USE_TYPO_METRICS) | (0x20 if weight == 700 else 0x40)
    head.macStyle = 1 if weight == 700 else 0


def main():
    family, weight, source, out = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4])
    source_family, characters, features = FAMILIES[family]
    options = subset.Options()
    options.parse_opts([
        f"--layout-features-={VERTICAL}",
        f"--layout-features+={features}",
        "--no-hinting",
        "--notdef-outline",
        "--no-glyph-names",
        "--name-IDs=*",
        "--drop-tables+=STAT,vhea,vmtx,VORG",
        "--no-harfbuzz-repacker",
        "--no-recalc-timestamp",
    ])
    font = TTFont(source, recalcTimestamp=False, lazy=True)
    if "fvar" in font or "glyf" not in font:
        sys.exit(f"{source}: wanted a static font with glyf outlines")
    if font["name"].getDebugName(1) != source_family or font["OS/2"].usWeightClass != weight:
        sys.exit(f"{source}: wanted {source_family} {weight}")
    wanted = charset(Path(__file__).with_name(characters))
    if len(sys.argv) > 5:
        wanted -= set(TTFont(sys.argv[5], lazy=True).getBestCmap())
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    rename(font, family, source_family, weight)
    subset.save_font(font, out, options)
    print(f"{out.name}: {len(font.getBestCmap())} characters, {out.stat().st_size} bytes")


main()

#!/usr/bin/env bash
# Rebuilds the fonts and OFL.txt beside this script, the same bytes on every run.
# Needs: bash, npm, python3 with pip, tar, sha256sum. A folder given as the first argument takes the output instead.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out=$(cd "${1:-$here}" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

fetch() { # NAME VERSION
  mkdir "$tmp/$1"
  (cd "$tmp/$1" && npm pack --silent "@expo-google-fonts/$1@$2" >/dev/null && tar xzf ./*.tgz --strip-components=1)
}
fetch noto-sans-sc 0.4.3
fetch noto-sans 0.4.2
fetch noto-sans-arabic 0.4.3
fetch noto-sans-hebrew 0.4.1
(cd "$tmp" && sha256sum --quiet -c - <<'SUMS'
d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16  noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf
9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96  noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf
1c05c68c34f9708415aada51f17e1b0092d2cea709bf4a94cd38114f9e73d7d9  noto-sans-sc/LICENSE_FONT
fe8c022f48d8dd29f17b744d16f9346f4357e16f7d4f7be58b000ae7c291b614  noto-sans/400Regular/NotoSans_400Regular.ttf
13a813c49624ae3ba3c5c6e72c5ebffc4b9e1e6ea32f421c04069b037c6ad431  noto-sans/700Bold/NotoSans_700Bold.ttf
cee9892f9f0cc8fe882c9e9537ee6a89621d86ee7ceaf70b02e2b2b1c25c061a  noto-sans/LICENSE_FONT
252629ca0e87b6233851249b8cbf7b43445211a8caf199f1b306a19202251508  noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf
a86a704ff8b315082f4859b04c2f8f746f4cefb14553ef10505f143e0d4829d3  noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf
07fc70bfeb985cc1a87a8587d0a0c80bab11c86c9dc3fd95b6f0cb332f983e96  noto-sans-arabic/LICENSE_FONT
e0ee753f09733337b9236221018d4bf71fd6d06c87dd76bbc83120514bc55911  noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf
8010b087f33f152e25aef020e68cb5568d6f8deebb6dde8f60d655196e59ebde  noto-sans-hebrew/700Bold/NotoSansHebrew_700Bold.ttf
9b9fe028b5ba74d231659a1bbaf0ed09b11e759d1ca6a070999e16d151616b47  noto-sans-hebrew/LICENSE_FONT
SUMS
)
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-deps --target "$tmp/py" fonttools==4.68.0

mkdir "$tmp/out"
make() { # PACKAGE FONT FAMILY [FIRST]: makes FAMILY Regular and Bold, without the characters of the family FIRST
  local file=${3// /} first=${4:-} style weight
  for style in Regular Bold; do
    weight=400
    [[ $style = Regular ]] || weight=700
    PYTHONPATH="$tmp/py" PYTHONDONTWRITEBYTECODE=1 PYTHONHASHSEED=0 python3 "$here/subset.py" "$3" "$weight" \
      "$tmp/$1/$weight$style/$2_$weight$style.ttf" "$tmp/out/$file-$style.ttf" ${first:+"$tmp/out/${first// /}-$style.ttf"}
  done
}
make noto-sans-sc NotoSansSC "Atlas Sans SC"
make noto-sans NotoSans "Atlas Sans Latin"
make noto-sans-arabic NotoSansArabic "Atlas Sans Arabic" "Atlas Sans SC"
make noto-sans-hebrew NotoSansHebrew "Atlas Sans Hebrew" "Atlas Sans SC"

# One licence: the four files differ in the first line, the copyright, and in nothing else.
licences=("$tmp"/noto-sans{-sc,,-arabic,-hebrew}/LICENSE_FONT)
for licence in "${licences[@]}"; do
  cmp <(tail -n +2 "${licences[0]}") <(tail -n +2 "$licence")
done
{
  for licence in "${licences[@]}"; do head -n 1 "$licence"; done
  tail -n +2 "${licences[0]}"
} >"$tmp/out/OFL.txt"
install -m 644 "$tmp"/out/* "$out/"

"""The language of a text: what the page says, checked against the words."""

import re

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from clipper.model import Found

_ENOUGH = 60
_LONGEST = 300  # characters: enough for certainty, and half a millisecond
_CODE = re.compile(r"^([a-z]{2,3})(?:[-_].*)?$", re.IGNORECASE)
# ISO 639-1, as of 2026: what else stands where a language is declared is none ("utf", "xx").
_CODES = (
    " aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee"
    " el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is"
    " it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms"
    " mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si"
    " sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh"
    " yi yo za zh zu "
)
_ALIASES = {
    "iw": "he",
    "in": "id",
    "ji": "yi",
    "no": "nb",
    "nn": "nn",
    "deu": "de",
    "ger": "de",
    "eng": "en",
    "fra": "fr",
    "fre": "fr",
    "spa": "es",
    "ita": "it",
    "gsw": "de",
    "zho": "zh",
    "jpn": "ja",
    "cmn": "zh",
}
# Sisters that the words of a short text hardly tell apart: there the page is believed.
_SISTERS = (
    frozenset(("nb", "nn", "no", "da")),
    frozenset(("hr", "sr", "bs", "sh")),
    frozenset(("id", "ms")),
    frozenset(("gl", "pt")),
    frozenset(("cs", "sk")),
    frozenset(("af", "nl")),
    frozenset(("de", "lb")),
    frozenset(("es", "gl", "ca")),
    frozenset(("fa", "ps", "ur")),
)
_identifier: list[LanguageIdentifier] = []


def detect(text: str, *, declared: str | None) -> Found[str]:
    """Give the language of a text as ISO 639-1. declared: as the page says, None where it does not."""
    said = _code(declared)
    if len(text) < (_ENOUGH if text[:1] < "\u2e80" else _ENOUGH // 3):
        return Found(said, "meta", 0.5) if said else Found()
    code, confidence = _model().classify(text[:_LONGEST])
    seen = _ALIASES.get(code, code)
    if said is None:
        return Found(_plain(seen), "detected", round(min(0.95, float(confidence)), 2))
    if said == seen or any(said in sisters and seen in sisters for sisters in _SISTERS):
        return Found(_plain(said), "meta", 0.98)
    if float(confidence) > 0.9:
        return Found(_plain(seen), "detected", 0.8)
    return Found(_plain(said), "meta", 0.6)


def _model() -> LanguageIdentifier:
    """Load the model once a process, when the first text comes."""
    if not _identifier:
        _identifier.append(LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True))
    return _identifier[0]


def _code(declared: str | None) -> str | None:
    found = _CODE.match((declared or "").strip())
    code = found[1].lower() if found is not None else ""
    code = _ALIASES.get(code, code)
    return code if f" {code} " in _CODES else None


def _plain(code: str) -> str:
    return "no" if code == "nb" else code

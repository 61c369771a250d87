"""Tokens -> how a page is set: its style sheet, its measures, and what the browser paints behind the text. Pure text.

QTextDocument knows little CSS; what it lacks (rules beside quotes, rounded grounds) the browser paints itself. It knows
a block's kind by its left margin, the only number of ours that survives the import of HTML. There is no rule for a bare
p: what stands inside a p with a class would take its font. Headings are paragraphs, too: the size of an h1 is its own,
whatever the style sheet says (PySide6 6.11).
"""

from dataclasses import dataclass

from clipper.gui.tokens import Tokens

QUOTE, BANNER, DEEDS, CODE, TAGS = 26, 17, 18, 15, 1
# Written from right to left, and written without slanted letters.
RIGHT_TO_LEFT = frozenset(["ar", "fa", "he", "ur", "yi", "ps", "sd", "ug", "dv", "ku"])
UPRIGHT = RIGHT_TO_LEFT | frozenset(
    ["ja", "zh", "ko", "th", "hi", "bn", "ta", "te", "ml", "kn", "mr", "ka", "hy", "am", "km"]
)
# The height of a line over the size of its font, which CSS's line-height is relative to and Qt's is not: ascent and
# descent of the bundled fonts.
SERIF_LINE, UI_LINE = 1.371, 1.21
# Of an ordinary text, to measure how wide a line of so many characters is; letters and spaces as they come.
SAMPLE = "The mayor said on Tuesday that the bridge will stay closed until the work on both of its towers is done. "


@dataclass(frozen=True, slots=True)
class Style:
    """How a page is set at one size in one scheme. Lengths in logical pixels."""

    tokens: Tokens
    percent: int = 100
    language: str = ""  # of the article, ISO 639-1; "" unknown
    narrow: bool = False  # a column in which a large headline would break at every word

    def px(self, size: float) -> int:
        """Scale a length with the text."""
        return round(size * self.percent / 100)

    @property
    def text_px(self) -> int:
        """The size of the running text."""
        return self.px(self.tokens.text_px)

    def sheet(self) -> str:
        """Give the style sheet of the document."""
        t, px = self.tokens, self.px
        ui = f"font-family:'{t.ui_family}','Noto Sans',sans-serif"
        serif = f"font-family:'{t.reading_family}','Noto Naskh Arabic','Noto Serif Hebrew','Noto Serif',serif"
        right = "text-align:right;" if self.language in RIGHT_TO_LEFT else ""
        quote = QUOTE if right else 0
        slanted = "normal" if self.language in UPRIGHT else "italic"
        headline, subtitle = (0.78 * t.headline_px, 19) if self.narrow else (t.headline_px, 21)
        text, gap = self.text_px, px(t.text_px * 0.85)
        line, ui_line = round(t.line_height * 100 / SERIF_LINE), round(t.line_height * 100 / UI_LINE)
        body = f"{serif}; font-size:{text}px; color:{t.text}"
        return f"""
p.text {{ {body}; line-height:{line}%; margin:0 0 {gap}px 0; }}
b {{ font-weight:600; }}
li {{ {body}; line-height:{line}%; margin:0 0 {px(6)}px 0; }}
ul, ol {{ margin:0 0 {gap}px 0; }}
p.headline {{ {serif}; font-size:{px(headline)}px; font-weight:700; line-height:{round(115 / SERIF_LINE)}%;
  margin:0 0 {px(14)}px 0; color:{t.text}; }}
p.h2 {{ {serif}; font-size:{px(23)}px; font-weight:600; line-height:{round(130 / SERIF_LINE)}%;
  margin:{px(20)}px 0 {px(10)}px 0; color:{t.text}; }}
p.h3 {{ {serif}; font-size:{px(20)}px; font-weight:600; line-height:{round(130 / SERIF_LINE)}%;
  margin:{px(16)}px 0 {px(8)}px 0; color:{t.text}; }}
p.h4 {{ {ui}; font-size:{px(15)}px; font-weight:600; line-height:{ui_line}%; margin:{px(14)}px 0 {px(6)}px 0;
  color:{t.text}; }}
a {{ color:{t.accent}; text-decoration:none; }}
code {{ font-family:'Noto Sans Mono','DejaVu Sans Mono',monospace; font-size:{px(t.text_px * 0.85)}px; }}
pre {{ font-family:'Noto Sans Mono','DejaVu Sans Mono',monospace; font-size:{px(t.text_px * 0.8)}px; color:{t.text};
  margin:{px(6)}px {CODE}px {gap + px(6)}px {CODE}px; white-space:pre-wrap; }}
small {{ font-size:{px(t.text_px * 0.85)}px; }}
blockquote {{ margin:0; }}
p.quote {{ {serif}; font-size:{text}px; line-height:{line}%; margin:0 {quote}px {gap}px {QUOTE}px; color:{t.secondary};
  font-style:{slanted}; }}
i {{ font-style:{slanted}; }}
p.rule {{ {ui}; color:{t.faint}; margin:{px(8)}px 0 {gap + px(8)}px 0; text-align:center; }}
p.term {{ {body}; line-height:{line}%; font-weight:600; margin:0 0 {px(4)}px 0; }}
p.cell {{ margin:0; {ui}; font-size:{px(14)}px; line-height:{ui_line}%; color:{t.text}; }}
table {{ margin:{px(8)}px 0 {gap}px 0; }}
td, th {{ padding:{px(7)}px {px(16)}px {px(7)}px 0; border-bottom-width:1px; border-bottom-style:solid;
  border-bottom-color:{t.hairline}; text-align:left; }}
th p.cell {{ font-weight:600; }}
p.picture {{ line-height:100%; margin:{px(8)}px 0 {px(8)}px 0; }}
p.caption {{ {ui}; font-size:{px(13)}px; line-height:{ui_line}%; color:{t.secondary}; margin:0 0 {px(22)}px 0; }}
span.credit {{ color:{t.faint}; }}
p.kicker {{ {right} {ui}; font-size:{px(13)}px; font-weight:600; line-height:{ui_line}%; color:{t.accent};
  margin:0 0 {px(10)}px 0; }}
p.subtitle {{ {serif}; font-size:{px(subtitle)}px; line-height:{round(135 / SERIF_LINE)}%;
  color:{t.secondary}; margin:0 0 {px(16)}px 0; }}
p.standfirst {{ {serif}; font-size:{text}px; line-height:{line}%; color:{t.secondary}; margin:0 0 {px(16)}px 0; }}
p.byline {{ {right} {ui}; font-size:{px(13.5)}px; line-height:{ui_line}%; color:{t.secondary};
  margin:0 0 {px(4)}px 0; }}
p.links {{ {right} {ui}; font-size:{px(13.5)}px; line-height:{ui_line}%; color:{t.faint}; margin:0 0 {px(18)}px 0; }}
p.tags {{ {ui}; font-size:{px(12.5)}px; line-height:{round(190 / UI_LINE)}%;
  margin:0 0 {px(18)}px {TAGS}px; color:{t.on_pill}; }}
a.tag {{ color:{t.on_pill}; }}
p.banner {{ {ui}; font-size:{px(13.5)}px; line-height:{ui_line}%; color:{t.text};
  margin:{px(24)}px {BANNER}px {px(34)}px {BANNER}px; }}
p.notice {{ {ui}; font-size:{px(13.5)}px; line-height:{ui_line}%; color:{t.text};
  margin:{px(24)}px {BANNER}px 0 {BANNER}px; }}
p.deeds {{ {ui}; font-size:{px(13)}px; line-height:{round(190 / UI_LINE)}%; color:{t.accent};
  margin:{px(8)}px {DEEDS}px {px(34)}px {DEEDS}px; }}
a.deed {{ color:{t.accent}; font-weight:600; }}
p.foot {{ {right} {ui}; font-size:{px(12.5)}px; line-height:{ui_line}%; color:{t.faint}; margin:{px(32)}px 0 0 0; }}
"""

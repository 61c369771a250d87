"""Pages of our own, made from the parts that a test is about."""

ENGLISH = (
    "The council of the small harbour town voted on Tuesday evening to keep its lighthouse open for another year.",
    "Visitors had signed a petition with more than four thousand names, most of them of families who come each summer.",
    "The keeper, who has lived in the tower for thirty years, said that she would paint the railings before Easter.",
    "Repairs are expected to cost sixty thousand, of which the county has promised to pay the larger part by May.",
)


def paragraphs(*texts: str) -> str:
    """Give the HTML of paragraphs."""
    return "".join(f"<p>{text}</p>" for text in texts)


def page(body: str, *, head: str = "", title: str = "Lighthouse stays open", lang: str = "en") -> str:
    """Give the HTML of a page with an article around whose text a test puts its own."""
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f'<body><div class="menu"><a href="/">Home</a> <a href="/news">News</a></div>{body}</body></html>'
    )


def story(before: str = "", after: str = "", *, inside: str = "", title: str = "Lighthouse stays open") -> str:
    """Give the body of an article: headline, what is put before, two paragraphs, what is put inside, two more."""
    return (
        f"<article><h1>{title}</h1>{before}<div class='text'>{paragraphs(*ENGLISH[:2])}{inside}"
        f"{paragraphs(*ENGLISH[2:])}{after}</div></article>"
    )


TEXT = "\n\n".join(ENGLISH)

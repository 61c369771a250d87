"""What a page says of itself in its head: meta elements, title, canonical link, language. Tree -> facts."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement

# In the order of trust. Names are compared in lower case.
TITLES = (
    "og:title",
    "parsely-title",
    "sailthru.title",
    "dc.title",
    "dcterms.title",
    "twitter:title",
    "headline",
    "title",
)
AUTHORS = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "dc.contributor",
    "article:author_name",
    "authors",
    "byl",
    "byline",
    "creator",
    "citation_author",
    "twitter:creator:name",
    "cxenseparse:author",
    "vr:author",
)
PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "parsely-pub-date",
    "sailthru.date",
    "datepublished",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "dc.date.created",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "publication_date",
    "publicationdate",
    "published_date",
    "published-date",
    "article_date_original",
    "article.published",
    "date",
    "citation_date",
    "citation_publication_date",
    "og:published_time",
    "cxenseparse:recs:publishtime",
    "iso-8601-publish-date",
    "last-published",
    "og:pubdate",
    "rnews:datepublished",
    "displaydate",
    "ptime",
    "pdate",
)
MODIFIED = (
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
    "article.updated",
    "revised",
    "utime",
)
SITES = (
    "og:site_name",
    "application-name",
    "al:ios:app_name",
    "twitter:site:name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "article:publisher_name",
    "cre",
    "copyright-holder",
)
SECTIONS = (
    "article:section",
    "og:article:section",
    "parsely-section",
    "section",
    "sailthru.section",
    "category",
    "cxenseparse:taxonomy",
    "dc.subject.section",
)
TIERS = ("article:content_tier", "og:article:content_tier")  # free, metered, locked
DESCRIPTIONS = ("og:description", "description", "twitter:description")
IMAGES = (
    "og:image:secure_url",
    "og:image",
    "og:image:url",
    "twitter:image",
    "twitter:image:src",
    "sailthru.image.full",
    "parsely-image-url",
    "thumbnail",
    "image",
)


@dataclass(frozen=True, slots=True)
class MetaTags:
    """meta: every named meta element's values, names in lower case. "" and None: not there. base: of its links."""

    meta: Mapping[str, tuple[str, ...]]
    title: str
    canonical: str | None
    language: str | None
    base: str | None
    amp: bool

    def first(self, names: tuple[str, ...]) -> str | None:
        """Give the value of the first of these that the page has."""
        return next((self.meta[name][0] for name in names if name in self.meta), None)

    def all(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Give every value of the first of these that the page has."""
        return next((self.meta[name] for name in names if name in self.meta), ())


def read_metatags(tree: HtmlElement) -> MetaTags:
    """Read the head of a page, and meta elements that strayed into its body."""
    meta: defaultdict[str, list[str]] = defaultdict(list)
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = " ".join((element.get("content") or "").split())
        if name and content:
            name = name.strip().lower()
            meta[name].append(content)
    title = next((text for element in tree.iter("title") if (text := " ".join(element.text_content().split()))), "")
    links = {rel: link.get("href") for link in tree.iter("link") for rel in (link.get("rel") or "").lower().split()}
    base = next((element.get("href") for element in tree.iter("base") if element.get("href")), None)
    language = tree.get("lang") or tree.get("xml:lang") or next(iter(meta.get("content-language", ())), None)
    if not language and (locale := meta.get("og:locale")):
        language = locale[0]
    amp = tree.get("amp") is not None or tree.get("⚡") is not None
    named = {name: tuple(values) for name, values in meta.items()}
    return MetaTags(named, title, links.get("canonical"), language, base, amp)

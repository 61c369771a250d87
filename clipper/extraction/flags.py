"""What is doubtful about a page: consent walls, paywalls, bot checks, pages without an article. Cheap and sure only."""

import re
from urllib.parse import urlsplit

from clipper.extraction.linked_data import LinkedFacts
from clipper.extraction.metatags import MetaTags
from clipper.extraction.parsing import Parsed
from clipper.model import FLAGS, Flag

_SHORT = 1500  # characters: a wall's own words are fewer, an article's are more
_TEASER = 2500
_WALL = 500
_SHORTEST_ARTICLE = 140
_BOT = re.compile(
    r"^(?:just a moment|attention required|access (?:to this page has been )?denied|are you (?:a robot|"
    r"human)|pardon our interruption|checking your browser|ddos-guard|security check|"
    r"please verify you are|verify(?:ing)? you are human|bot verification|robot check|human verification|"
    r"einen moment|nur einen moment|un momento|un instant|request unsuccessful|please wait)",
    re.IGNORECASE,
)
_BOT_TEXT = re.compile(
    r"enable javascript and cookies to continue|verify (?:that )?you(?:'re| are) (?:not a robot|human)|"
    r"unusual traffic|complete the captcha|bestätigen sie,? dass sie (?:kein roboter|ein mensch)",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"we (?:value|care about|respect) your privacy|before you continue|accept (?:all )?(?:the )?cookies|"
    r"(?:consent|agree) to (?:the )?(?:use of )?cookies|mit werbung (?:weiterlesen|und tracking)|"
    r"werbung und tracking|zustimmung zu cookies|"
    r"cookies (?:zustimmen|akzeptieren)|ihre privatsphäre|datenschutz-?einstellungen|"
    r"wir und unsere (?:\d+ )?partner|nous respectons votre vie privée|accepter (?:les cookies|"
    r"et continuer)|continuer sans accepter|su privacidad|aceptar (?:las )?cookies|la tua privacy|"
    r"accetta (?:i )?cookie|cookies? accepteren|uw privacy",
    re.IGNORECASE,
)
_PAYWALL = re.compile(
    r"subscribe to (?:continue|read|keep)|(?:this (?:article|content|story) is|exclusively) (?:for|"
    r"available to) (?:subscribers|members)|already a subscriber|jetzt (?:weiterlesen mit|abonnieren und)|"
    r"weiterlesen mit (?:plus|\w+\+|abo)|artikel ist (?:nur )?für abonnenten|exklusiv für abonnent|"
    r"mit (?:einem )?abo weiterlesen|"
    r"article réservé aux abonnés|réservé à nos abonnés|il vous reste .{1,10} de cet article|"
    r"contenido exclusivo para suscriptores|solo (?:para )?suscriptores|contenuto riservato agli abbonati|"
    r"per continuare a leggere|conteúdo exclusivo para assinantes|alleen voor abonnees",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"^(?:log ?in|sign ?in|anmelden|einloggen|login|se connecter|connexion|iniciar sesión|accedi|entrar)\b",
    re.IGNORECASE,
)
_ERROR = re.compile(
    r"^(?:(?:error|fehler)?\W*(?:40[0-9]|410|50[0-9])\b|.{0,60}\b(?:page|seite|artikel|"
    r"document) (?:not found|(?:wurde )?nicht gefunden|(?:was|is|can ?not be|could not be) (?:not )?found|"
    r"existiert nicht|unavailable)|.{0,40}\bnot found\b|page introuvable|página no encontrada|"
    r"pagina non trovata|página não encontrada|pagina niet gevonden|internal server error|"
    r"service unavailable|bad gateway)",
    re.IGNORECASE,
)
_LIVE = re.compile(
    r"/(?:live|liveticker|live-?blog|ticker|direct|en-direct|endirecto|en-vivo|diretta)[/-]|live-?blog|liveticker",
    re.IGNORECASE,
)


def find_flags(
    *, url: str | None, title: str, text: str, page: Parsed, linked: LinkedFacts, meta: MetaTags
) -> tuple[Flag, ...]:
    """Name what is doubtful, in the order of model.FLAGS. page: as parsed; text: what was read as its article."""
    whole = text if text else " ".join(page.tree.text_content().split())[: 4 * _SHORT]
    short = len(text) < _SHORT and len(linked.body) < _SHORT
    found: set[Flag] = set()
    if short and (_BOT.match(title) or (len(whole) < _SHORT and _BOT_TEXT.search(whole))):
        found.add("bot_check")
    consents = len(_CONSENT.findall(whole)) if short and len(whole) < 3 * _SHORT and not linked.headline else 0
    if consents > 1 or (consents and len(text) < _WALL):
        found.add("consent")
    locked = linked.free is False or meta.first(("article:content_tier",)) == "locked"
    if (locked and len(text) < _TEASER) or (short and _PAYWALL.search(text)):
        found.add("paywall")
    if len(text) < 600 and (_LOGIN.match(title) or (page.asks_password and not linked.headline)):
        found.add("login")
    if short and not linked.published and _ERROR.match(title):
        found.add("error_page")
    if len(text) < 600 and (linked.media or meta.first(("og:type",)) in ("video", "video.other", "video.movie")):
        found.add("media_only")
    if linked.live or _LIVE.search(urlsplit(url or "").path + "/"):
        found.add("live_blog")
    if page.cut_short or len(linked.body) > max(800, 1.5 * len(text)):
        found.add("cut_short")
    if not text or found & {"bot_check", "error_page", "login"} or _is_no_article(url, text, linked, meta):
        found.add("no_article")
    return tuple(flag for flag in FLAGS if flag in found)


def _is_no_article(url: str | None, text: str, linked: LinkedFacts, meta: MetaTags) -> bool:
    """Tell whether a page is a front page, or has too few words for a report and does not call itself one."""
    called = linked.headline is not None or (meta.first(("og:type",)) or "").lower() in ("article", "news", "blog")
    if called:
        return False
    path = urlsplit(url).path.strip("/") if url else None
    query = urlsplit(url).query if url else ""
    front = (
        path is not None and not query and (path == "" or path in ("index.html", "index.php", "home", "de", "en", "fr"))
    )
    return front or len(text) < (_SHORTEST_ARTICLE if text[:1] < "\u2e80" else _SHORTEST_ARTICLE // 3)

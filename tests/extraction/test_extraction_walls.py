"""Each flag in German, English, French, Spanish, Italian and Japanese; and ordinary reports have none."""

import json
import re

import pytest
from extraction_pages import page, paragraphs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clipper.extraction import walls

# A few sentences of a report in each language.
REPORTS = {
    "en": (
        "The council of the small harbour town voted on Tuesday evening to keep its lighthouse open for another year.",
        "Visitors had signed a petition with four thousand names, most of them of families who come each summer.",
    ),
    "de": (
        "Der Rat der kleinen Hafenstadt hat am Dienstagabend beschlossen, den Leuchtturm noch ein Jahr zu öffnen.",
        "Viertausend Menschen hatten darum gebeten, die meisten von ihnen Familien, die jeden Sommer dort verbringen.",
    ),
    "fr": (
        "Le conseil de la petite ville portuaire a décidé mardi soir de garder son phare ouvert pendant un an encore.",
        "Quatre mille personnes avaient signé une pétition, pour la plupart des familles qui viennent chaque été.",
    ),
    "es": (
        "El consejo de la pequeña ciudad portuaria decidió el martes por la noche dejar abierto el faro otro año.",
        "Cuatro mil personas habían firmado una petición, la mayoría de ellas familias que vienen todos los veranos.",
    ),
    "it": (
        "Il consiglio della piccola città portuale ha deciso martedì sera di tenere aperto il faro per un altro anno.",
        "Quattromila persone avevano firmato una petizione, per lo più famiglie che vengono lì ogni estate.",
    ),
    "ja": (
        "小さな港町の議会は火曜日の夜、灯台をもう一年開けておくことを決めた。夏の客が減るのを恐れたためだという。",
        "毎年夏に訪れる家族を中心に、四千人が署名を集めて町に届けていた。議会は来月、費用について話し合う予定である。",
    ),
}

CONSENT = {
    "en": "We value your privacy. We and our 312 partners store and read data on your device. Accept all.",
    "de": "Wir und unsere 312 Partner speichern Daten. Ihre Privatsphäre. Alle akzeptieren.",
    "fr": "Nous respectons votre vie privée. Nous et nos 312 partenaires lisons vos données. Tout accepter.",
    "es": "Valoramos tu privacidad. Nosotros y nuestros 312 socios guardamos datos. Aceptar todo. Rechazar todo.",
    "it": "Rispettiamo la tua privacy. Noi e i nostri 312 partner leggiamo dati. Accetta tutti.",
    "ja": "あなたのプライバシーを尊重します。当社と三百社の提携先は端末の情報を保存します。すべて許可。すべて拒否。",
}
PAYWALL = {
    "en": "Subscribe to continue reading.",
    "de": "Jetzt weiterlesen mit Hafenblatt+",
    "fr": "Il vous reste 80 % de cet article à lire. La suite est réservée aux abonnés.",
    "es": "Suscríbete para seguir leyendo",
    "it": "Abbonati per continuare a leggere",
    "ja": "この記事は有料会員限定です。残り1200文字",
}
BOT = {
    "en": ("Just a moment...", "Please confirm that you are not a robot."),
    "de": ("Einen Moment bitte …", "Bestätigen Sie, dass Sie ein Mensch sind."),
    "fr": ("Un instant…", "Vérifiez que vous êtes humain."),
    "es": ("Un momento…", "Verifica que eres humano."),
    "it": ("Solo un momento...", "Verifica di essere un essere umano."),
    "ja": ("しばらくお待ちください", "ロボットではないことを確認しています。"),
}
LOGIN = {
    "en": "Sign in to your account",
    "de": "Anmelden oder registrieren",
    "fr": "Connexion",
    "es": "Iniciar sesión",
    "it": "Accedi",
    "ja": "ログイン",
}
ERROR = {
    "en": ("Page not found", "404 Not Found", "Sorry, this page does not exist", "500 Internal Server Error"),
    "de": ("Seite nicht gefunden", "Fehler 404", "Diese Seite existiert nicht mehr", "404 - Seite nicht gefunden"),
    "fr": ("Page introuvable", "Erreur 404", "Cette page n'existe pas"),
    "es": ("Página no encontrada", "Error 404", "La página no existe"),
    "it": ("Pagina non trovata", "Errore 404", "La pagina non esiste"),
    "ja": ("ページが見つかりません", "お探しのページは存在しません"),
}
SEARCH = {
    "en": "Search results for lighthouse",
    "de": "Suchergebnisse für Leuchtturm",
    "fr": "Résultats de recherche pour phare",
    "es": "Resultados de búsqueda: faro",
    "it": "Risultati della ricerca per faro",
    "ja": "「灯台」の検索結果",
}
TITLES = {
    "en": "Page found in the lighthouse names its builder",
    "de": "Moment der Wahrheit am Leuchtturm",
    "fr": "Un instant de répit pour le phare",
    "es": "Un momento difícil para el faro",
    "it": "Accedi al mare: la nuova strada del faro",
    "ja": "ログインできない灯台の話",
}
languages = pytest.mark.parametrize("language", REPORTS)


def wall(title: str, *texts: str, language: str) -> str:
    return page(f"<main><h1>{title}</h1>{paragraphs(*texts)}</main>", title=f"{title} | The Harbour", lang=language)


@languages
def test_a_consent_notice_in_the_place_of_an_article(read, language: str) -> None:
    assert "consent" in read(wall("The Harbour", CONSENT[language], language=language)).flags


@languages
def test_a_notice_beside_an_article_is_no_wall(read, language: str) -> None:
    notice = f'<div class="overlay"><p>{CONSENT[language]}</p></div>'
    html = wall("Leuchtturm", *REPORTS[language] * 4, language=language).replace("</body>", f"{notice}</body>")

    assert "consent" not in read(html).flags


@languages
def test_the_beginning_of_a_paid_article(read, language: str) -> None:
    html = wall("Leuchtturm", *REPORTS[language], PAYWALL[language], language=language)

    assert "paywall" in read(html).flags


@languages
def test_a_wall_that_is_no_part_of_the_text(read, language: str) -> None:
    html = wall("Leuchtturm", *REPORTS[language], language=language).replace(
        "</main>", f'</main><aside class="subscribe"><b>{PAYWALL[language]}</b></aside>'
    )

    assert "paywall" in read(html).flags


@pytest.mark.parametrize(
    "label",
    ["Subscribers only", "Nur für Abonnenten", "Article réservé aux abonnés", "Solo para suscriptores", "会員限定"],
)
def test_the_label_of_another_article_is_no_wall(read, label: str) -> None:
    other = f"<aside><div><b>{label}</b><a href='/x'>Ten more things to know about the harbour</a></div></aside>"
    html = wall("Lighthouse", *REPORTS["en"] * 2, language="en").replace("</main>", f"</main>{other}")

    assert read(html).flags == ()


@pytest.mark.parametrize(
    "said",
    [
        "This article is for subscribers only.",
        "Dieser Artikel ist nur für Abonnenten.",
        "Cet article est réservé aux abonnés.",
        "Este contenido es exclusivo para suscriptores.",
        "Questo articolo è riservato agli abbonati.",
    ],
)
def test_a_sentence_that_keeps_an_article_for_subscribers(read, said: str) -> None:
    html = wall("Lighthouse", *REPORTS["en"], language="en").replace("</main>", f"</main><div><p>{said}</p></div>")

    assert "paywall" in read(html).flags


@languages
def test_a_check_for_robots(read, language: str) -> None:
    title, text = BOT[language]

    flags = read(wall(title, text, language=language)).flags

    assert "bot_check" in flags
    assert "no_article" in flags


@languages
def test_a_form_in_the_place_of_an_article(read, language: str) -> None:
    assert "login" in read(wall(LOGIN[language], "E-Mail", language=language)).flags


@pytest.mark.parametrize(("language", "title"), [(key, title) for key, titles in ERROR.items() for title in titles])
def test_an_error_sent_as_a_page(read, language: str, title: str) -> None:
    assert "error_page" in read(wall(title, language=language)).flags


@languages
def test_a_search(read, language: str) -> None:
    html = wall(SEARCH[language], *REPORTS[language] * 2, language=language)

    assert "no_article" in read(html, url="https://news.example/?s=x").flags


@pytest.mark.parametrize(
    "text",
    [
        "Please enable JS and disable any ad blocker",
        "Request unsuccessful. Incapsula incident ID: 81",
        "Press & Hold to confirm you are a human (and not a bot).",
        "请完成安全验证",
    ],
)
def test_a_check_that_has_no_title_of_its_own(read, text: str) -> None:
    assert "bot_check" in read(page(f"<div><p>{text}</p></div>", title="news.example")).flags


@pytest.mark.parametrize("title", ["Error 404 (Not Found)", "Oops! That page can’t be found.", "Wartungsarbeiten"])
def test_errors_as_servers_write_them(read, title: str) -> None:
    assert "error_page" in read(page("<p>Try the front page.</p>", title=title)).flags


def test_an_error_under_the_name_of_the_site(read) -> None:
    assert "error_page" in read(page("<main><p>Page not found</p></main>", title="The Harbour")).flags


def test_a_folder_of_reports_on_one_word(read) -> None:
    html = page(f"<main>{paragraphs(*REPORTS['en'] * 2)}</main>", title="Lighthouse")

    assert "no_article" in read(html, url="https://news.example/tag/lighthouse").flags
    assert "no_article" not in read(html, url="https://news.example/tag/lighthouse/2026/stays-open").flags


@languages
def test_a_headline_that_begins_like_a_wall_is_none(read, language: str) -> None:
    html = wall(TITLES[language], *REPORTS[language], language=language)

    assert read(html).flags == ()


@languages
def test_a_short_report_is_well(read, language: str) -> None:
    assert read(wall("Leuchtturm", *REPORTS[language], language=language)).flags == ()


@languages
def test_a_live_blog_by_its_address(read, language: str) -> None:
    names = {"en": "live-updates", "de": "liveticker", "fr": "en-direct", "es": "minuto-a-minuto", "it": "in-diretta"}
    url = f"https://news.example/{names.get(language, 'liveblog')}/harbour"

    assert "live_blog" in read(wall("Leuchtturm", *REPORTS[language] * 3, language=language), url=url).flags


@pytest.mark.parametrize("kind", ["CollectionPage", "SearchResultsPage"])
def test_a_page_that_calls_itself_a_list(read, kind: str) -> None:
    node = json.dumps({"@type": kind, "name": "All about the harbour"})
    head = f'<script type="application/ld+json">{node}</script>'
    html = page(f"<main><h1>Harbour</h1>{paragraphs(*REPORTS['en'] * 2)}</main>", head=head)

    assert "no_article" in read(html, url="https://news.example/topic/harbour").flags


def test_a_page_of_teasers_alone(read) -> None:
    teasers = "".join(
        f"<article><h2><a href='/{n}'>Report number {n} from the harbour</a></h2><p>{n}. {text}</p></article>"
        for n, text in enumerate(REPORTS["en"] * 5)
    )

    assert "no_article" in read(page(f"<main>{teasers}</main>"), url="https://news.example/town").flags


def test_an_article_with_linked_headings_is_no_page_of_teasers(read) -> None:
    node = json.dumps({"@type": "NewsArticle", "headline": "Ten towers", "datePublished": "2026-11-02"})
    ranked = "".join(
        f"<h2><a href='/{n}'>Tower number {n}</a></h2><p>{n}. {text}</p>" for n, text in enumerate(REPORTS["en"] * 5)
    )
    head = f'<script type="application/ld+json">{node}</script>'

    assert "no_article" not in read(page(f"<article><h1>Ten towers</h1>{ranked}</article>", head=head)).flags


def test_a_page_with_a_form_for_readers_beside_a_short_report_is_no_login(read) -> None:
    form = "<form><input name=u><input type=password name=p></form>"
    html = wall("Lighthouse", *REPORTS["en"] * 3, language="en").replace("<main>", f"{form}<main>")

    assert read(html).flags == ()


def test_a_gallery_with_hardly_a_word(read) -> None:
    pictures = "".join(f'<figure><img src="/{n}.jpg" width="900" height="600"></figure>' for n in range(6))
    html = page(f"<main><h1>Waves</h1>{pictures}<p>Six pictures from the pier, taken on Sunday.</p></main>")

    assert "media_only" in read(html, url="https://news.example/gallery/waves").flags


def test_a_report_with_a_film_is_no_film(read) -> None:
    nodes = [{"@type": "NewsArticle", "headline": "Lighthouse"}, {"@type": "VideoObject", "name": "Waves"}]
    head = f'<script type="application/ld+json">{json.dumps(nodes)}</script>'
    html = page(f"<main><h1>Lighthouse</h1>{paragraphs(*REPORTS['en'])}</main>", head=head)

    assert "media_only" not in read(html).flags


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (walls.BOT_TEXT, walls.BOT_WORDS),
        (walls.CONSENT, walls.CONSENT_WORDS),
        (walls.PAYWALL, walls.PAYWALL_WORDS),
        (walls.PAYWALL_LABEL, walls.PAYWALL_WORDS),
    ],
)
@given(data=st.data())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_all_that_a_pattern_matches_has_one_of_its_words(
    pattern: re.Pattern[str], words: tuple[str, ...], data: st.DataObject
) -> None:
    said = data.draw(st.from_regex(pattern, fullmatch=True))

    assert any(word in said.casefold() for word in words)

"""What sites say around their articles, in the languages of Europe: phrases a line, one pattern a purpose.

All are matched against whole blocks, so a sentence that merely speaks of a newsletter stays. A phrase is a regular
expression; a space in it stands for any white space.
"""

import re

from clipper.extraction.wording import alternatives, opening, whole

# A heading (or a line of its own) over articles that are not this one.
TEASER_HEADING = whole(
    r"""
    empfohlen(?:e (?:artikel|beiträge))?
    empfehlungen(?: der redaktion)?
    lesen sie (?:auch|hier|dazu|jetzt|mehr)(?: .{0,40})?
    das könnte (?:sie|dich|ihnen|dir) auch (?:interessieren|gefallen)
    mehr (?:zum thema|dazu|artikel|nachrichten|aus .{2,30}|von .{2,30}|zu .{2,40})
    auch interessant
    (?:weitere|neueste|ähnliche|verwandte|andere) (?:artikel|beiträge|meldungen|nachrichten|themen|news)(?: .{0,40})?
    meist(?:ge)?lesen(?:e artikel)?
    zum thema
    aktuelle (?:nachrichten|meldungen)
    top[- ]?(?:themen|artikel|news)
    recommended(?: (?:for you|stories|articles|reading|videos?))?
    related(?: (?:articles?|stories|story|content|news|posts?|topics|coverage|links|reading))?
    read (?:more|also|next|this next)(?: (?:on|about|from|in) .{2,60})?
    see also
    also read
    more (?:on this(?: story)?|from .{2,40}|stories|news|like this|to read)
    you (?:may|might) (?:also )?(?:like|be interested in)(?: .{0,30})?
    (?:most|more) (?:read|popular|viewed)(?: .{0,20})?
    trending(?: now| stories| news)?
    (?:latest|top|editor'?s'?|other|popular|recent|further|similar) (?:news|stories|articles|picks|posts|headlines)
    editor'?s'? (?:picks?|choice)
    don'?t miss
    what to read next
    up next
    in (?:this|other) (?:news|stories)
    (?:sponsored|promoted)(?: content| stories)?
    around the web
    keep reading
    (?:story|article) continues (?:below|after)(?: .{0,30})?
    (?:à|a) (?:lire|voir|découvrir)(?: (?:aussi|également|sur le même sujet))?
    lire (?:aussi|également|la suite)
    sur le même (?:sujet|thème)
    articles? (?:liés?|similaires?|recommandés?|connexes?)
    (?:les )?plus lus
    voir aussi
    vous aimerez aussi
    nos recommandations
    (?:lea|lee|leer|ver|vea) (?:también|más|además)
    te puede interesar
    (?:noticias|artículos|contenidos?|notas) (?:relacionad[oa]s?|recomendad[oa]s?)
    (?:lo )?más (?:leído|visto)s?
    (?:leggi|guarda|vedi) (?:anche|pure)
    (?:articoli|notizie) (?:correlat[ei]|simili|consigliat[ei])
    potrebbe interessarti(?: anche)?
    (?:i )?più letti
    (?:leia|veja) (?:também|mais)
    (?:notícias|matérias|artigos) relacionad[oa]s?
    lees (?:ook|meer|verder)(?: .{0,30})?
    gerelateerd(?:e .{0,20})?
    (?:czytaj|zobacz|przeczytaj) (?:też|także|również|więcej)
    polecane
    (?:læs|läs|les) (?:også|också|även|mer)
    mest lest
    (?:čtěte|přečtěte si) (?:také|dále)
    ilgili haberler(?:iniz)?
    (?:lesetipps?|passend dazu|dazu passend|siehe auch|themen des artikels|auch (?:lesenswert|spannend))
    (?:notre sélection|dans la même rubrique|nos derniers articles|les articles les plus lus)
    (?:más información|te recomendamos|noticias? relacionadas?|también te puede interesar|lo último)
    (?:per approfondire|ti potrebbe(?:ro)? interessare(?: anche)?|(?:notizie|articoli) (?:più letti|correlati))
    (?:saiba mais|veja também|mais lidas|relacionadas)
    (?:meer over dit onderwerp|meest gelezen|bekijk ook)
    (?:läs mer|relaterat|mest lästa|les mer|mest læste|relaterede artikler|lue (?:myös|lisää)|luetuimmat)
    (?:zobacz też|najczęściej czytane|mohlo by vás zajímat|související(?: články)?|prečítajte si (?:tiež|aj))
    (?:olvassa el ezt is|kapcsolódó(?: cikkek)?|citește și|citiți și|articole similare)
    (?:pročitajte (?:još|i)|preberite (?:še|tudi)|прочетете още|διαβάστε (?:επίσης|ακόμη|ακόμα)|llegeix també)
    (?:читайте (?:также|також|ещё)|по теме|материалы по теме)
    (?:関連(?:記事|ニュース)|おすすめ(?:記事|情報)?|相关(?:阅读|新闻|文章)|관련 ?기사)
    """
)

# The beginning of a line that leads to another article.
TEASER_LINE = opening(
    r"""
    (?:lesen sie|lies) (?:auch|hier|dazu|mehr|weiter|außerdem)
    mehr (?:zum thema|dazu|lesen)
    auch interessant
    (?:read|see|watch|listen|hear)(?: (?:more|also|next|now))?\s?[:|–—-](?=\s)
    read (?:more|also)(?=\s*(?:at|on|about|here)\b)
    (?:also read|see also|related|read more|more|don'?t miss|must read|up next|recommended|read next)\s*[:|»>–—]
    click here (?:to|for)
    (?:à lire|lire) (?:aussi|également)
    (?:à|a) voir(?: aussi)?\s*[:|]
    (?:lea|lee|leer|ver|vea) (?:también|más)
    te puede interesar
    (?:leggi|guarda) anche
    (?:leia|veja) (?:também|mais)
    lees ook
    (?:czytaj|zobacz|przeczytaj) (?:też|także|również)
    (?:læs|läs|les) (?:også|också|även)
    (?:lesetipp|passend dazu|dazu passend|siehe auch)\s*:
    (?:más información|noticia relacionada|te recomendamos)\s*:
    (?:saiba mais|lees verder|bekijk ook|lue myös|olvassa el ezt is|citește și|citiți și|llegeix també)
    (?:pročitajte (?:još|i)|preberite (?:še|tudi)|прочетете още|вижте още|διαβάστε (?:επίσης|ακόμη|ακόμα)|δείτε επίσης)
    (?:čtěte|přečtěte si|prečítajte si) (?:také|též|tiež|aj)
    (?:skaitykite taip pat|lasi arī|loe ka|loe veel|ayrıca okuyun|ilgili haber)
    اقرأ أيضا
    читайте (?:также|також)
    関連記事
    相关阅读
    延伸閱讀
    """
)

# Things to click, not to read.
CONTROL = whole(
    r"""
    (?:text|schrift)grö(?:ß|ss)e(?: ändern)?(?:\W*a[-−–+\s]*)*
    (?:change |adjust )?(?:text|font)[- ]?size(?:\W*a[-−–+\s]*)*
    taille du texte(?:\W*a[-−–+\s]*)*
    tamaño (?:del? )?(?:texto|letra)(?:\W*a[-−–+\s]*)*
    dimensione (?:del )?(?:testo|carattere)(?:\W*a[-−–+\s]*)*
    a[-−–+](?:\s*a[-−–+])*
    (?:artikel |beitrag |seite )?(?:teilen|drucken|merken|vorlesen|anhören|kommentieren|speichern)(?: auf .{2,20})?
    per e-?mail (?:teilen|versenden)
    link kopieren
    zur startseite
    zum seitenanfang
    nach oben
    (?:jetzt )?kommentieren
    \d* ?kommentare?(?: (?:lesen|anzeigen|schreiben))?
    (?:anzeige|werbung|vollbild)
    bild(?:er)? anzeigen
    (?:share|print|save|e-?mail|copy|listen|bookmark|tweet|pin)(?: (?:this|the|to))?(?: (?:article|story|page|now))?
    (?:view |show |read |leave a |post a )?\d* ?comments?(?: \(?\d*\)?)?
    copy(?: the)? link
    link copied!?
    advertisement
    click to (?:share|print|email|enlarge|tweet)(?: .{0,40})?
    back to top
    share (?:on|via) .{2,20}
    (?:(?:facebook|twitter|whatsapp|linkedin|pinterest|reddit|telegram|e-?mail|print|copy link|x)(?:[\W_]+|$)){2,}
    (?:facebook|twitter|whatsapp|linkedin|pinterest|reddit|telegram|flipboard)
    loading\W*
    skip (?:to|past) .{3,40}
    play video
    view (?:this|more|the) (?:post|tweet|profile|photo|video)s? on .{2,20}
    (?:sieh dir diesen beitrag auf|voir cette publication sur|ver esta publicación en|visualizza questo post su) .{2,20}
    image \d+ of \d+
    enlarge(?: (?:this )?image)?
    (?:hide|toggle) caption
    (?:sign|log) in
    subscribe(?: now)?
    partager(?: (?:sur .{2,20}|l'article|cet article))?
    imprimer
    publicité
    (?:réagir|commenter)
    \d* ?commentaires?
    écouter l'article
    compartir(?: en .{2,20})?
    imprimir
    publicidad(?:e)?
    \d* ?comentarios?
    condividi(?: su .{2,20})?
    stampa
    pubblicità
    \d* ?commenti?
    ascolta l'articolo
    compartilhar(?: .{2,20})?
    advertentie
    reklama
    annonce
    udostępnij
    поделиться
    реклама
    シェア
    分享
    広告
    """
)

# What invitations speak of, and how they address the reader: a block with both is one. One of the words is in all that
# the first pattern matches, in lower case: the pattern is slow, and hardly a block has one.
_INVITED_WORDS = (
    "newsletter", "whatsapp", "alert", "nachrichten", "update", "infolettre", "boletín", "mailing list",
    "inbox", "channel", "kanal", "twitter", "facebook", "instagram", "linkedin", "youtube", "tiktok",
    "telegram", "on x", "google news", "app", "tip", "e-mail us", "email us", "contact us", "get in touch",
    "nieuwsbrief", "nyhetsbrev", "hírlevél", "bülten", "рассылк", "メルマガ", "ニュースレター",
)  # fmt: skip
_INVITED = re.compile(
    alternatives(
        r"""
        newsletter
        whatsapp[- ]?(?:kanal|channel|group)
        (?:news|e-?mail|push)-?\s?(?:alerts?|nachrichten|updates)
        infolettre
        nieuwsbrief|nyhetsbrev|hírlevél|bülten|рассылк|メルマガ|ニュースレター
        boletín
        mailing list
        \binbox\b
        (?:youtube|telegram|whatsapp) (?:channel|kanal)
        \bon (?:twitter|facebook|instagram|linkedin|youtube|tiktok|telegram|x)\b
        (?:auf|sur|en|su) (?:twitter|facebook|instagram|linkedin|youtube|tiktok|telegram|google news)\b
        google news
        (?:the|our|unsere) .{0,40}\bapp\b
        (?:news ?tip|story tip|e-?mail us|contact us|get in touch)
        """
    ),
    re.IGNORECASE,
)
_INVITATION = re.compile(
    r"(?:^\W*|[.!?:|]\W+)"
    + alternatives(
        r"""
        (?:please |now |here |to )?(?:sign up|signup|subscribe|register|join us|click here|enter your e-?mail)
        (?:get|receive) (?:the|our|all|more|breaking|daily)
        (?:follow|find|like) (?:us|our|me|him|her|them|@?\w+ \w+|@\w+|the \w+)
        (?:download|get) (?:the|our)
        (?:want|like) (?:more|this|to)
        (?:do you|have you|got a) .{0,100}\?
        (?:hier |jetzt )?(?:abonnieren|anmelden|bestellen|folgen|registrieren)
        (?:abonniere|melde dich|folge|folgt|melden sie sich|laden sie)
        (?:haben sie|hast du) .{0,100}\?
        (?:mit|in) unserem .{0,60}newsletter
        (?:inscrivez|inscris|abonnez|recevez|suivez|téléchargez)
        (?:suscr[ií]b\w+|recib[ea]|regístrate|sigue|síguenos|descarga)
        (?:iscriviti|ricevi|segui|seguici|scarica)
        (?:assine|receba|cadastre|siga|baixe)
        (?:meld je|schrijf je|volg)
        (?:zapisz się|tilmeld|prenumerera|følg|följ)
        """
    )
    + r"(?!\w)",
    re.IGNORECASE,
)


def invites(text: str) -> bool:
    """Tell whether a block asks its reader to subscribe, follow, write or download."""
    low = text.casefold()
    if not any(map(low.__contains__, _INVITED_WORDS)):
        return False
    return _INVITED.search(text) is not None and _INVITATION.search(text) is not None


# Key words of an article as a line.
TAG_LINE = opening(
    r"""
    (?:tags?|topics?|themen|schlagw(?:ort|örter|orte)|stichw(?:ort|örter|orte)|keywords?)\s*[:/|]
    (?:etiquetes|palavras-chave|parole chiave|palabras clave|trefwoorden|tagi|emneord|ämnen)\s*:
    (?:avainsanat|теги|ключевые слова)\s*:
    (?:filed under|categor(?:y|ies)|mots[- ]clés|thèmes?|etiquetas|temas|argomenti|assuntos|kategorien?|rubriken?)\s*:
    """
)

# A caption's mark of its source, and the name behind it to the end.
CREDIT = re.compile(
    r"(?:\b"
    + alternatives(
        r"""
        (?:foto|photo|bild|image|picture|grafik|graphic|illustration|imagen|fotografía|immagine|credit|quelle|source)s?
        crédits?(?: photo)?
        (?:fuente|fonte|copyright|fotocredit|bildquelle|bildnachweis|photograph|photography)
        """
    )
    + r"\b\s*(?:[:/©|]|by\b|von\b|courtesy\b|par\b|de\b(?= [A-Z])|di\b(?= [A-Z]))|©)"
    r"\s*[©:(]?\s*(?P<credit>[^\n]{2,140}?)\s*\)?\s*$",
    re.IGNORECASE,
)
AGENCY_CREDIT = re.compile(
    r"[(\[/|–—-]\s*(?P<credit>(?:[^()\[\]|\n]{0,60}[/\s,])?"
    r"(?:AFP|AP|Reuters|REUTERS|dpa|DPA|Getty(?: Images)?|EPA|APA|KNA|epd|imago|IMAGO|Keystone|KEYSTONE|"
    r"PA Wire|Bloomberg|"
    r"ANSA|EFE|Shutterstock|Alamy|picture alliance|AP Photo[^()\[\]|\n]{0,40})"
    r"(?:[/\s][^()\[\]|\n]{0,40})?)\s*[)\]]?\s*$"
)

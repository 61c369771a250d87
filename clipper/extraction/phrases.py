"""What sites say around their articles, in the languages of Europe: lists of words, one pattern a purpose.

All are matched against one whole block, so a sentence that merely speaks of a newsletter stays.
"""

import re

_START = r"^[\W_]*"
_END = r"[\W_]*$"


def _whole(*phrases: str) -> re.Pattern[str]:
    return re.compile(_START + "(?:" + "|".join(phrases) + ")" + _END, re.IGNORECASE)


def _opening(*phrases: str) -> re.Pattern[str]:
    return re.compile(_START + "(?:" + "|".join(phrases) + r")(?!\w)", re.IGNORECASE)


# A heading (or a line of its own) over articles that are not this one.
TEASER_HEADING = _whole(
    # German
    r"empfohlen(?:e (?:artikel|beiträge))?", r"empfehlungen(?: der redaktion)?", r"lesen sie (?:auch|hier|dazu|jetzt|mehr)(?: .{0,40})?",
    r"das könnte (?:sie|dich|ihnen|dir) auch (?:interessieren|gefallen)", r"mehr (?:zum thema|dazu|artikel|nachrichten|aus .{2,30}|von .{2,30}|zu .{2,40})",
    r"auch interessant", r"(?:weitere|neueste|ähnliche|verwandte|andere) (?:artikel|beiträge|meldungen|nachrichten|themen|news)(?: .{0,40})?",
    r"meist(?:ge)?lesen(?:e artikel)?", r"zum thema", r"aktuelle (?:nachrichten|meldungen)", r"top[- ]?(?:themen|artikel|news)",
    # English
    r"recommended(?: (?:for you|stories|articles|reading|videos?))?", r"related(?: (?:articles?|stories|story|content|news|posts?|topics|coverage|links|reading))?",
    r"read (?:more|also|next|this next)(?: (?:on|about|from|in) .{2,60})?", r"see also", r"also read", r"more (?:on this(?: story)?|from .{2,40}|stories|news|like this|to read)",
    r"you (?:may|might) (?:also )?(?:like|be interested in)(?: .{0,30})?", r"(?:most|more) (?:read|popular|viewed)(?: .{0,20})?", r"trending(?: now| stories| news)?",
    r"(?:latest|top|editor'?s'?|other|popular|recent|further|similar) (?:news|stories|articles|picks|posts|headlines|reading)", r"editor'?s'? (?:picks?|choice)",
    r"don'?t miss", r"what to read next", r"up next", r"in (?:this|other) (?:news|stories)", r"sponsored(?: content| stories)?", r"promoted(?: content| stories)?",
    r"around the web", r"keep reading", r"story continues below(?: .{0,30})?", r"article continues (?:below|after) .{0,30}",
    # French, Spanish, Italian, Portuguese, Dutch, Polish, Danish, Swedish, Norwegian
    r"(?:à|a) (?:lire|voir|découvrir)(?: (?:aussi|également|sur le même sujet))?", r"lire (?:aussi|également|la suite)", r"sur le même (?:sujet|thème)",
    r"articles? (?:liés?|similaires?|recommandés?|connexes?)", r"(?:les )?plus lus", r"voir aussi", r"vous aimerez aussi", r"nos recommandations",
    r"(?:le|lea|lee|leer|ver|vea) (?:también|más|además)", r"te puede interesar", r"(?:noticias|artículos|contenidos?|notas) (?:relacionad[oa]s?|recomendad[oa]s?)", r"(?:lo )?más (?:leído|visto)s?",
    r"(?:leggi|guarda|vedi) (?:anche|pure)", r"(?:articoli|notizie) (?:correlat[ei]|simili|consigliat[ei])", r"potrebbe interessarti(?: anche)?", r"(?:i )?più letti",
    r"leia (?:também|mais)", r"veja (?:também|mais)", r"(?:notícias|matérias|artigos) relacionad[oa]s?", r"lees (?:ook|meer|verder)(?: .{0,30})?", r"gerelateerd(?:e .{0,20})?",
    r"(?:czytaj|zobacz|przeczytaj) (?:też|także|również|więcej)", r"polecane", r"læs også", r"läs (?:också|även|mer)", r"les også", r"mest lest", r"(?:čtěte|přečtěte si) také", r"okuyun", r"ilgili haberler",
)  # fmt: skip

# The beginning of a line that leads to another article.
TEASER_LINE = _opening(
    r"lesen sie (?:auch|hier|dazu|mehr|weiter|außerdem)", r"lies (?:auch|hier|dazu)", r"mehr (?:zum thema|dazu|lesen)", r"auch interessant",
    r"(?:read|see|watch|listen|hear)(?: (?:more|also|next|now))(?::| -| –| —|\||\bat\b|\bhere\b)", r"(?:also read|see also|related|read more|more|don'?t miss|must read|up next|recommended|read next)\s*[:|»>–—]", r"read (?:more|also)(?=\s*(?:at|on|about|here)\b)",
    r"click here (?:to|for)", r"(?:à lire|lire) (?:aussi|également)", r"(?:à|a) voir(?: aussi)?\s*[:|]", r"lire aussi", r"(?:lea|lee|leer|ver|vea) (?:también|más)\b", r"te puede interesar", r"(?:leggi|guarda) anche",
    r"leia (?:também|mais)", r"veja também", r"lees ook", r"(?:czytaj|zobacz|przeczytaj) (?:też|także|również)", r"læs også", r"läs (?:också|även)", r"les også", r"مقالات", r"اقرأ أيضا", r"خبریں", r"читайте также", r"читайте також", r"関連記事", r"相关阅读", r"延伸閱讀",
)  # fmt: skip

# Things to click, not to read.
CONTROL = _whole(
    r"(?:text|schrift)grö(?:ß|ss)e(?: ändern)?(?:\W*a[-−–+\s]*)*", r"(?:change |adjust )?(?:text|font)[- ]?size(?:\W*a[-−–+\s]*)*", r"taille du texte(?:\W*a[-−–+\s]*)*", r"tamaño (?:del? )?(?:texto|letra)(?:\W*a[-−–+\s]*)*", r"dimensione (?:del )?(?:testo|carattere)(?:\W*a[-−–+\s]*)*", r"a[-−–+](?:\s*a[-−–+])*",
    r"(?:artikel |beitrag |seite )?(?:teilen|drucken|merken|vorlesen|anhören|kommentieren|speichern|mailen|versenden|hören)(?: auf .{2,20})?", r"per e-?mail (?:teilen|versenden)", r"link kopieren", r"zur startseite", r"zum seitenanfang", r"nach oben", r"(?:jetzt )?kommentieren", r"\d* ?kommentare?(?: (?:lesen|anzeigen|schreiben))?", r"anzeige", r"werbung", r"vollbild", r"bild(?:er)? anzeigen", r"als favorit.{0,20}", r"artikel anhören.{0,20}",
    r"(?:share|print|save|email|e-mail|copy|listen|bookmark|tweet|pin|post|like|gift)(?: (?:this|the|to))?(?: (?:article|story|page|post|link|on .{2,20}|via .{2,20}|now))?", r"(?:view |show |read |leave a |post a )?\d* ?comments?(?: \(?\d*\)?)?", r"copy(?: the)? link", r"link copied!?", r"advertisement", r"ad(?:vert)?", r"click to (?:share|print|email|enlarge|tweet)(?: .{0,40})?", r"(?:back to )?top", r"follow us(?: on .{2,30})?", r"share on .{2,20}", r"(?:facebook|twitter|whatsapp|linkedin|pinterest|reddit|telegram|email|e-mail|pocket|flipboard|instagram|x)(?:[\W_]+(?:facebook|twitter|whatsapp|linkedin|pinterest|reddit|telegram|email|e-mail|print|copy link|pocket|flipboard|instagram|x))*", r"loading\W*(?:\.\.\.)?", r"skip (?:to|past) .{3,40}", r"play(?: video)?", r"watch(?: video| now)?", r"image \d+ of \d+", r"enlarge(?: (?:this )?image)?", r"hide caption", r"toggle caption", r"sign in", r"log in", r"subscribe(?: now)?", r"menu", r"close", r"next", r"previous", r"getty images",
    r"partager(?: (?:sur .{2,20}|l'article|cet article))?", r"imprimer", r"publicité", r"(?:réagir|commenter)", r"\d* ?commentaires?", r"écouter(?: l'article)?", r"compartir(?: en .{2,20})?", r"imprimir", r"publicidad(?:e)?", r"\d* ?comentarios?", r"condividi(?: su .{2,20})?", r"stampa", r"pubblicità", r"\d* ?commenti?", r"ascolta(?: l'articolo)?", r"compartilhar(?: .{2,20})?", r"delen", r"advertentie", r"reklama", r"annonce?", r"del artikel(?:en)?", r"udostępnij", r"поделиться", r"реклама", r"シェア", r"分享", r"広告",
)  # fmt: skip

# Invitations to subscribe, follow or write.
INVITATION = re.compile(
    r"(?:newsletter|whatsapp[- ]?(?:kanal|channel)|news-?alerts?|push-?(?:nachrichten|alerts?)|infolettre|boletín|mailing list|e-?mail alerts?|in your inbox|into your inbox|to your inbox)"
    r".{0,160}\b(?:abonnier\w*|anmeld\w*|melden|bestell\w*|registrier\w*|hier|jetzt|kostenlos\w*|sign up|signup|subscribe\w*|register|click|join|get|free|every|inscri\w+|abonn\w+|recev\w+|suscr\w+|recib\w+|regístr\w+|iscriv\w+|ricev\w+|assin\w+|receb\w+|aanmeld\w*|zapisz|tilmeld|prenumerera)\b"
    r"|\b(?:abonnier\w*|anmeld\w*|melden sie|sign up|signup|subscribe|register|click here|join|get (?:the|our|all)|inscri(?:vez|s)|abonnez|recevez|suscr[ií]b\w+|recib[ae]|regístrate|iscriviti|ricevi|assine|receba|cadastre|zapisz się|tilmeld|prenumerera)\b"
    r".{0,160}(?:newsletter|whatsapp[- ]?(?:kanal|channel|group)|news-?alerts?|podcast feed|youtube channel|telegram channel|infolettre|boletín|mailing list|e-?mail alerts?|inbox|our app\b)"
    r"|^\W*(?:follow|folgen sie|folge|suivez|sigue|síguenos|seguici|segui)\b.{0,80}\b(?:twitter|facebook|instagram|linkedin|youtube|tiktok|whatsapp|telegram|google news|x)\b"
    r"|^\W*(?:download|get) (?:the|our) .{0,40}\bapp\b"
    r"|^\W*(?:do you|have you|got a|hast du|haben sie) .{0,100}(?:news ?tip|story tip|tips?\?|hinweis|e-?mail (?:us|me)|contact us|get in touch)",
    re.IGNORECASE,
)  # fmt: skip

# Key words of an article as a line.
TAG_LINE = _opening(
    r"(?:tags?|topics?|themen|schlagw(?:ort|örter|orte)|stichw(?:ort|örter|orte)|keywords?|filed under|categories|category|mots[- ]clés|thèmes?|etiquetas|temas|argomenti|tag articolo|assuntos|kategorien?|rubriken?|more on|topics mentioned)\s*:",
)  # fmt: skip

# A caption's mark of its source.
CREDIT = re.compile(
    r"(?:\b(?:foto|photo|bild|image|picture|grafik|graphic|illustration|imagen|fotografía|immagine|crédit(?:s)?(?: photo)?|credit|quelle|source|fuente|fonte|copyright|fotocredit|bildquelle|bildnachweis|photograph|photography)s?\b\s*(?:[:/©|]|by\b|von\b|courtesy\b|par\b|de\b(?= [A-Z])|di\b(?= [A-Z]))|©)\s*[©:(]?\s*(?P<credit>[^\n]{2,140}?)\s*\)?\s*$",
    re.IGNORECASE,
)  # fmt: skip
AGENCY_CREDIT = re.compile(
    r"[(\[/|–—-]\s*(?P<credit>(?:[^()\[\]|\n]{0,60}[/\s,])?(?:AFP|AP|Reuters|REUTERS|dpa|DPA|Getty(?: Images)?|EPA|APA|KNA|epd|imago|IMAGO|Keystone|KEYSTONE|PA Wire|Bloomberg|ANSA|EFE|Shutterstock|Alamy|picture alliance|AP Photo[^()\[\]|\n]{0,40})(?:[/\s][^()\[\]|\n]{0,40})?)\s*[)\]]?\s*$"
)  # fmt: skip

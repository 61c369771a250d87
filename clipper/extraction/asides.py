"""What sites put between the lines of an article: players, reading times, gifts, summaries by machines, feedback.

Each is a block of its own; a sentence of the article that speaks of such things says more than these phrases do.
"""

from clipper.extraction.wording import whole

_MACHINE = r"(?:an? )?(?:ai|ki|ia|artificial intelligence|künstliche[nr]? intelligenz|intelligence artificielle|ia)"
_RIGHTS = (
    r"(?:all rights reserved|alle rechte (?:vorbehalten|voorbehouden)|tous droits réservés|"
    r"todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados|wszelkie prawa zastrzeżone)"
)

ASIDE = whole(
    rf"""
    (?:listen to|hear) (?:this|the) (?:article|story|post|episode)(?: .{{0,40}})?
    (?:article|story) audio|audio (?:version|article)|listen\W*\d.{{0,20}}
    this (?:article|audio|story) (?:was|is) (?:read|voiced|narrated|produced) .{{0,60}}(?:voice|automat|\bai\b).{{0,80}}
    (?:diesen |den )?(?:artikel|beitrag|text) (?:jetzt )?(?:an)?hören(?: .{{0,40}})?
    (?:jetzt )?(?:an)?hören\W*\d.{{0,20}}
    (?:artikel|beitrag|text) vorlesen(?: lassen)?
    (?:écoutez?|écouter) (?:l['’]|cet )(?:article|épisode)(?: .{{0,40}})?
    escuch(?:ar|a|e) (?:el |este |la |esta )?(?:artículo|noticia|nota|audio)(?: .{{0,40}})?
    ascolta (?:l['’]|questo |la )(?:articolo|notizia|audio)(?: .{{0,40}})?
    ouvir? (?:o |a |este |esta )?(?:artigo|texto|notícia|matéria)
    (?:beluister|luister naar) (?:dit|het) (?:artikel|verhaal)(?: .{{0,40}})?
    (?:posłuchaj|lyssna på|lyt til|lytt til|kuuntele|poslechněte si|hallgassa meg) .{{0,30}}
    (?:この記事を(?:聴く|音声で聞く)|(?:收听|聆听|朗读)(?:全文|本文|文章)?|기사 듣기)
    (?:estimated |average )?read(?:ing)? time\W*(?:about |approx\.? )?\d+(?:\W\d+)? ?(?:min\w*|m)?
    \d+(?:\W\d+)?[- ]?min(?:ute)?s?[- ](?:read|reading time|listen|watch)
    (?:lesezeit|lesedauer|hördauer|leestijd|lästid|læsetid|lesetid|lukuaika)\W*(?:ca\.? |circa |etwa )?\d+ ?\w*
    \d+ (?:min\.?|minuten?) (?:lesezeit|lesedauer|leestijd|zum lesen)
    (?:temps|durée) de lecture\W*(?:environ |env\.? )?\d+ ?\w*|lecture\W*\d+ ?(?:min\w*|mn)
    \d+ ?(?:min\w*|mn) de lecture
    (?:tiempo|tempo) d[ei] (?:lectura|lettura|leitura)\W*\d+ ?\w*|\d+ ?min\w* d[ei] (?:lectura|lettura|leitura)
    (?:czas czytania|doba čtení|время чтения|час читання)\W*\d+ ?\w*
    \d+ (?:min(?:ut)?|мин\w*)\.? (?:czytania|čtení|чтения)
    (?:gift|give|send) (?:this|an?) (?:article|story)(?: .{{0,30}})?
    (?:as a subscriber,? )?you have \d+ (?:gift|free) (?:articles|stories) .{{0,100}}
    (?:diesen )?(?:artikel|beitrag) (?:verschenken|schenken|weiterverschenken)
    offrir (?:l['’]|cet )article(?: .{{0,40}})?|regalar? (?:este |questo |el )?(?:artículo|articolo)(?: .{{0,40}})?
    (?:geef|schenk) (?:dit|een) artikel(?: .{{0,40}})?
    (?:{_MACHINE}[- ])?(?:generated |generierte |powered )(?:summary|zusammenfassung)
    {_MACHINE}[- ](?:summary|zusammenfassung|overview)
    (?:summary|summarized|summarised|generated) (?:by|with|using) {_MACHINE}.{{0,60}}
    (?:this|the) summary (?:was|is) .{{0,40}}(?:by|with|using) {_MACHINE}.{{0,160}}
    (?:diese |die )?zusammenfassung .{{0,40}}(?:mit|von|durch) {_MACHINE}.{{0,160}}
    résumé .{{0,20}}(?:par|avec|grâce à) (?:l['’]|une )?{_MACHINE}.{{0,100}}
    (?:resumen|riassunto|resumo) .{{0,20}}(?:por|con|com|da|dall['’]) ?(?:l?a |l['’])?(?:ia|intel\w+ artific\w+).{{0,9}}
    fehler (?:gefunden|entdeckt|im (?:artikel|text)).{{0,60}}
    (?:spotted|found|noticed?|see) (?:an? )?(?:error|mistake|typo)s?\b.{{0,60}}
    (?:report|suggest|submit) (?:an? )?(?:error|correction|typo|mistake)
    (?:une )?(?:erreur|faute)\W.{{0,50}}signale.{{0,40}}|signaler une (?:erreur|faute)
    (?:has|ha|hemos) (?:encontrado|visto|detectado) (?:un|algún) error.{{0,60}}|reportar (?:un )?error
    (?:hai trovato|segnala) un errore.{{0,60}}
    war dieser (?:artikel|beitrag|text) .{{0,60}}
    hat (?:ihnen|dir) (?:dieser|der) (?:artikel|beitrag) .{{0,30}}gefallen
    (?:was|is) this (?:article|page|story|post) (?:helpful|useful|interesting).{{0,30}}
    did you (?:find|like|enjoy) this .{{0,60}}
    cet article vous a(?:-t-il)? .{{0,60}}|te ha (?:gustado|resultado útil|interesado) .{{0,60}}
    ti è (?:piaciuto|stato utile) .{{0,60}}
    (?:advertisement|anzeige|werbung|publicité|publicidad|pubblicità|publicidade)\W.{{0,60}}(?:below|weiter|suite|abajo|sotto).{{0,30}}
    (?:article|story|text) continues (?:after|below) .{{0,40}}|(?:continue|keep) reading (?:below|after) .{{0,30}}
    (?:der )?(?:artikel|text|beitrag) (?:wird|läuft|geht) (?:nach|unter|unten|hinter) .{{0,40}}(?:weiter|fortgesetzt)
    (?:nach|unter) der (?:werbung|anzeige) (?:weiterlesen|geht es weiter)|la suite après (?:la|cette) publicité
    (?:sigue|continúa|continua) .{{0,30}}(?:después de la publicidad|dopo la pubblicità|após a publicidade).{{0,20}}
    (?:empfohlener )?(?:externer |redaktioneller )+inhalt|external content|contenu externe|contenido externo
    contenuto esterno
    an dieser stelle (?:finden|findest|steht|wird|sehen|befindet) .{{0,120}}(?:inhalt|video|beitrag|karte)\w*.{{0,240}}
    um (?:diesen|den) (?:inhalt|beitrag|tweet|post) .{{0,40}}(?:anzuzeigen|zu laden|zu sehen|sehen zu).{{0,240}}
    ich bin (?:damit )?einverstanden,? dass (?:mir )?(?:externe|inhalte) .{{0,300}}
    this (?:content|article) (?:is|contains content) (?:hosted|provided|published) by .{{0,40}}\. .{{0,300}}
    (?:to view|pour (?:voir|afficher)|para ver|per (?:vedere|visualizzare)) (?:this|ce|este|questo) conten\w+.{{0,240}}
    (?:(?:copyright|©|\(c\)).{{0,120}})?{_RIGHTS}
    (?:zu|zur|zum) (?:den kommentaren|kommentarbereich|diskussion)|diskutieren sie mit.{{0,40}}
    schreiben? sie (?:einen|ihren) kommentar
    (?:join the (?:conversation|discussion)|be the first to comment|no comments(?: yet)?).{{0,20}}
    (?:laisser un|ajouter un|voir les|lire les) commentaires?|(?:deja|escribe|añade) (?:un|tu) comentario
    (?:lascia|scrivi) un commento
    (?:分享(?:让更多人看到|到.{{0,12}})|責任編輯.{{0,20}}|责任编辑.{{0,20}}|カテゴリーをフォローする)
    """
)
# Over a few words on who wrote it, behind the text.
AUTHOR_HEADING = whole(
    r"""
    about the (?:author|writer|reporter)s?
    (?:der|die|zum|zur|über (?:den|die)) (?:gast)?(?:autor|verfasser)(?:in|innen|en)?
    (?:à propos de (?:l['’])?|l['’]|les )aut(?:eur|rice)(?:[·.]?e)?s?
    (?:sobre )?(?:el|la|los|las|o|a) (?:autor|autora|autores|periodista)
    (?:sull['’]|chi è l['’]|l['’])autor[ei](?:ce)?
    over de auteurs?|o autor(?:ze|ce|kách|ach|ech)?|om (?:författaren|forfatteren|skribenten)
    об авторе|про автора|(?:執筆|筆)者(?:紹介|プロフィール)?|作者(?:简介|簡介)|기자 ?소개
    """
)

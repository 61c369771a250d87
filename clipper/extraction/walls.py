"""What walls, checks, forms and error pages say, in many languages: phrases a line, one pattern a purpose.

Those of titles are matched against a whole part of a title ("404", "Page not found" and the site's name are three), so
that a headline which merely begins so is none. A phrase is a regular expression; a space in it stands for itself.
"""

import re


def _phrases(text: str) -> str:
    """Join phrases, one a line, to alternatives."""
    return "(?:" + "|".join(line.strip() for line in text.strip().splitlines()) + ")"


def _words(text: str) -> tuple[str, ...]:
    return tuple(" ".join(word.split()) for word in text.split(","))


# The patterns of texts are slow. Each match has one of these in it, in lower case, and they are quickly sought.
BOT_WORDS = _words(
    """
    a bot, enable js, request unsuccessful, incident, press, 请完成, 拖动, 請完成,
    robot, javascript, browser, connection, human, unusual, challenge, captcha, security check,
    blocked, mensch, ungewöhnlich, verbindung, humain, inhabituel, humano, inusual, persona, essere umano,
    insolito, 真人, 人类, 机器人, 機器人, ロボット, 인간, 로봇, робот, человек
    """
)
CONSENT_WORDS = _words(
    """
    cookie, privacy, privat, vendors, partner, continue, accept, reject, allow, decline, agree, manage, werb,
    akzeptier, ablehn, zustimm, einwillig, datenschutz, drittanbieter, vie privée, partenaire, refuser,
    sans accepter, socios, privacidad, acept, rechaz, accett, rifiut, fornitori, aceitar, szanujemy, dbamy,
    weiger, akceptuj, integritet, personvern, godkänn, godta, конфиденциальн, принять, 受け入れ, 許可, 拒否,
    同意, プライバシー, 接受, 隐私, 隱私, 拒绝, 拒絕, 동의, 허용, 거부, 개인정보
    """
)
PAYWALL_WORDS = _words(
    """
    subscri, reading, log in, réservé, exclusiv, reservad,
    member, plus, abbonat, the full, the whole, the rest, free, monthly, abo, weiterlesen,
    weiterzulesen, mitglied, freischalten, il vous reste, -vous, lecture, lire la suite, la suite, abonn,
    suscri, socio, suscr, regístr, regístrese, sesión, hazte, leyendo, accedi, registrati, iscri, leggere,
    lettura, riservat, assin, login, cadastre, ler, lendo, verder, subskry, prenumer, läsa, подпис, 会員,
    続きを, 残り, 订阅, 登录, 開通, 开通, 訂閱, 登入, 限, 유료, 구독
    """
)

BOT_TITLE = re.compile(
    _phrases(
        r"""
        just a moment
        (?:please )?wait(?: a moment)?
        please wait(?: .{0,30})?
        attention required
        access (?:to this page (?:has been|was|is) )?(?:denied|blocked)
        you have been blocked
        (?:confirm|verify|prove|check)(?:ing)?(?: that)? you(?:'re|’re| are) (?:a |not a )?(?:human|person|robot|bot)
        are you (?:a )?(?:robot|human|bot)(?: or not)?
        pardon our interruption
        checking your browser(?: .{0,40})?
        ddos[- ]guard
        .{0,20}\bsecurity (?:check|checkpoint|verification)
        (?:bot|human|robot|browser) (?:verification|check|challenge)
        (?:re)?captcha(?: .{0,20})?
        request (?:unsuccessful|blocked|rejected)
        unusual traffic(?: .{0,40})?
        (?:nur )?(?:einen )?(?:kleinen )?moment(?: bitte)?
        bitte warten(?: .{0,20})?
        sicherheits(?:über)?prüfung
        sind sie ein (?:mensch|roboter)(?: oder .{0,20})?
        (?:zugriff|zugang) (?:verweigert|gesperrt|blockiert)
        (?:juste )?un (?:instant|moment)(?: .{0,20})?
        (?:veuillez patienter|vérification (?:de sécurité|du navigateur))
        accès (?:refusé|bloqué)
        êtes-vous un (?:humain|robot)
        (?:solo )?un (?:momento|attimo)(?: por favor| prego)?
        (?:acceso|accesso|acesso) (?:denegado|bloqueado|negato|bloccato|negado)
        (?:verificación|verifica|verificação) (?:de seguridad|di sicurezza|de segurança)
        (?:eres|es usted|sei|você é) un? (?:humano|robot|umano|robô)
        (?:even geduld|toegang geweigerd|dostęp zabroniony|vänta lite|proszę czekać)
        (?:подождите|проверка браузера|доступ запрещ[её]н|вы не робот)
        请稍[候等]|請稍[候等]|安全[验驗][证證](?:检查)?|人机验证|訪問被拒(?:絕)?|访问被拒绝?
        しばらくお待ちください|アクセスが拒否されました|あなたはロボットですか
        잠시만 기다리(?:십시오|세요)|접근이 거부되었습니다
        """
    ),
    re.IGNORECASE,
)
BOT_TEXT = re.compile(
    _phrases(
        r"""
        (?:enable|turn on) javascript and cookies to (?:continue|proceed)
        (?:confirm|verify|prove|make sure)(?:ing)?(?: that)? you(?:'re|’re| are) (?:a human|human|not a (?:robot|bot))
        checking (?:your browser|if the site connection is secure)
        unusual (?:traffic|activity) from your
        (?:complete|solve) the (?:captcha|challenge|security check)
        (?:please )?enable js and disable any ad blocker
        request unsuccessful|incapsula incident|press (?:and|&) hold
        (?:make sure|check that) your browser supports javascript and cookies
        why (?:have i been blocked|do i have to complete a captcha)
        bestätigen sie,? dass sie (?:kein roboter|ein mensch)
        ungewöhnliche(?:n)? (?:datenverkehr|zugriffe|aktivität)
        (?:wir|ihr browser) (?:prüfen|wird überprüft).{0,40}\b(?:browser|mensch|roboter|verbindung)
        confirm(?:er|ez) que vous (?:êtes (?:un )?humain|n['’]êtes pas un robot)
        vérifi(?:er|ez|ons) que vous (?:êtes (?:un )?humain|n['’]êtes pas un robot)
        trafic inhabituel
        verific(?:a|ar|ue) que (?:no )?(?:eres|es|usted es) (?:un )?(?:humano|robot)
        confirm[ae] que (?:no )?(?:eres|es|usted es) (?:un )?(?:humano|robot)
        tráfico inusual
        (?:verifica|conferma|verificare) (?:di|che) (?:non )?(?:essere|sei|sia) un(?: robot|a persona| essere umano)
        traffico insolito
        请完成(?:安全)?验证|拖动(?:下方)?滑块|請完成(?:安全)?驗證
        (?:确认|验证|驗證|確認)您?(?:是|不是)(?:真人|人类|机器人|機器人)
        ロボットではないことを|인간인지 확인|로봇이 아닙니다
        подтвердите,? что вы (?:не робот|человек)
        """
    ),
    re.IGNORECASE,
)
CONSENT = re.compile(
    _phrases(
        r"""
        we (?:value|care about|respect) your privacy
        your privacy (?:matters|is important|choices)
        we and our (?:\d+ |trusted )?(?:third[- ]party )?(?:partners|vendors)
        before you continue
        (?:accept|reject|allow|decline) (?:all|cookies)(?: cookies)?
        (?:accept (?:all )?the cookies|accept & continue|accept and (?:continue|close))
        (?:consent|agree) to (?:the |our )?(?:use of |storing of )?cookies
        (?:manage|cookie) (?:preferences|settings|choices)|manage options
        mit werbung (?:weiterlesen|und tracking)
        werbung und tracking
        werbefrei(?:e[sn]?)? (?:abo|lesen|weiterlesen)
        zustimmung zu cookies
        (?:allen? )?cookies (?:zustimmen|akzeptieren|ablehnen)
        alle(?:s)? (?:akzeptieren|ablehnen)|zustimmen und weiter
        ihre (?:privatsphäre|einwilligung)|(?:privatsphäre|datenschutz)-?einstellungen|einwilligung verwalten
        wir und unsere (?:bis zu )?(?:\d+ )?(?:drittanbieter|partner)
        (?:nous respectons|le respect de) votre vie privée
        nous et nos (?:\d+ )?partenaires
        (?:tout )?accepter (?:les cookies|et (?:continuer|fermer)|tout)|tout (?:accepter|refuser)
        continuer sans accepter|paramétrer (?:les|mes) cookies
        (?:respetamos|valoramos|nos importa) (?:tu|su) privacidad|(?:tu|su) privacidad (?:es|nos) import\w+
        nosotros y nuestros (?:\d+ )?(?:socios|partners)
        (?:aceptar|rechazar) (?:las |todas(?: las)? |todo|y (?:continuar|cerrar))(?:cookies)?|aceptar cookies
        (?:rispettiamo|teniamo a|ci sta a cuore) (?:al)?la tua privacy|la tua privacy (?:è|ci)
        noi e (?:i nostri )?(?:\d+ )?(?:partner|fornitori)
        (?:accetta|rifiuta) (?:tutt[io]|e (?:continua|chiudi)|(?:i )?cookie)|continua senza accettare
        (?:valorizamos|respeitamos) a sua privacidade|aceitar (?:todos|cookies|tudo)
        (?:uw|jouw|je) privacy (?:is|en)|cookies? accepteren|alles (?:accepteren|weigeren)
        (?:szanujemy|dbamy o) (?:twoją|państwa) prywatność|akceptuję|akceptuj wszystkie
        (?:vi värnar om|vi bryr oss om) (?:din integritet|ditt personvern)|(?:godkänn|godta|accepter) alle?a?
        мы (?:используем|ценим).{0,40}(?:cookie|конфиденциальность)|принять все
        (?:全て|すべて)(?:の cookie |のクッキー)?を?(?:受け入れる|許可|拒否|同意)
        あなたのプライバシーを(?:尊重|大切)|cookie ?(?:の使用)?に同意|同意して(?:続ける|閉じる)
        接受(?:所有|全部)|(?:全部|拒绝所有|拒絕所有)(?:接受|cookie)|我们(?:重视|尊重)您的隐私|我們(?:重視|尊重)您的隱私|同意(?:并|並)(?:继续|繼續)
        모두 (?:동의|허용|거부)|개인정보를 (?:존중|소중)
        """
    ),
    re.IGNORECASE,
)
# What stands where an article breaks off. Advertisements for subscriptions say other things; so do the labels of other
# articles beside it, which mean as much only within the text.
PAYWALL = re.compile(
    _phrases(
        r"""
        (?:subscribe|sign up|log in|sign in|register|join) (?:now |today )?to (?:continue|keep|finish) reading
        (?:subscribe|become a (?:subscriber|member)) (?:now |today )?to (?:continue|keep|finish) reading
        (?:subscribe|become a (?:subscriber|member)) (?:now |today )?to (?:read|unlock|access) (?:this|more of this)
        (?:subscribe|become a \w+) (?:now |today )?to (?:read|unlock|access) the (?:full|rest|whole)
        to (?:continue|keep|finish) reading(?: this \w+)?,? (?:please )?(?:subscribe|sign|log|register|become|start|you)
        to read the (?:full|whole|rest of (?:the|this)) \w+,? (?:please )?(?:subscribe|sign|log|register|become)
        (?:article|content|story|post) is (?:\w+ ){0,2}(?:for|to) (?:\w+ ){0,2}(?:subscribers|members)
        you(?: have|['’]ve) (?:reached|used|read) (?:your|all|the) .{0,30}(?:free|monthly).{0,30}(?:articles|limit)
        (?:artikel|text|beitrag|inhalt) (?:ist|gibt es) (?:\w+ )?(?:für|mit) (?:\w+ )?\S{0,9}(?:abonnent|abo\b|mitglied)
        (?:jetzt|sofort|gleich)? ?weiterlesen mit (?:\w+[- ])?(?:plus|\w+\+|abo|probeabo)
        (?:jetzt )?mit (?:einem )?(?:\w+-?)?(?:abo|plus) weiterlesen
        (?:jetzt )?abonnieren(?:,)? (?:und|um) (?:weiter(?:zu)?lesen|den (?:ganzen|vollständigen))
        (?:um|zum) (?:diesen (?:artikel|text|beitrag) )?weiter(?:zu)?lesen.{0,40}\b(?:abo|registrier|anmeld|einlogg)\w*
        (?:den |diesen )?(?:vollständigen|ganzen|kompletten) (?:artikel|text|beitrag) (?:lesen|gibt es).{0,40}\babo\w*
        (?:bezahl|plus)-?(?:artikel|inhalt) .{0,30}(?:freischalten|weiterlesen)
        (?:artikel|text|beitrag) (?:jetzt )?freischalten
        il vous reste .{1,12} (?:de cet article )?à (?:lire|découvrir)
        (?:abonnez|connectez|identifiez|inscrivez)-vous pour (?:continuer|poursuivre)
        (?:abonnez|connectez|identifiez|inscrivez)-vous pour (?:lire|accéder à) (?:la suite|l['’]article|cet)
        pour (?:lire la suite|(?:continuer|poursuivre) (?:la|votre) lecture).{0,40}\b(?:abonne|connecte|inscri)\w*
        la suite (?:de cet article )?est réservée
        (?:cet article|ce contenu) est (?:exclusivement )?réservé
        est[ea] \w+ (?:es|está|é) (?:exclusiv|reservad|sol)[oa] (?:para|a) (?:\w+ )?(?:suscri|abonad|socio|assinan)
        (?:suscríbete|suscríbase|regístrate|regístrese|inicia sesión|hazte \w+) para (?:seguir|continuar)
        (?:suscríbete|suscríbase|regístrate|inicia sesión) para leer (?:el|este|la|esta) \w+
        para (?:seguir|continuar) leyendo.{0,40}\b(?:suscr|regístr|inicia|accede|hazte)\w*
        (?:abbonati|accedi|registrati|iscriviti) per (?:continuare|proseguire|leggere (?:l['’]articolo|tutto|questo))
        per (?:continuare|proseguire) (?:a leggere|la lettura)
        questo articolo è .{0,30}abbonati
        (?:assine|faça login|cadastre-se) para (?:continuar|ler (?:mais|est[ea]|o artigo|na íntegra))
        para continuar (?:a ler|lendo)
        (?:word abonnee|log in|neem een abonnement) om (?:verder|dit)
        (?:verder lezen|lees verder) .{0,20}(?:abonnee|abonnement)
        för att läsa vidare
        (?:полный текст|статья|материал) доступ\w+ (?:только )?(?:по подписке|подписчикам)
        この記事は(?:有料)?会員(?:限定|登録)|続きを読むには|残り\s*[:：]?\s*[\d,０-９]+\s*文?字
        (?:订阅|登录|開通|开通|訂閱|登入)(?:会员|會員)?(?:后|後|以|即可)?(?:继续|繼續)?(?:阅读|閱讀)(?:全文|更多)?
        이 기사는 (?:유료|구독)
        """
    ),
    re.IGNORECASE,
)
PAYWALL_LABEL = re.compile(
    _phrases(
        r"""
        (?:exclusively |only )?(?:available )?(?:for|to) (?:our )?(?:paying |paid |premium )?subscribers only
        subscribers[- ]only (?:article|content|story)
        (?:nur|exklusiv) für (?:unsere )?(?:plus-?|digital-?)?abonnent\w*
        (?:cet )?(?:article|contenu) (?:est )?(?:exclusivement )?réservé (?:aux|à nos) abonnés
        réservé (?:aux|à nos) abonnés
        (?:contenido|artículo|noticia) (?:exclusiv|sol|reservad)[oa] (?:para|a) (?:\w+ )?(?:suscriptor|abonado|socio)
        (?:exclusivo|solo) para (?:suscriptores|abonados|socios)
        (?:contenuto|articolo) (?:è )?(?:riservato|esclusivo|disponibile solo) \w+ (?:\w+ ){0,2}(?:abbonati|iscritti)
        (?:riservato|solo|esclusivo) (?:agli|per (?:gli|i)) abbonati
        (?:conteúdo|matéria|artigo) (?:exclusiv[oa]|reservad[oa]) (?:para|a) (?:\w+ )?assinantes
        (?:alleen|exclusief) voor (?:\w+-?)?abonnees
        (?:artykuł|treść|tekst) (?:dostępn[ya] )?(?:tylko )?dla (?:subskrybentów|prenumeratorów)
        (?:kun|bare|endast|enbart) for? (?:våre |vores |våra )?(?:abonnenter|prenumeranter)
        (?:有料)?会員限定(?:の?記事|です)?
        (?:仅|僅)限(?:订阅|訂閱|会员|會員)
        (?:유료|구독) ?(?:회원|독자) ?(?:전용|만)
        """
    ),
    re.IGNORECASE,
)
LOGIN_TITLE = re.compile(
    _phrases(
        r"""
        (?:please )?(?:log|sign)[- ]?(?:in|on)(?: (?:page|required|or (?:sign|register|create|join).{0,30}|to .{1,30}))?
        (?:user |member |account |customer )?login(?: (?:page|form|required|erforderlich|seite))?
        (?:bitte )?(?:anmelden|anmeldung|einloggen)(?: (?:oder|bei|und) .{1,30})?
        (?:se connecter|connexion|connectez-vous|identification)(?: (?:à (?:votre|mon)|ou) .{1,30})?
        (?:inicia(?:r)?|inicio de) sesión(?: (?:en|o) .{0,30})?
        (?:accedi|accesso|effettua (?:il login|l['’]accesso))(?: (?:al tuo|o) .{1,30})?
        (?:entrar|iniciar sessão|fazer login|inloggen|logga in|log ind|logg inn|zaloguj(?: się)?|logowanie|přihlášení)
        (?:вход|войти|авторизация|увійти)
        ログイン|サインイン|登[录錄入]|用户登录|會員登入|로그인
        """
    ),
    re.IGNORECASE,
)
_MISSING = _phrases(
    r"""
    not found
    (?:was|were|is|are|could|can|cannot|can['’]?t|could ?n['’]?t) ?(?:not )?(?:be )?(?:found|located)
    (?:does|do)(?:n['’]t| not) exist|is(?:n['’]t| not) available
    (?:is )?(?:unavailable|no longer (?:available|exists|here)|missing|gone)
    (?:(?:wurde|ist|konnte) )?(?:leider )?nicht (?:\w+ )?(?:gefunden|vorhanden|verfügbar|erreichbar)(?: werden)?
    existiert (?:leider )?nicht(?: mehr)?
    (?:est )?introuvable|n['’]existe (?:pas|plus)|non trouvée?|n['’]a pas été trouvée?|n['’]est plus disponible
    no (?:se (?:ha )?)?(?:encontrad[oa]|encuentra|pudo .{0,12}encontrar|existe|disponible)(?: disponible)?
    non (?:è stat[oa] )?(?:trovat[oa]|esiste|disponibile|è (?:più )?disponibile)(?: più)?
    não (?:foi )?(?:encontrad[oa]|existe|disponível)
    bestaat niet|niet gevonden|hittades inte|ikke (?:funnet|fundet)|nenalezena?
    nie (?:została? )?(?:znaleziona?|istnieje)
    не (?:найден[аоы]?|существует)
    """
)
_THING = (
    r"(?:(?:the|this|that|diese[rs]?|die|der|cette|la|l['’]|el|esta|questa|a|esta|de|deze) ?)?(?:web ?|requested |"
    r"angeforderte |gesuchte |inhalts)?(?:page|article|story|document|content|url|file|seite|webseite|artikel|beitrag|"
    r"inhalt|"
    r"dokument|article|contenu|página|pagina|artículo|articolo|artigo|contenido|contenuto|conteúdo|strona|sidan|siden|"
    r"stránka|страница|статья)"
)
ERROR_TITLE = re.compile(
    rf"(?:\w{{2,6}}\W+)?(?:(?:http|error|fehler|erreur|errore|erro|status|ошибка)\W*)*(?:40[0-9]|410|50[0-9])"
    rf"(?:\W*(?:error|fehler|not found|forbidden|gone|(?:internal )?server error|service unavailable|bad gateway|"
    rf"{_THING}? ?{_MISSING}))?"
    rf"|(?:(?:oops|ups|hoppla|sorry|leider|oh no|désolé|lo sentimos|spiacenti)\W+)?(?:we |wir )?{_THING}"
    rf"(?: (?:you (?:requested|are looking for)|requested|demandée|solicitada|richiesta))? ?{_MISSING}"
    r"|(?:something went wrong|etwas ist schief ?gelaufen|"
    r"(?:site |scheduled |under )?maintenance(?: mode)?|"
    r"wartung(?:sarbeiten|smodus)?|en maintenance|en mantenimiento|in manutenzione|メンテナンス中)"
    r"|(?:not found|nothing found|nicht gefunden|introuvable|no encontrad[oa]|non trovat[oa]|"
    r"não encontrad[oa]|niet gevonden)"
    r"|(?:internal server error|service (?:temporarily )?unavailable|bad gateway|gateway time-?out|forbidden|"
    r"bad request|serverfehler|interner serverfehler|erreur (?:interne )?du serveur|error (?:interno )?del servidor|"
    r"errore (?:interno )?del server)"
    r"|(?:(?:網頁|网页|頁面|页面|您访问的页面)(?:不存在|未找到|找不到|没有找到)|找不到(?:网页|網頁|页面|頁面)|"
    r"(?:お探しの)?(?:ページ|記事)(?:が|は)?(?:見つかりません(?:でした)?|存在しません)|페이지를 찾을 수 없습니다)",
    re.IGNORECASE,
)
SEARCH_TITLE = re.compile(
    r"(?:search(?: results?)?|suche|suchergebnisse?|(?:résultats? (?:de (?:la )?)?)?recherche|"
    r"(?:resultados de (?:la )?)?búsqueda|risultati (?:della )?ricerca|ricerca|resultados da (?:busca|pesquisa)|"
    r"zoekresultaten|wyniki wyszukiwania|sökresultat|søkeresultater|результаты поиска|検索結果|"
    r"搜[索尋](?:结果|結果)|검색 ?결과)"
    r"(?: (?:for|für|nach|zu|pour|de|para|per|voor|dla)\b.{0,80}|\W.{0,80})?|.{1,60}(?:の検索結果|的搜[索尋][结結]果)",
    re.IGNORECASE,
)

"""Tables of a query word and a text word for German, English and French.

"Haus = Häuser": the query Haus must find a text that says Häuser. "Rat ≠ Vorrat": it must not.
"""

import re

GERMAN = """
Haus = Häuser; Haus = Hauses; Häuser = Haus; Häuser = Haeuser; Haeuser = Häuser; Haeuser = Haus
Hauser = Häuser; HAUS = haus; Straße = Strasse; Strasse = Straße; STRASSE = Straße; Straßen = Straße
Strasse = Straßen; Fuß = Füße; Fuss = Füße; Fuesse = Füße; Gruß = Grüße; Spaß = Spass; weiß = weiss
Schloß = Schlösser; Schloss = Schloß; daß = dass; Kind = Kinder; Kind = Kindern; Kind = Kindes
Buch = Bücher; Land = Länder; Länder = Landes; Stadt = Städte; Staedte = Stadt; Wald = Wälder; Baum = Bäume
Wahl = Wahlen; Vertrag = Verträge; Gesetz = Gesetzes; Zeitung = Zeitungen; Regierung = Regierungen
Partei = Parteien; Bürger = Bürgern; Buerger = Bürger; Arzt = Ärzte; Aerzte = Arzt; Präsident = Präsidenten
Nachricht = Nachrichten; Möglichkeit = Möglichkeiten; Freundschaft = Freundschaften
Krankenhaus = Krankenhäuser; Universitaet = Universitäten; Universität = Universitaet; neu = neue
neues = neuen; groß = grosse; grösste = größte; schnell = schnellen; Österreich = Oesterreich
Oesterreich = Österreichs; Müller = Mueller; Zürich = Zuerich; Dusseldorf = Düsseldorf; Goethe = Goethes
Übung = Uebungen; Öl = Oel; Café = Cafe; Steuer = Steuern; Boot = U-Boot; U-Boot = U-Boote
Kommission = EU-Kommission; EU = EU-Kommission; EU-Kommission = EU-Kommissionen; G7 = G7-Gipfel
Müller-Lüdenscheidt = Mueller-Luedenscheidt; Lüdenscheidt = Müller-Lüdenscheidt
Westfalen = Nordrhein-Westfalens; Covid-19 = Covid-19; CO2 = CO2-Preis
max.muster@beispiel.example = max.muster@beispiel.example
MAX.MUSTER@beispiel.example = max.muster@beispiel.example; muster = max.muster@beispiel.example
beispiel = max.muster@beispiel.example; #Klimastreik = #Klimastreik; Klimastreik = #Klimastreik
spiegel = spiegel.example; 1.234.567 = 1.234.567; 3,5 = 3,5; 24.11.2026 = 24.11.2026; 2026 = 24.11.2026
2026-11-24 = 2026-11-24; November = 24. November 2026
1234567 = 1.234.567; 1234567 = 1 234 567; 1234567 = 1\u202f234\u202f567; 1234567 = 1\u00a0234\u00a0567
1.234.567 = 1234567
1 234 567 = 1.234.567; 1 234 567 = 1234567; 1\u202f234\u202f567 = 1234567; 1.234.567 = 1,234,567; 234 = 1.234.567
5000 = 5.000; 5.000 = 5000; 1234,5 = 1.234,5; 1.234.567 = 1 234 567; 1,234,567 = 1'234'567; 2024 = 1.5.2024
2024-05-01 = 1.5.2024; 1.5.2024 = 01.05.2024; 01.05.2024 = 2024-05-01; 2024 = 2024-05-01; §5 = § 5; §5 = §5; 5 = §5
anna.berg@example.org = anna.berg@example.org; berg = anna.berg@example.org; #klima = #Klima; klima = #Klima
Covid19 = Covid-19; COVID-19 = Covid19; covid = COVID-19; 19 = COVID-19; G20 = G20; G20 = G-20; G-20 = G20
iPhone15 = iPhone15; iPhone15 = iPhone 15; Müller = Müller-Lüdenscheidt; Mueller-Luedenscheidt = Müller-Lüdenscheidt
234 ≠ 1234567; 1234567 ≠ 12.345.67; 1.234.567 ≠ 1.234.568; 35 ≠ 3,5; 1.5.2024 ≠ 5.1.2024; G20 ≠ G7; 123 ≠ 1.234.567
Auto = Autos; Autos = Auto; Europa = Europas; Foto = Fotos; Kamera = Kameras; Baby = Babys; Obamas = Obama
Museum = Museen; Museen = Museums; Thema = Themen; Firma = Firmen; Zentrum = Zentren; Bus = Busse; Virus = Viren
Poet = Poeten; Poet ≠ Pot; Poesie = Poesie; Empoerung = Empörung; Israel = Israels; Michael = Michaels
Erdgas = Erdgase; Glas = Gläser; arbeitslos = arbeitslose; Gras = Gräser; Texas = Texas
Rat ≠ Vorrat; Rat ≠ Verrat; Rat ≠ Apparat; Rat ≠ Ratte; Tor ≠ Autor; Ei ≠ Partei; Ei ≠ Eisen; Art ≠ Start
Ort ≠ Sport; Ort ≠ Antwort; Rom ≠ Strom; Eis ≠ Preis; Erde ≠ Pferde; Alter ≠ Schalter; Amt ≠ gesamt
Ton ≠ Beton; Tee ≠ Komitee; Last ≠ Palast; Rand ≠ Brand; Acht ≠ Nacht; Mut ≠ Mutter; Hund ≠ Hundert
Wal ≠ Wahl; Feuer ≠ Feier; Stadt ≠ Staat; neu ≠ neun; Lehre ≠ Leere; Steuer ≠ Stern
max@beispiel.example ≠ max.muster@beispiel.example; 3,5 ≠ 35; 24.11.2026 ≠ 11.24.2026
"""

ENGLISH = """
house = houses; houses = house; city = cities; policy = policies; company = companies; company = company's
minister = ministers; minister = minister's; ministers = minister’s; government = governments
election = elections; elect = elected; vote = voting; vote = voted; attack = attacks; attack = attacking
run = running; running = runs; tax = taxes; economy = economies; nation = nations; organize = organizing
organise = organised; colour = colours; strike = striking; church = churches; die = died
protest = protesters'; café = cafe; cafe = cafés; naive = naïve; façade = facade; Zoe = Zoë
O'Brien = O’Brien; O’Brien = O'Brien; Brien = O'Brien; well-known = well-known; known = well-known
Royce = Rolls-Royce; Jones = Smith-Jones; AT&T = AT&T; 24/7 = 24/7; 9/11 = 9/11; 737 = 737-800; 3.5 = $3.5
1,234,567 = 1,234,567; 11/24/2026 = 11/24/2026; 2026 = November 24, 2026
jane.doe@example.com = jane.doe@example.com; doe = jane.doe@example.com; MeToo = #MeToo; #metoo = #MeToo
child = children; children = child; man = men; women = woman; foot = feet; feet = foot; tooth = teeth
children = children's; mouse = mice; policeman = policemen; men ≠ mend; man ≠ mane; foot ≠ fee
art ≠ start; port ≠ report; war ≠ warm; ham ≠ hamster; cat ≠ category; pin ≠ opinion; police ≠ policy
rat ≠ rate; hop ≠ hope; win ≠ wine; car ≠ care; past ≠ pasta; general ≠ generous; lie ≠ line
desert ≠ dessert; jane@example.com ≠ jane.doe@example.com; 9/11 ≠ 911
news ≠ new; care ≠ car; China ≠ chin; wine ≠ win; new ≠ news; Merkel = Merkel; Häuser = Haeuser; Scholz = Scholz's
"""

FRENCH = """
maison = maisons; cheval = chevaux; journaux = journal; élection = élections; election = élections
ministre = ministres; gouvernement = gouvernements; français = française; été = ete; président = présidents
présidentielle = présidentielles; économique = économiques; travailleur = travailleurs; grève = grèves
greve = grèves; mot = mots; parler = parlé; garçon = garcons; Noël = Noel; Élysée = Elysee
Europe = l'Europe; Europe = L’Europe; l'Europe = l’Europe; aujourd'hui = aujourd’hui
Saint-Etienne = Saint-Étienne; Étienne = Saint-Etienne; Manif = #Manif; dupont = jean.dupont@exemple.example
3,5 = 3,5; œuvre = oeuvres; oeuvre = Œuvres; coeur = cœur; cœur = coeurs; sœurs = soeur; ex æquo = ex aequo
aequo = æquo
loi = lois; lois = loi; roi = rois; ami = amis; euro = euros
loi ≠ loin; mer ≠ merci; poison ≠ poisson; roi ≠ droit; vin ≠ vingt; eau ≠ bateau; main ≠ maison
ville ≠ village; cour ≠ secours; été ≠ étage
"""

# A compound is found by the word that it ends in; not by the one that it begins with, which is typed on (klima*).
COMPOUNDS = """
Ministerium = Verteidigungsministerium
Ministerium = Verteidigungsministeriums; Minister = Außenminister; Wahl = Bundestagswahl; Haus = Hochhaus
Haus = Hochhäuser; Häuser = Hochhaus; Haeuser = Hochhäuser; Straße = Hauptstraße; Strasse = Hauptstraßen
Steuer = Mehrwertsteuer; Wandel = Klimawandel; Kraftwerk = Kernkraftwerk; Preis = Strompreise
Vertrag = Friedensvertrag; Gericht = Verfassungsgericht; Garten = Kindergarten; Schule = Grundschulen
Bahn = Autobahn; Rat = Stadtrat; Zeitung = Lokalzeitung; Zeitungen = Lokalzeitung; Wohnung = Mietwohnung
Wende = Energiewende; Ende = Jahresende; Haft = Untersuchungshaft; Wohnungen = Mietwohnungen; Weg = Radweg
Rat ≠ Vorrat; Rat ≠ Verrat; Rat ≠ Apparat; Tor ≠ Autor; Ei ≠ Partei; Art ≠ Start; Ort ≠ Sport; Ort ≠ Antwort
Rom ≠ Strom; Eis ≠ Preis; Alter ≠ Schalter; Ton ≠ Beton; Last ≠ Palast; Rand ≠ Brand; Zeit ≠ Lokalzeitung
Ende ≠ laufende; Haft ≠ ekelhaft; Teller ≠ Hersteller; Tisch ≠ asiatisch; Gramm ≠ Programm; Trasse ≠ Hauptstraße
Tor ≠ Faktor; Rate ≠ Literate; Schaft ≠ Wirtschaft; Bar ≠ unfassbar; Los ≠ arbeitslos
Klima ≠ Klimawandel; Verteidigung ≠ Verteidigungsministerium; Verteidigungsministerium ≠ Ministerium
"""

# What a library is that has learned its words: each stands in many texts, those that tempt to a wrong cut, too.
PARTS = (
    "Ministerium Verteidigung Minister Außen Wahl Bundestag Bund Tag Haus Häuser hoch Straße Haupt Mehrwert Wert "
    "Steuer Klima Wandel Energie Wende Kraftwerk Kern Strom Preis Preise Frieden Vertrag Verfassung Gericht Zeitung "
    "Kinder Garten Grund Schule Auto Bahn Stadt Gemeinde Rat vor ver Tor Ei Art Ort Rom Eis Alter Ton Last Rand ein "
    "lokal Miete Wohnung mehr Jahr Ende laufen Lauf Untersuchung Haft Ekel Hersteller Steller her Teller Asien asia "
    "Tisch Gramm pro Trasse Fakt Rate Liter Schaft Wirt bar los Arbeit Rad Weg"
)

Pair = tuple[str, str, bool, str]
"""A word of a query, a word of a text, whether the first must find the second, and the language."""


def pairs(table: str, language: str) -> list[Pair]:
    """Read a table."""
    rows = []
    for pair in re.split("; |\n", table.strip()):
        sign = " = " if " = " in pair else " ≠ "
        word, _, text = pair.partition(sign)
        rows.append((word, text, sign == " = ", language))
    return rows


WHOLE = [*pairs(GERMAN, "de"), *pairs(ENGLISH, "en"), *pairs(FRENCH, "fr")]
IN_PARTS = pairs(COMPOUNDS, "de")

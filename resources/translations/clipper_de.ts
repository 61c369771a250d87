<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en_US">
<context>
    <name>About</name>
    <message>
        <source>About Clipper</source>
        <translation>Über Clipper</translation>
    </message>
    <message>
        <source>Clipper {version}</source>
        <translation>Clipper {version}</translation>
    </message>
    <message>
        <source>Keeps news articles: drag in a link, read it, find it, tag it, export it to PDF.</source>
        <translation>Bewahrt Zeitungsartikel auf: Link hineinziehen, lesen, wiederfinden, verschlagworten, als PDF ausgeben.</translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0.</source>
        <translation>Freie Software unter der Apache-Lizenz 2.0.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Clipping</source>
        <translation>&amp;Clipping</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Add Address …</source>
        <translation>&amp;Adresse aufnehmen …</translation>
    </message>
    <message>
        <source>&amp;Clip Addresses from Clipboard</source>
        <translation>Adressen aus der &amp;Zwischenablage aufnehmen</translation>
    </message>
    <message>
        <source>Add &amp;Files …</source>
        <translation>&amp;Dateien aufnehmen …</translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>&amp;Print …</source>
        <translation>D&amp;rucken …</translation>
    </message>
    <message>
        <source>Lines That Sites &amp;Repeat …</source>
        <translation>Zeilen, die Websites &amp;wiederholen …</translation>
    </message>
    <message>
        <source>&amp;Settings …</source>
        <translation>E&amp;instellungen …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Copy Quote with Source</source>
        <translation>&amp;Zitat mit Quelle kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;Address</source>
        <translation>&amp;Adresse kopieren</translation>
    </message>
    <message>
        <source>Select &amp;All Clippings</source>
        <translation>Alle &amp;Clippings auswählen</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Refine Search …</source>
        <translation>Suche &amp;eingrenzen …</translation>
    </message>
    <message>
        <source>Sa&amp;ve Search …</source>
        <translation>Suche s&amp;peichern …</translation>
    </message>
    <message>
        <source>&amp;Next Hit</source>
        <translation>Näch&amp;ster Treffer</translation>
    </message>
    <message>
        <source>&amp;Previous Hit</source>
        <translation>&amp;Voriger Treffer</translation>
    </message>
    <message>
        <source>&amp;Side Pane</source>
        <translation>&amp;Seitenleiste</translation>
    </message>
    <message>
        <source>&amp;Activity</source>
        <translation>&amp;Aktivität</translation>
    </message>
    <message>
        <source>&amp;Larger Text</source>
        <translation>Text ver&amp;größern</translation>
    </message>
    <message>
        <source>&amp;Smaller Text</source>
        <translation>Text ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Normal Text Size</source>
        <translation>&amp;Normale Textgröße</translation>
    </message>
    <message>
        <source>&amp;Back from Similar Clippings</source>
        <translation>&amp;Zurück von ähnlichen Clippings</translation>
    </message>
    <message>
        <source>Next &amp;Pane</source>
        <translation>Nächster &amp;Bereich</translation>
    </message>
    <message>
        <source>P&amp;revious Pane</source>
        <translation>V&amp;origer Bereich</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>Mark as &amp;Read</source>
        <translation>Als &amp;gelesen markieren</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>&amp;Mit Stern versehen</translation>
    </message>
    <message>
        <source>&amp;Note …</source>
        <translation>&amp;Notiz …</translation>
    </message>
    <message>
        <source>&amp;Tags …</source>
        <translation>&amp;Schlagwörter …</translation>
    </message>
    <message>
        <source>Correct T&amp;itle …</source>
        <translation>T&amp;itel berichtigen …</translation>
    </message>
    <message>
        <source>&amp;Details …</source>
        <translation>&amp;Details …</translation>
    </message>
    <message>
        <source>More &amp;Like This</source>
        <translation>Äh&amp;nliche Clippings</translation>
    </message>
    <message>
        <source>Edit Te&amp;xt …</source>
        <translation>Te&amp;xt bearbeiten …</translation>
    </message>
    <message>
        <source>&amp;Leave Out Selected Paragraphs</source>
        <translation>Ausge&amp;wählte Absätze weglassen</translation>
    </message>
    <message>
        <source>Mark as Chec&amp;ked</source>
        <translation>Als &amp;geprüft markieren</translation>
    </message>
    <message>
        <source>&amp;Back to What Was Extracted</source>
        <translation>&amp;Zurück zum ausgelesenen Artikel</translation>
    </message>
    <message>
        <source>Open &amp;Original</source>
        <translation>&amp;Original öffnen</translation>
    </message>
    <message>
        <source>Open the Page as It Was &amp;Saved</source>
        <translation>Seite öffnen, wie sie gesi&amp;chert wurde</translation>
    </message>
    <message>
        <source>&amp;Fetch Again</source>
        <translation>Erneut a&amp;brufen</translation>
    </message>
    <message>
        <source>Extr&amp;act Again</source>
        <translation>Artikel neu aus&amp;lesen</translation>
    </message>
    <message>
        <source>Move to &amp;Trash</source>
        <translation>In den &amp;Papierkorb verschieben</translation>
    </message>
    <message>
        <source>R&amp;estore from Trash</source>
        <translation>Aus dem Papierkorb &amp;zurückholen</translation>
    </message>
    <message>
        <source>E&amp;mpty Trash …</source>
        <translation>Papierkorb &amp;leeren …</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>How to &amp;Search</source>
        <translation>So wird ges&amp;ucht</translation>
    </message>
    <message>
        <source>&amp;Check the Library</source>
        <translation>Bibliothek &amp;prüfen</translation>
    </message>
    <message>
        <source>&amp;About Clipper</source>
        <translation>Ü&amp;ber Clipper</translation>
    </message>
</context>
<context>
    <name>ActivityDelegate</name>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Fetch again</source>
        <translation>Erneut abrufen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ActivityPanel</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the activity panel</source>
        <translation>Aktivitätsleiste schließen</translation>
    </message>
    <message>
        <source>Retry all</source>
        <translation>Alle wiederholen</translation>
    </message>
    <message>
        <source>Dismiss all</source>
        <translation>Alle verwerfen</translation>
    </message>
    <message>
        <source>Clear messages</source>
        <translation>Meldungen leeren</translation>
    </message>
    <message>
        <source>Nothing is running, and nothing waits for you.</source>
        <translation>Nichts läuft, und nichts wartet auf Sie.</translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;Quote with Source</source>
        <translation>&amp;Zitat mit Quelle kopieren</translation>
    </message>
    <message>
        <source>&amp;Leave Out Selected Paragraphs</source>
        <translation>Ausge&amp;wählte Absätze weglassen</translation>
    </message>
    <message>
        <source>Edit Te&amp;xt …</source>
        <translation>Te&amp;xt bearbeiten …</translation>
    </message>
    <message>
        <source>&amp;Open Link</source>
        <translation>&amp;Link öffnen</translation>
    </message>
    <message>
        <source>Copy Link &amp;Address</source>
        <translation>Link&amp;adresse kopieren</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Caretaking</name>
    <message>
        <source>Checking the library</source>
        <translation>Bibliothek wird geprüft</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s) found in the library.</source>
        <translation>
            <numerusform>%Ln Mangel in der Bibliothek gefunden.</numerusform>
            <numerusform>%Ln Mängel in der Bibliothek gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>All is well in the library.</source>
        <translation>In der Bibliothek ist alles in Ordnung.</translation>
    </message>
</context>
<context>
    <name>ClippingDelegate</name>
    <message>
        <source>fetching …</source>
        <translation>wird abgerufen …</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>ClippingList</name>
    <message>
        <source>Clippings</source>
        <translation>Clippings</translation>
    </message>
</context>
<context>
    <name>Completions</name>
    <message>
        <source>Completions</source>
        <translation>Vervollständigungen</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%Ln clipping(s)</source>
        <translation>
            <numerusform>%Ln Clipping</numerusform>
            <numerusform>%Ln Clippings</numerusform>
        </translation>
    </message>
    <message>
        <source>{clippings}, by a simple search while the index is made</source>
        <translation>{clippings}, durch eine einfache Suche, solange der Index entsteht</translation>
    </message>
    <message>
        <source>{clippings} in {took} ms</source>
        <translation>{clippings} in {took} ms</translation>
    </message>
    <message numerus="yes">
        <source>In all clippings it finds %Ln.</source>
        <translation>
            <numerusform>In allen Clippings findet sie %Ln.</numerusform>
            <numerusform>In allen Clippings findet sie %Ln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n Min.</numerusform>
            <numerusform>%n Min.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The site asks to wait (status {detail}). Retry in %n minute(s).</source>
        <translation>
            <numerusform>Die Website bittet zu warten (Status {detail}). Wiederholen Sie es in einer Minute.</numerusform>
            <numerusform>Die Website bittet zu warten (Status {detail}). Wiederholen Sie es in %n Minuten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clip %Ln address(es)</source>
        <translation>
            <numerusform>%Ln Adresse aufnehmen</numerusform>
            <numerusform>%Ln Adressen aufnehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei aufnehmen</numerusform>
            <numerusform>%Ln Dateien aufnehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import all in %Ln folder(s)</source>
        <translation>
            <numerusform>Alles aus %Ln Ordner aufnehmen</numerusform>
            <numerusform>Alles aus %Ln Ordnern aufnehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clip %Ln thing(s)</source>
        <translation>
            <numerusform>%Ln Fundstück aufnehmen</numerusform>
            <numerusform>%Ln Fundstücke aufnehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln clipping(s) selected</source>
        <translation>
            <numerusform>%Ln Clipping ausgewählt</numerusform>
            <numerusform>%Ln Clippings ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiteres</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln clipping(s)</source>
        <translation>
            <numerusform>%Ln Clipping exportieren</numerusform>
            <numerusform>%Ln Clippings exportieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) written</source>
        <translation>
            <numerusform>%Ln Datei geschrieben.</numerusform>
            <numerusform>%Ln Dateien geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln clipping(s) could not be exported</source>
        <translation>
            <numerusform>%Ln Clipping konnte nicht exportiert werden.</numerusform>
            <numerusform>%Ln Clippings konnten nicht exportiert werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) of the same name are there already and were left as they are.</source>
        <translation>
            <numerusform>%Ln Datei gleichen Namens ist schon da und blieb unverändert.</numerusform>
            <numerusform>%Ln Dateien gleichen Namens sind schon da und blieben unverändert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln fehlgeschlagen</numerusform>
            <numerusform>%Ln fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln wartet</numerusform>
            <numerusform>%Ln warten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>Mark as &amp;Read</source>
        <translation>Als &amp;gelesen markieren</translation>
    </message>
    <message>
        <source>Mark as Un&amp;read</source>
        <translation>Als &amp;ungelesen markieren</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>&amp;Mit Stern versehen</translation>
    </message>
    <message>
        <source>Take &amp;Star Away</source>
        <translation>&amp;Stern entfernen</translation>
    </message>
    <message>
        <source>Of one page, or of several with a space between.</source>
        <translation>Von einer Seite oder von mehreren, durch Leerzeichen getrennt.</translation>
    </message>
    <message>
        <source>Add an Address</source>
        <translation>Adresse aufnehmen</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Add Files</source>
        <translation>Dateien aufnehmen</translation>
    </message>
    <message>
        <source>Pages and links (*.html *.htm *.xhtml *.mht *.mhtml *.webarchive *.url *.webloc *.desktop)</source>
        <translation>Seiten und Links (*.html *.htm *.xhtml *.mht *.mhtml *.webarchive *.url *.webloc *.desktop)</translation>
    </message>
    <message>
        <source>Lists (*.jsonl *.csv *.txt)</source>
        <translation>Listen (*.jsonl *.csv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Empty the Trash?</source>
        <translation>Papierkorb leeren?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln clipping(s) will be deleted for good. This cannot be undone.</source>
        <translation>
            <numerusform>%Ln Clipping wird endgültig gelöscht. Das lässt sich nicht rückgängig machen.</numerusform>
            <numerusform>%Ln Clippings werden endgültig gelöscht. Das lässt sich nicht rückgängig machen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln Clipping(s)</source>
        <translation>
            <numerusform>%Ln Clipping löschen</numerusform>
            <numerusform>%Ln Clippings löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>The name of another tag joins the two. A / makes a level.</source>
        <translation>Der Name eines anderen Schlagworts vereint die beiden. Ein / bildet eine Ebene.</translation>
    </message>
    <message>
        <source>Rename “{tag}”</source>
        <translation>„{tag}“ umbenennen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Merge Into</source>
        <translation>Vereinen mit</translation>
    </message>
    <message>
        <source>Delete Tag</source>
        <translation>Schlagwort löschen</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message numerus="yes">
        <source>%Ln page(s) being fetched</source>
        <translation>
            <numerusform>%Ln Seite wird abgerufen</numerusform>
            <numerusform>%Ln Seiten werden abgerufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo: {deed}</source>
        <translation>&amp;Rückgängig: {deed}</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo: {deed}</source>
        <translation>&amp;Wiederholen: {deed}</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>This page is clipped already.</source>
        <translation>Diese Seite ist schon aufgenommen.</translation>
    </message>
    <message>
        <source>Fetch Again</source>
        <translation>Erneut abrufen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) could not be clipped.</source>
        <translation>
            <numerusform>%Ln Seite konnte nicht aufgenommen werden.</numerusform>
            <numerusform>%Ln Seiten konnten nicht aufgenommen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show Why</source>
        <translation>Warum?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) still wait to be clipped.</source>
        <translation>
            <numerusform>%Ln Seite wartet noch auf die Aufnahme.</numerusform>
            <numerusform>%Ln Seiten warten noch auf die Aufnahme.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetch Now</source>
        <translation>Jetzt abrufen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) clipped.</source>
        <translation>
            <numerusform>%Ln Seite aufgenommen.</numerusform>
            <numerusform>%Ln Seiten aufgenommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clipped: {title}</source>
        <translation>Aufgenommen: {title}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Show Them</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>What you set right here stays, also when the page is read again.</source>
        <translation>Was Sie hier berichtigen, bleibt, auch wenn die Seite neu ausgelesen wird.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Take Back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Take back: {field}</source>
        <translation>Zurücknehmen: {field}</translation>
    </message>
    <message>
        <source>Not found on the page</source>
        <translation>Auf der Seite nicht gefunden</translation>
    </message>
    <message>
        <source>Corrected by you; the page has: {text}</source>
        <translation>Von Ihnen berichtigt; auf der Seite steht: {text}</translation>
    </message>
    <message>
        <source>Added by you; the page has nothing</source>
        <translation>Von Ihnen ergänzt; die Seite nennt nichts</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>Untertitel</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Autoren</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Ressort</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Several with ; between</source>
        <translation>Mehrere mit ; dazwischen</translation>
    </message>
    <message>
        <source>As 2026-11-24</source>
        <translation>Wie 2026-11-24</translation>
    </message>
    <message>
        <source>Two letters, as en or de</source>
        <translation>Zwei Buchstaben, wie de oder en</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Drop to clip</source>
        <translation>Zum Aufnehmen loslassen</translation>
    </message>
</context>
<context>
    <name>EditBar</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>B</source>
        <translation>F</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Fett</translation>
    </message>
    <message>
        <source>I</source>
        <translation>K</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Kursiv</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>Absatz</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Überschrift</translation>
    </message>
    <message>
        <source>List Item</source>
        <translation>Listenpunkt</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Zitat</translation>
    </message>
    <message>
        <source>Kind of paragraph</source>
        <translation>Art des Absatzes</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message numerus="yes">
        <source>%Ln clipping(s) moved to the trash.</source>
        <translation>
            <numerusform>%Ln Clipping in den Papierkorb verschoben.</numerusform>
            <numerusform>%Ln Clippings in den Papierkorb verschoben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Move to Trash</source>
        <translation>In den Papierkorb verschieben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln clipping(s) restored.</source>
        <translation>
            <numerusform>%Ln Clipping zurückgeholt.</numerusform>
            <numerusform>%Ln Clippings zurückgeholt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Mark as Read</source>
        <translation>Als gelesen markieren</translation>
    </message>
    <message>
        <source>Mark as Unread</source>
        <translation>Als ungelesen markieren</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern setzen</translation>
    </message>
    <message>
        <source>Take Star Away</source>
        <translation>Stern entfernen</translation>
    </message>
    <message>
        <source>Change Note</source>
        <translation>Notiz ändern</translation>
    </message>
    <message>
        <source>Correct Title</source>
        <translation>Titel berichtigen</translation>
    </message>
    <message>
        <source>Correct Details</source>
        <translation>Details berichtigen</translation>
    </message>
    <message>
        <source>Leave Out Paragraphs</source>
        <translation>Absätze weglassen</translation>
    </message>
    <message>
        <source>What was selected is left out of the text.</source>
        <translation>Das Ausgewählte ist im Text weggelassen.</translation>
    </message>
    <message>
        <source>Edit Text</source>
        <translation>Text bearbeiten</translation>
    </message>
    <message>
        <source>The text was changed.</source>
        <translation>Der Text wurde geändert.</translation>
    </message>
    <message>
        <source>The article is no longer marked as doubtful.</source>
        <translation>Der Artikel gilt nicht mehr als zweifelhaft.</translation>
    </message>
    <message>
        <source>Mark as Checked</source>
        <translation>Als geprüft markieren</translation>
    </message>
    <message>
        <source>Back to What Was Extracted</source>
        <translation>Zurück zum ausgelesenen Artikel</translation>
    </message>
    <message>
        <source>The article is as it was extracted.</source>
        <translation>Der Artikel ist wieder so, wie er ausgelesen wurde.</translation>
    </message>
    <message>
        <source>Add Tag</source>
        <translation>Schlagwort vergeben</translation>
    </message>
    <message>
        <source>Take Tag Off</source>
        <translation>Schlagwort entfernen</translation>
    </message>
    <message>
        <source>“{old}” is now called “{new}”.</source>
        <translation>„{old}“ heißt jetzt „{new}“.</translation>
    </message>
    <message>
        <source>Rename Tag</source>
        <translation>Schlagwort umbenennen</translation>
    </message>
    <message>
        <source>“{old}” was joined into “{new}”.</source>
        <translation>„{old}“ ging in „{new}“ auf.</translation>
    </message>
    <message>
        <source>Merge Tags</source>
        <translation>Schlagwörter vereinen</translation>
    </message>
    <message>
        <source>The tag “{name}” was deleted.</source>
        <translation>Das Schlagwort „{name}“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>Delete Tag</source>
        <translation>Schlagwort löschen</translation>
    </message>
    <message>
        <source>Nothing of the article&apos;s text is selected.</source>
        <translation>Vom Text des Artikels ist nichts ausgewählt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln clipping(s) deleted for good.</source>
        <translation>
            <numerusform>%Ln Clipping endgültig gelöscht.</numerusform>
            <numerusform>%Ln Clippings endgültig gelöscht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Emptiness</name>
    <message>
        <source>Other words may find it. Esc brings all clippings back.</source>
        <translation>Vielleicht finden es andere Wörter. Esc holt alle Clippings zurück.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Clipper has no doubt about any article: none looks wrong, or cut short.</source>
        <translation>Clipper hat an keinem Artikel Zweifel: Keiner sieht falsch oder abgeschnitten aus.</translation>
    </message>
    <message>
        <source>Nothing doubtful</source>
        <translation>Nichts zweifelhaft</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Nichts hier</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>Der Papierkorb ist leer.</translation>
    </message>
    <message>
        <source>No clipping is in this list.</source>
        <translation>In dieser Liste ist kein Clipping.</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Drop a link here</source>
        <translation>Link hier loslassen</translation>
    </message>
    <message>
        <source>A link, a tab, a selection or a saved page: drag it from the browser onto this window.</source>
        <translation>Einen Link, einen Tab, eine Auswahl oder eine gesicherte Seite: Ziehen Sie sie aus dem Browser auf dieses Fenster.</translation>
    </message>
    <message>
        <source>or paste an address</source>
        <translation>oder eine Adresse einfügen</translation>
    </message>
    <message>
        <source>Address of an article</source>
        <translation>Adresse eines Artikels</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>This is no web address. It begins with https://</source>
        <translation>Das ist keine Webadresse. Sie beginnt mit https://</translation>
    </message>
    <message>
        <source>Open files …</source>
        <translation>Dateien öffnen …</translation>
    </message>
    <message>
        <source>Saved pages, link files, reading lists</source>
        <translation>Gesicherte Seiten, Linkdateien, Leselisten</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Stopped. What was there is as it was.</source>
        <translation>Angehalten. Was da war, ist unverändert.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>US Letter</source>
        <translation>US Letter</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>One file</source>
        <translation>Eine Datei</translation>
    </message>
    <message>
        <source>One file each</source>
        <translation>Je eine Datei</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>&amp;Where to</source>
        <translation>&amp;Wohin</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Replace?</source>
        <translation>Ersetzen?</translation>
    </message>
</context>
<context>
    <name>ExportFoot</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Setting the pages …</source>
        <translation>Seiten werden gesetzt …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>HelpTopics</name>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>budget deficit</source>
        <translation>Haushalt Schulden</translation>
    </message>
    <message>
        <source>both words, in any order</source>
        <translation>beide Wörter, in beliebiger Reihenfolge</translation>
    </message>
    <message>
        <source>&quot;budget deficit&quot;</source>
        <translation>&quot;Haushalt Schulden&quot;</translation>
    </message>
    <message>
        <source>exactly these words in a row</source>
        <translation>genau diese Wörter hintereinander</translation>
    </message>
    <message>
        <source>What is found has all the words, somewhere in its title, text, authors, site or section. The last word may be half typed; a space ends it.</source>
        <translation>Gefunden wird, was alle Wörter hat, irgendwo in Titel, Text, Autoren, Website oder Ressort. Das letzte Wort kann halb getippt sein; ein Leerzeichen beendet es.</translation>
    </message>
    <message>
        <source>A word finds its other forms, too: house finds houses, and Haus finds Häuser. Capitals and accents make no difference, and neither does ä or ae, ß or ss. In German a word finds longer ones that end in it: Ministerium finds Verteidigungsministerium.</source>
        <translation>Ein Wort findet auch seine anderen Formen: Haus findet Häuser, und house findet houses. Großbuchstaben und Akzente machen keinen Unterschied, ä oder ae, ß oder ss auch nicht. Im Deutschen findet ein Wort längere, die auf es enden: Ministerium findet Verteidigungsministerium.</translation>
    </message>
    <message>
        <source>In quotation marks words are found exactly as they are written there, small words like “the” as well.</source>
        <translation>In Anführungszeichen werden Wörter genau so gefunden, wie sie dastehen, auch kleine wie „der“.</translation>
    </message>
    <message>
        <source>One or the other, and not</source>
        <translation>Eins oder das andere, und nicht</translation>
    </message>
    <message>
        <source>budget OR deficit</source>
        <translation>Haushalt ODER Schulden</translation>
    </message>
    <message>
        <source>one of them, or both</source>
        <translation>eines davon, oder beide</translation>
    </message>
    <message>
        <source>budget -deficit</source>
        <translation>Haushalt -Schulden</translation>
    </message>
    <message>
        <source>the first without the second</source>
        <translation>das erste ohne das zweite</translation>
    </message>
    <message>
        <source>budget NOT deficit</source>
        <translation>Haushalt NICHT Schulden</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>dasselbe</translation>
    </message>
    <message>
        <source>(budget OR deficit) minister</source>
        <translation>(Haushalt ODER Schulden) Minister</translation>
    </message>
    <message>
        <source>brackets keep together what belongs together</source>
        <translation>Klammern halten zusammen, was zusammengehört</translation>
    </message>
    <message>
        <source>budget -(deficit OR minister)</source>
        <translation>Haushalt -(Schulden ODER Minister)</translation>
    </message>
    <message>
        <source>without either of them</source>
        <translation>ohne eines von beiden</translation>
    </message>
    <message>
        <source>OR, AND and NOT count only in capitals. OR comes last: a b OR c means a and b, or else c. A minus stands right before a word, a quotation mark or a bracket.</source>
        <translation>ODER, UND und NICHT zählen nur in Großbuchstaben. ODER kommt zuletzt: a b ODER c heißt a und b, oder aber c. Ein Minus steht direkt vor einem Wort, einem Anführungszeichen oder einer Klammer.</translation>
    </message>
    <message>
        <source>Letters left open, and wrong letters</source>
        <translation>Offene und falsche Buchstaben</translation>
    </message>
    <message>
        <source>minist*</source>
        <translation>Minist*</translation>
    </message>
    <message>
        <source>words that begin so</source>
        <translation>Wörter, die so beginnen</translation>
    </message>
    <message>
        <source>*crat</source>
        <translation>*krat</translation>
    </message>
    <message>
        <source>words that end so</source>
        <translation>Wörter, die so enden</translation>
    </message>
    <message>
        <source>*crat*</source>
        <translation>*krat*</translation>
    </message>
    <message>
        <source>words with this anywhere in them</source>
        <translation>Wörter, die das irgendwo enthalten</translation>
    </message>
    <message>
        <source>organi?ation</source>
        <translation>Photogra?h</translation>
    </message>
    <message>
        <source>one letter, whichever</source>
        <translation>ein beliebiger Buchstabe</translation>
    </message>
    <message>
        <source>Shevardnadse~</source>
        <translation>Schewardnatse~</translation>
    </message>
    <message>
        <source>also with one or two wrong letters</source>
        <translation>auch mit einem oder zwei falschen Buchstaben</translation>
    </message>
    <message>
        <source>Meier~1</source>
        <translation>Meier~1</translation>
    </message>
    <message>
        <source>with one wrong letter at most</source>
        <translation>mit höchstens einem falschen Buchstaben</translation>
    </message>
    <message>
        <source>With * and ? words are compared as they are written, other forms are not found. A pattern needs its first letter, or two letters in a row.</source>
        <translation>Mit * und ? werden Wörter verglichen, wie sie geschrieben sind; andere Formen werden nicht gefunden. Ein Muster braucht seinen ersten Buchstaben, oder zwei Buchstaben hintereinander.</translation>
    </message>
    <message>
        <source>With ~ a letter may be wrong, missing, too much, or swapped with the next: one in words shorter than five letters, else two.</source>
        <translation>Mit ~ darf ein Buchstabe falsch sein, fehlen, zu viel oder mit dem nächsten vertauscht sein: einer in Wörtern mit weniger als fünf Buchstaben, sonst zwei.</translation>
    </message>
    <message>
        <source>Close together</source>
        <translation>Nahe beieinander</translation>
    </message>
    <message>
        <source>chancellor NEAR/5 resign</source>
        <translation>Kanzler NAHE/5 Rücktritt</translation>
    </message>
    <message>
        <source>both, at most five words apart</source>
        <translation>beide, höchstens fünf Wörter voneinander entfernt</translation>
    </message>
    <message>
        <source>chancellor NEAR resign</source>
        <translation>Kanzler NAHE Rücktritt</translation>
    </message>
    <message>
        <source>at most ten words apart</source>
        <translation>höchstens zehn Wörter voneinander entfernt</translation>
    </message>
    <message>
        <source>&quot;chancellor resigned yesterday&quot;~8</source>
        <translation>&quot;Kanzler gestern zurückgetreten&quot;~8</translation>
    </message>
    <message>
        <source>all of them close together, in any order</source>
        <translation>alle nahe beieinander, in beliebiger Reihenfolge</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>title:budget</source>
        <translation>titel:Haushalt</translation>
    </message>
    <message>
        <source>in the title only</source>
        <translation>nur im Titel</translation>
    </message>
    <message>
        <source>title:(budget OR deficit)</source>
        <translation>titel:(Haushalt ODER Schulden)</translation>
    </message>
    <message>
        <source>a field before a bracket holds for all in it</source>
        <translation>ein Feld vor einer Klammer gilt für alles darin</translation>
    </message>
    <message>
        <source>text:budget</source>
        <translation>text:Haushalt</translation>
    </message>
    <message>
        <source>in the text only</source>
        <translation>nur im Text</translation>
    </message>
    <message>
        <source>author:&quot;Jane Doe&quot;</source>
        <translation>autor:&quot;Erika Muster&quot;</translation>
    </message>
    <message>
        <source>by this author</source>
        <translation>von dieser Autorin</translation>
    </message>
    <message>
        <source>site:guardian</source>
        <translation>seite:spiegel</translation>
    </message>
    <message>
        <source>from this site, by its name or address</source>
        <translation>von dieser Website, nach Name oder Adresse</translation>
    </message>
    <message>
        <source>-site:guardian</source>
        <translation>-seite:spiegel</translation>
    </message>
    <message>
        <source>from all sites but this</source>
        <translation>von allen Websites außer dieser</translation>
    </message>
    <message>
        <source>url:/politics/</source>
        <translation>adresse:/politik/</translation>
    </message>
    <message>
        <source>with this in its address</source>
        <translation>mit diesem Teil in der Adresse</translation>
    </message>
    <message>
        <source>section:economy</source>
        <translation>ressort:Wirtschaft</translation>
    </message>
    <message>
        <source>from this section of the site</source>
        <translation>aus diesem Ressort der Website</translation>
    </message>
    <message>
        <source>lang:de</source>
        <translation>sprache:de</translation>
    </message>
    <message>
        <source>in this language</source>
        <translation>in dieser Sprache</translation>
    </message>
    <message>
        <source>A field stands before its words without a space. Sites, authors and tags are offered as you type.</source>
        <translation>Ein Feld steht ohne Leerzeichen vor seinen Wörtern. Websites, Autoren und Schlagwörter werden beim Tippen angeboten.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>date:2026-03</source>
        <translation>datum:2026-03</translation>
    </message>
    <message>
        <source>published in this month; a year or a day will do, too</source>
        <translation>in diesem Monat erschienen; auch ein Jahr oder ein Tag geht</translation>
    </message>
    <message>
        <source>date:2026-03..2026-06</source>
        <translation>datum:2026-03..2026-06</translation>
    </message>
    <message>
        <source>published from March to June</source>
        <translation>von März bis Juni erschienen</translation>
    </message>
    <message>
        <source>date:&gt;=2026-03-15</source>
        <translation>datum:&gt;=2026-03-15</translation>
    </message>
    <message>
        <source>on this day or later; also &gt;, &lt; and &lt;=</source>
        <translation>an diesem Tag oder später; auch &gt;, &lt; und &lt;=</translation>
    </message>
    <message>
        <source>after:2026-03-15</source>
        <translation>seit:2026-03-15</translation>
    </message>
    <message>
        <source>published that day or later; before: earlier than it</source>
        <translation>an diesem Tag oder später erschienen; vor: früher als er</translation>
    </message>
    <message>
        <source>after:7d before:today</source>
        <translation>seit:7d vor:heute</translation>
    </message>
    <message>
        <source>in the last seven days, but not today</source>
        <translation>in den letzten sieben Tagen, aber nicht heute</translation>
    </message>
    <message>
        <source>added:7d</source>
        <translation>hinzugefügt:7d</translation>
    </message>
    <message>
        <source>added within the last seven days</source>
        <translation>in den letzten sieben Tagen hinzugefügt</translation>
    </message>
    <message>
        <source>Days are written 2026, 2026-03, 2026-03-15, 15.3.2026, march-2026, today, yesterday, or as a time back from today: 7d, 2w, 3m, 1y.</source>
        <translation>Tage schreibt man 2026, 2026-03, 2026-03-15, 15.3.2026, märz-2026, heute, gestern, oder als Zeit zurück von heute: 7d, 2w, 3m, 1y.</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Eigenes</translation>
    </message>
    <message>
        <source>tag:europe</source>
        <translation>schlagwort:Europa</translation>
    </message>
    <message>
        <source>with this tag, or one below it</source>
        <translation>mit diesem Schlagwort, oder einem darunter</translation>
    </message>
    <message>
        <source>note:&quot;ask again&quot;</source>
        <translation>notiz:&quot;noch fragen&quot;</translation>
    </message>
    <message>
        <source>with these words in your note</source>
        <translation>mit diesen Wörtern in Ihrer Notiz</translation>
    </message>
    <message>
        <source>is:unread</source>
        <translation>ist:ungelesen</translation>
    </message>
    <message>
        <source>not read yet; also read, starred, tagged, untagged, doubtful, trashed</source>
        <translation>noch nicht gelesen; auch gelesen, gemerkt, zweifelhaft, papierkorb, tagged, untagged</translation>
    </message>
    <message>
        <source>has:picture</source>
        <translation>hat:bild</translation>
    </message>
    <message>
        <source>with a picture; also note, tag, flag, capture</source>
        <translation>mit Bild; auch notiz, schlagwort, flag, capture</translation>
    </message>
    <message>
        <source>flag:paywall</source>
        <translation>flag:paywall</translation>
    </message>
    <message>
        <source>with this doubt about the article; also cut_short, live_blog …</source>
        <translation>mit diesem Zweifel am Artikel; auch cut_short, live_blog …</translation>
    </message>
    <message>
        <source>id:1,2</source>
        <translation>id:1,2</translation>
    </message>
    <message>
        <source>the clippings of these numbers</source>
        <translation>die Clippings mit diesen Nummern</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>budget sort:newest</source>
        <translation>Haushalt sortierung:neueste</translation>
    </message>
    <message>
        <source>the newest first; also oldest, added, relevance</source>
        <translation>die neuesten zuerst; auch älteste, hinzugefügt, relevanz</translation>
    </message>
    <message>
        <source>By relevance, what has the words more often, in the title, or in a short text comes first; the newer of equals before the older.</source>
        <translation>Nach Relevanz kommt zuerst, was die Wörter öfter, im Titel oder in einem kurzen Text hat; von Gleichem das Neuere vor dem Älteren.</translation>
    </message>
    <message>
        <source>Fields, values and operators are understood in English and in German.</source>
        <translation>Felder, Werte und Operatoren werden auf Deutsch und auf Englisch verstanden.</translation>
    </message>
    <message>
        <source>In the window</source>
        <translation>Im Fenster</translation>
    </message>
    <message>
        <source>While you type, words and values are offered: Down chooses, Tab takes the first, Esc closes the list. Enter searches and goes to the clippings found.</source>
        <translation>Beim Tippen werden Wörter und Werte angeboten: Pfeil nach unten wählt, Tab nimmt den ersten, Esc schließt die Liste. Enter sucht und geht zu den gefundenen Clippings.</translation>
    </message>
    <message>
        <source>F3 goes to the next hit in the article and then to the next clipping, Shift+F3 back. L shows clippings like the selected one.</source>
        <translation>F3 geht zum nächsten Treffer im Artikel und dann zum nächsten Clipping, Umschalt+F3 zurück. L zeigt Clippings, die dem gewählten ähnlich sind.</translation>
    </message>
    <message>
        <source>Refine, over the list, counts what was found by site, author, date, language, tag and more. A choice goes into the search box, and is taken out there or by a second choice.</source>
        <translation>Eingrenzen, über der Liste, zählt das Gefundene nach Website, Autor, Datum, Sprache, Schlagwort und mehr. Eine Wahl kommt ins Suchfeld, und wird dort oder durch eine zweite Wahl wieder herausgenommen.</translation>
    </message>
    <message>
        <source>The bookmark in the box keeps a search in the side pane, with the number of clippings that are new since you last opened it.</source>
        <translation>Das Lesezeichen im Suchfeld behält eine Suche in der Seitenleiste, mit der Zahl der Clippings, die neu sind, seit Sie sie zuletzt geöffnet haben.</translation>
    </message>
</context>
<context>
    <name>HitBar</name>
    <message>
        <source>Previous hit, then the clipping before (Shift+F3)</source>
        <translation>Voriger Treffer, dann das Clipping davor (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next hit, then the next clipping (F3)</source>
        <translation>Nächster Treffer, dann das nächste Clipping (F3)</translation>
    </message>
    <message>
        <source>{current} of {total}</source>
        <translation>{current} von {total}</translation>
    </message>
    <message>
        <source>{total} found</source>
        <translation>{total} Treffer</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message numerus="yes">
        <source>Clipping %Ln page(s)</source>
        <translation>
            <numerusform>%Ln Seite wird aufgenommen</numerusform>
            <numerusform>%Ln Seiten werden aufgenommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Trying %Ln page(s) again</source>
        <translation>
            <numerusform>%Ln Seite wird erneut versucht</numerusform>
            <numerusform>%Ln Seiten werden erneut versucht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fetching %Ln page(s) again</source>
        <translation>
            <numerusform>%Ln Seite wird erneut abgerufen</numerusform>
            <numerusform>%Ln Seiten werden erneut abgerufen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Liking</name>
    <message>
        <source>Like: {title}</source>
        <translation>Ähnlich wie: {title}</translation>
    </message>
    <message>
        <source>No other clipping shares enough of its words. Esc leads back.</source>
        <translation>Kein anderes Clipping teilt genug seiner Wörter. Esc führt zurück.</translation>
    </message>
    <message>
        <source>Nothing like it</source>
        <translation>Nichts Ähnliches</translation>
    </message>
</context>
<context>
    <name>LinkAsked</name>
    <message>
        <source>Where Does the Link Lead?</source>
        <translation>Wohin führt der Link?</translation>
    </message>
    <message>
        <source>An address of the web. None takes the link away.</source>
        <translation>Eine Adresse im Web. Keine nimmt den Link weg.</translation>
    </message>
    <message>
        <source>Set Link</source>
        <translation>Link setzen</translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message>
        <source>Did you mean:</source>
        <translation>Meinten Sie:</translation>
    </message>
    <message>
        <source>Back to the list before (Esc)</source>
        <translation>Zurück zur vorigen Liste (Esc)</translation>
    </message>
    <message>
        <source>Back to the list before</source>
        <translation>Zurück zur vorigen Liste</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>Reihenfolge der Liste</translation>
    </message>
    <message>
        <source>Refine by site, author, date, language or tag</source>
        <translation>Eingrenzen nach Website, Autor, Datum, Sprache oder Schlagwort</translation>
    </message>
    <message>
        <source>Refine</source>
        <translation>Eingrenzen</translation>
    </message>
    <message>
        <source>Search for {query}</source>
        <translation>Nach {query} suchen</translation>
    </message>
    <message>
        <source>Best Order</source>
        <translation>Beste Reihenfolge</translation>
    </message>
    <message>
        <source>Recently Added</source>
        <translation>Zuletzt hinzugefügt</translation>
    </message>
    <message>
        <source>Newest First</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest First</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>By Relevance</source>
        <translation>Nach Treffergüte</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The library cannot be opened</source>
        <translation>Die Bibliothek lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>There is no address in it.</source>
        <translation>Darin ist keine Adresse.</translation>
    </message>
    <message>
        <source>Something went wrong. Nothing of yours is lost; the details are in the log.</source>
        <translation>Etwas ging schief. Nichts von Ihnen ist verloren; Näheres steht im Protokoll.</translation>
    </message>
    <message>
        <source>Copy Details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
</context>
<context>
    <name>MemoryDialog</name>
    <message>
        <source>Lines That Sites Repeat</source>
        <translation>Zeilen, die Websites wiederholen</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Websites</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>This is switched off in the settings: all lines stay in the articles.</source>
        <translation>Das ist in den Einstellungen abgeschaltet: Alle Zeilen bleiben in den Artikeln.</translation>
    </message>
    <message>
        <source>Forget Line</source>
        <translation>Zeile vergessen</translation>
    </message>
    <message>
        <source>Forget Site</source>
        <translation>Website vergessen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Forgotten: stays in the articles</source>
        <translation>Vergessen: bleibt in den Artikeln</translation>
    </message>
    <message>
        <source>On {number} of {pages} pages</source>
        <translation>Auf {number} von {pages} Seiten</translation>
    </message>
    <message>
        <source>On {number} of {pages} pages; left out only beside the text</source>
        <translation>Auf {number} von {pages} Seiten; nur neben dem Text ausgelassen</translation>
    </message>
    <message>
        <source>Leave Out Again</source>
        <translation>Wieder auslassen</translation>
    </message>
    <message>
        <source>Nothing is repeated yet</source>
        <translation>Noch wiederholt sich nichts</translation>
    </message>
    <message>
        <source>Once five pages of a site are in the library, Clipper knows which lines they have in common, and leaves them out of its articles. They are listed here then.</source>
        <translation>Sobald fünf Seiten einer Website in der Bibliothek sind, weiß Clipper, welche Zeilen sie gemeinsam haben, und lässt sie in den Artikeln aus. Dann stehen sie hier.</translation>
    </message>
    <message>
        <source>These lines stand on several pages of a site, so they are left out of its articles. The pages are kept as they were: after a line is forgotten, Extract Again brings it back.</source>
        <translation>Diese Zeilen stehen auf mehreren Seiten einer Website und werden darum in den Artikeln ausgelassen. Die Seiten selbst bleiben, wie sie waren: Ist eine Zeile vergessen, holt „Artikel neu auslesen“ sie zurück.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Add a note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>What you want to remember about this article</source>
        <translation>Was Sie sich zu diesem Artikel merken wollen</translation>
    </message>
</context>
<context>
    <name>Outgoing</name>
    <message numerus="yes">
        <source>Preparing %Ln clipping(s) for print</source>
        <translation>
            <numerusform>%Ln Clipping wird für den Druck vorbereitet</numerusform>
            <numerusform>%Ln Clippings werden für den Druck vorbereitet</numerusform>
        </translation>
    </message>
    <message>
        <source>The page as Clipper saved it. Nothing in it runs, nothing is fetched.</source>
        <translation>Die Seite, wie Clipper sie gesichert hat. Nichts darin läuft, nichts wird abgerufen.</translation>
    </message>
    <message numerus="yes">
        <source>Exporting %Ln clipping(s)</source>
        <translation>
            <numerusform>%Ln Clipping wird exportiert</numerusform>
            <numerusform>%Ln Clippings werden exportiert</numerusform>
        </translation>
    </message>
    <message>
        <source>The pages could not be printed.</source>
        <translation>Die Seiten konnten nicht gedruckt werden.</translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Saved Searches</source>
        <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
        <source>All Clippings</source>
        <translation>Alle Clippings</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>Without Tags</source>
        <translation>Ohne Schlagwort</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>Zweifelhaft</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview of the first page</source>
        <translation>Vorschau der ersten Seite</translation>
    </message>
    <message>
        <source>Setting the page …</source>
        <translation>Seite wird gesetzt …</translation>
    </message>
    <message>
        <source>No preview</source>
        <translation>Keine Vorschau</translation>
    </message>
</context>
<context>
    <name>ReadingPane</name>
    <message>
        <source>Clipped on {day}</source>
        <translation>Aufgenommen am {day}</translation>
    </message>
    <message>
        <source>The text goes on. It is too long to be shown here as a whole.</source>
        <translation>Der Text geht weiter. Er ist zu lang, um hier ganz gezeigt zu werden.</translation>
    </message>
    <message>
        <source>By {names}</source>
        <translation>Von {names}</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>Open on {site}</source>
        <translation>Auf {site} öffnen</translation>
    </message>
    <message>
        <source>Page as it was saved</source>
        <translation>Seite, wie sie gesichert wurde</translation>
    </message>
    <message>
        <source>Back to what was extracted</source>
        <translation>Zurück zum ausgelesenen Artikel</translation>
    </message>
    <message>
        <source>Open original</source>
        <translation>Original öffnen</translation>
    </message>
    <message>
        <source>Open saved page</source>
        <translation>Gesicherte Seite öffnen</translation>
    </message>
    <message>
        <source>Fetch again</source>
        <translation>Erneut abrufen</translation>
    </message>
    <message>
        <source>Nothing is wrong</source>
        <translation>Alles in Ordnung</translation>
    </message>
    <message>
        <source>Choose a clipping to read it here.</source>
        <translation>Wählen Sie ein Clipping, um es hier zu lesen.</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Put back a copy; the damaged file is kept beside it:</source>
        <translation>Eine Kopie zurückspielen; die beschädigte Datei bleibt daneben erhalten:</translation>
    </message>
    <message numerus="yes">
        <source>Copy of {day} with %Ln clipping(s)</source>
        <translation>
            <numerusform>Kopie vom {day} mit %Ln Clipping</numerusform>
            <numerusform>Kopie vom {day} mit %Ln Clippings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reextracting</name>
    <message numerus="yes">
        <source>Extracting %Ln clipping(s) again</source>
        <translation>
            <numerusform>%Ln Clipping wird neu ausgelesen</numerusform>
            <numerusform>%Ln Clippings werden neu ausgelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fetching pictures of %Ln clipping(s)</source>
        <translation>
            <numerusform>Bilder von %Ln Clipping werden geholt</numerusform>
            <numerusform>Bilder von %Ln Clippings werden geholt</numerusform>
        </translation>
    </message>
    <message>
        <source>Extract Again</source>
        <translation>Neu auslesen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) changed.</source>
        <translation>
            <numerusform>%Ln Artikel geändert.</numerusform>
            <numerusform>%Ln Artikel geändert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stayed the same.</source>
        <translation>
            <numerusform>%Ln gleich geblieben.</numerusform>
            <numerusform>%Ln gleich geblieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read again.</source>
        <translation>
            <numerusform>%Ln konnte nicht neu ausgelesen werden.</numerusform>
            <numerusform>%Ln konnten nicht neu ausgelesen werden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Refining</name>
    <message>
        <source>Nothing to refine by</source>
        <translation>Nichts zum Eingrenzen</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Ressort</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Erschienen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>Zweifel</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{month} {year}</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>Without Tags</source>
        <translation>Ohne Schlagwort</translation>
    </message>
    <message>
        <source>With a Note</source>
        <translation>Mit Notiz</translation>
    </message>
    <message>
        <source>With a Picture</source>
        <translation>Mit Bild</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>Dänisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italienisch</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japanisch</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Niederländisch</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Polnisch</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portugiesisch</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Russisch</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>Schwedisch</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Türkisch</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Ukrainisch</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinesisch</translation>
    </message>
</context>
<context>
    <name>Remembering</name>
    <message>
        <source>Left out again: {line}</source>
        <translation>Wieder ausgelassen: {line}</translation>
    </message>
    <message>
        <source>Forgotten: {line}</source>
        <translation>Vergessen: {line}</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Zurückgenommen.</translation>
    </message>
</context>
<context>
    <name>Rewriting</name>
    <message>
        <source>Table: {beginning}</source>
        <translation>Tabelle: {beginning}</translation>
    </message>
    <message>
        <source>Picture: {words}</source>
        <translation>Bild: {words}</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>It stands in the side pane, with the number of clippings that are new.</source>
        <translation>Sie steht in der Seitenleiste, mit der Zahl der Clippings, die neu sind.</translation>
    </message>
    <message>
        <source>Save Search</source>
        <translation>Suche speichern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>The search “{old}” is now called “{new}”.</source>
        <translation>Die Suche „{old}“ heißt jetzt „{new}“.</translation>
    </message>
    <message>
        <source>Rename Search</source>
        <translation>Suche umbenennen</translation>
    </message>
    <message>
        <source>The search “{name}” was deleted.</source>
        <translation>Die Suche „{name}“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>Delete Search</source>
        <translation>Suche löschen</translation>
    </message>
    <message>
        <source>Rename “{name}”</source>
        <translation>„{name}“ umbenennen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>The search was saved as “{name}”.</source>
        <translation>Die Suche wurde als „{name}“ gespeichert.</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search clippings</source>
        <translation>Clippings durchsuchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Words, &quot;phrases&quot;, -not, OR, prefix*, title: site: author: tag: date:</source>
        <translation>Wörter, &quot;Wendungen&quot;, -ohne, OR, Wortanfang*, title: site: author: tag: date:</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Diese Suche speichern</translation>
    </message>
</context>
<context>
    <name>SearchHelp</name>
    <message>
        <source>How to Search</source>
        <translation>So wird gesucht</translation>
    </message>
    <message>
        <source>Type words. A click on an example searches for it.</source>
        <translation>Geben Sie Wörter ein. Ein Klick auf ein Beispiel sucht danach.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{example}: {meaning}</source>
        <translation>{example}: {meaning}</translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>No clipping here has {words}.</source>
        <translation>Kein Clipping hier hat {words}.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Short animations.</source>
        <translation>Kurze Animationen.</translation>
    </message>
    <message>
        <source>Size of the reading text</source>
        <translation>Größe des Lesetextes</translation>
    </message>
    <message>
        <source>Also with Ctrl and + or −.</source>
        <translation>Auch mit Strg und + oder −.</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Als gelesen markieren</translation>
    </message>
    <message>
        <source>What was open for a moment counts as read.</source>
        <translation>Was einen Augenblick offen war, gilt als gelesen.</translation>
    </message>
    <message>
        <source>Leave out what a site repeats</source>
        <translation>Auslassen, was eine Website wiederholt</translation>
    </message>
    <message>
        <source>Lines that stand on several pages of a site stay out of its articles, from the fifth page on.</source>
        <translation>Zeilen, die auf mehreren Seiten einer Website stehen, bleiben ab der fünften Seite aus den Artikeln heraus.</translation>
    </message>
    <message>
        <source>Pages fetched at once</source>
        <translation>Seiten, die zugleich abgerufen werden</translation>
    </message>
    <message>
        <source>Private addresses</source>
        <translation>Private Adressen</translation>
    </message>
    <message>
        <source>Pages on this computer and in its network may be fetched. Leave it off unless you need it.</source>
        <translation>Seiten auf diesem Rechner und in seinem Netz dürfen abgerufen werden. Lassen Sie es aus, wenn Sie es nicht brauchen.</translation>
    </message>
    <message>
        <source>US Letter</source>
        <translation>US Letter</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>For PDF and print.</source>
        <translation>Für PDF und Druck.</translation>
    </message>
    <message>
        <source>Pictures in PDFs</source>
        <translation>Bilder in PDFs</translation>
    </message>
</context>
<context>
    <name>ShortcutList</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Panes</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Read on, then the next unread clipping</source>
        <translation>Weiterlesen, dann das nächste ungelesene Clipping</translation>
    </message>
    <message>
        <source>Empty the search, back to the list</source>
        <translation>Suche leeren, zurück zur Liste</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Views, saved searches and tags</source>
        <translation>Ansichten, gespeicherte Suchen und Schlagwörter</translation>
    </message>
</context>
<context>
    <name>SidebarModel</name>
    <message>
        <source>{name}, {new}</source>
        <translation>{name}, {new}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln neu</numerusform>
            <numerusform>%Ln neu</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>The safety copy was put back.</source>
        <translation>Die Sicherungskopie wurde zurückgespielt.</translation>
    </message>
    <message>
        <source>The safety copy was put back. The damaged file is kept as {name}.</source>
        <translation>Die Sicherungskopie wurde zurückgespielt. Die beschädigte Datei bleibt als {name} erhalten.</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>{name}: less</source>
        <translation>{name}: weniger</translation>
    </message>
    <message>
        <source>{name}: more</source>
        <translation>{name}: mehr</translation>
    </message>
</context>
<context>
    <name>Stepping</name>
    <message>
        <source>On from the first clipping found.</source>
        <translation>Weiter beim ersten gefundenen Clipping.</translation>
    </message>
    <message>
        <source>On from the last clipping found.</source>
        <translation>Weiter beim letzten gefundenen Clipping.</translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %Ln clipping(s)</source>
        <translation>
            <numerusform>Schlagwörter von %Ln Clipping</numerusform>
            <numerusform>Schlagwörter von %Ln Clippings</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a tag, with / for a level below</source>
        <translation>Schlagwort vergeben, mit / für eine Ebene darunter</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Neues Schlagwort</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Vergeben</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>Edit Text</source>
        <translation>Text bearbeiten</translation>
    </message>
    <message>
        <source>Text of the article</source>
        <translation>Text des Artikels</translation>
    </message>
    <message>
        <source>The article was changed meanwhile. Save puts this text in its place.</source>
        <translation>Der Artikel wurde inzwischen geändert. Speichern setzt diesen Text an seine Stelle.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What you change stays, also when the page is read again.</source>
        <translation>Was Sie ändern, bleibt, auch wenn die Seite neu ausgelesen wird.</translation>
    </message>
</context>
<context>
    <name>TitleEdit</name>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Übernehmen</translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message>
        <source>Save What You Changed?</source>
        <translation>Änderungen speichern?</translation>
    </message>
    <message>
        <source>The text was changed, and is not saved yet.</source>
        <translation>Der Text wurde geändert und ist noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Go on Editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>There is no site of this name ({detail}). Check the address, or whether you are online.</source>
        <translation>Eine Website dieses Namens gibt es nicht ({detail}). Prüfen Sie die Adresse und ob Sie online sind.</translation>
    </message>
    <message>
        <source>The site does not answer ({detail}). Retry later.</source>
        <translation>Die Website antwortet nicht ({detail}). Wiederholen Sie es später.</translation>
    </message>
    <message>
        <source>The site&apos;s certificate cannot be trusted ({detail}). Open it in the browser and drop the saved page here.</source>
        <translation>Dem Zertifikat der Website ist nicht zu trauen ({detail}). Öffnen Sie sie im Browser und ziehen Sie die gesicherte Seite hierher.</translation>
    </message>
    <message>
        <source>The site took too long to answer. Retry later.</source>
        <translation>Die Website brauchte zu lange für eine Antwort. Wiederholen Sie es später.</translation>
    </message>
    <message>
        <source>The page is larger than Clipper reads (20 MB).</source>
        <translation>Die Seite ist größer, als Clipper liest (20 MB).</translation>
    </message>
    <message>
        <source>The address leads into a private network ({detail}). Allow private addresses in the settings if you trust it.</source>
        <translation>Die Adresse führt in ein privates Netz ({detail}). Erlauben Sie private Adressen in den Einstellungen, wenn Sie ihr trauen.</translation>
    </message>
    <message>
        <source>Only http and https addresses can be clipped, not {detail}.</source>
        <translation>Nur Adressen mit http und https lassen sich aufnehmen, nicht {detail}.</translation>
    </message>
    <message>
        <source>The site sends the address round in circles. Open it in the browser and drop the saved page here.</source>
        <translation>Die Website leitet die Adresse im Kreis. Öffnen Sie sie im Browser und ziehen Sie die gesicherte Seite hierher.</translation>
    </message>
    <message>
        <source>This is no web page ({detail}). Only pages with text can be clipped.</source>
        <translation>Das ist keine Webseite ({detail}). Nur Seiten mit Text lassen sich aufnehmen.</translation>
    </message>
    <message>
        <source>The page is empty. Retry later, or open it in the browser and drop the saved page here.</source>
        <translation>Die Seite ist leer. Wiederholen Sie es später, oder öffnen Sie sie im Browser und ziehen Sie die gesicherte Seite hierher.</translation>
    </message>
    <message>
        <source>What came is damaged and cannot be read. Retry, or save the page anew in the browser.</source>
        <translation>Was ankam, ist beschädigt und nicht lesbar. Wiederholen Sie es, oder sichern Sie die Seite im Browser neu.</translation>
    </message>
    <message>
        <source>Reading the page took too long, so it was given up.</source>
        <translation>Das Lesen der Seite dauerte zu lange und wurde aufgegeben.</translation>
    </message>
    <message>
        <source>Clipper does not know this kind of file ({detail}). Save the page as HTML and drop that.</source>
        <translation>Clipper kennt diese Art von Datei nicht ({detail}). Sichern Sie die Seite als HTML und nehmen Sie diese auf.</translation>
    </message>
    <message>
        <source>The file is not there any more ({detail}).</source>
        <translation>Die Datei ist nicht mehr da ({detail}).</translation>
    </message>
    <message>
        <source>The file cannot be read ({detail}). Check its permissions.</source>
        <translation>Die Datei lässt sich nicht lesen ({detail}). Prüfen Sie ihre Zugriffsrechte.</translation>
    </message>
    <message>
        <source>Reading the page failed in an unexpected way. The details are in the log.</source>
        <translation>Das Lesen der Seite schlug unerwartet fehl. Näheres steht im Protokoll.</translation>
    </message>
    <message>
        <source>It did not work ({detail}). Retry, or open the page in the browser and drop the saved page here.</source>
        <translation>Das ging nicht ({detail}). Wiederholen Sie es, oder öffnen Sie die Seite im Browser und ziehen Sie die gesicherte Seite hierher.</translation>
    </message>
    <message>
        <source>The site asks for a login (status {detail}). Log in with the browser and drop the saved page here.</source>
        <translation>Die Website verlangt eine Anmeldung (Status {detail}). Melden Sie sich im Browser an und ziehen Sie die gesicherte Seite hierher.</translation>
    </message>
    <message>
        <source>The site refuses Clipper (status {detail}). Open the page in the browser and drop the saved page here.</source>
        <translation>Die Website weist Clipper ab (Status {detail}). Öffnen Sie die Seite im Browser und ziehen Sie die gesicherte Seite hierher.</translation>
    </message>
    <message>
        <source>The page is not there (status {detail}). Check the address.</source>
        <translation>Die Seite gibt es nicht (Status {detail}). Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>The site has taken the page away (status {detail}).</source>
        <translation>Die Website hat die Seite entfernt (Status {detail}).</translation>
    </message>
    <message>
        <source>The site asks for fewer requests (status {detail}). Retry later.</source>
        <translation>Die Website bittet um weniger Anfragen (Status {detail}). Wiederholen Sie es später.</translation>
    </message>
    <message>
        <source>The site may not show the page here for legal reasons (status {detail}).</source>
        <translation>Die Website darf die Seite hier aus rechtlichen Gründen nicht zeigen (Status {detail}).</translation>
    </message>
    <message>
        <source>The site refuses the request (status {detail}). Open the page in the browser and drop the saved page here.</source>
        <translation>Die Website weist die Anfrage ab (Status {detail}). Öffnen Sie die Seite im Browser und ziehen Sie die gesicherte Seite hierher.</translation>
    </message>
    <message>
        <source>The site has a fault of its own (status {detail}). Retry later.</source>
        <translation>Die Website hat selbst einen Fehler (Status {detail}). Wiederholen Sie es später.</translation>
    </message>
    <message>
        <source>The site gave an answer without a page (status {detail}). Retry later.</source>
        <translation>Die Website antwortete ohne eine Seite (Status {detail}). Wiederholen Sie es später.</translation>
    </message>
    <message>
        <source>The site showed its consent notice instead of the article.</source>
        <translation>Die Website zeigte statt des Artikels ihren Einwilligungshinweis.</translation>
    </message>
    <message>
        <source>Only the free part of the article is here.</source>
        <translation>Nur der freie Teil des Artikels ist hier.</translation>
    </message>
    <message>
        <source>The site asked whether a person is reading.</source>
        <translation>Die Website fragte, ob ein Mensch liest.</translation>
    </message>
    <message>
        <source>Open the original in the browser, save the page, and drop the file here.</source>
        <translation>Öffnen Sie das Original im Browser, sichern Sie die Seite und ziehen Sie die Datei hierher.</translation>
    </message>
    <message>
        <source>The site asked for a login instead of showing the article.</source>
        <translation>Die Website verlangte eine Anmeldung, statt den Artikel zu zeigen.</translation>
    </message>
    <message>
        <source>This looks like an error page of the site.</source>
        <translation>Das sieht nach einer Fehlerseite der Website aus.</translation>
    </message>
    <message>
        <source>This page is a video, a sound or a gallery with little text.</source>
        <translation>Diese Seite ist ein Video, ein Tonbeitrag oder eine Bilderstrecke mit wenig Text.</translation>
    </message>
    <message>
        <source>No article was found on this page.</source>
        <translation>Auf dieser Seite wurde kein Artikel gefunden.</translation>
    </message>
    <message>
        <source>Compare it with the page as it was saved.</source>
        <translation>Vergleichen Sie mit der Seite, wie sie gesichert wurde.</translation>
    </message>
    <message>
        <source>This is a live blog: it shows how things stood when it was clipped.</source>
        <translation>Das ist ein Liveblog: Es zeigt den Stand zum Zeitpunkt der Aufnahme.</translation>
    </message>
    <message>
        <source>Open the original in the browser, answer the notice, save the page, and drop the file here.</source>
        <translation>Öffnen Sie das Original im Browser, beantworten Sie die Abfrage, sichern Sie die Seite und ziehen Sie die Datei hierher.</translation>
    </message>
    <message>
        <source>If you subscribe: open the original in the browser, sign in there, save the page, and drop the file here.</source>
        <translation>Mit Abonnement: Öffnen Sie das Original im Browser, melden Sie sich dort an, sichern Sie die Seite und ziehen Sie die Datei hierher.</translation>
    </message>
    <message>
        <source>Open the original in the browser, sign in there, save the page, and drop the file here.</source>
        <translation>Öffnen Sie das Original im Browser, melden Sie sich dort an, sichern Sie die Seite und ziehen Sie die Datei hierher.</translation>
    </message>
    <message>
        <source>Fetch it again later, or look in the browser whether it is still there.</source>
        <translation>Rufen Sie sie später erneut ab, oder sehen Sie im Browser nach, ob es sie noch gibt.</translation>
    </message>
    <message>
        <source>Open the original to see or hear it.</source>
        <translation>Öffnen Sie das Original, um es zu sehen oder zu hören.</translation>
    </message>
    <message>
        <source>The page itself is kept; look at it as it was saved.</source>
        <translation>Die Seite selbst ist aufbewahrt; sehen Sie sie an, wie sie gesichert wurde.</translation>
    </message>
    <message>
        <source>A part of the article may be missing.</source>
        <translation>Vielleicht fehlt ein Teil des Artikels.</translation>
    </message>
    <message>
        <source>Look at the page as it was saved.</source>
        <translation>Sehen Sie sich die Seite an, wie sie gesichert wurde.</translation>
    </message>
    <message>
        <source>Fetch it again for what came later.</source>
        <translation>Rufen Sie es erneut ab, um Späteres zu sehen.</translation>
    </message>
    <message>
        <source>It is not certain which part of the page is the article.</source>
        <translation>Es ist nicht sicher, welcher Teil der Seite der Artikel ist.</translation>
    </message>
    <message>
        <source>This library was written by a newer Clipper (version {detail}). It was not touched. Update Clipper to open it.</source>
        <translation>Diese Bibliothek schrieb ein neueres Clipper (Version {detail}). Sie blieb unberührt. Aktualisieren Sie Clipper, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>Another program holds the library. Try again in a moment.</source>
        <translation>Ein anderes Programm hält die Bibliothek fest. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Something in the library is damaged ({detail}). Nothing was changed. A safety copy can be put back.</source>
        <translation>Etwas in der Bibliothek ist beschädigt ({detail}). Geändert wurde nichts. Eine Sicherungskopie kann zurückgespielt werden.</translation>
    </message>
    <message>
        <source>The library&apos;s database is gone ({detail}), while its pages are still there. Put it back, or choose a safety copy.</source>
        <translation>Die Datenbank der Bibliothek ist weg ({detail}), ihre Seiten sind noch da. Legen Sie die Datei zurück, oder wählen Sie eine Sicherungskopie.</translation>
    </message>
    <message>
        <source>No page was saved with this clipping; it was added as it stands.</source>
        <translation>Zu diesem Clipping wurde keine Seite gesichert; es wurde aufgenommen, wie es ist.</translation>
    </message>
    <message>
        <source>This is not in the library any more ({detail}).</source>
        <translation>Das ist nicht mehr in der Bibliothek ({detail}).</translation>
    </message>
    <message>
        <source>The search index is damaged and is being made anew. Until then searching is slower.</source>
        <translation>Der Suchindex ist beschädigt und wird neu angelegt. Bis dahin ist die Suche langsamer.</translation>
    </message>
    <message>
        <source>The search index is missing and is being made anew. Until then searching is slower.</source>
        <translation>Der Suchindex fehlt und wird neu angelegt. Bis dahin ist die Suche langsamer.</translation>
    </message>
    <message>
        <source>The search index was not written by Clipper, so it is not opened but made anew.</source>
        <translation>Den Suchindex hat nicht Clipper geschrieben; er wird nicht geöffnet, sondern neu angelegt.</translation>
    </message>
    <message>
        <source>The search index cannot be written ({detail}). What is newest may not be found.</source>
        <translation>Der Suchindex lässt sich nicht schreiben ({detail}). Das Neueste wird vielleicht nicht gefunden.</translation>
    </message>
    <message>
        <source>Another program is writing the search index. What is newest may be found a little later.</source>
        <translation>Ein anderes Programm schreibt am Suchindex. Das Neueste wird vielleicht erst etwas später gefunden.</translation>
    </message>
    <message>
        <source>There is a file of this name already ({detail}). It was left as it is.</source>
        <translation>Eine Datei dieses Namens gibt es schon ({detail}). Sie blieb unverändert.</translation>
    </message>
    <message>
        <source>Nothing may be written there ({detail}). Choose another folder.</source>
        <translation>Dort darf nicht geschrieben werden ({detail}). Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing was written. Make room, or choose another folder.</source>
        <translation>Der Datenträger ist voll, darum wurde nichts geschrieben. Schaffen Sie Platz, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The folder is not there ({detail}). Choose another one.</source>
        <translation>Den Ordner gibt es nicht ({detail}). Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Setting the pages took too long. Export fewer clippings at once.</source>
        <translation>Das Setzen der Seiten dauerte zu lange. Exportieren Sie weniger Clippings auf einmal.</translation>
    </message>
    <message>
        <source>The file could not be written ({detail}). What was there is as it was.</source>
        <translation>Die Datei konnte nicht geschrieben werden ({detail}). Was da war, ist unverändert.</translation>
    </message>
    <message>
        <source>The library can only be read, so nothing was changed ({detail}).</source>
        <translation>Die Bibliothek lässt sich nur lesen, darum wurde nichts geändert ({detail}).</translation>
    </message>
    <message>
        <source>The disk is full, so nothing was changed. Make room and try again.</source>
        <translation>Der Datenträger ist voll, darum wurde nichts geändert. Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The library&apos;s folder is not there ({detail}).</source>
        <translation>Den Ordner der Bibliothek gibt es nicht ({detail}).</translation>
    </message>
    <message>
        <source>There is something of this name already ({detail}). It was left as it is.</source>
        <translation>Etwas dieses Namens gibt es schon ({detail}). Es blieb unverändert.</translation>
    </message>
    <message>
        <source>A tag has 1 to 200 characters and no line breaks.</source>
        <translation>Ein Schlagwort hat 1 bis 200 Zeichen und keinen Zeilenumbruch.</translation>
    </message>
    <message>
        <source>This is no date. Write it as 2026-11-24.</source>
        <translation>Das ist kein Datum. Schreiben Sie es wie 2026-11-24.</translation>
    </message>
    <message>
        <source>A language is a code of two letters, as en or de.</source>
        <translation>Eine Sprache ist ein Kürzel aus zwei Buchstaben, wie en oder de.</translation>
    </message>
    <message>
        <source>A title has at least one character.</source>
        <translation>Ein Titel hat mindestens ein Zeichen.</translation>
    </message>
    <message>
        <source>At least one paragraph of the text has to stay.</source>
        <translation>Mindestens ein Absatz des Textes muss bleiben.</translation>
    </message>
    <message>
        <source>The note is too long to be kept.</source>
        <translation>Die Notiz ist zu lang, um aufbewahrt zu werden.</translation>
    </message>
    <message>
        <source>The name of a search has 1 to 200 characters and no line breaks.</source>
        <translation>Der Name einer Suche hat 1 bis 200 Zeichen und keine Zeilenumbrüche.</translation>
    </message>
    <message>
        <source>There is a saved search of this name already.</source>
        <translation>Eine gespeicherte Suche dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>There are no words to be saved.</source>
        <translation>Es gibt keine Wörter, die gespeichert werden könnten.</translation>
    </message>
    <message>
        <source>This cannot be kept ({detail}).</source>
        <translation>Das lässt sich nicht aufbewahren ({detail}).</translation>
    </message>
    <message>
        <source>The setting “{detail}” was not understood, so its usual value is used.</source>
        <translation>Die Einstellung „{detail}“ wurde nicht verstanden; es gilt der übliche Wert.</translation>
    </message>
    <message>
        <source>The settings file cannot be read, so the usual settings are used.</source>
        <translation>Die Einstellungsdatei lässt sich nicht lesen; es gelten die üblichen Einstellungen.</translation>
    </message>
    <message>
        <source>A quotation mark is not closed; the rest was read as a phrase.</source>
        <translation>Ein Anführungszeichen ist nicht geschlossen; der Rest wurde als Wendung gelesen.</translation>
    </message>
    <message>
        <source>A bracket is not closed; it was closed at the end.</source>
        <translation>Eine Klammer ist nicht geschlossen; sie wurde am Ende geschlossen.</translation>
    </message>
    <message>
        <source>There is no field “{detail}”; it was searched for as a word.</source>
        <translation>Ein Feld „{detail}“ gibt es nicht; es wurde als Wort gesucht.</translation>
    </message>
    <message>
        <source>“{detail}” is no date. Write 2026, 2026-11 or 2026-11-24.</source>
        <translation>„{detail}“ ist kein Datum. Schreiben Sie 2026, 2026-11 oder 2026-11-24.</translation>
    </message>
    <message>
        <source>“{detail}” was not understood and was left out.</source>
        <translation>„{detail}“ wurde nicht verstanden und weggelassen.</translation>
    </message>
    <message>
        <source>“{detail}” was left out: is: takes read, unread, starred, tagged, untagged, doubtful and trashed.</source>
        <translation>„{detail}“ wurde weggelassen: ist: kennt gelesen, ungelesen, gemerkt, zweifelhaft, papierkorb, tagged und untagged.</translation>
    </message>
    <message>
        <source>“{detail}” was left out: has: takes picture, note, tag, flag and capture.</source>
        <translation>„{detail}“ wurde weggelassen: hat: kennt bild, notiz, schlagwort, flag und capture.</translation>
    </message>
    <message>
        <source>“{detail}” was left out: sort: takes relevance, newest, oldest and added.</source>
        <translation>„{detail}“ wurde weggelassen: sortierung: kennt relevanz, neueste, älteste und hinzugefügt.</translation>
    </message>
    <message>
        <source>“{detail}” is no number of a clipping.</source>
        <translation>„{detail}“ ist keine Nummer eines Clippings.</translation>
    </message>
    <message>
        <source>There are no words to search for in it.</source>
        <translation>Darin stehen keine Wörter, nach denen sich suchen ließe.</translation>
    </message>
    <message>
        <source>In quotation marks a * stands for nothing; it was left out.</source>
        <translation>In Anführungszeichen steht ein * für nichts; es wurde weggelassen.</translation>
    </message>
    <message>
        <source>NEAR stands between two words or phrases; here it was read as AND.</source>
        <translation>NEAR (oder NAHE) steht zwischen zwei Wörtern oder Wortfolgen; hier wurde es als UND gelesen.</translation>
    </message>
    <message>
        <source>“{detail}” would find nearly everything and was left out. Give its first letter, or two in a row.</source>
        <translation>„{detail}“ fände fast alles und wurde weggelassen. Nennen Sie den ersten Buchstaben oder zwei hintereinander.</translation>
    </message>
    <message>
        <source>“{detail}” is too short to be searched for with ~; it was searched for as it stands.</source>
        <translation>„{detail}“ ist zu kurz für eine Suche mit ~; gesucht wurde das Wort, wie es dasteht.</translation>
    </message>
    <message>
        <source>Words may differ by two letters at most; “{detail}” was searched for with ~2.</source>
        <translation>Wörter dürfen in höchstens zwei Buchstaben abweichen; „{detail}“ wurde mit ~2 gesucht.</translation>
    </message>
    <message>
        <source>The search is too long; its end was left out.</source>
        <translation>Die Suche ist zu lang; ihr Ende wurde weggelassen.</translation>
    </message>
    <message>
        <source>There are too many brackets in each other; the inner ones were left out.</source>
        <translation>Zu viele Klammern stehen ineinander; die inneren wurden weggelassen.</translation>
    </message>
    <message>
        <source>Clippings like this one are found once the search index is made.</source>
        <translation>Ähnliche Clippings werden gefunden, sobald der Suchindex fertig ist.</translation>
    </message>
    <message>
        <source>The search index is being made, so the order of the results is rough.</source>
        <translation>Der Suchindex entsteht gerade; die Reihenfolge der Treffer ist grob.</translation>
    </message>
    <message>
        <source>The search index could not answer this, so the library itself was searched. The details are in the log.</source>
        <translation>Der Suchindex konnte das nicht beantworten; stattdessen wurde die Bibliothek selbst durchsucht. Näheres steht im Protokoll.</translation>
    </message>
    <message>
        <source>A part of the search was not understood ({detail}).</source>
        <translation>Ein Teil der Suche wurde nicht verstanden ({detail}).</translation>
    </message>
    <message>
        <source>The library lies on a network drive ({detail}). Two computers could damage it; a local folder is safer.</source>
        <translation>Die Bibliothek liegt auf einem Netzlaufwerk ({detail}). Zwei Rechner könnten sie beschädigen; ein lokaler Ordner ist sicherer.</translation>
    </message>
    <message>
        <source>The library lies in a folder that {detail} synchronises. That can damage it; a local folder is safer.</source>
        <translation>Die Bibliothek liegt in einem Ordner, den {detail} abgleicht. Das kann sie beschädigen; ein lokaler Ordner ist sicherer.</translation>
    </message>
    <message>
        <source>The database is damaged ({detail}). Put a safety copy back.</source>
        <translation>Die Datenbank ist beschädigt ({detail}). Spielen Sie eine Sicherungskopie zurück.</translation>
    </message>
    <message>
        <source>Something in the database points to nothing ({detail}).</source>
        <translation>Etwas in der Datenbank verweist ins Leere ({detail}).</translation>
    </message>
    <message>
        <source>The text of clipping {detail} is not what was written.</source>
        <translation>Der Text von Clipping {detail} ist nicht, was geschrieben wurde.</translation>
    </message>
    <message>
        <source>The article of clipping {detail} is not what was written.</source>
        <translation>Der Artikel von Clipping {detail} ist nicht, was geschrieben wurde.</translation>
    </message>
    <message>
        <source>The list shows clipping {detail} differently from its article.</source>
        <translation>Die Liste zeigt Clipping {detail} anders als sein Artikel.</translation>
    </message>
    <message>
        <source>A file of the library is missing ({detail}).</source>
        <translation>Eine Datei der Bibliothek fehlt ({detail}).</translation>
    </message>
    <message>
        <source>A saved page is not what was written ({detail}).</source>
        <translation>Eine gesicherte Seite ist nicht, was geschrieben wurde ({detail}).</translation>
    </message>
    <message>
        <source>A picture is not what was written ({detail}).</source>
        <translation>Ein Bild ist nicht, was geschrieben wurde ({detail}).</translation>
    </message>
    <message>
        <source>A file in the library belongs to no clipping ({detail}).</source>
        <translation>Eine Datei in der Bibliothek gehört zu keinem Clipping ({detail}).</translation>
    </message>
    <message>
        <source>The search index has not taken in everything yet.</source>
        <translation>Der Suchindex hat noch nicht alles aufgenommen.</translation>
    </message>
    <message>
        <source>The search index cannot be used ({detail}). It is made anew.</source>
        <translation>Der Suchindex ist nicht zu gebrauchen ({detail}). Er wird neu angelegt.</translation>
    </message>
    <message>
        <source>The search index and the library differ over clipping {detail}. Make the index anew.</source>
        <translation>Suchindex und Bibliothek stimmen bei Clipping {detail} nicht überein. Legen Sie den Index neu an.</translation>
    </message>
    <message>
        <source>Clipping {detail} cannot be read from the database.</source>
        <translation>Clipping {detail} lässt sich nicht aus der Datenbank lesen.</translation>
    </message>
    <message>
        <source>Something in the library is not as it should be ({detail}).</source>
        <translation>Etwas in der Bibliothek ist nicht, wie es sein soll ({detail}).</translation>
    </message>
    <message>
        <source>The PDF is complete, but not in the archive format PDF/A.</source>
        <translation>Das PDF ist vollständig, aber nicht im Archivformat PDF/A.</translation>
    </message>
    <message>
        <source>This computer has no font for some characters; they are missing in the PDF.</source>
        <translation>Dieser Rechner hat für einige Zeichen keine Schrift; sie fehlen im PDF.</translation>
    </message>
    <message>
        <source>A picture could not be read and was left out.</source>
        <translation>Ein Bild war nicht lesbar und wurde weggelassen.</translation>
    </message>
    <message>
        <source>The export is not quite complete ({detail}).</source>
        <translation>Der Export ist nicht ganz vollständig ({detail}).</translation>
    </message>
    <message>
        <source>Clipped.</source>
        <translation>Aufgenommen.</translation>
    </message>
    <message>
        <source>Already in the library.</source>
        <translation>Schon in der Bibliothek.</translation>
    </message>
    <message>
        <source>It did not work.</source>
        <translation>Das ging nicht.</translation>
    </message>
    <message>
        <source>The address was here already, but the text differs: both are kept.</source>
        <translation>Die Adresse war schon da, aber der Text ist ein anderer: Beide sind aufbewahrt.</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation>Wird abgerufen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>Finding the article</source>
        <translation>Artikel wird gesucht</translation>
    </message>
    <message>
        <source>Fetching pictures</source>
        <translation>Bilder werden abgerufen</translation>
    </message>
    <message>
        <source>Keeping</source>
        <translation>Wird aufbewahrt</translation>
    </message>
    <message>
        <source>Indexing</source>
        <translation>Wird in den Index aufgenommen</translation>
    </message>
    <message>
        <source>Making the index anew</source>
        <translation>Index wird neu angelegt</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Wird gesucht</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>Wird kopiert</translation>
    </message>
    <message>
        <source>Gathering</source>
        <translation>Wird zusammengestellt</translation>
    </message>
    <message>
        <source>Setting the pages</source>
        <translation>Seiten werden gesetzt</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Wird geschrieben</translation>
    </message>
    <message>
        <source>From what the page tells search engines</source>
        <translation>Aus den Angaben der Seite für Suchmaschinen</translation>
    </message>
    <message>
        <source>From the head of the page</source>
        <translation>Aus dem Kopf der Seite</translation>
    </message>
    <message>
        <source>From the byline</source>
        <translation>Aus der Autorenzeile</translation>
    </message>
    <message>
        <source>From the address</source>
        <translation>Aus der Adresse</translation>
    </message>
    <message>
        <source>From the text</source>
        <translation>Aus dem Text</translation>
    </message>
    <message>
        <source>From the headline</source>
        <translation>Aus der Überschrift</translation>
    </message>
    <message>
        <source>From a link of the page</source>
        <translation>Aus einem Link der Seite</translation>
    </message>
    <message>
        <source>From a picture of the page</source>
        <translation>Aus einem Bild der Seite</translation>
    </message>
    <message>
        <source>From the mark of an agency</source>
        <translation>Aus dem Kürzel einer Agentur</translation>
    </message>
    <message>
        <source>Recognised by the words of the text</source>
        <translation>An den Wörtern des Textes erkannt</translation>
    </message>
    <message>
        <source>As it was handed in</source>
        <translation>So übergeben</translation>
    </message>
    <message>
        <source>From the page</source>
        <translation>Aus der Seite</translation>
    </message>
    <message>
        <source>{where}, {sure}</source>
        <translation>{where}, {sure}</translation>
    </message>
    <message>
        <source>certain</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>fairly certain</source>
        <translation>ziemlich sicher</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <source>a guess</source>
        <translation>vermutet</translation>
    </message>
    <message>
        <source>{title}: {words}</source>
        <translation>{title}: {words}</translation>
    </message>
    <message>
        <source>Nothing was found on the page this time, so the article stays as it was.</source>
        <translation>Auf der Seite wurde diesmal nichts gefunden; der Artikel bleibt, wie er war.</translation>
    </message>
    <message>
        <source>No page was kept with it, since the article was given as it stands.</source>
        <translation>Dazu wurde keine Seite gesichert, denn der Artikel wurde fertig übergeben.</translation>
    </message>
    <message>
        <source>It is not in the library any more.</source>
        <translation>Das ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>The page that was kept is missing or damaged; the article stays as it was.</source>
        <translation>Die gesicherte Seite fehlt oder ist beschädigt; der Artikel bleibt, wie er war.</translation>
    </message>
    <message>
        <source>Reading the page took too long; the article stays as it was.</source>
        <translation>Das Lesen der Seite hat zu lange gedauert; der Artikel bleibt, wie er war.</translation>
    </message>
    <message>
        <source>Reading the page took too much memory; the article stays as it was.</source>
        <translation>Das Lesen der Seite hat zu viel Speicher gebraucht; der Artikel bleibt, wie er war.</translation>
    </message>
    <message>
        <source>The page could not be read anew; the article stays as it was.</source>
        <translation>Die Seite konnte nicht neu ausgelesen werden; der Artikel bleibt, wie er war.</translation>
    </message>
</context>
</TS>

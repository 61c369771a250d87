<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_US">
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The site asks to wait (status {detail}). Retry in %n minute(s).</source>
        <translation>
            <numerusform>The site asks to wait (status {detail}). Retry in a minute.</numerusform>
            <numerusform>The site asks to wait (status {detail}). Retry in %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clip %n address(es)</source>
        <translation>
            <numerusform>Clip %n address</numerusform>
            <numerusform>Clip %n addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n file(s)</source>
        <translation>
            <numerusform>Import %n file</numerusform>
            <numerusform>Import %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import all in %n folder(s)</source>
        <translation>
            <numerusform>Import all in %n folder</numerusform>
            <numerusform>Import all in %n folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clip %n thing(s)</source>
        <translation>
            <numerusform>Clip %n thing</numerusform>
            <numerusform>Clip %n things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln clipping(s) selected</source>
        <translation>
            <numerusform>%Ln clipping selected</numerusform>
            <numerusform>%Ln clippings selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n clipping(s)</source>
        <translation>
            <numerusform>Export %n clipping</numerusform>
            <numerusform>Export %n clippings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written</source>
        <translation>
            <numerusform>%n file written.</numerusform>
            <numerusform>%n files written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clipping(s) could not be exported</source>
        <translation>
            <numerusform>%n clipping could not be exported.</numerusform>
            <numerusform>%n clippings could not be exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the same name are there already and were left as they are.</source>
        <translation>
            <numerusform>%n file of the same name is there already and was left as it is.</numerusform>
            <numerusform>%n files of the same name are there already and were left as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message numerus="yes">
        <source>%n clipping(s) will be deleted for good. This cannot be undone.</source>
        <translation>
            <numerusform>%n clipping will be deleted for good. This cannot be undone.</numerusform>
            <numerusform>%n clippings will be deleted for good. This cannot be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n Clipping(s)</source>
        <translation>
            <numerusform>Delete %n Clipping</numerusform>
            <numerusform>Delete %n Clippings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln clipping(s)</source>
        <translation>
            <numerusform>%Ln clipping</numerusform>
            <numerusform>%Ln clippings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) being fetched</source>
        <translation>
            <numerusform>%n page being fetched</numerusform>
            <numerusform>%n pages being fetched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be clipped.</source>
        <translation>
            <numerusform>%n page could not be clipped.</numerusform>
            <numerusform>%n pages could not be clipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) still wait to be clipped.</source>
        <translation>
            <numerusform>%n page still waits to be clipped.</numerusform>
            <numerusform>%n pages still wait to be clipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) clipped.</source>
        <translation>
            <numerusform>%n page clipped.</numerusform>
            <numerusform>%n pages clipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) found in the library.</source>
        <translation>
            <numerusform>%n problem found in the library.</numerusform>
            <numerusform>%n problems found in the library.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message numerus="yes">
        <source>%n clipping(s) moved to the trash.</source>
        <translation>
            <numerusform>%n clipping moved to the trash.</numerusform>
            <numerusform>%n clippings moved to the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clipping(s) restored.</source>
        <translation>
            <numerusform>%n clipping restored.</numerusform>
            <numerusform>%n clippings restored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clipping(s) deleted for good.</source>
        <translation>
            <numerusform>%n clipping deleted for good.</numerusform>
            <numerusform>%n clippings deleted for good.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message numerus="yes">
        <source>Clipping %n page(s)</source>
        <translation>
            <numerusform>Clipping %n page</numerusform>
            <numerusform>Clipping %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Trying %n page(s) again</source>
        <translation>
            <numerusform>Trying %n page again</numerusform>
            <numerusform>Trying %n pages again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fetching %n page(s) again</source>
        <translation>
            <numerusform>Fetching %n page again</numerusform>
            <numerusform>Fetching %n pages again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outgoing</name>
    <message numerus="yes">
        <source>Preparing %n clipping(s) for print</source>
        <translation>
            <numerusform>Preparing %n clipping for print</numerusform>
            <numerusform>Preparing %n clippings for print</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exporting %n clipping(s)</source>
        <translation>
            <numerusform>Exporting %n clipping</numerusform>
            <numerusform>Exporting %n clippings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message numerus="yes">
        <source>Copy of {day} with %n clipping(s)</source>
        <translation>
            <numerusform>Copy of {day} with %n clipping</numerusform>
            <numerusform>Copy of {day} with %n clippings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message numerus="yes">
        <source>Tags of %n clipping(s)</source>
        <translation>
            <numerusform>Tags of %n clipping</numerusform>
            <numerusform>Tags of %n clippings</numerusform>
        </translation>
    </message>
</context>
</TS>

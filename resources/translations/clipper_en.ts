<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_US">
<context>
    <name>Caretaking</name>
    <message numerus="yes">
        <source>%Ln problem(s) found in the library.</source>
        <translation>
            <numerusform>%Ln problem found in the library.</numerusform>
            <numerusform>%Ln problems found in the library.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%Ln clipping(s)</source>
        <translation>
            <numerusform>%Ln clipping</numerusform>
            <numerusform>%Ln clippings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In all clippings it finds %Ln.</source>
        <translation>
            <numerusform>In all clippings it finds %Ln.</numerusform>
            <numerusform>In all clippings it finds %Ln.</numerusform>
        </translation>
    </message>
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
        <source>Clip %Ln address(es)</source>
        <translation>
            <numerusform>Clip %Ln address</numerusform>
            <numerusform>Clip %Ln addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln file(s)</source>
        <translation>
            <numerusform>Import %Ln file</numerusform>
            <numerusform>Import %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import all in %Ln folder(s)</source>
        <translation>
            <numerusform>Import all in %Ln folder</numerusform>
            <numerusform>Import all in %Ln folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clip %Ln thing(s)</source>
        <translation>
            <numerusform>Clip %Ln thing</numerusform>
            <numerusform>Clip %Ln things</numerusform>
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
        <source>Export %Ln clipping(s)</source>
        <translation>
            <numerusform>Export %Ln clipping</numerusform>
            <numerusform>Export %Ln clippings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) written</source>
        <translation>
            <numerusform>%Ln file written.</numerusform>
            <numerusform>%Ln files written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln clipping(s) could not be exported</source>
        <translation>
            <numerusform>%Ln clipping could not be exported.</numerusform>
            <numerusform>%Ln clippings could not be exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) of the same name are there already and were left as they are.</source>
        <translation>
            <numerusform>%Ln file of the same name is there already and was left as it is.</numerusform>
            <numerusform>%Ln files of the same name are there already and were left as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln waiting</numerusform>
            <numerusform>%Ln waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message numerus="yes">
        <source>%Ln clipping(s) will be deleted for good. This cannot be undone.</source>
        <translation>
            <numerusform>%Ln clipping will be deleted for good. This cannot be undone.</numerusform>
            <numerusform>%Ln clippings will be deleted for good. This cannot be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln Clipping(s)</source>
        <translation>
            <numerusform>Delete %Ln Clipping</numerusform>
            <numerusform>Delete %Ln Clippings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message numerus="yes">
        <source>%Ln page(s) being fetched</source>
        <translation>
            <numerusform>%Ln page being fetched</numerusform>
            <numerusform>%Ln pages being fetched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) could not be clipped.</source>
        <translation>
            <numerusform>%Ln page could not be clipped.</numerusform>
            <numerusform>%Ln pages could not be clipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) still wait to be clipped.</source>
        <translation>
            <numerusform>%Ln page still waits to be clipped.</numerusform>
            <numerusform>%Ln pages still wait to be clipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) clipped.</source>
        <translation>
            <numerusform>%Ln page clipped.</numerusform>
            <numerusform>%Ln pages clipped.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message numerus="yes">
        <source>%Ln clipping(s) moved to the trash.</source>
        <translation>
            <numerusform>%Ln clipping moved to the trash.</numerusform>
            <numerusform>%Ln clippings moved to the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln clipping(s) restored.</source>
        <translation>
            <numerusform>%Ln clipping restored.</numerusform>
            <numerusform>%Ln clippings restored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln clipping(s) deleted for good.</source>
        <translation>
            <numerusform>%Ln clipping deleted for good.</numerusform>
            <numerusform>%Ln clippings deleted for good.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message numerus="yes">
        <source>Clipping %Ln page(s)</source>
        <translation>
            <numerusform>Clipping %Ln page</numerusform>
            <numerusform>Clipping %Ln pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Trying %Ln page(s) again</source>
        <translation>
            <numerusform>Trying %Ln page again</numerusform>
            <numerusform>Trying %Ln pages again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fetching %Ln page(s) again</source>
        <translation>
            <numerusform>Fetching %Ln page again</numerusform>
            <numerusform>Fetching %Ln pages again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemoryDialog</name>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outgoing</name>
    <message numerus="yes">
        <source>Preparing %Ln clipping(s) for print</source>
        <translation>
            <numerusform>Preparing %Ln clipping for print</numerusform>
            <numerusform>Preparing %Ln clippings for print</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exporting %Ln clipping(s)</source>
        <translation>
            <numerusform>Exporting %Ln clipping</numerusform>
            <numerusform>Exporting %Ln clippings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message numerus="yes">
        <source>Copy of {day} with %Ln clipping(s)</source>
        <translation>
            <numerusform>Copy of {day} with %Ln clipping</numerusform>
            <numerusform>Copy of {day} with %Ln clippings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reextracting</name>
    <message numerus="yes">
        <source>Extracting %Ln clipping(s) again</source>
        <translation>
            <numerusform>Extracting %Ln clipping again</numerusform>
            <numerusform>Extracting %Ln clippings again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fetching pictures of %Ln clipping(s)</source>
        <translation>
            <numerusform>Fetching pictures of %Ln clipping</numerusform>
            <numerusform>Fetching pictures of %Ln clippings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) changed.</source>
        <translation>
            <numerusform>%Ln article changed.</numerusform>
            <numerusform>%Ln articles changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stayed the same.</source>
        <translation>
            <numerusform>%Ln stayed the same.</numerusform>
            <numerusform>%Ln stayed the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read again.</source>
        <translation>
            <numerusform>%Ln could not be read again.</numerusform>
            <numerusform>%Ln could not be read again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SidebarModel</name>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message numerus="yes">
        <source>Tags of %Ln clipping(s)</source>
        <translation>
            <numerusform>Tags of %Ln clipping</numerusform>
            <numerusform>Tags of %Ln clippings</numerusform>
        </translation>
    </message>
</context>
</TS>

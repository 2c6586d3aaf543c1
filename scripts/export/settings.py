"""What the Word document asks of the program that opens it: settings, and fonts to take where its own are missing."""

from __future__ import annotations

import re

from docx.oxml.ns import nsdecls

from scripts.export.styles import BODY, HEADINGS, LINK

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# No grid, no "checked already" and no "moves are not tracked", as pandoc has them: an editor's program is to proof the
# text and to track what is changed. Only paragraphs whose style allows it are hyphenated. Fields are not updated when
# the file is opened: Word would ask about that first, and the dirty mark on a field makes it ask as well.
_SETTINGS = """<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/>
<w:hyphenationZone w:val="280"/><w:doNotHyphenateCaps/><w:characterSpacingControl w:val="doNotCompress"/>
<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat>
<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
</w:compat><w:themeFontLang w:val="{locale}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>"""

_FONTS = {
    BODY: ("Carlito", "020F0502020204030204", "swiss"),
    HEADINGS: ("Caladea", "02040503050406030204", "roman"),
}


def settings(locale: str) -> bytes:
    """The part ``word/settings.xml`` of a document in this language."""
    text = _SETTINGS.format(locale=locale).replace("\n", "")
    return f"{_HEAD}<w:settings {nsdecls('w')}>{text}</w:settings>".encode()


def fonts() -> bytes:
    """The part ``word/fontTable.xml``: each font with one of the same widths, free to use, for where it is missing."""
    entries = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:panose1 w:val="{shape}"/><w:charset w:val="00"/>'
        f'<w:family w:val="{kind}"/><w:pitch w:val="variable"/></w:font>'
        for name, (other, shape, kind) in _FONTS.items()
    )
    return f"{_HEAD}<w:fonts {nsdecls('w')}>{entries}</w:fonts>".encode()


def theme(data: bytes, accent: str) -> bytes:
    """The part ``word/theme/theme1.xml`` with the document's own colours and fonts, which Word offers first."""
    for name, color in (("accent1", accent), ("hlink", LINK), ("folHlink", LINK)):
        data = re.sub(rb'(<a:%s>\s*<a:srgbClr val=")\w{6}' % name.encode(), rb"\g<1>" + color.encode(), data)
    for name, font in (("major", HEADINGS), ("minor", BODY)):
        data = re.sub(rb'(<a:%sFont>\s*<a:latin typeface=")[^"]*' % name.encode(), rb"\g<1>" + font.encode(), data)
    return data

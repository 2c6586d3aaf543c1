"""The reference document: page, header, footer, styles. Pandoc pours every Word document into it."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

from scripts.export.styles import BODY, GREY, SOFT, styles

RUNNING_TITLE, RUNNING_MARK = "RUNNING-TITLE", "RUNNING-MARK"
"""Stand in the header until a book's title, and the mark of a draft, take their places."""

_DEFAULTS = f"""<w:docDefaults {nsdecls("w")}>
  <w:rPrDefault><w:rPr>
    <w:rFonts w:ascii="{BODY}" w:hAnsi="{BODY}" w:eastAsia="{BODY}" w:cs="{BODY}"/>
    <w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="fi-FI" w:eastAsia="fi-FI" w:bidi="ar-SA"/>
  </w:rPr></w:rPrDefault>
  <w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="271" w:lineRule="auto"/></w:pPr></w:pPrDefault>
</w:docDefaults>"""

# Word's own styles, of which it has some hundreds, stay out of sight until somebody uses one.
_LATENT = f"""<w:latentStyles {nsdecls("w")} w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1"
  w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>"""

_TABLE_NORMAL = f"""<w:style {nsdecls("w")} w:type="table" w:default="1" w:styleId="TableNormal">
  <w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>
  <w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
    <w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>
  </w:tblCellMar></w:tblPr>
</w:style>"""

_NO_LIST = f"""<w:style {nsdecls("w")} w:type="numbering" w:default="1" w:styleId="NoList">
  <w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>
</w:style>"""


def _table(accent: str) -> str:
    return f"""<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="Table">
  <w:name w:val="Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/>
  <w:tblPr><w:tblBorders>
    <w:top w:val="single" w:sz="8" w:space="0" w:color="{accent}"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="{GREY}"/>
    <w:insideH w:val="single" w:sz="4" w:space="0" w:color="{GREY}"/>
  </w:tblBorders><w:tblCellMar>
    <w:top w:w="40" w:type="dxa"/><w:left w:w="90" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="90" w:type="dxa"/>
  </w:tblCellMar></w:tblPr>
  <w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr>
    <w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="{accent}"/></w:tcBorders>
    <w:shd w:val="clear" w:color="auto" w:fill="{SOFT}"/>
  </w:tcPr></w:tblStylePr>
</w:style>"""


_HEADER = f"""<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:t>{RUNNING_TITLE}</w:t></w:r>
<w:r><w:tab/><w:t>{RUNNING_MARK}</w:t></w:r></w:p>"""


def _field(code: str) -> str:
    return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


_FOOTER = f"""<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:tab/></w:r>
{_field("PAGE")}<w:r><w:t xml:space="preserve"> / </w:t></w:r>{_field("NUMPAGES")}</w:p>"""


@cache
def reference(accent: str) -> bytes:
    """The reference document in one accent colour (six hexadecimal digits); made once in a process."""
    document = docx.Document()
    sheet = document.styles.element
    for child in list(sheet):
        sheet.remove(child)
    texts = [
        _DEFAULTS,
        _LATENT,
        *(style.xml().replace("<w:style ", f"<w:style {nsdecls('w')} ", 1) for style in styles(accent)),
        _TABLE_NORMAL,
        _NO_LIST,
        _table(accent),
    ]
    for text in texts:
        sheet.append(parse_xml(text))
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin, section.bottom_margin = Mm(27), Mm(25)
    section.different_first_page_header_footer = True
    for part, text in ((section.header, _HEADER), (section.footer, _FOOTER)):
        part.is_linked_to_previous = False
        element = part.paragraphs[0].part.element
        element.clear()
        element.append(parse_xml(text))
    for part in (section.first_page_header, section.first_page_footer):
        part.is_linked_to_previous = False
        part.paragraphs[0].style = document.styles["Normal"]
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()

-- Readies the book's own kinds of block for XHTML: most keep their class, and templates/guide.css gives them their look.
-- What the book is made of says besides what kind of part each chapter is, as "parts" (see epub.py).

package.path = pandoc.path.join({ pandoc.path.directory(PANDOC_SCRIPT_FILE), "?.lua;" }) .. package.path
local pictures = require("pictures")
local stringify = pandoc.utils.stringify

local book, folder
local chapter -- the one being worked on
local notes -- its notes, which end it
local count -- of its notes
local tables = 0 -- of the book
local REFERENCES = { glossary = "glossref", bibliography = "biblioref" }

local function raw(text)
  return pandoc.RawBlock("html", text)
end

--- What a part or a reference is, for reading systems (EPUB) and for assistive technology (DPUB-ARIA) alike; as a
--- list, for the order of named values would be another each time.
local function kind_of(kind)
  return { { "epub:type", kind }, { "role", "doc-" .. kind } }
end

--- Languages of passages, with their region, and for XML too: old reading systems know no other.
local function set_language(element)
  local language = element.attributes.lang
  if language then
    element.attributes.lang = book.locales[language] or language
    element.attributes["xml:lang"] = element.attributes.lang
  end
  return element
end

--- Pandoc reads no file itself in its sandbox.
local function set_image(image)
  pictures.bring(image, folder)
end

--- The diagram, and where to read it in words; pandoc finds no way to an id of a figure's own, so it stands in a div.
local function set_diagram(div)
  local model = div.attributes["data-diagram"]
  local figure = book.figures[model]
  local told = pandoc.Attr("", {}, { ["aria-details"] = div.identifier .. "-text" })
  local image = pandoc.Image(pandoc.Inlines(figure.alt), figure.svg, "", told)
  set_image(image)
  local caption = { pandoc.Plain(pandoc.Inlines(figure.caption)) }
  div.content = { pandoc.Figure({ pandoc.Plain({ image }) }, caption, pandoc.Attr(div.identifier .. "-figure")) }
  div.attributes["data-diagram"] = nil
  return div
end

--- Boxes to tick stay signs: a box that can be clicked would remember nothing.
local function set_checklist(list)
  for _, item in ipairs(list.content) do
    local box = item[1] and item[1].content and item[1].content[1]
    if not (box and box.t == "Str" and (box.text == "☐" or box.text == "☑")) then
      return nil
    end
    item[1].content[1] = pandoc.Span({ box })
  end
  return pandoc.Div({ list }, pandoc.Attr("", { "checklist" }))
end

local function set_link(link)
  link.title = "" -- a term's meaning: the glossary has it, and read aloud with each link it would be noise
  local part, anchor = link.target:match("^#(.-)%-%-(.*)$")
  local kind = anchor and REFERENCES[book.parts[part]]
  if kind then
    link.attr = pandoc.Attr(link.identifier, link.classes, kind_of(kind))
  end
  return link
end

local function number_caption(tbl)
  tables = tables + 1
  local caption = pandoc.Inlines(book.table .. " " .. tables .. ". ")
  for _, block in ipairs(tbl.caption.long) do
    caption:extend(block.content)
  end
  tbl.caption = { long = { pandoc.Plain(caption) } }
end

--- Cells say what they head, or of what column they are: on a narrow screen each row becomes a block of its own.
local function set_table(tbl)
  number_caption(tbl)
  local names = {}
  for _, row in ipairs(tbl.head.rows) do
    for column, cell in ipairs(row.cells) do
      cell.attributes.scope = "col"
      names[column] = stringify(cell.contents)
    end
  end
  tbl.classes:insert(#names > 2 and "many-columns" or "two-columns")
  for _, body in ipairs(tbl.bodies) do
    body.row_head_columns = 1
    for _, row in ipairs(body.body) do
      for column, cell in ipairs(row.cells) do
        if column == 1 then
          cell.attributes.scope = "row"
        elseif #row.cells == #names then
          cell.attributes["data-label"] = names[column]
        end
      end
    end
  end
  return tbl
end

--- A note goes to the end of its chapter; its number there leads back.
local function set_note(note)
  count = count + 1
  local number, id = tostring(count), chapter.prefix .. "--note-" .. count
  local content = note.content
  if content[1].t ~= "Para" and content[1].t ~= "Plain" then
    content:insert(1, pandoc.Para({}))
  end
  content[1].content:insert(1, pandoc.Space())
  content[1].content:insert(1, pandoc.Link(number, "#" .. id .. "-mark", "", pandoc.Attr("", { "note-number" }, { role = "doc-backlink" })))
  notes:insert(raw('<aside epub:type="footnote" role="doc-footnote" id="' .. id .. '">'))
  notes:extend(content)
  notes:insert(raw("</aside>"))
  return pandoc.Link({ pandoc.Superscript(number) }, "#" .. id, "", pandoc.Attr(id .. "-mark", { "note-mark" }, kind_of("noteref")))
end

--- A bold line that heads what follows without being a heading.
local function set_para(para)
  if #para.content == 1 and para.content[1].t == "Strong" then
    return pandoc.Div({ para }, pandoc.Attr("", { "lead-in" }))
  end
end

local function set_blocks(blocks)
  local diagram
  local function set_div(div)
    div.attributes.markdown = nil
    if div.classes:includes("diagram") then
      diagram = div.identifier
      return set_diagram(div)
    elseif div.classes:includes("diagram-text") then
      div.identifier = diagram .. "-text"
    elseif div.classes:includes("admonition") then
      div.attributes.role = "note"
    end
    return set_language(div)
  end
  return blocks:walk({
    Div = set_div, Span = set_language, BulletList = set_checklist, Para = set_para, Link = set_link, Table = set_table,
    Note = set_note, Image = set_image,
  })
end

local function set_chapter(heading, blocks)
  chapter, notes, count = book.chapters[tonumber(heading.attributes.number)], pandoc.Blocks({}), 0
  local kind = book.parts[chapter.prefix]
  local named = kind == "imprint" and { { "epub:type", kind } } or kind and kind_of(kind) or {} -- ARIA knows no imprint
  heading.attr = pandoc.Attr(heading.identifier, {}, named)
  local result = pandoc.Blocks({ heading })
  result:extend(set_blocks(blocks))
  if #notes > 0 then
    result:insert(raw('<section class="notes" epub:type="footnotes">'))
    result:extend(notes)
    result:insert(raw("</section>"))
  end
  return result
end

function Pandoc(doc)
  local path = stringify(doc.meta.book)
  book, folder = pandoc.json.decode(assert(io.open(path)):read("a"), false), pandoc.path.directory(path)
  local result, heading, blocks = pandoc.Blocks({}), nil, pandoc.Blocks({})
  for _, block in ipairs(doc.blocks) do
    if block.t == "Header" and block.level == 1 then
      if heading then
        result:extend(set_chapter(heading, blocks))
      end
      heading, blocks = block, pandoc.Blocks({})
    else
      blocks:insert(block)
    end
  end
  result:extend(set_chapter(heading, blocks))
  return pandoc.Pandoc(result, { lang = book.locale, title = book.title })
end

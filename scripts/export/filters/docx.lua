-- Gives the book's own kinds of block the styles of the reference document (reference.py), and sets the title
-- page and the table of contents before the chapters.

local stringify = pandoc.utils.stringify

local book
local CALLOUTS = { note = "Callout Note", tip = "Callout Tip", important = "Callout Important", warning = "Callout Warning" }
local BOXES = { ["element-box"] = "Element Box", ["edition-note"] = "Edition Note", ["edition-entry"] = "Entry", discrepancy = "Entry", unknown = "Unknown" }
local STATUSES = { law = "Status Law", observed = "Status Observed", hypothesis = "Status Hypothesis", judgement = "Status Judgement", editorial = "Status Editorial" }
local SPANS = { edition = "Tag", change = "Tag", confidence = "Tag", reading = "Reading", ["card-number"] = "Card Number" }

local function raw(xml)
  return pandoc.RawInline("openxml", xml)
end

local function styled(style, blocks)
  return pandoc.Div(blocks, pandoc.Attr("", {}, { ["custom-style"] = style }))
end

local function line(style, text)
  return styled(style, { pandoc.Para(pandoc.Inlines(text)) })
end

--- Lists and bold lines in a box keep its border and ground.
local function style_inside(blocks, style)
  local function set_list(list)
    for index, item in ipairs(list.content) do
      for number, block in ipairs(item) do
        if block.t == "Plain" or block.t == "Para" then
          item[number] = styled(style .. " List", { pandoc.Para(block.content) })
        end
      end
      list.content[index] = item
    end
    return list
  end
  local function set_lead_in(div)
    return div.attributes["custom-style"] == "Lead In" and div.content or nil
  end
  return blocks:walk({ BulletList = set_list, OrderedList = set_list, Div = set_lead_in })
end

local function set_card(card)
  local first = card.content:remove(1)
  return { styled("Card Title", { first }), styled("Card", card.content) }
end

local function set_div(div)
  local style
  for _, class in ipairs(div.classes) do
    style = style or CALLOUTS[class] or BOXES[class]
  end
  if div.classes:includes("diagram") then
    local figure = book.figures[div.attributes["data-diagram"]]
    local image = pandoc.Image(pandoc.Inlines(figure.alt), figure.png, "", pandoc.Attr("", {}, { width = "16cm" }))
    return {
      pandoc.Div(styled("Figure", { pandoc.Para({ image }) }), pandoc.Attr(div.identifier)),
      line("Image Caption", figure.caption),
    }
  elseif div.classes:includes("admonition-title") then
    style = "Callout Title"
  elseif div.classes:includes("card") then
    return set_card(div)
  end
  if style then
    div.attributes["custom-style"] = style
    div.content = style_inside(div.content, style)
    if style == "Entry" then
      div.content[1] = styled("Entry Title", { div.content[1] })
    end
  end
  if div.classes:includes("admonition") then
    for _, block in ipairs(div.content) do
      if block.t == "Div" and block.classes:includes("admonition-title") then
        block.attributes["custom-style"] = style .. " Title"
      end
    end
  end
  if div.attributes.lang then
    div.attributes.lang = book.locales[div.attributes.lang] or div.attributes.lang
  end
  return div
end

local function set_span(span)
  for _, class in ipairs(span.classes) do
    local status = class:match("^status%-(.+)$")
    local style = SPANS[class] or STATUSES[status]
    span.attributes["custom-style"] = style or span.attributes["custom-style"]
    if style and (status or style == "Tag") then -- air between the word and its frame
      span.content = span.content:walk({ Space = function() return pandoc.Str("\u{a0}") end })
      span.content:insert(1, pandoc.Str("\u{a0}"))
      span.content:insert(pandoc.Str("\u{a0}"))
    end
  end
  if span.attributes.lang then
    span.attributes.lang = book.locales[span.attributes.lang] or span.attributes.lang
  end
  return span
end

local function set_para(para)
  if #para.content == 1 and para.content[1].t == "Strong" then
    return styled("Lead In", { para })
  end
end


local function title_page()
  local blocks = pandoc.Blocks({ line("Series", book.series), line("Title", book.title), line("Subtitle", book.subtitle) })
  if book.draft ~= "" then
    local mark = pandoc.Span("\u{a0}" .. book.draft .. "\u{a0}", pandoc.Attr("", {}, { ["custom-style"] = "Draft Mark" }))
    blocks:insert(styled("Draft", { pandoc.Para({ mark }) }))
  end
  for _, fact in ipairs(book.facts) do
    blocks:insert(styled("Fact", { pandoc.Para({ pandoc.Strong(fact[1] .. ":"), pandoc.Space(), pandoc.Str(fact[2]) }) }))
  end
  if book.reviewed ~= "" then
    blocks:insert(line("Fact", book.reviewed))
  end
  blocks:insert(line("Notice", book.notice))
  return blocks
end

-- A field that Word can update, filled already: it is right without being updated, but for page numbers.
local FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> %s </w:instrText></w:r>'
  .. '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
local FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
local SDT = '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>'

local function field(code, entries)
  local result = pandoc.Blocks({})
  for number, entry in ipairs(entries) do
    local content = pandoc.Inlines({ pandoc.Link(entry.text, "#" .. entry.id) })
    if number == 1 then
      content:insert(1, raw((FIELD:gsub("%%s", (code:gsub("%%", "%%%%"))))))
    end
    if number == #entries then
      content:insert(raw(FIELD_END))
    end
    result:insert(styled("toc " .. entry.level, { pandoc.Para(content) }))
  end
  return result
end

local function contents(blocks)
  local entries = {}
  for _, block in ipairs(blocks) do
    if block.t == "Header" and block.level <= 3 then
      table.insert(entries, { level = block.level, text = stringify(block.content), id = block.identifier })
    end
  end
  local result = pandoc.Blocks({ pandoc.RawBlock("openxml", SDT), line("TOC Heading", book.contents) })
  result:extend(field('TOC \\o "1-3" \\h \\z \\u', entries))
  result:insert(pandoc.RawBlock("openxml", "</w:sdtContent></w:sdt>"))
  return result
end

--- The pictures and the tables there are, each list filled and linked like the contents.
local function lists(blocks)
  local found = { { name = book.pictures, of = '\\t "Image Caption;2"' }, { name = book.tables, of = '\\c "Table"' } }
  blocks:walk({
    traverse = "topdown",
    Div = function(div)
      local model = div.identifier:match("^diagram%-(.+)$")
      if model then
        table.insert(found[1], { level = 2, text = book.figures[model].caption, id = div.identifier })
      end
    end,
    Table = function(tbl)
      local text = book.table .. " " .. #found[2] + 1 .. ". " .. stringify(tbl.caption.long)
      table.insert(found[2], { level = 2, text = text, id = tbl.identifier })
    end,
  })
  local result = pandoc.Blocks({})
  for _, list in ipairs(found) do
    if #list > 0 then
      result:insert(line("List Heading", list.name))
      result:extend(field("TOC \\h \\z " .. list.of, list))
    end
  end
  return result
end

function Pandoc(doc)
  book = pandoc.json.decode(assert(io.open(stringify(doc.meta.book))):read("a"), false)
  local tables_and_pictures = lists(doc.blocks)
  local chapters = doc:walk({ Div = set_div, Span = set_span, Para = set_para }).blocks
  local blocks = title_page()
  local front = true -- the publication page, which stands before the contents and is not in them
  for index, block in ipairs(chapters) do
    if front and block.t == "Header" and block.level == 1 and index > 1 then
      blocks:extend(contents(pandoc.Blocks({ table.unpack(chapters, index) })))
      blocks:extend(tables_and_pictures)
      front = false
    end
    blocks:insert(block)
  end
  return pandoc.Pandoc(blocks, { lang = book.locale })
end

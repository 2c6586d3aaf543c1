-- Gives the book's own kinds of block the styles of the reference document (styles.py), and sets the title page and
-- the table of contents before the chapters.

package.path = pandoc.path.join({ pandoc.path.directory(PANDOC_SCRIPT_FILE), "?.lua;" }) .. package.path
local contents = require("contents")
local pictures = require("pictures")
local stringify = pandoc.utils.stringify

local book, folder
local CALLOUTS = { note = "Callout Note", tip = "Callout Tip", important = "Callout Important", warning = "Callout Warning" }
local BOXES = { ["element-box"] = "Element Box", ["edition-note"] = "Edition Note", ["edition-entry"] = "Entry", discrepancy = "Entry", unknown = "Unknown" }
local STATUSES = { law = "Status Law", observed = "Status Observed", hypothesis = "Status Hypothesis", judgement = "Status Judgement", editorial = "Status Editorial" }
local SPANS = { edition = "Tag", change = "Tag", confidence = "Tag", reading = "Reading", ["card-number"] = "Card Number", ["term-translation"] = "Translation" }
local TITLED = { ["Element Box"] = true, Entry = true } -- boxes whose first line is their title
local LEAD_INS = { ["Element Box"] = "Element Box Lead In" }

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
    if div.attributes["custom-style"] ~= "Lead In" then
      return nil
    end
    return LEAD_INS[style] and styled(LEAD_INS[style], div.content) or div.content
  end
  return blocks:walk({ BulletList = set_list, OrderedList = set_list, Div = set_lead_in })
end

local function set_card(card)
  local first = card.content:remove(1)
  return { styled("Card Title", { first }), styled("Card", card.content) }
end

--- Pandoc reads no file itself in its sandbox.
local function set_image(image)
  pictures.bring(image, folder)
end

local function set_diagram(div)
  local figure = book.figures[div.attributes["data-diagram"]]
  local image = pandoc.Image(pandoc.Inlines(figure.alt), figure.png, "", pandoc.Attr("", {}, { width = "16cm" }))
  set_image(image)
  return {
    pandoc.Div(styled("Figure", { pandoc.Para({ image }) }), pandoc.Attr(div.identifier)),
    styled("Image Caption", { pandoc.Para((contents.caption(figure.caption))) }),
  }
end

local function set_div(div)
  local style
  for _, class in ipairs(div.classes) do
    style = style or CALLOUTS[class] or BOXES[class]
  end
  if div.classes:includes("diagram") then
    return set_diagram(div)
  elseif div.classes:includes("admonition-title") then
    style = "Callout Title"
  elseif div.classes:includes("card") then
    return set_card(div)
  end
  if style then
    div.attributes["custom-style"] = style
    div.content = style_inside(div.content, style)
    if TITLED[style] then
      div.content[1] = styled(style .. " Title", { div.content[1] })
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

local function begins_with(item, class)
  local first = item[1] and item[1].content and item[1].content[1]
  return first and first.t == "Span" and first.classes:includes(class)
end

--- Sources stand one below the other, each with its first line out.
local function set_sources(list)
  if not list.content[1] or not begins_with(list.content[1], "reference") then
    return nil
  end
  local result = pandoc.Blocks({})
  for _, item in ipairs(list.content) do
    result:insert(styled("Bibliography", { pandoc.Para(item[1].content) }))
  end
  return result
end

--- The names of a term in other languages stand on a line of their own.
local function set_terms(list)
  for _, entry in ipairs(list.content) do
    for _, blocks in ipairs(entry[2]) do
      for _, block in ipairs(blocks) do
        local met = false
        for index, inline in ipairs(block.content or {}) do
          if inline.t == "Span" and inline.classes:includes("term-translation") and index > 1 then
            block.content[index - 1] = met and pandoc.Str(" · ") or pandoc.LineBreak()
            met = true
          end
        end
      end
    end
  end
  return list
end

--- What is known of the publication: a name and, at a tab stop, what it is.
local function set_facts(list)
  local result = pandoc.Blocks({})
  for _, item in ipairs(list.content) do
    local content = item[1].content
    if content[1].t == "Strong" and content[2] and content[2].t == "Space" then
      content[2] = pandoc.RawInline("openxml", "<w:r><w:tab/></w:r>")
    end
    result:insert(styled("Publication Fact", { pandoc.Para(content) }))
  end
  return result
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

function Pandoc(doc)
  local path = stringify(doc.meta.book)
  book, folder = pandoc.json.decode(assert(io.open(path)):read("a"), false), pandoc.path.directory(path)
  local kinds = { Span = set_span, Image = set_image, Div = set_div, Para = set_para, BulletList = set_sources, DefinitionList = set_terms }
  local blocks = doc.blocks
  local first = #blocks + 1 -- of the chapters; before it stands the publication page, which is not in the contents
  for index, block in ipairs(blocks) do
    if index > 1 and block.t == "Header" and block.level == 1 then
      first = index
      break
    end
  end
  local front = pandoc.Blocks({ table.unpack(blocks, 1, first - 1) }):walk({ BulletList = set_facts })
  local chapters = pandoc.Blocks({ table.unpack(blocks, first) })
  local result = title_page()
  result:extend(front:walk(kinds))
  if #chapters > 0 then
    result:extend(contents.contents(chapters, book))
    result:extend(contents.marked(chapters:walk(kinds)))
  end
  return pandoc.Pandoc(result, { lang = book.locale })
end

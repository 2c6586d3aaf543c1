-- Turns the book's own kinds of block into calls of the functions in templates/paper.

package.path = pandoc.path.join({ pandoc.path.directory(PANDOC_SCRIPT_FILE), "?.lua;" }) .. package.path
local calls = require("calls")
local places = require("places")
local tables = require("tables")
local stringify = pandoc.utils.stringify
local raw, quoted, wrap, wrap_inline = calls.raw, calls.quoted, calls.wrap, calls.wrap_inline
local CALLOUTS = { "note", "tip", "important", "warning" }
local BOXES = { ["element-box"] = "element-box", ["edition-note"] = "edition-note", ["edition-entry"] = "entry", discrepancy = "entry", unknown = "unknown", ["diagram-text"] = "told" }
local WHOLE = 1300 -- bytes of text; a shorter box stays on one page
local figures, locales, folder -- from the book, and where it stands
local copies = 0
local TAGS = { edition = true, change = true, confidence = true }

--- The language of a passage, with the region its hyphenation and its reading voice go by.
local function language(tag)
  local lang, region = (locales[tag] or tag):match("^(%a+)%-?(%a*)")
  return "text(lang: " .. quoted(lang) .. ", region: " .. (region ~= "" and quoted(region) or "none") .. ")"
end

local function labelled(identifier, blocks)
  if identifier ~= "" then
    blocks:insert(1, raw("#anchor() <" .. identifier .. ">"))
  end
  return blocks
end

--- Whether a block stands by itself on the page, not in another: it may then reach out into the margin.
local function outer(block)
  return block.classes:includes("outer")
end

local function set_cards(div)
  local result = pandoc.Blocks({ raw("#cards(") })
  for _, card in ipairs(div.content) do
    result:insert(raw("["))
    result:extend(card.t == "Div" and card.content or { card })
    result:insert(raw("],"))
  end
  result:insert(raw(")"))
  return result
end

--- Whether a box stays on one page.
local function short(div)
  return tostring(#stringify(div) < WHOLE)
end

local function set_div(div)
  local classes = div.classes
  if classes:includes("cards") then
    return labelled(div.identifier, set_cards(div))
  elseif classes:includes("diagram") then
    local figure = assert(figures[div.attributes["data-diagram"]], "no figure for " .. tostring(div.attributes["data-diagram"]))
    local call = string.format("#diagram(%s, alt: %s, caption: %s, outer: %s)", quoted(figure.svg), quoted(figure.alt), quoted(figure.caption), tostring(outer(div)))
    return labelled(div.identifier, pandoc.Blocks({ raw(call) }))
  elseif classes:includes("admonition") then
    for _, kind in ipairs(CALLOUTS) do
      if classes:includes(kind) then
        return labelled(div.identifier, wrap("callout(" .. quoted(kind) .. ", whole: " .. short(div) .. ")", div.content))
      end
    end
  elseif classes:includes("admonition-title") then
    return wrap("callout-title", div.content)
  elseif classes:includes("card") then
    return nil -- its row of cards opens it
  elseif classes:includes("kept") then
    return wrap("kept", div.content)
  end
  for _, class in ipairs(classes) do
    if BOXES[class] then
      return labelled(div.identifier, wrap(BOXES[class] .. "(whole: " .. short(div) .. ")", div.content))
    end
  end
  local blocks = labelled(div.identifier, div.content)
  blocks = div.attributes.lang and wrap(language(div.attributes.lang), blocks) or blocks
  return classes:includes("abstract") and wrap("abstract", blocks) or blocks
end

local function set_span(span)
  local content = span.content
  for _, class in ipairs(span.classes) do
    if TAGS[class] then
      content = wrap_inline("tag", content)
    elseif class == "reading" or class == "card-number" or class == "term-translation" then
      content = wrap_inline(class, content)
    end
    local kind = class:match("^status%-(.+)$")
    if kind then
      content = wrap_inline("status(" .. quoted(kind) .. ")", content)
    end
  end
  if span.attributes.lang then
    content = wrap_inline(language(span.attributes.lang), content)
  end
  if span.identifier ~= "" then
    content:insert(1, pandoc.RawInline("typst", "#anchor() <" .. span.identifier .. ">"))
  end
  return content
end

local function set_para(para)
  if #para.content == 1 and para.content[1].t == "Strong" then
    return wrap("lead-in", { pandoc.Plain(para.content) })
  end
end

--- A list of empty boxes to tick has them for its marks.
local function set_checklist(list)
  for _, item in ipairs(list.content) do
    local first = item[1] and item[1].content and item[1].content[1]
    if not (first and first.t == "Str" and first.text == "☐") then
      return nil
    end
  end
  for _, item in ipairs(list.content) do
    item[1].content:remove(1)
    item[1].content:remove(1)
  end
  return wrap("checklist", { list })
end

local function set_table(tbl)
  return labelled(tbl.identifier, tables.set(tbl, outer(tbl)))
end

--- Pictures are copied beside the book: typst reads nothing outside that folder.
local function set_image(image)
  copies = copies + 1
  local name = "picture-" .. copies .. image.src:match("%.%w+$")
  local from, to = assert(io.open(image.src, "rb")), assert(io.open(pandoc.path.join({ folder, name }), "wb"))
  to:write(from:read("a"))
  from:close()
  to:close()
  local width = (image.attributes.width or ""):match("^%d+%.?%d*%%$") or (image.attributes.width or ""):match("^%d+%.?%d*[cmp][mt]$")
  width = width and ", width: " .. width or "" -- a length and nothing else: the text goes to typst as it is
  return pandoc.RawInline("typst", "#picture(" .. quoted(name) .. ", alt: " .. quoted(stringify(image.caption)) .. width .. ");")
end

--- Each chapter is a call of its own, after a comment by which an error of typst's can be traced to its page. The first
--- one, the publication page, stands before the contents and is not in them.
local function set_header(header)
  if not header.classes:includes("page") then
    return nil
  end
  local number = tonumber(header.attributes.number)
  local result = pandoc.Blocks({})
  if number > 1 then
    result:insert(raw("]"))
  end
  if number == 2 then
    result:insert(raw("#contents()"))
  end
  result:insert(raw("// chapter " .. number))
  result:insert(raw(number == 1 and "#front[" or "#chapter(" .. number .. ")["))
  result:insert(header)
  return result
end

function Pandoc(doc)
  local path = stringify(doc.meta.book)
  local book = pandoc.json.decode(assert(io.open(path)):read("a"), false)
  folder = pandoc.path.directory(path)
  figures, locales = book.figures, book.locales
  doc.blocks = places.set(doc.blocks, BOXES)
  doc = doc:walk({ Div = set_div, Span = set_span, Table = set_table, Image = set_image, Para = set_para, BulletList = set_checklist, Header = set_header })
  doc.blocks:insert(raw("]"))
  return doc
end

-- Turns the book's own kinds of block into calls of the functions in templates/guide.typ.

local stringify = pandoc.utils.stringify
local CALLOUTS = { "note", "tip", "important", "warning" }
local BOXES = { ["element-box"] = "element-box", ["edition-note"] = "edition-note", ["edition-entry"] = "entry", discrepancy = "entry", unknown = "unknown" }
local figures, locales, folder, language_of_book -- from the book, and where it stands
local hyphens = {} -- compounds with a soft hyphen at each border
local front = true -- whether the contents are still to come
local copies = 0
local TAGS = { edition = true, change = true, confidence = true }

local function raw(text)
  return pandoc.RawBlock("typst", text)
end

local function quoted(text)
  return '"' .. text:gsub("\\", "\\\\"):gsub('"', '\\"'):gsub("%s+", " ") .. '"'
end

--- A function of the template around blocks.
local function wrap(call, blocks)
  local result = pandoc.Blocks({ raw("#" .. call .. "[") })
  result:extend(blocks)
  result:insert(raw("]"))
  return result
end

--- The same around inlines; the semicolon keeps a bracket that follows from being taken for an argument.
local function wrap_inline(call, inlines)
  local result = pandoc.Inlines({ pandoc.RawInline("typst", "#" .. call .. "[") })
  result:extend(inlines)
  result:insert(pandoc.RawInline("typst", "];"))
  return result
end

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

local function set_div(div)
  local classes = div.classes
  if classes:includes("cards") then
    return labelled(div.identifier, set_cards(div))
  elseif classes:includes("diagram") then
    local figure = assert(figures[div.attributes["data-diagram"]], "no figure for " .. tostring(div.attributes["data-diagram"]))
    local call = string.format("#diagram(%s, alt: %s, caption: %s)", quoted(figure.svg), quoted(figure.alt), quoted(figure.caption))
    return labelled(div.identifier, pandoc.Blocks({ raw(call) }))
  elseif classes:includes("admonition") then
    for _, kind in ipairs(CALLOUTS) do
      if classes:includes(kind) then
        return labelled(div.identifier, wrap('callout("' .. kind .. '")', div.content))
      end
    end
  elseif classes:includes("admonition-title") then
    return wrap("callout-title", div.content)
  elseif classes:includes("card") then
    return nil -- its row of cards opens it
  end
  for _, class in ipairs(classes) do
    if BOXES[class] then
      return labelled(div.identifier, wrap(BOXES[class], div.content))
    end
  end
  local blocks = labelled(div.identifier, div.content)
  return div.attributes.lang and wrap(language(div.attributes.lang), blocks) or blocks
end

local function set_span(span)
  local content = span.content
  for _, class in ipairs(span.classes) do
    if TAGS[class] then
      content = wrap_inline("tag", content)
    elseif class == "reading" or class == "card-number" then
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

local LONG = 700 -- characters; a row with a longer cell may break over two pages
local SHORT = 1600 -- characters of the longest cells of all rows together; a shorter table stays on one page

local function cells(row)
  local result = pandoc.Blocks({})
  local long = false
  for _, cell in ipairs(row.cells) do
    long = long or #stringify(cell.contents) > LONG
  end
  for _, cell in ipairs(row.cells) do
    local spans = ""
    if cell.col_span > 1 then spans = spans .. "colspan: " .. cell.col_span .. ", " end
    if cell.row_span > 1 then spans = spans .. "rowspan: " .. cell.row_span .. ", " end
    result:insert(raw("table.cell(" .. spans .. "breakable: " .. tostring(long) .. ")["))
    result:extend(cell.contents)
    result:insert(raw("],"))
  end
  return result
end

local function set_table(tbl)
  local shares = {}
  for _, spec in ipairs(tbl.colspecs) do
    table.insert(shares, string.format("%.4ffr,", spec[2]))
  end
  local caption = stringify(tbl.caption.long)
  local length = 0
  for _, body in ipairs(tbl.bodies) do
    for _, row in ipairs(body.body) do
      local longest = 0
      for column, cell in ipairs(row.cells) do
        longest = math.max(longest, #stringify(cell.contents) / (#row.cells * tbl.colspecs[column][2]))
      end
      length = length + longest + 60
    end
  end
  local result = pandoc.Blocks({ raw("#data-table(columns: (" .. table.concat(shares) .. "), caption: " ..
    (caption ~= "" and quoted(caption) or "none") .. ", whole: " .. tostring(length < SHORT) .. ", table.header(") })
  for _, row in ipairs(tbl.head.rows) do
    result:extend(cells(row))
  end
  result:insert(raw("),"))
  for _, body in ipairs(tbl.bodies) do
    for _, row in ipairs(body.body) do
      result:extend(cells(row))
    end
  end
  result:insert(raw(")"))
  return labelled(tbl.identifier, result)
end

--- Pictures are copied beside the book: typst reads nothing outside that folder.
local function set_image(image)
  copies = copies + 1
  local name = "picture-" .. copies .. image.src:match("%.%w+$")
  local from, to = assert(io.open(image.src, "rb")), assert(io.open(pandoc.path.join({ folder, name }), "wb"))
  to:write(from:read("a"))
  from:close()
  to:close()
  local width = image.attributes.width and ", width: " .. image.attributes.width or ""
  return pandoc.RawInline("typst", "#picture(" .. quoted(name) .. ", alt: " .. quoted(stringify(image.caption)) .. width .. ");")
end

--- A comment before each chapter, so that an error of typst's can be traced to its page; the first one, the
--- publication page, stands before the contents and is not in them.
local function set_header(header)
  if not header.classes:includes("page") then
    return nil
  end
  local result = pandoc.Blocks({ raw("// chapter " .. header.attributes.number), header })
  if header.attributes.number == "1" then
    result:insert(1, raw("#front["))
  elseif front then
    result:insert(1, raw("]"))
    result:insert(2, raw("#contents()"))
    front = false
  end
  return result
end

--- Long compounds may be divided where their parts join; not in headings, code and passages in another language.
local function divide(blocks)
  return blocks:walk({
    traverse = "topdown",
    Header = function(header) return header, false end,
    Code = function(code) return code, false end,
    CodeBlock = function(code) return code, false end,
    Span = function(span) if span.attributes.lang then return span, false end end,
    Div = function(div) if div.attributes.lang and div.attributes.lang ~= language_of_book then return div, false end end,
    Str = function(str)
      -- Letters of Finnish and Swedish are a–z and those that begin with the byte 195 in UTF-8.
      return pandoc.Str((str.text:gsub("[%a\195][%a\195\128-\191]*", hyphens)))
    end,
  })
end

function Pandoc(doc)
  local path = stringify(doc.meta.book)
  local book = pandoc.json.decode(assert(io.open(path)):read("a"), false)
  folder = pandoc.path.directory(path)
  figures, locales, hyphens = book.figures, book.locales, book.hyphens
  language_of_book = book.language
  doc.blocks = divide(doc.blocks)
  return doc:walk({ Div = set_div, Span = set_span, Table = set_table, Image = set_image, Para = set_para, BulletList = set_checklist, Header = set_header })
end

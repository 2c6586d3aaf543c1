-- The contents of a Word document, and its lists of pictures and tables: fields that Word can update, filled already.
--
-- The entries are links and have no page numbers. Where a page falls is known to the program that shows the document
-- alone; Word reckons PAGEREF only when the field is updated, and asks before it does so by itself. A number that is
-- not true would be worse than none: whoever updates the field gets Word's own numbers, at the tab stop of the styles.

local DEPTH = 2 -- headings below this level are not listed
local CHAPTERS = "Chapters" -- the bookmark around all that is listed
local MARK = 100001 -- its number; pandoc's own are small

local FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> %s </w:instrText></w:r>'
  .. '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
local FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
local SDT = '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>'

local function raw(xml)
  return pandoc.RawInline("openxml", xml)
end

local function styled(style, inlines)
  return pandoc.Div({ pandoc.Para(inlines) }, pandoc.Attr("", {}, { ["custom-style"] = style }))
end

--- What a heading or a caption says, in its languages, without links, notes and places.
local function label(inlines, book)
  return inlines:walk({
    Link = function(link) return link.content end,
    Note = function() return {} end,
    Span = function(span)
      local lang = span.attributes.lang
      return lang and pandoc.Span(span.content, pandoc.Attr("", {}, { lang = book.locales[lang] or lang })) or span.content
    end,
  })
end

local function field(code, style, entries)
  local result = pandoc.Blocks({})
  for number, entry in ipairs(entries) do
    local content = pandoc.Inlines({ pandoc.Link(entry.label, "#" .. entry.id) })
    if number == 1 then
      content:insert(1, raw((FIELD:gsub("%%s", (code:gsub("%%", "%%%%"))))))
    end
    if number == #entries then
      content:insert(raw(FIELD_END))
    end
    result:insert(styled(style or "toc " .. entry.level, content))
  end
  return result
end

--- The name of a sequence of captions: what Word would call it that inserts a caption with this word.
local function sequence(word)
  return (word:gsub("%s+", "_"))
end

--- The number of a caption as a field that counts.
local function number(word, value)
  return raw(string.format('<w:fldSimple w:instr=" SEQ %s \\* ARABIC "><w:r><w:t>%s</w:t></w:r></w:fldSimple>', sequence(word), value))
end

--- The caption of a picture, which has its number already; and the word it begins with.
local function caption(text)
  local word, value, rest = text:match("^(%S.-)%s(%d+)(%..*)$")
  if not word then
    return pandoc.Inlines(text), nil
  end
  local content = pandoc.Inlines({ pandoc.Str(word .. "\u{a0}"), number(word, value) })
  content:extend(pandoc.Inlines(rest))
  return content, word
end

local function headings(blocks, book)
  local entries = {}
  for _, block in ipairs(blocks) do
    if block.t == "Header" and block.level <= DEPTH then
      table.insert(entries, { level = block.level, label = label(block.content, book), id = block.identifier })
    end
  end
  return entries
end

--- Contents of the chapters given, then the pictures and the tables there are in them.
local function contents(blocks, book)
  local pictures, tables, word = {}, {}, nil
  blocks:walk({
    traverse = "topdown",
    Div = function(div)
      local model = div.identifier:match("^diagram%-(.+)$")
      if model then
        local text = book.figures[model].caption
        local _, found = caption(text)
        word = word or found
        table.insert(pictures, { label = pandoc.Inlines(text), id = div.identifier })
      end
    end,
    Table = function(tbl)
      local text = pandoc.Inlines(book.table .. "\u{a0}" .. #tables + 1 .. ". ")
      for _, block in ipairs(tbl.caption.long) do
        text:extend(label(block.content, book))
      end
      table.insert(tables, { label = text, id = tbl.identifier })
    end,
  })
  local result = pandoc.Blocks({ pandoc.RawBlock("openxml", SDT), styled("TOC Heading", pandoc.Inlines(book.contents)) })
  local code = string.format('TOC \\o "1-%d" \\h \\z \\b %s', DEPTH, CHAPTERS)
  result:extend(field(code, nil, headings(blocks, book)))
  result:insert(pandoc.RawBlock("openxml", "</w:sdtContent></w:sdt>"))
  for _, list in ipairs({ { book.pictures, word or "Figure", pictures }, { book.tables, book.table, tables } }) do
    if #list[3] > 0 then
      result:insert(styled("List Heading", pandoc.Inlines(list[1])))
      result:extend(field(string.format('TOC \\h \\z \\c "%s"', sequence(list[2])), "table of figures", list[3]))
    end
  end
  return result
end

--- The chapters with the bookmark that says what is listed.
local function marked(blocks)
  local result = pandoc.Blocks({})
  result:insert(pandoc.RawBlock("openxml", string.format('<w:bookmarkStart w:id="%d" w:name="%s"/>', MARK, CHAPTERS)))
  result:extend(blocks)
  result:insert(pandoc.RawBlock("openxml", string.format('<w:bookmarkEnd w:id="%d"/>', MARK)))
  return result
end

return { contents = contents, caption = caption, marked = marked }

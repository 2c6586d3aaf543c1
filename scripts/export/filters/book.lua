-- Makes one book of the pages of a guide: the same steps for every format.
--
-- The manuscript is one Markdown file in which each page begins with a heading "# x { .page number=N }".
-- What the book is made of comes as JSON in the file that the metadata field "book" names (see pandoc.py):
-- chapters (address, title, prefix), figures, site address, language tags.
-- Ids get their chapter's prefix, links find their place in the book, tables get column widths, and what an
-- author has to mend is written into the file "problems" beside the JSON, for Python to name file and line.

local stringify = pandoc.utils.stringify

local book
local chapters = {} -- address -> chapter
local ids = {} -- every id of the book, with its prefix
local problems = {}
local chapter -- the one being worked on
local model -- whose diagram came last
local shown = {} -- how often each diagram has been met

local function report(code, needle, heading)
  table.insert(problems, { chapter = chapter.number, code = code, needle = needle, heading = heading or "" })
end

local function prefixed(owner, id)
  return owner.prefix .. "--" .. id
end

--- A relative path as an address from the root of the language.
local function resolve(from, path)
  local parts = {}
  if path:sub(1, 1) ~= "/" then
    for part in (from:match("^(.*)/") or ""):gmatch("[^/]+") do
      table.insert(parts, part)
    end
  end
  for part in path:gmatch("[^/]+") do
    if part == ".." then
      table.remove(parts)
    elseif part ~= "." then
      table.insert(parts, part)
    end
  end
  return table.concat(parts, "/")
end

--- Links to pages outside the book: the published address, or plain text while there is none.
local function outward(link, address, anchor)
  if book.address == "" then
    return link.content
  end
  local url = book.address .. address:gsub("index%.md$", ""):gsub("%.md$", "/")
  local words = pandoc.Str(" (" .. url:gsub("^https?://", ""):gsub("/$", "") .. ")")
  link.target = url .. (anchor ~= "" and "#" .. anchor or "")
  return { link, words }
end

--- "dia 44" stays on one line.
local function keep_numbers(inlines)
  for index, inline in ipairs(inlines) do
    local follower = inlines[index + 1]
    if inline.t == "Space" and follower and follower.t == "Str" and follower.text:match("^%d") then
      inlines[index] = pandoc.Str("\u{a0}")
    end
  end
end

local function set_link(link)
  if link.target:match("^%a[%w+.-]*:") then
    return nil
  end
  local path, anchor = link.target:match("^([^#]*)#?(.*)$")
  local address = path == "" and chapter.address or resolve(chapter.address, path)
  local owner = chapters[address]
  if not owner then
    return outward(link, address, anchor)
  end
  local id = anchor == "" and owner.prefix or prefixed(owner, anchor)
  if not ids[id] then
    report("export-link", link.target)
    return link.content
  end
  if anchor:match("^ref%-") then
    keep_numbers(link.content)
  end
  link.target = "#" .. id
  return link
end

--- HTML the site needs and paper does not: line breaks stay, all other tags go and their content stays.
local function set_raw(raw)
  if raw.text:match("^<br%s*/?>$") then
    return pandoc.LineBreak()
  end
  return {}
end

local function set_image(image)
  if stringify(image.caption):match("^%s*$") then
    report("export-alt", image.src)
  end
  if not image.src:match("^%a[%w+.-]*:") then
    image.src = pandoc.path.join({ chapter.folder, image.src })
  end
  return image
end

local LINE = 92 -- characters of table text on a full line

--- Share of the width each column gets: what its text needs if that is little, else at least its longest word,
--- and of what is left a part by the square root of its text.
local function set_widths(tbl)
  local word, text = {}, {}
  for column = 1, #tbl.colspecs do
    word[column], text[column] = 3, 3
  end
  local function measure(rows)
    for _, row in ipairs(rows) do
      for column, cell in ipairs(row.cells) do
        local content = stringify(cell.contents)
        text[column] = math.max(text[column], (utf8.len(content) or #content) + 3)
        for part in content:gmatch("[^%s%-–/]+") do
          word[column] = math.max(word[column], (utf8.len(part) or #part) + 2)
        end
      end
    end
  end
  measure(tbl.head.rows)
  for _, body in ipairs(tbl.bodies) do
    measure(body.body)
  end
  local width, open, room = {}, {}, LINE
  for column = 1, #word do
    word[column] = math.min(word[column], LINE / #word, 18) -- longer words are hyphenated
    open[column] = true
  end
  local settled
  repeat -- columns that need less than their part give the rest to the others
    settled = true
    local least, weight = 0, 0
    for column in pairs(open) do
      least, weight = least + word[column], weight + math.sqrt(math.min(text[column], 600))
    end
    for column in pairs(open) do
      width[column] = word[column] + math.max(room - least, 0) * math.sqrt(math.min(text[column], 600)) / weight
    end
    for column = 1, #word do
      if open[column] and text[column] < width[column] and next(open, next(open)) then
        width[column], open[column], room, settled = text[column], nil, room - text[column], false
        break
      end
    end
  until settled
  for column, spec in ipairs(tbl.colspecs) do
    tbl.colspecs[column] = { spec[1], width[column] / LINE }
  end
  return tbl
end

--- Boxes that are ticked; the fonts have no ☒.
local function set_boxes(list)
  for _, item in ipairs(list.content) do
    local first = item[1] and item[1].content and item[1].content[1]
    if first and first.t == "Str" and first.text == "☒" then
      item[1].content[1] = pandoc.Str("☑")
    end
  end
  return list
end

local function set_ids(element)
  if element.identifier ~= "" then
    element.identifier = prefixed(chapter, element.identifier)
  end
  return element
end

--- What only the site shows goes, and with it a heading that nothing else stands under.
local function drop_site_only(blocks)
  local kept = pandoc.Blocks({})
  for index, block in ipairs(blocks) do
    if block.t == "Div" and block.classes:includes("site-only") then
      local last, follower = kept[#kept], blocks[index + 1]
      if last and last.t == "Header" and (not follower or follower.t == "Header" and follower.level <= last.level) then
        kept:remove(#kept)
      end
    else
      kept:insert(block)
    end
  end
  return kept
end

--- A diagram that is shown again later, and its text, stand there only; before that, a link leads to it.
local function set_div(div)
  if div.classes:includes("diagram") then
    model = div.attributes["data-diagram"]
    shown[model] = (shown[model] or 0) + 1
    local figure = book.figures[model]
    if shown[model] < figure.count then
      return pandoc.Para({ pandoc.Link(pandoc.Inlines(figure.caption), "#diagram-" .. model) })
    end
    div.identifier = "diagram-" .. model
    return div
  elseif div.classes:includes("diagram-text") and div.content[1] and div.content[1].content then
    if shown[model] < book.figures[model].count then
      return {}
    end
    div.content[1] = pandoc.Para({ pandoc.Strong(div.content[1].content) })
  end
  return set_ids(div)
end

local function collect_ids(blocks)
  local function note(element)
    if element.identifier ~= "" then
      local id = prefixed(chapter, element.identifier)
      if ids[id] then
        report("export-twice", element.identifier)
      end
      ids[id] = true
    end
  end
  blocks:walk({ Header = note, Div = note, Span = note, CodeBlock = note, Table = note, Figure = note })
end

local function set_chapter(blocks)
  local level, unnamed = 1, 0
  local function set_heading(heading)
    if heading.level > level + 1 or heading.level == 1 then
      report("export-heading", stringify(heading), heading.identifier)
    end
    level = heading.level
    if heading.identifier == "" then
      unnamed = unnamed + 1
      heading.identifier = "section-" .. unnamed
    end
    return set_ids(heading)
  end
  return blocks:walk({
    Header = set_heading, Div = set_div, Span = set_ids, CodeBlock = set_ids,
    Link = set_link, Image = set_image, Table = function(tbl) return set_widths(set_ids(tbl)) end,
    RawInline = set_raw, RawBlock = function() return {} end,
    BulletList = set_boxes,
  })
end

function Pandoc(doc)
  local path = stringify(doc.meta.book)
  book = pandoc.json.decode(assert(io.open(path)):read("a"), false)
  for number, entry in ipairs(book.chapters) do
    entry.number, entry.blocks = number, pandoc.Blocks({})
    entry.folder = pandoc.path.directory(entry.path)
    chapters[entry.address] = entry
    ids[entry.prefix] = true
  end
  for _, block in ipairs(doc.blocks) do
    if block.t == "Header" and block.classes:includes("page") then
      chapter = book.chapters[tonumber(block.attributes.number)]
    else
      chapter.blocks:insert(block)
    end
  end
  for _, entry in ipairs(book.chapters) do
    chapter = entry
    entry.blocks = drop_site_only(entry.blocks)
    collect_ids(entry.blocks)
  end
  local blocks = pandoc.Blocks({})
  for _, entry in ipairs(book.chapters) do
    chapter = entry
    blocks:insert(pandoc.Header(1, pandoc.Inlines(entry.title), pandoc.Attr(entry.prefix, { "page" }, { number = tostring(entry.number) })))
    blocks:extend(set_chapter(entry.blocks))
  end
  local out = assert(io.open(pandoc.path.join({ pandoc.path.directory(path), "problems.json" }), "w"))
  out:write(#problems > 0 and pandoc.json.encode(problems) or "[]")
  out:close()
  return pandoc.Pandoc(blocks, doc.meta)
end

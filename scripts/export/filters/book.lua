-- Makes one book of the pages of a guide: the same steps for every format.
--
-- The manuscript is one Markdown file in which each page begins with a heading "# x { .page number=N }".
-- What the book is made of comes as JSON in the file that the metadata field "book" names (see pandoc.py):
-- chapters (address, title, prefix), figures, site address, language tags.
-- Ids get their chapter's prefix, links find their place in the book, tables get column widths, and what an
-- author has to mend is written into the file "problems" beside the JSON, for Python to name file and line.

package.path = pandoc.path.join({ pandoc.path.directory(PANDOC_SCRIPT_FILE), "?.lua;" }) .. package.path
local paper = require("paper")
local widths = require("widths")
local stringify = pandoc.utils.stringify

local book
local chapters = {} -- address -> chapter
local ids = {} -- every id of the book, with its prefix
local links = {} -- every link inside the book, to be followed once all ids are known
local problems = {}
local chapter -- the one being worked on
local model -- whose diagram came last
local shown = {} -- how often each diagram has been met
local tables = 0 -- how many there have been

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
  table.insert(links, { chapter = chapter, id = id, target = link.target })
  if anchor:match("^ref%-") then
    paper.keep_numbers(link.content)
  end
  link.target = "#" .. id
  return link
end

local function set_image(image)
  if stringify(image.caption):match("^%s*$") then
    report("export-alt", image.src)
  end
  if not image.src:match("^%a[%w+.-]*:") then
    local path = pandoc.path.join({ chapter.folder, image.src })
    local file = io.open(path, "rb")
    if not file then
      report("export-picture", image.src)
      return image.caption
    end
    file:close()
    image.src = path
  end
  return image
end

local function set_ids(element)
  if element.identifier ~= "" then
    local id = prefixed(chapter, element.identifier)
    if ids[id] then
      report("export-twice", element.identifier)
    end
    ids[id] = true
    element.identifier = id
  end
  return element
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

--- A table without a caption is called by the heading it stands under, so that it can be listed and found.
local function set_caption(tbl, heading, times)
  if stringify(tbl.caption.long) == "" and stringify(heading) ~= "" then
    local text = stringify(heading) .. (times > 1 and " (" .. times .. ")" or "")
    tbl.caption = { long = pandoc.Blocks({ pandoc.Plain(pandoc.Inlines(text)) }) }
  end
  if tbl.identifier == "" then
    tables = tables + 1
    tbl.identifier = "table-" .. tables
  end
  return tbl
end

local function set_chapter(blocks)
  local level, unnamed = 1, 0
  local heading, times = pandoc.Inlines(chapter.title), 0 -- the last one, and how many tables stand under it
  local function set_heading(found)
    if found.level > level + 1 or found.level == 1 then
      report("export-heading", stringify(found), found.identifier)
    end
    level = found.level
    if found.identifier == "" then
      unnamed = unnamed + 1
      found.identifier = "section-" .. unnamed
    end
    heading, times = found.content, 0
    return set_ids(found)
  end
  local function set_table(tbl)
    times = times + 1
    return widths.set(set_ids(set_caption(tbl, heading, times)))
  end
  return blocks:walk({
    Header = set_heading, Div = set_div, Span = set_ids, CodeBlock = set_ids,
    Link = set_link, Image = set_image, Table = set_table,
    RawInline = paper.set_raw, RawBlock = function() return {} end,
    BulletList = paper.set_boxes,
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
  local blocks = pandoc.Blocks({})
  for _, entry in ipairs(book.chapters) do
    chapter = entry
    blocks:insert(pandoc.Header(1, pandoc.Inlines(entry.title), pandoc.Attr(entry.prefix, { "page" }, { number = tostring(entry.number) })))
    blocks:extend(set_chapter(paper.drop_site_only(entry.blocks)))
  end
  for _, link in ipairs(links) do
    if not ids[link.id] then
      chapter = link.chapter
      report("export-link", link.target)
    end
  end
  local out = assert(io.open(pandoc.path.join({ pandoc.path.directory(path), "problems.json" }), "w"))
  out:write(#problems > 0 and pandoc.json.encode(problems) or "[]")
  out:close()
  return pandoc.Pandoc(blocks, doc.meta)
end

-- What a block is to the page by its place in the book.

local raw = require("calls").raw
local stringify = pandoc.utils.stringify
local INTRODUCED = { BulletList = true, OrderedList = true, Table = true, Div = true, Header = true } -- what a paragraph may lead to

--- Terms with what is said of each, in one paragraph.
local function terms(call, items)
  local result = pandoc.Blocks({ raw("#" .. call .. "(") })
  for _, item in ipairs(items) do
    result:extend({ raw("terms.item(["), pandoc.Plain(item[1]), raw("],["), pandoc.Plain(item[2]), raw("]),") })
  end
  result:insert(raw(")"))
  return result
end

--- Strong words without their strength: terms have their own.
local function plain(inlines)
  return pandoc.Inlines(inlines):walk({ Strong = function(strong) return strong.content end })
end

--- The glossary; what others call a term stands on a line of its own.
local function set_glossary(list)
  local items = {}
  for _, item in ipairs(list.content) do
    local only = #item[2] == 1 and #item[2][1] == 1 and item[2][1][1]
    if not (only and (only.t == "Plain" or only.t == "Para")) then
      return { list } -- more than one paragraph
    end
    local meaning, first = only.content, true
    for index, inline in ipairs(meaning) do
      if inline.t == "Span" and inline.classes:includes("term-translation") and index > 1 then
        meaning[index - 1] = first and pandoc.LineBreak() or pandoc.RawInline("typst", "#h(1.2em);")
        first = false
      end
    end
    table.insert(items, { plain(item[1]), meaning })
  end
  return terms("glossary", items)
end

--- A list whose items all begin with their name in strong words: works, which stand in a passage that citations lead
--- to, or facts on the publication page.
local function set_names(list, call)
  local items = {}
  for _, item in ipairs(list.content) do
    local content = #item == 1 and item[1].content or pandoc.Inlines({})
    local span = content[1] and content[1].t == "Span" and content[1].classes:includes("reference") and content[1]
    content = span and span.content or content
    if not (content[1] and content[1].t == "Strong") or call == "references" and not span then
      return { list }
    end
    local name = plain({ content:remove(1) })
    if content[1] and content[1].t == "Space" then
      content:remove(1)
    end
    table.insert(items, { span and { pandoc.Span(name, pandoc.Attr(span.identifier)) } or name, content })
  end
  return terms(call, items)
end

--- A paragraph that stays on the page of what follows it. A line of strong words does so anyway.
local function keep(para)
  if #para.content == 1 and para.content[1].t == "Strong" then
    return para
  end
  return pandoc.Div({ para }, pandoc.Attr("", { "kept" }))
end

--- Whether a paragraph only leads to what follows: it ends in a colon, asks what is answered there, is all there is under
--- a heading before a list or the first part of a section, or tells of a table.
local function leads(para, before, after)
  if not INTRODUCED[after.t] then
    return false
  end
  local text = stringify(para)
  local headed = before and before.t == "Header" and (after.t ~= "Header" or after.level > before.level)
  return #text < 500 and (headed or after.t == "Table" or text:match("[:?]$") ~= nil)
end

--- The first paragraphs of a box stay with the list they lead to.
local function keep_start(div)
  for index, block in ipairs(div.content) do
    if block.t ~= "Para" or not div.content[index + 1] then
      return
    end
    div.content[index] = keep(block)
  end
end

--- Paragraphs of a passage, and of the passages in it, stay with what they lead to.
local function keep_leading(div)
  local content = div.content
  for index, block in ipairs(content) do
    if block.t == "Div" then
      keep_leading(block)
    elseif block.t == "Para" and content[index + 1] and leads(block, content[index - 1], content[index + 1]) then
      content[index] = keep(block)
    end
  end
end

--- Blocks by their place: what stands by itself, abstracts, works, boxes (by class), and paragraphs that only lead to what
--- follows them.
local function set_places(blocks, boxes)
  local result, chapter = pandoc.Blocks({}), 0
  for index, block in ipairs(blocks) do
    local kind, after, set = block.t, blocks[index + 1], { block }
    if kind == "Header" and block.classes:includes("page") then
      chapter = chapter + 1
    elseif kind == "Table" or kind == "Div" then
      block.classes:insert(chapter == 1 and block.attributes.lang and "abstract" or "outer")
      if kind == "Div" then
        (boxes[block.classes[1]] and keep_start or keep_leading)(block)
      end
    elseif kind == "BulletList" then
      set = set_names(block, chapter == 1 and "facts" or "references")
    elseif kind == "DefinitionList" then
      set = set_glossary(block)
    elseif kind == "Para" and after and leads(block, blocks[index - 1], after) then
      set = { keep(block) }
    end
    result:extend(set)
  end
  return result
end

return { set = set_places }

-- What paper needs otherwise than the site; nothing here knows the book.

--- HTML the site needs and paper does not: line breaks stay, all other tags go and their content stays.
local function set_raw(raw)
  if raw.text:match("^<br%s*/?>$") then
    return pandoc.LineBreak()
  end
  return {}
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

--- "dia 44" stays on one line.
local function keep_numbers(inlines)
  for index, inline in ipairs(inlines) do
    local follower = inlines[index + 1]
    if inline.t == "Space" and follower and follower.t == "Str" and follower.text:match("^%d") then
      inlines[index] = pandoc.Str("\u{a0}")
    end
  end
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

return { set_raw = set_raw, set_boxes = set_boxes, keep_numbers = keep_numbers, drop_site_only = drop_site_only }

-- Calls of the functions in templates/paper, written around blocks and passages.

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

return { raw = raw, quoted = quoted, wrap = wrap, wrap_inline = wrap_inline }

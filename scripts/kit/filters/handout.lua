-- The parts of the handout as calls of the functions in templates/handout.typ.

package.path = pandoc.path.join({ pandoc.path.directory(PANDOC_SCRIPT_FILE), "../../export/filters/?.lua;" }) .. package.path
local calls = require("calls")
local raw, quoted, wrap, wrap_inline = calls.raw, calls.quoted, calls.wrap, calls.wrap_inline
local PARTS = { summary = true, standing = true, asked = true, works = true, notice = true }
local EMPTY = { second = true, drawing = true }
local locales

--- The language of a passage, with the region its hyphenation and its reading voice go by.
local function language(tag)
  local lang, region = (locales[tag] or tag):match("^(%a+)%-?(%a*)")
  return "text(lang: " .. quoted(lang) .. ", region: " .. (region ~= "" and quoted(region) or "none") .. ")"
end

local function set_element(div)
  local result = pandoc.Blocks({ raw("#element(" .. quoted(div.attributes["data-number"] or div.attributes.number) .. ")[") })
  for index, part in ipairs(div.content) do
    if index > 1 then
      result:insert(raw("]["))
    end
    result:extend(part.content)
  end
  result:insert(raw("]"))
  return result
end

local function set_div(div)
  local class = div.classes[1]
  if class == "element" then
    return set_element(div)
  elseif EMPTY[class] then
    return raw("#" .. class .. "()")
  elseif PARTS[class] then
    return wrap(class, div.content)
  elseif class == "says" or class == "asks" then
    return nil -- its element opens it
  end
  return div.content
end

local function set_span(span)
  local content = span.content
  if span.attributes.lang then
    content = wrap_inline(language(span.attributes.lang), content)
  end
  for _, class in ipairs(span.classes) do
    local kind = class:match("^status%-(.+)$")
    if kind then
      content = wrap_inline("status(" .. quoted(kind) .. ")", content)
    end
  end
  return span.classes:includes("cited") and wrap_inline("cited", content) or content
end

return {
  {
    Meta = function(meta)
      local file = assert(io.open(pandoc.utils.stringify(meta.book)))
      locales = pandoc.json.decode(file:read("a"), false).locales
      file:close()
    end,
  },
  {
    Link = function(link) return link.content end,
    Note = function() return {} end,
    Header = function(header) return pandoc.Header(header.level, header.content) end,
    Span = set_span,
    Div = set_div,
  },
}

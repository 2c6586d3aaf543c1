-- What the macros write for pages, made ready for slides: links become their words, and marks too; passages in another
-- language are set between signs of the private use area, by which finish.py finds them.

package.path = pandoc.path.join({ pandoc.path.directory(PANDOC_SCRIPT_FILE), "../../export/filters/?.lua;" }) .. package.path
local pictures = require("pictures")
local START, NAMED, STOP = "\u{E000}", "\u{E001}", "\u{E002}"
local OURS = { notes = true, columns = true, column = true }

local function set_span(span)
  for _, class in ipairs(span.classes) do
    if class:match("^status%-") then
      span.content:insert(1, pandoc.Str("["))
      span.content:insert(pandoc.Str("]"))
    end
  end
  if span.attributes.lang then
    span.content:insert(1, pandoc.Str(START .. span.attributes.lang .. NAMED))
    span.content:insert(pandoc.Str(STOP))
  end
  return span.content
end

local function set_div(div)
  for _, class in ipairs(div.classes) do
    if OURS[class] then
      return nil
    end
  end
  return div.content
end

return {
  {
    Image = function(image) pictures.bring(image, "") end,
    Link = function(link) return link.content end,
    Note = function() return {} end,
    Span = set_span,
    Div = set_div,
    BlockQuote = function(quote) return quote.content end,
  },
}

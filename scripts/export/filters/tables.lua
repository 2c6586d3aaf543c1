-- Tables: which stay on one page, and which of their rows do.

local calls = require("calls")
local stringify = pandoc.utils.stringify
local raw, quoted = calls.raw, calls.quoted

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

--- A table as a call; `outer` says whether it may reach out into the margin.
local function set_table(tbl, outer)
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
    (caption ~= "" and quoted(caption) or "none") .. ", whole: " .. tostring(length < SHORT) .. ", outer: " .. tostring(outer) .. ", table.header(") })
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
  return result
end

return { set = set_table }

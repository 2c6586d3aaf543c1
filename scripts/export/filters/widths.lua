-- Widths of the columns of a table, from what its cells hold.

local stringify = pandoc.utils.stringify

local LINE = 92 -- characters of table text on a full line

--- Share of the width each column gets: what its text needs if that is little, else at least its longest word,
--- and of what is left a part by the length of its text.
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
    word[column] = math.min(word[column], LINE / #word, 15) -- longer words are hyphenated
    open[column] = true
  end
  local settled
  repeat -- columns that need less than their part give the rest to the others
    settled = true
    local least, weight = 0, 0
    for column in pairs(open) do
      least, weight = least + word[column], weight + math.min(text[column], 400)
    end
    for column in pairs(open) do
      width[column] = word[column] + math.max(room - least, 0) * math.min(text[column], 400) / weight
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

return { set = set_widths }

-- Widths of the columns of a table, from what its cells hold.

local stringify = pandoc.utils.stringify

local LINE = 92 -- characters of table text on a full line
local WORD = 17 -- characters of the longest word that is not divided
local PHRASE = 14 -- characters of the longest cell that is kept on one line, in tables of few columns
local GAIN = 0.97 -- part of its height that a table must lose for its columns to be less even

--- The longest word of each column and the length of each cell, row by row, each with the room a cell's edges take.
local function measured(tbl)
  local words, rows = {}, {}
  local part = LINE / #tbl.colspecs
  for column = 1, #tbl.colspecs do
    words[column] = 3
  end
  local function measure(some)
    for _, row in ipairs(some) do
      local lengths = {}
      for column, cell in ipairs(row.cells) do
        local content = stringify(cell.contents)
        lengths[column] = (utf8.len(content) or #content) + 3
        if lengths[column] <= math.min(PHRASE + 3, 0.6 * part) then
          words[column] = math.max(words[column], lengths[column])
        end
        for word in content:gmatch("[^%s%-–/]+") do
          words[column] = math.max(words[column], (utf8.len(word) or #word) + 2)
        end
      end
      table.insert(rows, lengths)
    end
  end
  measure(tbl.head.rows)
  for _, body in ipairs(tbl.bodies) do
    measure(body.body)
  end
  for column = 1, #words do
    words[column] = math.min(words[column], 0.85 * part, WORD)
  end
  return words, rows
end

--- What each column needs if that is little, else at least its longest word, and of what is left a part by its length.
local function by_length(words, rows)
  local text, width, open, room = {}, {}, {}, LINE
  for column = 1, #words do
    text[column], open[column] = 3, true
    for _, lengths in ipairs(rows) do
      text[column] = math.max(text[column], lengths[column] or 0)
    end
  end
  local settled
  repeat -- columns that need less than their part give the rest to the others
    settled = true
    local least, weight = 0, 0
    for column in pairs(open) do
      least, weight = least + words[column], weight + math.min(text[column], 400)
    end
    for column in pairs(open) do
      width[column] = words[column] + math.max(room - least, 0) * math.min(text[column], 400) / weight
    end
    for column = 1, #words do
      if open[column] and text[column] < width[column] and next(open, next(open)) then
        width[column], open[column], room, settled = text[column], nil, room - text[column], false
        break
      end
    end
  until settled
  return width
end

--- Lines of the whole table: each row is as high as its highest cell.
local function height(width, rows)
  local sum = 0
  for _, lengths in ipairs(rows) do
    local lines = 1
    for column, length in pairs(lengths) do
      lines = math.max(lines, length / (width[column] or LINE))
    end
    sum = sum + lines
  end
  return sum
end

--- Move room from column to column as long as that makes the table shorter; gives back what it was if that is by little.
local function shortened(even, words, rows)
  local width = { table.unpack(even) }
  local first = height(width, rows)
  local best = first
  for _, step in ipairs({ 4, 2, 1 }) do
    local moved
    repeat
      moved = false
      for from = 1, #width do
        for to = 1, #width do
          if from ~= to and width[from] - step >= words[from] then
            width[from], width[to] = width[from] - step, width[to] + step
            local now = height(width, rows)
            if now < best - 0.2 then
              best, moved = now, true
            else
              width[from], width[to] = width[from] + step, width[to] - step
            end
          end
        end
      end
    until not moved
  end
  return best < GAIN * first and width or even
end

--- Give each column its share of the width.
local function set_widths(tbl)
  local words, rows = measured(tbl)
  local width = shortened(by_length(words, rows), words, rows)
  for column, spec in ipairs(tbl.colspecs) do
    tbl.colspecs[column] = { spec[1], width[column] / LINE }
  end
  return tbl
end

return { set = set_widths }

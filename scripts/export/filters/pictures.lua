--- Pictures handed to pandoc's writers, which in its sandbox read no file themselves.

local KINDS = { svg = "image/svg+xml", png = "image/png", jpg = "image/jpeg", jpeg = "image/jpeg" }

--- Put a picture into pandoc's bag of media; one without a folder stands in the folder named.
local function bring(image, folder)
  local path = pandoc.path.is_absolute(image.src) and image.src or pandoc.path.join({ folder, image.src })
  local kind, file = KINDS[(image.src:match("%.(%w+)$") or ""):lower()], io.open(path, "rb")
  if kind and file then
    pandoc.mediabag.insert(image.src, kind, file:read("a"))
  end
  if file then
    file:close()
  end
end

return { bring = bring }

"""Live preview of one language: every edit shows in the browser, and so does every problem until it is mended."""

/* What leads to what in the picture of a logic model. The page tells it in text (logic_model_paths), and the links in that text
   name the parts to show: the picture can say no more than the text does. Without this script the parts are plain links. */
(function () {
  "use strict";

  for (const paths of document.querySelectorAll("[data-paths]")) {
    const diagram = document.querySelector(`[data-diagram="${CSS.escape(paths.dataset.paths)}"]`);
    if (diagram) {
      connect(diagram, paths);
    }
  }

  function connect(diagram, paths) {
    const panel = diagram.querySelector(".path-panel");
    const hint = panel.textContent;
    const boxes = [...diagram.querySelectorAll(".dgm-link")];
    const addresses = new Map(boxes.map((box) => [addressOf(box), box.dataset.part]));
    const stagesOf = (side) => [...side.querySelectorAll("li")].map((stage) => parts(stage));
    const sides = [...paths.querySelectorAll(".path-side")].map((text) => ({ text, stages: stagesOf(text) }));
    const told = new Set(sides.flatMap((side) => side.stages.flat()));
    let shown = null;
    let tapped = null;

    panel.hidden = false;

    function addressOf(box) {
      return new URL(box.href.baseVal, document.baseURI).href; // the page may write the same address in other ways
    }

    function parts(text) {
      return [...text.querySelectorAll("a[href]")].map((link) => addresses.get(link.href)).filter(Boolean);
    }

    /* What is said of a part: of an outcome what leads to it, of anything else what the order in the picture does not say. */
    function find(part) {
      const text = paths.querySelector(`#path-${CSS.escape(part)}`);
      const side = sides.find((other) => other.stages.some((stage) => stage.includes(part)));
      const stage = side.stages.findIndex((other) => other.includes(part));
      const outcome = text && !text.classList.contains("path-cause");
      const near = side.stages.filter((_, index) => (outcome ? index < stage : index !== stage)).flat();
      const stated = text ? parts(text) : [];
      return { said: text ?? side.text.querySelector(".path-unsaid"), stated: new Set([part, ...stated]), near: new Set(near) };
    }

    function show(part) {
      if (part === shown || !told.has(part)) {
        return;
      }
      shown = part;
      const found = find(part);
      for (const box of boxes) {
        const name = box.dataset.part;
        box.classList.toggle("is-stated", found.stated.has(name));
        box.classList.toggle("is-near", found.near.has(name) && !found.stated.has(name));
        box.classList.toggle("is-apart", told.has(name) && !found.near.has(name) && !found.stated.has(name));
      }
      tell(part, found.said);
    }

    function tell(part, said) {
      const box = boxes.find((other) => other.dataset.part === part);
      const name = box.getAttribute("aria-label");
      const title = document.createElement("p");
      const open = document.createElement("a");
      title.className = "path-panel-title";
      title.textContent = name;
      open.href = box.href.baseVal;
      open.textContent = panel.dataset.open.replace("{}", name.slice(name.indexOf(":") + 1).trim());
      const text = said.cloneNode(true);
      text.removeAttribute("id");
      text.querySelector(":scope > p strong")?.closest("p").remove(); // the title says it
      const way = document.createElement("p");
      way.append(open);
      panel.replaceChildren(title, ...text.childNodes, way);
    }

    function clear() {
      shown = null;
      for (const box of boxes) {
        box.classList.remove("is-stated", "is-near", "is-apart");
      }
      panel.textContent = hint;
    }

    /* The panel stays at the foot of the window and must not hide the box that has the focus. */
    function uncover(box) {
      const over = box.getBoundingClientRect().bottom + 16 - panel.getBoundingClientRect().top;
      if (over > 0 && getComputedStyle(panel).position === "sticky") {
        window.scrollBy(0, over);
      }
    }

    const boxAt = (event) => event.target.closest?.(".dgm-link");

    diagram.addEventListener("pointerover", (event) => {
      if (event.pointerType === "mouse" && boxAt(event)) {
        show(boxAt(event).dataset.part);
      }
    });
    diagram.addEventListener("focusin", (event) => {
      const box = boxAt(event);
      if (box) {
        show(box.dataset.part);
        uncover(box);
      }
    });
    diagram.addEventListener("pointerleave", (event) => {
      if (event.pointerType === "mouse" && !diagram.contains(document.activeElement)) {
        clear();
      }
    });
    diagram.addEventListener("focusout", (event) => {
      if (!diagram.contains(event.relatedTarget)) {
        clear();
      }
    });
    diagram.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        clear();
      }
    });
    /* A finger cannot point without pressing: the first tap tells, the second one on the same part opens it. */
    diagram.addEventListener("pointerdown", (event) => {
      const box = boxAt(event);
      tapped = event.pointerType !== "mouse" && box && told.has(box.dataset.part) && box.dataset.part !== shown ? box : null;
    });
    diagram.addEventListener("click", (event) => {
      if (tapped && boxAt(event) === tapped) {
        event.preventDefault();
        show(tapped.dataset.part);
      }
      tapped = null;
    });
  }
})();

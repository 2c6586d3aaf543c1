/* Asks the questions of macros/views/templates/instrument_chooser.md.jinja one at a time. Where the reader has come to is the page's
   fragment, the same anchors that the links lead to without script: so the address can be sent, and the browser's own Back works. */
addEventListener("DOMContentLoaded", () => {
  "use strict";

  for (const chooser of document.querySelectorAll(".chooser")) {
    start(chooser);
  }

  function start(chooser) {
    const steps = [...chooser.querySelectorAll(".chooser-step")];
    const places = new Map([...steps, ...chooser.querySelectorAll(".chooser-outcome")].map((part) => [part.id, part]));
    const before = new Map(); // the step that leads to a place
    const status = make("p", { className: "visually-hidden", role: "status" });
    for (const step of steps) {
      for (const link of step.querySelectorAll("a")) {
        before.set(decodeURIComponent(link.hash.slice(1)), step.id);
      }
    }
    for (const [id, place] of places) {
      place.classList.contains("chooser-step") ? ask(place) : tell(place);
      place.append(ways(id));
    }
    chooser.prepend(status);
    chooser.classList.add("chooser-on");
    addEventListener("hashchange", () => show(true));
    show(false);

    function ask(step) {
      const question = step.querySelector("p:last-of-type");
      const answers = step.querySelector("ul");
      const form = make("form", { noValidate: true });
      const fieldset = make("fieldset", {});
      const missing = make("p", { className: "tool-error", id: `${step.id}--missing`, hidden: true });
      fieldset.append(make("legend", {}, question.textContent), missing);
      for (const link of answers.querySelectorAll("a")) {
        const label = make("label", { className: "tool-option" });
        const input = make("input", { type: "radio", name: step.id, value: decodeURIComponent(link.hash.slice(1)) });
        label.append(input, make("span", {}, link.textContent));
        fieldset.append(label);
      }
      form.append(fieldset);
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        const chosen = form.querySelector("input:checked");
        missing.hidden = Boolean(chosen);
        missing.textContent = chosen ? "" : chooser.dataset.missing;
        if (chosen) {
          location.hash = chosen.value;
        } else {
          fieldset.setAttribute("aria-describedby", missing.id);
          status.textContent = chooser.dataset.missing;
          form.querySelector("input").focus();
        }
      });
      form.addEventListener("change", () => {
        missing.hidden = true;
        fieldset.removeAttribute("aria-describedby");
        status.textContent = "";
      });
      question.remove();
      answers.remove();
      step.append(form);
    }

    function tell(outcome) {
      outcome.tabIndex = -1;
      outcome.append(make("p", { className: "tool-hint" }, chooser.dataset.address));
    }

    /* The buttons under a place. */
    function ways(id) {
      const row = make("div", { className: "tool-buttons" });
      const form = places.get(id).querySelector("form");
      if (form) {
        row.append(make("button", { type: "submit", className: "tool-button tool-button-first" }, chooser.dataset.next));
        form.append(row);
      }
      if (before.has(id)) {
        row.append(button(chooser.dataset.back, () => (location.hash = before.get(id))));
      }
      if (!form) {
        row.append(button(chooser.dataset.again, again));
      }
      return form || row;
    }

    function again() {
      for (const form of chooser.querySelectorAll("form")) {
        form.reset();
      }
      location.hash = steps[0].id;
    }

    function show(moved) {
      const wanted = decodeURIComponent(location.hash.slice(1));
      const asked = places.has(wanted);
      if (moved && !asked) {
        return; // a heading of the page, or an address from elsewhere
      }
      const id = asked ? wanted : steps[0].id;
      for (const [other, place] of places) {
        place.hidden = other !== id;
      }
      for (let at = id; before.has(at); at = before.get(at)) {
        [...chooser.querySelectorAll("input")].find((input) => input.value === at).checked = true;
      }
      const place = places.get(id);
      status.textContent = "form" in place.dataset ? `${chooser.dataset.said} ${place.dataset.form}.` : "";
      if (moved) {
        (place.querySelector("input:checked") || place.querySelector("input") || place).focus({ preventScroll: true });
      }
      if (asked) {
        place.scrollIntoView({ block: "nearest" });
      }
    }

    function button(text, act) {
      const made = make("button", { type: "button", className: "tool-button" }, text);
      made.addEventListener("click", act);
      return made;
    }
  }

  function make(name, properties, text) {
    const element = Object.assign(document.createElement(name), properties);
    if (text !== undefined) {
      element.textContent = text;
    }
    return element;
  }
});

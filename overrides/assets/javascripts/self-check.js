/* Makes a form of the self-check (macros/views/templates/self_check.md.jinja). Answers stay in this browser's own store and in files
   that the reader saves; nothing is sent anywhere. */
{
  const HOME = new URL("../../..", document.currentScript.src).pathname; // the site's root: every language shares the answers

  addEventListener("DOMContentLoaded", () => {
    "use strict";

    const check = document.querySelector(".self-check");
    const { model, edition } = check.dataset;
    const steps = check.dataset.steps.split(" ");
    const KEY = `${HOME}self-check/${model}`;
    const texts = {};
    for (const text of check.querySelectorAll(".self-check-text")) {
      texts[text.dataset.name] = text.dataset.text;
      text.remove();
    }
    const risks = Object.fromEntries(
      [...check.querySelectorAll("[data-risk]")].map((group) => [group.dataset.step, group.dataset.risk]),
    );
    const elements = [...check.querySelectorAll(".self-check-element")].map(form);
    const about = head();
    const summary = summarised();
    const status = make("p", { className: "tool-status", role: "status" });
    let state = stored() || selfCheckAnswers.none(model, edition);

    check.append(
      make("div", { className: "tool-buttons" }, [
        button(texts.print, () => print()),
        button(texts.export, save),
        button(texts.import, open),
        button(texts.delete, forget),
      ]),
      status,
    );
    check.classList.add("self-check-on");
    fill();
    warn();
    addEventListener("storage", (event) => {
      if (event.key === KEY || event.key === null) {
        state = stored() || selfCheckAnswers.none(model, edition); // answered in another window
        fill();
      }
    });

    /* The controls of one core element, in place of its list of answers. */
    function form(element) {
      const { element: id, label } = element.dataset;
      const place = element.querySelector(".self-check-answer");
      const options = [...place.querySelectorAll("li")].map((item, index) => {
        const input = make("input", { type: "radio", name: `step-${id}`, value: steps[index] });
        return make("label", { className: "tool-option" }, [input, make("span", {}, item.textContent)]);
      });
      const radios = options.map((option) => option.firstChild);
      const risk = make("p", { className: "tool-error", role: "status" });
      const clear = button(texts.clear, () => {
        keep("step", "");
        radios[0].focus();
      });
      clear.classList.add("tool-button-quiet");
      clear.append(make("span", { className: "visually-hidden" }, `: ${label}`));
      const questions = ask(element, options.map((option) => option.textContent), (question, step) =>
        keep("questions", { ...answer(id).questions, [question]: step }),
      );
      const note = make("textarea", { id: `note-${id}`, rows: 3, maxLength: selfCheckAnswers.LONGEST });
      const printed = make("p", { className: "tool-printed" });
      const hidden = () => make("span", { className: "visually-hidden" }, ` ${label}`);
      place.replaceChildren(
        make("fieldset", {}, [make("legend", {}, [texts.question, hidden()]), ...options, clear]),
        risk,
        make("label", { className: "tool-label", htmlFor: note.id }, [texts.note, hidden()]),
        note,
        printed,
      );
      function keep(field, value) {
        state.answers[id] = { ...answer(id), [field]: value };
        changed();
      }
      place.addEventListener("change", (event) => event.target.type === "radio" && keep("step", event.target.value));
      note.addEventListener("input", () => keep("note", note.value));
      return {
        id,
        label,
        address: `#${element.querySelector("h3").id}`,
        weak: ({ questions: given }) => questions.filter(({ id: question }) => given[question] in risks),
        fill({ step, note: words, questions: given }) {
          for (const question of questions) {
            question.fill(given[question.id] || "");
          }
          for (const radio of radios) {
            radio.checked = radio.value === step;
          }
          clear.hidden = !step;
          risk.textContent = risks[step] || "";
          note.value === words || (note.value = words);
          printed.textContent = words;
          place.classList.toggle("self-check-answered", Boolean(step));
        },
      };
    }

    /* A choice after each question of a core element; gives, for each, its id, its text and how to fill it in. */
    function ask(element, names, answered) {
      const ids = element.dataset.questions.split(" ");
      const list = element.querySelector("ul");
      const items = element.dataset.questions ? [...list.children] : [];
      items.length && list.before(make("p", { className: "tool-hint" }, texts["one-by-one"]));
      return items.map((item, index) => {
        const text = make("span", {}, [...item.childNodes]);
        const select = make("select", { id: `answer-${element.dataset.element}-${ids[index]}` }, [
          make("option", { value: "" }, texts.unanswered),
          ...steps.map((step, place) => make("option", { value: step }, names[place])),
        ]);
        const printed = make("span", { className: "tool-printed" });
        text.id = `${select.id}--question`;
        select.setAttribute("aria-labelledby", text.id);
        select.addEventListener("change", () => answered(ids[index], select.value));
        item.append(make("div", { className: "self-check-one" }, [text, select, printed]));
        return {
          id: ids[index],
          text: text.textContent,
          fill(step) {
            select.value = step;
            printed.textContent = step && select.selectedOptions[0].textContent;
          },
        };
      });
    }

    /* What stands above the questions: where answers go, and whose work it is. */
    function head() {
      const fields = { team: make("input", { type: "text", maxLength: 200 }), date: make("input", { type: "date" }) };
      const rows = Object.entries(fields).map(([name, input]) => {
        input.id = `self-check-${name}`;
        input.autocomplete = "off";
        input.addEventListener("input", () => {
          state.about[name] = input.value;
          changed();
        });
        const label = make("label", { className: "tool-label", htmlFor: input.id }, texts[name]);
        return make("div", { className: "tool-field" }, [label, input, make("p", { className: "tool-printed" })]);
      });
      const told = make("p", { className: "tool-private" }, `${texts[stores() ? "private" : "not-saved"]} ${texts["no-clients"]}`);
      check.prepend(make("div", { className: "self-check-about" }, [told, ...rows]));
      return fields;
    }

    /* The groups of the summary, each with a list to fill; and two more that only a form has. */
    function summarised() {
      const place = check.querySelector(".self-check-summary");
      const found = new Map();
      for (const name of ["", "stray"]) {
        const title = make("p", {}, [make("strong", {}, name ? texts.stray : texts.unanswered)]);
        place.append(make("div", { className: "self-check-group" }, [title]));
        place.lastChild.dataset.step = name;
      }
      for (const group of place.querySelectorAll(".self-check-group")) {
        const list = make("ul", {});
        group.append(list);
        found.set(group.dataset.step, { group, list });
      }
      return found;
    }

    function fill() {
      for (const [name, input] of Object.entries(about)) {
        input.value === state.about[name] || (input.value = state.about[name]);
        input.nextSibling.textContent = state.about[name];
      }
      const rows = new Map([...summary.keys()].map((step) => [step, []]));
      for (const { id, label, address, fill: show, weak } of elements) {
        const given = answer(id);
        show(given);
        const questions = weak(given).map(({ id: question, text }) =>
          make("li", {}, [`${text} `, make("strong", {}, said(given.questions[question]))]),
        );
        const list = questions.length ? make("ul", {}, questions) : "";
        rows.get(given.step).push(make("li", {}, [make("a", { href: address }, label), noted(given.note), list]));
      }
      const known = new Set(elements.map(({ id }) => id));
      for (const [id, { step, note }] of Object.entries(state.answers)) {
        if (!known.has(id) && (step || note)) {
          rows.get("stray").push(make("li", {}, [[id, said(step)].filter(Boolean).join(": "), noted(note)]));
        }
      }
      for (const [step, { group, list }] of summary) {
        list.replaceChildren(...rows.get(step));
        group.hidden = rows.get(step).length === 0;
      }
    }

    function said(step) {
      return step && check.querySelector(`input[value="${step}"]`).parentNode.textContent;
    }

    function noted(note) {
      return note ? make("span", { className: "self-check-noted" }, note) : "";
    }

    function answer(id) {
      return Object.hasOwn(state.answers, id) ? state.answers[id] : { step: "", note: "", questions: {} };
    }

    function changed() {
      fill();
      const told = kept() ? texts.saved : texts["not-saved"];
      status.textContent === told || (status.textContent = told); // said once, not at each key
    }

    function stored() {
      try {
        return selfCheckAnswers.read(localStorage.getItem(KEY), KEY, model, steps);
      } catch {
        return null; // nothing is stored, the browser stores nothing, or another program has written there
      }
    }

    function stores() {
      try {
        localStorage.setItem(`${KEY}?`, "");
        localStorage.removeItem(`${KEY}?`);
        return true;
      } catch {
        return false;
      }
    }

    function kept() {
      try {
        localStorage.setItem(KEY, selfCheckAnswers.write(state));
        return true;
      } catch {
        return false;
      }
    }

    function warn() {
      status.textContent = state.edition === edition ? "" : filled("other-edition", state.edition);
    }

    function save() {
      const address = URL.createObjectURL(new Blob([selfCheckAnswers.write(state)], { type: "application/json" }));
      make("a", { href: address, download: `${model}.self-check.json` }).click();
      setTimeout(() => URL.revokeObjectURL(address), 10_000); // the browser has read it by then
    }

    function open() {
      const input = make("input", { type: "file", accept: ".json,application/json" });
      input.addEventListener("change", () => input.files[0] && take(input.files[0]));
      input.click();
    }

    async function take(file) {
      let found;
      try {
        const readable = file.size <= selfCheckAnswers.LARGEST;
        if (!readable) {
          throw new selfCheckAnswers.Refused("too-large", file.name);
        }
        found = selfCheckAnswers.read(await file.text(), file.name, model, steps);
      } catch (error) {
        const told = error instanceof selfCheckAnswers.Refused ? filled(error.message, error.value) : filled("not-json", file.name);
        status.textContent = `${told} ${texts.unchanged}`;
        return;
      }
      if (selfCheckAnswers.given(state) && !confirm(texts["replace-confirm"])) {
        status.textContent = texts.unchanged;
        return;
      }
      state = found;
      changed();
      const old = state.edition === edition ? "" : filled("other-edition", state.edition);
      status.textContent = [texts.imported, old, kept() ? "" : texts["not-saved"]].filter(Boolean).join(" ");
    }

    function forget() {
      if (!confirm(texts["delete-confirm"])) {
        return;
      }
      try {
        localStorage.removeItem(KEY);
      } catch {
        // The browser keeps nothing: there is nothing to delete.
      }
      state = selfCheckAnswers.none(model, edition);
      fill();
      status.textContent = texts.deleted;
    }

    function filled(name, value) {
      return texts[name].replace("{}", () => value);
    }

    function button(text, act) {
      const made = make("button", { type: "button", className: "tool-button" }, text);
      made.addEventListener("click", act);
      return made;
    }
  });

  function make(name, properties, content = []) {
    const { role, ...others } = properties;
    const element = Object.assign(document.createElement(name), others);
    role && element.setAttribute("role", role);
    element.append(...(Array.isArray(content) ? content : [content]));
    return element;
  }
}

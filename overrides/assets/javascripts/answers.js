/* What the self-check keeps in the browser and in files: answers by core element, and how a file with them is read. Nothing here
   knows the page.

   {"format": "self-check", "version": 1, "model": "…", "edition": "2023-11", "about": {"team": "…", "date": "2026-03-01"},
    "answers": {"<core element>": {"step": "adapted", "note": "…", "questions": {"<question>": "partly"}}}}

   A reader of version 1 refuses any other version; what it does not know in a file of version 1 it leaves out. */
const selfCheckAnswers = (() => {
  "use strict";

  const FORMAT = "self-check";
  const VERSION = 1;
  const LARGEST = 1_000_000; // octets of a file
  const LONGEST = 10_000; // characters of a text
  const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

  class Refused extends Error {
    /* what: the name of the text that tells why; value: what that text has a place for. */
    constructor(what, value) {
      super(what);
      this.value = value;
    }
  }

  function none(model, edition) {
    return { format: FORMAT, version: VERSION, model, edition, about: { team: "", date: "" }, answers: {} };
  }

  /* The answers in a file's text, for a model whose elements are answered in these steps; throws Refused. */
  function read(text, name, model, steps) {
    if (text.length > LARGEST) {
      throw new Refused("too-large", name);
    }
    let found;
    try {
      found = JSON.parse(text.replace(/^\uFEFF/, ""));
    } catch {
      throw new Refused("not-json", name);
    }
    if (!record(found) || found.format !== FORMAT) {
      throw new Refused("not-ours", name);
    }
    if (found.version !== VERSION) {
      throw new Refused("newer", shown(found.version));
    }
    if (found.model !== model) {
      throw new Refused("other-model", shown(found.model));
    }
    if (!string(found.edition) || found.edition === "") {
      throw new Refused("broken", "edition");
    }
    const result = none(model, found.edition);
    for (const [field, value] of Object.entries(part(found, "about"))) {
      if (Object.hasOwn(result.about, field)) {
        result.about[field] = string(value) ? value : refuse(`about.${field}`);
      }
    }
    if (!/^(\d{4}-\d\d-\d\d)?$/.test(result.about.date)) {
      refuse("about.date");
    }
    for (const [element, answer] of Object.entries(part(found, "answers"))) {
      const where = `answers.${element}`;
      if (!ID.test(element) || !record(answer)) {
        refuse(where);
      }
      const { step = "", note = "" } = answer;
      const questions = {};
      for (const [question, chosen] of Object.entries(part(answer, "questions", where))) {
        questions[ID.test(question) ? question : refuse(`${where}.questions`)] = one(chosen, steps, `${where}.questions.${question}`);
      }
      result.answers[element] = {
        step: one(step, steps, `${where}.step`),
        note: string(note) ? note : refuse(`${where}.note`),
        questions,
      };
    }
    return result;
  }

  function write(answers) {
    return JSON.stringify(answers, null, 1) + "\n";
  }

  function given(answers) {
    const said = ({ step, note, questions }) => [step, note, ...Object.values(questions)];
    const texts = [...Object.values(answers.about), ...Object.values(answers.answers).flatMap(said)];
    return texts.some((text) => text !== "");
  }

  function one(step, steps, where) {
    return step === "" || steps.includes(step) ? step : refuse(where);
  }

  function part(found, name, where) {
    const value = found[name] === undefined ? {} : found[name];
    return record(value) ? value : refuse(where ? `${where}.${name}` : name);
  }

  function record(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  }

  function string(value) {
    return typeof value === "string" && value.length <= LONGEST;
  }

  function shown(value) {
    return (string(value) ? value : JSON.stringify(value) || "–").slice(0, 80);
  }

  function refuse(where) {
    throw new Refused("broken", where.slice(0, 120));
  }

  return { LARGEST, LONGEST, Refused, given, none, read, write };
})();

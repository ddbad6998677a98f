// The reference of `cargo xtask bench`: the same ladder as somebody would write it by hand for one post, without a
// framework. Shows rungs, and stores ticks, a wait and answers. Knows plain text only: no guards, choices, undo, other
// languages or other tabs, and no failures.
(() => {
  "use strict";
  /** The ladders inside the script, by their ids. The bench inserts one. */
  const LADDERS = {};

  const SEVERITIES = { gentle: "Gentle", moderate: "Moderate", drastic: "Drastic", "last-resort": "Last resort" };
  const MINUTE = 60000;

  const styles = new CSSStyleSheet();
  styles.replaceSync(`
:host { display: block; margin: 1.8em 0; line-height: 1.5; }
h2, h3, h4, p, ol { margin: 0; padding: 0; font: inherit; }
ol { list-style: none; }
button { font: inherit; color: inherit; background: none; border: 0; padding: 0; text-align: start; cursor: pointer; }
button:disabled { opacity: 0.7; cursor: default; }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.small { font-size: 0.86em; opacity: 0.8; }
.ladder-title { font-size: 1.4em; font-weight: 700; line-height: 1.2; margin-bottom: 0.3em; }
.introduction p { margin-bottom: 0.8em; }
.rung { position: relative; padding-inline-start: 46px; }
.rung::before { content: ""; position: absolute; inset-inline-start: 14px; top: 42px; bottom: -6px; border-inline-start: 2px solid #8886; }
.rung:last-child::before { display: none; }
.rung[data-severity="gentle"] { --tone: #2a7a4b; }
.rung[data-severity="moderate"] { --tone: #9a6700; }
.rung[data-severity="drastic"] { --tone: #b3471d; }
.rung[data-severity="last-resort"] { --tone: #a3222f; }
.mark { position: absolute; inset-inline-start: 0; top: 9px; width: 26px; height: 26px; display: grid; place-items: center; border: 2px solid var(--tone); color: var(--tone); font: 700 14px/1 system-ui; }
[data-severity="gentle"] > .mark { border-radius: 50%; }
[data-severity="moderate"] > .mark { border-radius: 7px; }
.here > .mark { background: var(--tone); color: #fff; }
.row button { display: flex; justify-content: space-between; gap: 12px; width: 100%; min-height: 48px; align-items: center; }
.here .title { font-weight: 700; }
.aside { color: var(--tone); font-size: 0.86em; white-space: nowrap; }
.body { padding-bottom: 1.2em; }
.label, .asks { font-weight: 700; margin: 0.6em 0; }
.item { display: grid; grid-template-columns: 28px 1fr; gap: 12px; padding: 8px 0; }
.item input { width: 22px; height: 22px; margin: 1px 0 0; accent-color: var(--tone); }
.item.done label { color: #777; }
.wait { margin: 1.2em 0; padding: 14px 0 8px; border-block: 1px solid #8886; }
.wait-words { position: relative; min-height: 54px; padding-inline-start: 70px; }
.wait-title { font-size: 1.16em; font-weight: 700; }
.ring { position: absolute; inset-inline-start: 0; top: 0; width: 54px; height: 54px; fill: none; stroke: #8886; stroke-width: 6; }
.ring .gone { stroke: var(--tone); }
.links { display: flex; flex-wrap: wrap; gap: 2px 20px; margin-top: 8px; text-decoration: underline; }
.answers { display: flex; flex-wrap: wrap; gap: 10px; }
.answer { flex: 1 1 190px; min-height: 52px; padding: 12px 16px; border: 2px solid currentColor; border-radius: 8px; font-weight: 650; }
.ending { margin: 1.4em 0; padding: 1.1em 1.2em; border: 1.5px solid #8888; border-radius: 8px; }
`);

  /** An element with attributes. Attributes with the value false are left out. */
  function make(name, attributes, ...children) {
    const element = document.createElementNS(name === "svg" || name === "circle" ? "http://www.w3.org/2000/svg" : "http://www.w3.org/1999/xhtml", name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== false) element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...children);
    return element;
  }

  function button(action, words, attributes = {}) {
    return make("button", { type: "button", "data-action": action, ...attributes }, words);
  }

  const clock = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });

  class HandLadder extends HTMLElement {
    async connectedCallback() {
      if (this.shadowRoot) return;
      const root = this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [styles];
      root.addEventListener("change", (event) => this.tick(event.target));
      root.addEventListener("click", (event) => {
        const pressed = event.target.closest("[data-action]");
        if (pressed) this.press(pressed.dataset.action, pressed.closest("[data-rung]"));
      });
      const src = this.getAttribute("src");
      this.ladder = src ? await (await fetch(src)).json() : LADDERS[this.getAttribute("ladder")];
      this.keys = `hand-ladder/${this.ladder.id}/`;
      this.restore();
      this.draw();
      this.dispatchEvent(new CustomEvent("hand-ladder-ready", { bubbles: true, composed: true }));
    }

    disconnectedCallback() {
      clearTimeout(this.alarm);
    }

    restore() {
      this.facts = new Map();
      for (let index = 0; index < localStorage.length; index += 1) {
        const key = localStorage.key(index);
        if (key.startsWith(this.keys)) this.facts.set(key.slice(this.keys.length), localStorage.getItem(key));
      }
    }

    keep(fact, value) {
      this.facts.set(fact, value);
      localStorage.setItem(this.keys + fact, value);
    }

    /** The index of the reader's rung; none after the last rung. */
    get here() {
      return this.ladder.rungs.findIndex((rung) => this.facts.get(`answer:${rung.id}`) !== "not-fixed");
    }

    tick(box) {
      this.keep(`step:${box.dataset.step}`, box.checked ? "done" : "open");
      box.closest(".item").classList.toggle("done", box.checked);
    }

    press(action, line) {
      const rung = this.ladder.rungs.find((it) => it.id === line.dataset.rung);
      switch (action) {
        case "toggle":
          this.unfold(rung, line, !line.querySelector(".body"));
          break;
        case "start-wait":
          this.keep(`wait:${rung.id}`, Date.now() + rung.wait.seconds * 1000);
          this.redraw(rung);
          break;
        case "skip-wait":
          this.keep(`wait:${rung.id}`, 0);
          this.redraw(rung);
          break;
        case "fixed":
        case "not-fixed":
          this.keep(`answer:${rung.id}`, action);
          this.draw();
      }
    }

    draw() {
      const { title, introduction = [], rungs } = this.ladder;
      const { here } = this;
      const solved = here >= 0 && this.facts.get(`answer:${rungs[here].id}`) === "fixed";
      this.shadowRoot.replaceChildren(
        make("h2", { class: "ladder-title" }, title),
        make("div", { class: "introduction" }, ...introduction.map((text) => make("p", {}, text))),
        ...(solved || here < 0 ? [make("p", { class: "ending" }, solved ? "It is fixed" : "If nothing helped, ask for help.")] : []),
        make("ol", { class: "rungs", role: "list" }, ...rungs.map((rung, index) => this.rung(rung, index, index === here && !solved))),
      );
      this.wake();
    }

    rung(rung, index, here) {
      const answer = this.facts.get(`answer:${rung.id}`);
      const state = answer || (here ? "open" : "locked");
      const severity = SEVERITIES[rung.severity];
      const mark = answer === "fixed" ? "✓" : answer ? "✕" : index + 1;
      const aside = answer === "fixed" ? "fixed" : answer ? "not fixed" : severity;
      const line = make(
        "li",
        { class: here ? "rung here" : "rung", "data-rung": rung.id, "data-state": state, "data-severity": rung.severity, "aria-current": here && "step" },
        make("span", { class: "mark", "aria-hidden": "true" }, make("span", {}, mark)),
        make("h3", { class: "row" },
          button("toggle", make("span", { class: "heard" }, `Fix ${index + 1} of ${this.ladder.rungs.length}: `)),
        ),
      );
      line.querySelector("button").append(
        make("span", { class: "title" }, rung.title),
        make("span", { class: "heard" }, `, ${severity}, ${here ? "now" : "later"}`),
        make("span", { class: "aside", "aria-hidden": "true" }, make("span", { class: "severity" }, aside)),
      );
      this.unfold(rung, line, here);
      return line;
    }

    unfold(rung, line, open) {
      line.querySelector("button").setAttribute("aria-expanded", open);
      if (open) line.append(this.body(rung, line.dataset.state === "open"));
      else line.querySelector(".body")?.remove();
    }

    body(rung, here) {
      const total = rung.steps.length;
      const steps = rung.steps.map((step, index) => {
        const done = this.facts.get(`step:${step.id}`) === "done";
        const id = `step.${step.id}`;
        const box = make("input", { type: "checkbox", id, "data-step": step.id, checked: done, disabled: !here });
        const number = make("span", { class: "heard" }, `Step ${index + 1} of ${total}: `);
        return make("li", { class: done ? "item done" : "item" }, box, make("div", {}, make("label", { for: id }, number, step.text)));
      });
      return make("div", { class: "body" },
        make("h4", { class: "label" }, "What to do"),
        make("ol", { class: "items", role: "list" }, ...steps),
        ...(rung.wait ? [this.wait(rung, here)] : []),
        ...(here ? [this.check(rung)] : []),
      );
    }

    /** The state of a rung's wait: its deadline (null before the start), and the time that is left. */
    standing(rung) {
      const kept = this.facts.get(`wait:${rung.id}`);
      const deadline = kept === undefined ? null : Number(kept);
      const total = rung.wait ? rung.wait.seconds * 1000 : 0;
      return { deadline, total, left: deadline === null ? total : Math.min(total, Math.max(0, deadline - Date.now())) };
    }

    wait(rung, here) {
      const { deadline, total, left } = this.standing(rung);
      const minutes = Math.ceil(left / MINUTE);
      const runs = deadline !== null && left > 0;
      const title = runs ? `You may go on at ${clock.format(deadline)}` : left > 0 ? `Then wait ${minutes} minutes` : "The wait is over";
      const circle = { cx: 27, cy: 27, r: 24 };
      const gone = `${Math.floor(((total - left) * 100) / total)} 100`;
      return make("div", { class: "wait" },
        make("div", { class: "wait-words", role: runs && "timer", "data-deadline": runs && deadline },
          make("p", { class: "wait-title" }, title),
          make("p", { class: "small" }, runs ? (minutes > 1 ? `${minutes} minutes left.` : "Less than a minute left.") : ""),
          make("svg", { class: "ring", viewBox: "0 0 54 54", "aria-hidden": "true" },
            make("circle", circle),
            make("circle", { ...circle, class: "gone", pathLength: 100, "stroke-dasharray": gone, transform: "rotate(-90 27 27)" }),
          ),
        ),
        make("div", { class: "links" },
          ...(here && deadline === null ? [button("start-wait", "Start the wait")] : []),
          ...(here && left > 0 ? [button("skip-wait", "Go on without waiting")] : []),
        ),
      );
    }

    check(rung) {
      const { left } = this.standing(rung);
      return make("div", { class: "check" },
        make("h4", { class: "asks" }, "Did that fix it?"),
        make("div", { class: "answers" },
          button("fixed", "Yes, it is fixed", { class: "answer" }),
          button("not-fixed", "No, still stuck", { class: "answer", disabled: left > 0 }),
        ),
        make("p", { class: "small why-not" }, left > 0 ? "You can answer “No” when the wait is over." : ""),
      );
    }

    /** Renders the wait and the check of a rung again. Nothing else depends on the time. */
    redraw(rung) {
      const line = this.shadowRoot.querySelector(`[data-rung="${rung.id}"]`);
      const here = line.dataset.state === "open";
      line.querySelector(".wait")?.replaceWith(this.wait(rung, here));
      line.querySelector(".check")?.replaceWith(this.check(rung));
      this.wake();
    }

    /** Sets the alarm to the next whole minute of the running wait, if there is one. */
    wake() {
      clearTimeout(this.alarm);
      const rung = this.ladder.rungs[this.here];
      const { deadline, left } = rung ? this.standing(rung) : { deadline: null, left: 0 };
      if (deadline !== null && left > 0) this.alarm = setTimeout(() => this.redraw(rung), left % MINUTE || MINUTE);
    }
  }

  customElements.define("hand-ladder", HandLadder);
})();

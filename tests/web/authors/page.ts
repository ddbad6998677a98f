// What the script of an author's page may look like: the compiler of types takes it, and refuses what is marked.
// Knows the package from outside. Nothing runs this.

import "fix-ladder";
import type { FixLadderElement, LadderDocument, Progress, RungState } from "fix-ladder";

const kettle: LadderDocument = { format: 1, id: "kettle", title: "A cold kettle", rungs: [{}], lang: "en" };

const element = document.querySelector("fix-ladder");
if (element) {
  element.ladder = kettle;
  element.ladder = "icloud-photos";
  element.ladder = null;
  const given: object | string | null = element.ladder;
  const progress: Progress | null = element.progress;
  const states: RungState[] | undefined = progress?.rungs.map(({ state }) => state);
  const system: string | undefined = progress?.choices["system"];
  element.reset();
  console.info(given, states, system, progress?.rung === null, progress?.ended);
  // @ts-expect-error a number is no ladder
  element.ladder = 5;
  // @ts-expect-error it can only be read
  element.progress = null;
  // @ts-expect-error and so can all that it holds
  if (progress) progress.ended = true;
  // @ts-expect-error no rung is in such a state
  console.info(progress?.rungs[0]?.state === "broken");
}

const made: FixLadderElement = document.createElement("fix-ladder");
made.addEventListener("fix-ladder-fixed", ({ detail }) => console.info(detail.rung, detail.minutes.toFixed()));
document.addEventListener("fix-ladder-error", ({ detail }) => console.info(detail.message, detail.errors.length));
addEventListener("fix-ladder-change", ({ detail }) => {
  if (detail.kind === "start-over") console.info(detail.rung);
  // @ts-expect-error nothing of this kind is told
  if (detail.kind === "reset") console.info(detail.ladder);
});
addEventListener("fix-ladder-ready", ({ detail: { ladder } }) => console.info(ladder));

import type { Controller, ControllerDraft, SurveyDraft } from "./shapes.ts";

/** Where a segment is: on which controller, and which of its segments. */
export interface Place {
  readonly controller: number;
  readonly segment: number;
}

/** A segment hangs on another controller from now on; one on which nothing hangs any more and that has no address goes. */
export function move(draft: SurveyDraft, from: Place, to: number): SurveyDraft {
  const found = draft.controllers[from.controller]?.segments[from.segment];
  if (found === undefined || to === from.controller || draft.controllers[to] === undefined) return draft;
  const controllers = draft.controllers.map((one, n) => {
    if (n === from.controller) return { ...one, lamps: "", segments: one.segments.filter((_, nth) => nth !== from.segment) };
    return n === to ? { ...one, lamps: "", segments: [...one.segments, found] } : one;
  });
  return { ...draft, controllers: controllers.filter((one) => one.segments.length > 0) };
}

/** A controller that was found lights a segment from now on: alone on its own it gives that its address. */
export function assign(draft: SurveyDraft, found: Controller, to: Place): SurveyDraft {
  const held = draft.controllers.findIndex((one) => one.output === found.output);
  if (held === to.controller) return draft;
  if (held >= 0) return move(draft, to, held);
  const there = draft.controllers[to.controller];
  if (there === undefined) return draft;
  if (there.segments.length === 1) return withController(draft, to.controller, { ...there, output: found.output });
  const made: ControllerDraft = { name: named(draft, found), output: found.output, lamps: "", segments: [] };
  return move({ ...draft, controllers: [...draft.controllers, made] }, to, draft.controllers.length);
}

/** The address of a controller that was found, for all that hangs on one of the survey. */
export function address(draft: SurveyDraft, found: Controller, to: number): SurveyDraft {
  const there = draft.controllers[to];
  const others = draft.controllers.map((one) => (one.output === found.output ? { ...one, output: "" } : one));
  return there === undefined ? draft : withController({ ...draft, controllers: others }, to, { ...there, output: found.output });
}

/** On which segments a controller that was found hangs already, in words for people: controller and number. */
export function held(draft: SurveyDraft, found: Controller): ControllerDraft | undefined {
  return found.output === "" ? undefined : draft.controllers.find((one) => one.output === found.output);
}

function withController(draft: SurveyDraft, nth: number, one: ControllerDraft): SurveyDraft {
  return { ...draft, controllers: draft.controllers.map((other, n) => (n === nth ? one : other)) };
}

/** A name that no other has: that which it gives itself, else its address. */
function named(draft: SurveyDraft, found: Controller): string {
  const base = found.name.trim() === "" ? found.address : found.name.trim();
  const taken = new Set(draft.controllers.map(({ name }) => name));
  let name = base;
  for (let n = 2; taken.has(name); n += 1) name = `${base} ${n}`;
  return name;
}

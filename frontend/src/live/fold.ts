import type { Change, Delta, Gap, Light, Outlook, RecordFound, Runner, Snapshot, Split } from "./protocol.ts";

/** The race after one more delta. The server folds the same deltas by the same table (`web/live/fold.py`). */
export function fold(race: Snapshot, delta: Delta): Snapshot {
  const { seq } = delta;
  switch (delta.type) {
    case "state":
      return { ...race, seq, ...content(delta) };
    case "records":
    case "aside":
    case "conflicts":
    case "wind":
    case "races":
    case "holder":
    case "sources":
    case "alarms":
      return { ...race, seq, ...content(delta) };
    case "runner":
      return { ...race, seq, runners: changed(race.runners, delta.bib, (runner) => ({ ...runner, ...content(delta) })) };
    case "light": {
      const light: Light = content(delta);
      return { ...race, seq, lights: put(race.lights, light, (a, b) => a.name === b.name) };
    }
    case "change": {
      const change: Change = content(delta);
      const revision = Math.max(race.revision ?? 0, change.revision);
      return { ...race, seq, revision, changes: put(race.changes ?? [], change, (a, b) => a.line === b.line) };
    }
    case "clock":
      return { ...race, seq, clock: { ...race.clock, ...content(delta) } };
    case "look": {
      const { type: _, seq: __, ...look } = delta;
      return { ...race, seq, look };
    }
    case "output":
      return { ...race, seq, output: { ...race.output, ...content(delta) } };
    case "clocks":
      return { ...race, seq, clocks: content(delta) };
    case "split":
      return { ...race, seq, runners: changed(race.runners, delta.bib, (runner) => withSplit(runner, content(delta))) };
    case "gap":
      return { ...race, seq, runners: changed(race.runners, delta.bib, (runner) => withGap(runner, content(delta))) };
    case "outlook": {
      const outlook: Outlook = content(delta);
      return { ...race, seq, runners: changed(race.runners, delta.bib, (runner) => ({ ...runner, outlook })) };
    }
    case "result": {
      const { place, mark, status, bib, rule = "" } = delta;
      const result = mark === null ? null : { place, mark };
      return { ...race, seq, runners: changed(race.runners, bib, (runner) => ({ ...runner, status, result, rule })) };
    }
    case "record": {
      const { type: _, seq: __, ...record } = delta;
      return { ...race, seq, records: put(race.records, record, sameRecord) };
    }
    default:
      return { ...race, seq };
  }
}

function content<T extends { type: string; seq: number }>(delta: T): Omit<T, "type" | "seq" | "bib"> {
  const { type: _, seq: __, bib: ___, ...fields } = delta as T & { bib?: string };
  return fields;
}

function withSplit(runner: Runner, split: Split): Runner {
  return { ...runner, splits: put(runner.splits, split, (a, b) => a.distance_m === b.distance_m) };
}

function withGap(runner: Runner, gap: Gap): Runner {
  return { ...runner, gaps: put(runner.gaps, gap, (a, b) => a.distance_m === b.distance_m && a.light === b.light) };
}

function sameRecord(a: RecordFound, b: RecordFound): boolean {
  return a.level === b.level && a.scope === b.scope && a.code === b.code && a.athlete === b.athlete;
}

/** Adds, or corrects what was said of the same thing before. */
function put<T>(entries: readonly T[], entry: T, same: (a: T, b: T) => boolean): readonly T[] {
  const place = entries.findIndex((known) => same(known, entry));
  return place < 0 ? [...entries, entry] : entries.with(place, entry);
}

function changed(runners: readonly Runner[], bib: string, change: (runner: Runner) => Runner): readonly Runner[] {
  const place = runners.findIndex((runner) => runner.bib === bib);
  const runner = runners[place];
  return runner === undefined ? [...runners, change(unknown(bib))] : runners.with(place, change(runner));
}

function unknown(bib: string): Runner {
  return { bib, name: bib, nation: "", finish_only: false, status: null, splits: [], gaps: [], result: null };
}

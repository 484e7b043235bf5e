/** What can be asked in a form: its fields, and the request that comes of what was typed. Pure. */
import type { Act } from "../desk/acts.ts";
import type { Ask } from "../desk/asking.ts";
import type { Snapshot } from "../live/protocol.ts";
import { agoField, bibField, pointField, reasonField, ruleField, shiftField, timeField, type Field } from "./fields.ts";

export type FormName = "split" | "reassign" | "correct" | "strike" | "status" | "swap" | "move-gun" | "started" | "official" | "reopen";

export type FieldName = "time" | "point" | "bib" | "other" | "reason" | "rule" | "status" | "judged" | "shift" | "ago";

/** What was typed, by field; what was never typed is empty. */
export type Typed = Readonly<Partial<Record<FieldName, string>>>;

export interface Form {
  readonly name: FormName;
  /** Who may is looked up by it. */
  readonly act: Act;
  readonly fields: readonly FieldName[];
  /** It is about the crossing that is chosen. */
  readonly about: boolean;
}

export const FORMS: readonly Form[] = [
  { name: "split", act: "split", fields: ["bib", "time", "point"], about: false },
  { name: "reassign", act: "reassign", fields: ["bib"], about: true },
  { name: "correct", act: "correct", fields: ["time", "point", "judged"], about: true },
  { name: "strike", act: "strike", fields: ["reason"], about: true },
  { name: "status", act: "status", fields: ["bib", "status", "rule", "reason"], about: false },
  { name: "swap", act: "swap", fields: ["bib", "other"], about: false },
  { name: "move-gun", act: "move-gun", fields: ["shift", "reason"], about: false },
  { name: "started", act: "started", fields: ["ago"], about: false },
  { name: "official", act: "official", fields: ["reason"], about: false },
  { name: "reopen", act: "reopen", fields: ["reason"], about: false },
];

export const STATUSES = ["DNS", "DNF", "DQ", ""] as const;

/** What is wrong with what was typed, by field: names of messages. */
export type Wrong = Readonly<Partial<Record<FieldName, string>>>;

export type Made = { readonly ask: Ask; readonly wrong?: never } | { readonly wrong: Wrong; readonly ask?: never };

/**
 * The request of a form; or what is wrong, field by field.
 * @param about key of the crossing it is about
 */
export function made(name: FormName, typed: Typed, race: Snapshot, about: string): Made {
  const text = (field: FieldName): string => typed[field] ?? "";
  const bibs = race.runners.map(({ bib }) => bib);
  const distance = race.race.event.distance_m;
  switch (name) {
    case "split": {
      const point = pointField(text("point"), distance);
      const time = optional(text("time"), timeField);
      const bib = optional(text("bib"), (one) => bibField(one, bibs));
      return asked({ point, time, bib }, () => ({
        do: "split",
        ...(point.value ? { distance: point.value } : {}),
        ...(bib.value ? { bib: bib.value } : {}),
        ...(time.value == null ? {} : { elapsed_ns: time.value }),
        source: "timer desk",
      }));
    }
    case "reassign": {
      const bib = bibField(text("bib"), bibs);
      return asked({ bib }, () => ({ do: "reassign", what: about, bib: bib.value ?? "" }));
    }
    case "correct":
      return correction(typed, distance, about);
    case "strike": {
      const reason = reasonField(text("reason"));
      return asked({ reason }, () => ({ do: "strike", what: about, reason: reason.value ?? "" }));
    }
    case "status":
      return judged(typed, bibs);
    case "swap": {
      const [bib, other] = [bibField(text("bib"), bibs), bibField(text("other"), bibs)];
      if (bib.value !== undefined && bib.value === other.value) return { wrong: { other: "timer-why-same" } };
      return asked({ bib, other }, () => ({ do: "swap", bib: bib.value ?? "", other: other.value ?? "" }));
    }
    case "move-gun": {
      const shift = shiftField(text("shift"));
      return asked({ shift }, () => ({ do: "move-gun", by_ns: shift.value ?? 0, reason: text("reason").trim() }));
    }
    case "started": {
      const ago = agoField(text("ago"));
      return asked({ ago }, () => ({ do: "gun", ago_ns: ago.value ?? 0 }));
    }
    case "official":
    case "reopen": {
      const reason = reasonField(text("reason"));
      return asked({ reason }, () => ({ do: name, reason: reason.value ?? "" }));
    }
  }
}

/** What is left empty stays as it is. */
function correction(typed: Typed, distance: number, about: string): Made {
  const time = optional(typed.time ?? "", timeField);
  const point = optional(typed.point ?? "", (one) => pointField(one, distance));
  const official = typed.judged === "yes" ? true : typed.judged === "no" ? false : null;
  if (time.value === null && point.value === null && official === null) return { wrong: { time: "timer-why-nothing" } };
  return asked({ time, point }, () => ({
    do: "correct",
    what: about,
    ...(time.value == null ? {} : { elapsed_ns: time.value }),
    ...(point.value == null ? {} : { distance: point.value === "" ? `${distance} m` : point.value }),
    ...(official === null ? {} : { official }),
  }));
}

/** DNS and DNF need nothing; DQ its rule and a reason; nothing takes it back. */
function judged(typed: Typed, bibs: readonly string[]): Made {
  const status = typed.status ?? "DNS";
  const bib = bibField(typed.bib ?? "", bibs);
  const rule: Field<string> = status === "DQ" ? ruleField(typed.rule ?? "") : { value: "" };
  const reason: Field<string> = status === "DQ" ? reasonField(typed.reason ?? "") : { value: (typed.reason ?? "").trim() };
  return asked({ bib, rule, reason }, () => ({
    do: "status",
    bib: bib.value ?? "",
    status,
    ...(rule.value ? { rule: rule.value } : {}),
    ...(reason.value ? { reason: reason.value } : {}),
  }));
}

function optional<T>(text: string, read: (text: string) => Field<T>): Field<T | null> {
  return text.trim() === "" ? { value: null } : read(text);
}

function asked(fields: Partial<Record<FieldName, Field<unknown>>>, ask: () => Ask): Made {
  const wrong = Object.entries(fields).filter(([, field]) => field.why !== undefined);
  if (wrong.length > 0) return { wrong: Object.fromEntries(wrong.map(([name, field]) => [name, field.why ?? ""])) };
  return { ask: ask() };
}

/** What can be asked in a form: its fields, and the request that comes of what was typed. Pure. */
import type { Act } from "../desk/acts.ts";
import type { Ask } from "../desk/asking.ts";
import type { Snapshot } from "../live/protocol.ts";
import { agoField, bibField, pointField, reasonField, ruleField, shiftField, timeField, whyField, type Field } from "./fields.ts";

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
  { name: "reassign", act: "reassign", fields: ["bib", "reason"], about: true },
  { name: "correct", act: "correct", fields: ["time", "point", "judged", "reason"], about: true },
  { name: "strike", act: "strike", fields: ["reason"], about: true },
  { name: "status", act: "status", fields: ["bib", "status", "rule", "reason"], about: false },
  { name: "swap", act: "swap", fields: ["bib", "other", "reason"], about: false },
  { name: "move-gun", act: "move-gun", fields: ["shift", "reason"], about: false },
  { name: "started", act: "started", fields: ["ago"], about: false },
  { name: "official", act: "official", fields: ["reason"], about: false },
  { name: "reopen", act: "reopen", fields: ["reason"], about: false },
];

export const STATUSES = ["DNS", "DNF", "DQ", ""] as const;

/** What is wrong with what was typed, by field: names of messages. */
export type Wrong = Readonly<Partial<Record<FieldName, string>>>;

export type Made = { readonly ask: Ask; readonly wrong?: never } | { readonly wrong: Wrong; readonly ask?: never };

/** The instant at which a form was sent, as a request names it. */
export type Sent = Readonly<Record<string, number>>;

/**
 * The request of a form; or what is wrong, field by field.
 * @param about key of the crossing it is about
 * @param sent when it was sent: a time that is left empty is this one, however late it arrives; null where none may be
 */
export function made(name: FormName, typed: Typed, race: Snapshot, about: string, sent: Sent | null = {}): Made {
  const text = (field: FieldName): string => typed[field] ?? "";
  const bibs = race.runners.map(({ bib }) => bib);
  const distance = race.race.event.distance_m;
  switch (name) {
    case "split": {
      const point = pointField(text("point"), distance);
      const time = sent === null ? timeField(text("time")) : optional(text("time"), timeField);
      const bib = optional(text("bib"), (one) => bibField(one, bibs));
      return asked({ point, time, bib }, () => ({
        do: "split",
        ...(point.value ? { distance: point.value } : {}),
        ...(bib.value ? { bib: bib.value } : {}),
        ...(time.value == null ? sent : { elapsed_ns: time.value }),
        source: "timer desk",
      }));
    }
    case "reassign": {
      const bib = bibField(text("bib"), bibs);
      const reason = whyField(text("reason"));
      return asked({ bib, reason }, () => ({ do: "reassign", what: about, bib: bib.value ?? "", ...said(reason) }));
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
      const reason = whyField(text("reason"));
      return asked({ bib, other, reason }, () => ({ do: "swap", bib: bib.value ?? "", other: other.value ?? "", ...said(reason) }));
    }
    case "move-gun": {
      const [shift, reason] = [shiftField(text("shift")), whyField(text("reason"))];
      return asked({ shift, reason }, () => ({ do: "move-gun", by_ns: shift.value ?? 0, ...said(reason) }));
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
  const reason = whyField(typed.reason ?? "");
  return asked({ time, point, reason }, () => ({
    do: "correct",
    what: about,
    ...(time.value == null ? {} : { elapsed_ns: time.value }),
    ...(point.value == null ? {} : { distance: point.value === "" ? `${distance} m` : point.value }),
    ...(official === null ? {} : { official }),
    ...said(reason),
  }));
}

/** DNS and DNF need nothing; DQ its rule and a reason; nothing takes it back. */
function judged(typed: Typed, bibs: readonly string[]): Made {
  const status = typed.status ?? "DNS";
  const bib = bibField(typed.bib ?? "", bibs);
  const rule: Field<string> = status === "DQ" ? ruleField(typed.rule ?? "") : { value: "" };
  const reason = needsReason("status", typed) ? reasonField(typed.reason ?? "") : whyField(typed.reason ?? "");
  return asked({ bib, rule, reason }, () => ({
    do: "status",
    bib: bib.value ?? "",
    status,
    ...(rule.value ? { rule: rule.value } : {}),
    ...said(reason),
  }));
}

/** Whether it is refused without a reason; wherever else one is said, it is kept. */
export function needsReason(name: FormName, typed: Typed): boolean {
  return name === "strike" || name === "official" || name === "reopen" || (name === "status" && typed.status === "DQ");
}

const said = (reason: Field<string>): { reason?: string } => (reason.value ? { reason: reason.value } : {});

function optional<T>(text: string, read: (text: string) => Field<T>): Field<T | null> {
  return text.trim() === "" ? { value: null } : read(text);
}

function asked(fields: Partial<Record<FieldName, Field<unknown>>>, ask: () => Ask): Made {
  const wrong = Object.entries(fields).filter(([, field]) => field.why !== undefined);
  if (wrong.length > 0) return { wrong: Object.fromEntries(wrong.map(([name, field]) => [name, field.why ?? ""])) };
  return { ask: ask() };
}

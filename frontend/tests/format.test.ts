import assert from "node:assert/strict";
import { test } from "node:test";
import "./english.ts";
import { byText, clockText, daysBetween, eventText, otherText, pointText, shortName, signed } from "../src/words/format.ts";

const race = {
  id: "",
  name: "",
  event: { code: "MILEsh", name: "Mile short track", distance_m: 1609.344 },
  sex: "men",
  day: "2025-02-13",
  venue: "",
  competition: "",
};

test("a running clock is cut, never rounded up", () => {
  assert.equal(clockText(0), "0:00.0");
  assert.equal(clockText(59.99), "0:59.9");
  assert.equal(clockText(225.14), "3:45.1");
  assert.equal(clockText(-2), "0:00.0");
});

test("a gap has a true sign, and none where it is nothing", () => {
  assert.equal(signed(1.602, 2), "+1.60");
  assert.equal(signed(-0.06, 2), "−0.06");
  assert.equal(signed(-0.001, 2), "0.00");
});

test("thousandths are shown only where they say something", () => {
  assert.equal(byText(1490), "1.49");
  assert.equal(byText(170), "0.17");
  assert.equal(byText(5), "0.005");
});

test("events have their common names", () => {
  assert.equal(eventText("MILEsh", race), "Mile short track");
  assert.equal(eventText("1500sh", race), "1500 m short track");
  assert.equal(eventText("10K", race), "10 km");
  assert.equal(eventText("2MLS", race), "2 miles");
  assert.equal(eventText("HJ", race), "HJ");
});

test("the end of the race is called the finish", () => {
  assert.equal(pointText(1609.344, 1609.344), "finish");
  assert.equal(pointText(1500, 1609.344), "1500 m");
});

test("days between are whole days", () => assert.equal(daysBetween("2025-02-08", "2025-02-13"), 5));

test("a runner is called by the family name", () => {
  assert.equal(shortName("Jakob Ingebrigtsen"), "Ingebrigtsen");
  assert.equal(shortName("Pelé"), "Pelé");
});

test("who follows is told with its clock, or for how long it has been silent", () => {
  const office = {
    name: "office", kind: "standby" as const, role: "following", behind: 0,
    offset_ms: 0.31, error_ms: 0.12, drift_ppm: 2, age_s: 0.4,
  };
  assert.equal(otherText(office), "standby office, clock +0.3 ms ± 0.1");
  assert.equal(otherText({ ...office, offset_ms: null }), "standby office");
  assert.equal(otherText({ ...office, kind: "node", age_s: 12.4 }), "light node office, silent for 12 s");
});

import type uPlot from "uplot";

/** Gaps by runner, as they are drawn. */
export interface Told {
  readonly distance: number;
  /** Metres, in order. */
  readonly points: readonly number[];
  /** Of the line that the gaps are to. */
  readonly colour: string;
  readonly series: readonly Series[];
}

export interface Series {
  readonly name: string;
  /** Seconds ahead at each point; null where nobody timed it. */
  readonly gaps: readonly (number | null)[];
  readonly followed: boolean;
}

/** How numbers are written beside the axes. */
export interface Written {
  readonly point: (metres: number) => string;
  readonly seconds: (gap: number) => string;
}

export interface Chart {
  destroy(): void;
}

const [TALL, TALLER, WIDE] = [168, 224, 560];
const LEAST_S = 0.5;
/** A figure of the labels is no wider. */
const FIGURE_PX = 7.5;

/** Draw the chart; what draws it is fetched when it is needed first, after the race is on the screen. */
export async function drawn(place: HTMLElement, width: number, told: Told, written: Written): Promise<Chart> {
  const [{ default: Plot }] = await Promise.all([import("uplot"), import("uplot/dist/uPlot.min.css")]);
  const style = getComputedStyle(place);
  const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const of = (text: string): string => (text.startsWith("var(--") ? colour(text.slice(6, -1)) : text);
  const { series, points, distance } = told;
  const options: uPlot.Options = {
    width,
    height: width > WIDE ? TALLER : TALL,
    padding: [8, 26, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false, range: [0, distance] }, y: { range: (_, low, high) => spread(low, high) } },
    axes: [axis(colour, (_, marks) => marks.map((metres) => written.point(metres))), { ...axis(colour, (_, marks) => marks.map(written.seconds)), size: (_, labels) => widest(labels) }],
    series: [{}, { label: "", stroke: of(told.colour), width: 2, points: { show: false } }, ...series.map((one) => shown(one, colour))],
  };
  const level = [0, ...points.map(() => 0)];
  return new Plot(options, [[0, ...points], level, ...series.map((one) => [isOnce(one) ? null : 0, ...one.gaps])], place);
}

/** Of somebody who was timed once there is a point and no line: nobody knows the way to it. */
const isOnce = ({ gaps }: Series): boolean => gaps.filter((gap) => gap !== null).length < 2;

function shown(one: Series, colour: (name: string) => string): uPlot.Series {
  const { name, followed } = one;
  const stroke = colour(followed ? "text" : "soft");
  return { label: name, stroke, width: followed ? 2.5 : 1, points: { show: followed || isOnce(one), size: 5, fill: stroke }, spanGaps: true };
}

function axis(colour: (name: string) => string, values: uPlot.Axis["values"]): uPlot.Axis {
  const grid = { stroke: colour("edge"), width: 1 };
  return { stroke: colour("soft"), grid, ticks: grid, size: 30, font: `12px ${colour("sans")}`, ...(values === undefined ? {} : { values }) };
}

/** Pixels of the axis: a sign that is cut off says the opposite. */
const widest = (labels: readonly string[] | null): number => Math.max(46, ...(labels ?? []).map((label) => 22 + FIGURE_PX * label.length));

function spread(low: number, high: number): [number, number] {
  const [least, most] = [Math.min(low, -LEAST_S), Math.max(high, LEAST_S)];
  const room = (most - least) * 0.08;
  return [least - room, most + room];
}

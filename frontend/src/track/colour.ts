/** Red, green and blue, linear in light, 0 to 1. */
export type Rgb = readonly [number, number, number];

/** A colour as screens have it, as light. Source: IEC 61966-2-1 (sRGB). */
export function linear(colour: string): Rgb {
  const part = (at: number): number => {
    const step = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return step <= 0.04045 ? step / 12.92 : ((step + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

/** Light as a step of a screen, 0 to 255. */
export function step(light: number): number {
  const encoded = light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
  return Math.round(Math.max(0, Math.min(1, encoded)) * 255);
}

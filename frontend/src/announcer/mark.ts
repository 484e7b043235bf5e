/** 3:46.62 from thousandths, as marks are written: cut to so many decimals, a point in every language. */
export function markText(thousandths: number, decimals: number): string {
  const unit = 10 ** (3 - decimals);
  const whole = Math.floor(thousandths / unit + 1e-6);
  const second = 10 ** decimals;
  const [minutes, rest] = [Math.floor(whole / (60 * second)), whole % (60 * second)];
  const fraction = decimals === 0 ? "" : `.${String(rest % second).padStart(decimals, "0")}`;
  const seconds = `${Math.floor(rest / second)}${fraction}`;
  return minutes === 0 ? seconds : `${minutes}:${seconds.padStart(fraction.length + 2, "0")}`;
}

/** What is read out of a rest: tenths, rounded down, so that whoever runs it has broken the record. */
export const restText = (seconds: number): string => markText(Math.round(seconds * 1000), 1);

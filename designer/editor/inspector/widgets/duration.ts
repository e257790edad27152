/** Days, hours and minutes of a duration, and the duration of them. */
export function partsOf(duration: string): number[] {
  const [, days = '0', hours = '0', minutes = '0'] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(duration) ?? [];
  return [days, hours, minutes].map(Number);
}

/** The ISO 8601 duration of so many days, hours and minutes. */
export function durationOf([days = 0, hours = 0, minutes = 0]: number[]): string {
  const time = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}`;
  return `P${days || !time ? `${days}D` : ''}${time ? `T${time}` : ''}`;
}

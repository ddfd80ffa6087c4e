/**
 * Lets the first of a flood through, then one each `ms`, with how many there were: a lost connection fails hundreds of times
 * a second.
 */
export function seldom<Event>(ms: number, report: (event: Event, times: number) => void): (event: Event) => void {
  let last = -Infinity;
  let times = 0;
  return (event) => {
    times += 1;
    const now = performance.now();
    if (now - last < ms) return;
    report(event, times);
    last = now;
    times = 0;
  };
}

/** Runs inside a measured process, answers what it costs, and ends it with the bench that started it. */

/** Of the whole process, since it started. */
export interface Cost {
  readonly cpuSeconds: number;
  readonly rssBytes: number;
  /** Heap and what hangs on it outside, such as buffers. */
  readonly heapBytes: number;
}

/** Asked for twice, V8 also frees what only finalizers held on to. */
const collections = 2;

process.on('message', (question) => {
  if (question !== 'cost' && question !== 'cost after collecting') return;
  if (question === 'cost after collecting') {
    for (let count = 0; count < collections; count++) globalThis.gc?.();
  }
  const {rss, heapUsed, external} = process.memoryUsage();
  const {user, system} = process.cpuUsage();
  const cost: Cost = {
    cpuSeconds: (user + system) / 1e6,
    rssBytes: rss,
    heapBytes: heapUsed + external,
  };
  process.send?.(cost);
});
process.on('disconnect', () => process.exit(1));

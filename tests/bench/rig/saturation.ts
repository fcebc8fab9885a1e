/** Whether something else than the server was the bottleneck: this process, or others on the machine. */

import {cpus} from 'node:os';
import {monitorEventLoopDelay} from 'node:perf_hooks';
import {type Row, row} from './bench.ts';
import {median} from './percentiles.ts';

export interface Strain {
  /** How late the event loop of the load generator ran. */
  readonly lateMs: number;
  /** CPU of the load generator. */
  readonly cores: number;
  /** CPU of everything on the machine, this included. */
  readonly machineCores: number;
}

export interface Saturation {
  /** Since it was opened, or reset. */
  read(): Strain;
  reset(): void;
}

const resolutionMs = 2;
const lookMs = 500;
const quietCores = 0.3;

export function watchSaturation(): Saturation {
  const delay = monitorEventLoopDelay({resolution: resolutionMs});
  delay.enable();
  let cpu = process.cpuUsage();
  let machineMs = busyMs();
  let at = performance.now();
  return {
    read() {
      const {user, system} = process.cpuUsage(cpu);
      const ms = performance.now() - at;
      return {
        lateMs: Math.max(0, delay.percentile(99) / 1e6 - resolutionMs),
        cores: (user + system) / 1000 / ms,
        machineCores: (busyMs() - machineMs) / ms,
      };
    },
    reset() {
      delay.reset();
      cpu = process.cpuUsage();
      machineMs = busyMs();
      at = performance.now();
    },
  };
}

/** The figures are to be read with suspicion when these are high. Medians, of several rounds. */
export function strainRows(
  name: string,
  rounds: readonly {readonly strain: Strain; readonly cores: number}[],
): readonly Row[] {
  const others = rounds.map(({strain, cores}) => strain.machineCores - strain.cores - cores);
  return [
    row(`${name}: load generator late, p99`, median(rounds.map(({strain}) => strain.lateMs)), 'ms'),
    row(`${name}: load generator busy`, median(rounds.map(({strain}) => strain.cores)), 'cores'),
    row(`${name}: others on the machine`, Math.max(0, median(others)), 'cores'),
  ];
}

/** Waits until the rest of the machine does little, but no longer than this. */
export async function untilQuiet(withinMs: number): Promise<void> {
  const saturation = watchSaturation();
  const end = performance.now() + withinMs;
  do {
    saturation.reset();
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  } while (saturation.read().machineCores > quietCores && performance.now() < end);
}

function busyMs(): number {
  return cpus().reduce((sum, {times}) => sum + times.user + times.sys + times.nice + times.irq, 0);
}

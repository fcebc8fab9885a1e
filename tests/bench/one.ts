/** One bench in a process of its own, which is also its load generator. */

import {benches} from './benches.ts';
import type {Context} from './rig/bench.ts';

const [name = '', folder = '', size = ''] = process.argv.slice(2);
const bench = benches[name];
if (!bench) throw new Error(`No bench is called ${name}`);
const context: Context = {folder, full: size === 'full'};
process.send?.(await bench.run(context));
process.disconnect?.();

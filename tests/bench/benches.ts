/** All benches, in the order in which they are run. */

import {ack} from './ack.ts';
import {append} from './append.ts';
import {attribution} from './attribution.ts';
import {client} from './client.ts';
import {coldOpen} from './cold-open.ts';
import {comments} from './comments.ts';
import {crowd} from './crowd.ts';
import {history} from './history.ts';
import {hostile} from './hostile.ts';
import {journalSize} from './journal-size.ts';
import {loss} from './loss.ts';
import {memory} from './memory.ts';
import {propagation} from './propagation.ts';
import {reconnect} from './reconnect.ts';
import {relayed} from './relayed.ts';
import type {Bench} from './rig/bench.ts';

export const benches: Readonly<Record<string, Bench>> = {
  propagation,
  relayed,
  ack,
  append,
  crowd,
  'cold-open': coldOpen,
  reconnect,
  memory,
  loss,
  hostile,
  'journal-size': journalSize,
  attribution,
  history,
  comments,
  client,
};

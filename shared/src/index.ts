/** What client and server both speak: ids, frames, rights. Pure: no clock, no randomness, no I/O. */

export * from './access.ts';
export * from './amount.ts';
export * from './close.ts';
export * from './day.ts';
export * from './difference.ts';
export * from './history-views.ts';
export * from './ids.ts';
export * from './lab-views.ts';
export * from './people.ts';
export * from './plan-date.ts';
export * from './plan-facts.ts';
export * from './plan-fields.ts';
export * from './plan-overview.ts';
export * from './plan-overview-carriers.ts';
export * from './plan-overview-funds.ts';
export * from './plan-overview-promises.ts';
export * from './plan-words.ts';
export * from './plan.ts';
export * from './protocol.ts';
export * from './schema/card-kinds.ts';
export * from './schema/source-kinds.ts';
export {SCHEMA_VERSION} from './schema/version.ts';
export * from './twokeys.ts';
export {unreachable} from './unreachable.ts';
export * from './views.ts';
export * from './words.ts';

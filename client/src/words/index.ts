/** Every sentence of the interface, by screen. Components hold none of their own. */

export {account} from './account.ts';
export {sentenceFor} from './errors.ts';
export {general, listNames, roleNote, sideHeading, sideWhat} from './general.ts';
export {history} from './history.ts';
export {lab, newDocument, renameDocument} from './lab.ts';
export {signIn, start} from './sign-in.ts';
export {dayHeading, dayWords, onMoment, span, time, when} from './times.ts';

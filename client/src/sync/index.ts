/** What screens may use of the live text and of what this device holds. */

export {unsentDocuments} from './local-copy.ts';
export {RescueCopies} from './rescue-copies.tsx';
export {leaveDevice} from './leave-device.ts';
export {UnsentHere} from './unsent-here.tsx';

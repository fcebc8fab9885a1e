/** The way in. Lets Node keep what it compiled for the next start, which saves a third of it. */

import {enableCompileCache} from 'node:module';
import {fileURLToPath} from 'node:url';

enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url)));
await import('./run.ts');

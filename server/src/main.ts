/** The way in. Lets Node keep what it compiled for the next start, and not search for what is near. */

import {enableCompileCache} from 'node:module';
import {fileURLToPath} from 'node:url';
import {takeNearImportsAsWritten} from './near-imports.ts';

enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url)));
takeNearImportsAsWritten();
await import('./run.ts');

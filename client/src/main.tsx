/** The composition root of the client: alone knows the real world. */

import 'virtual:letters.css';
import {StrictMode} from 'react';
import {createRoot} from 'react-dom/client';
import {App} from './app.tsx';
import {createQueries} from './app-queries.ts';
import type {World} from './app-world.tsx';
import './print/page.css';

const world: World = {
  now: () => Date.now(),
  whenIdle(callback) {
    if (sparesData()) return () => undefined;
    // Safari does not tell; a few seconds after the text is there comes close.
    if (!('requestIdleCallback' in globalThis)) {
      const timer = setTimeout(callback, 3_000);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(callback);
    return () => cancelIdleCallback(idle);
  },
  // Loaded when asked for: who only reads the list needs no sync code.
  localCopies: {
    unsent: async (personId) => (await import('./sync/index.ts')).unsentDocuments(personId),
    clear: async (personId) => (await import('./sync/index.ts')).leaveDevice(personId),
  },
};

/** What is fetched beforehand may never be needed, and not everybody has a line without a limit. */
function sparesData(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection');
  return typeof connection === 'object' && connection !== null
    ? Reflect.get(connection, 'saveData') === true
    : false;
}

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');
createRoot(root).render(
  <StrictMode>
    <App world={world} queries={createQueries()} />
  </StrictMode>,
);

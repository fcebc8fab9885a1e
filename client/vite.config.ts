/** How the client is built: plain files for a strict CSP, nothing inlined into the page. */

import react from '@vitejs/plugin-react';
import {defineConfig, type Plugin} from 'vite';
import {compressed} from './compressed.ts';
import {letters} from './letters.ts';

/** Where `vite dev` finds the server. */
const server = process.env['SERVER_URL'] ?? 'http://localhost:3000';

export default defineConfig({
  plugins: [react(), onlyOurLanguage(), letters(), compressed()],
  build: {
    outDir: 'dist',
    target: 'es2022',
    // Fonts as data: addresses would need a hole in the CSP.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    // A browser that doesn't know them fetches a piece a little later.
    modulePreload: {polyfill: false},
    rolldownOptions: {
      // What every page begins with comes in one piece: together it is smaller than in eight.
      output: {codeSplitting: {groups: [{name: 'app', tags: ['$initial']}]}},
    },
  },
  server: {
    proxy: {
      '/api': server,
      '/sync': {target: server.replace(/^http/, 'ws'), ws: true},
    },
  },
});

/** The widgets bring their words in thirty languages; ours speak Dutch, and fall back on English. */
function onlyOurLanguage(): Plugin {
  const foreign = /react-aria.*\/intl\/[^/]+\/(?!nl-NL|en-US)[a-z]{2}-[A-Z]{2}\.m?js$/;
  return {
    name: 'only-our-language',
    apply: 'build',
    load: (id) => (foreign.test(id) ? 'export default {};' : null),
  };
}

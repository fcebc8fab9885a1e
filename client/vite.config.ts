/** How the client is built: plain files for a strict CSP, nothing inlined into the page. */

import react from '@vitejs/plugin-react';
import {defineConfig, type Plugin} from 'vite';
import {compressed} from './compressed.ts';
import {letters} from './letters.ts';

/** Where `vite dev` finds the server. */
const server = process.env['SERVER_URL'] ?? 'http://localhost:3000';

/**
 * What comes in one piece. Left to itself, what some screens share comes in crumbs: each is an answer of
 * its own, and together they are smaller.
 */
const groups = [
  // What every page begins with.
  {name: 'app', tags: ['$initial' as const]},
  // Small things, of which nearly every screen draws some.
  {
    name: 'common',
    test: /client.src.(?:ui.(?:person|picker|use-media)|words.(?:times|authors)|labs.(?:lab|sides)|documents.whose|history.seen)\.|shared.src.(?:access|day|people)\./,
  },
  // How a plan is told: its words, choices, dates and sums.
  {
    name: 'plan',
    test: /shared.src.(?:plan-(?:words|fields|facts|date)|amount|schema.(?:card|source)-kinds)\./,
  },
];

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
    rolldownOptions: {output: {codeSplitting: {groups}}},
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

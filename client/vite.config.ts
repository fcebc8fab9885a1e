/** How the client is built: plain files for a strict CSP, nothing inlined into the page. */

import react from '@vitejs/plugin-react';
import {defineConfig} from 'vite';

/** Where `vite dev` finds the server. */
const server = process.env['SERVER_URL'] ?? 'http://localhost:3000';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    target: 'es2022',
    // Fonts as data: addresses would need a hole in the CSP.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: {
    proxy: {
      '/api': server,
      '/sync': {target: server.replace(/^http/, 'ws'), ws: true},
    },
  },
});

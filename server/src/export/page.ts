/** A page that stands on its own in a file: no scripts, nothing from elsewhere, good to print. */

import {type Html, html} from './html.ts';

/** What a page of ours may do when a browser shows it: be looked at. */
export const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-popups";

/** The same from inside the file, as far as a page may say it about itself. */
const ownPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const style: Html = html`<style>
  body {
    max-width: 44rem;
    margin: 2rem auto;
    padding: 0 1rem;
    font:
      1.0625rem/1.6 system-ui,
      sans-serif;
    color: #1d1d1b;
    background: #fff;
    overflow-wrap: anywhere;
  }
  h1,
  h2,
  h3,
  h4 {
    line-height: 1.25;
    hyphens: auto;
  }
  h1 {
    font-size: clamp(1.5rem, 1.1rem + 2.2vw, 2.1rem);
  }
  section {
    margin: 1.5rem 0;
    padding-left: 1rem;
    border-left: 0.25rem solid #c9c4ba;
  }
  table {
    border-collapse: collapse;
    width: 100%;
  }
  th,
  td {
    padding: 0.25rem 0.5rem;
    border: 1px solid #767066;
    text-align: left;
    vertical-align: top;
  }
  blockquote {
    margin-left: 0;
    padding-left: 1rem;
    border-left: 0.25rem solid #767066;
  }
  li > p,
  th > p,
  td > p {
    margin: 0;
  }
  .tick {
    list-style: none;
  }
  .tick > p:first-of-type {
    display: inline;
  }
  .quiet {
    color: #5a554d;
  }
  .rests {
    text-decoration: underline dotted;
  }
  .source {
    margin-left: 0.25em;
    color: #5a554d;
  }
  .written {
    white-space: pre-wrap;
  }
</style>`;

/**
 * The whole file, as text.
 * @param more a style of its own, beside that of all pages
 */
export function pageOf(title: string, body: Html, more: Html | null = null): string {
  return html`<!doctype html>
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${ownPolicy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        ${style}${more}
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html> `.html;
}

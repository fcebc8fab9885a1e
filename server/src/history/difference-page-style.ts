/** How a comparison looks on a page: every mark has a sign and a word, so that it survives without colour. */

import {html} from '../export/html.ts';

/** Informal is dotted and formal is striped, as on every screen. */
export const differenceStyle = html`<style>
  a {
    color: #0b6e69;
  }
  ins,
  del,
  .look,
  .sample {
    padding: 0 0.1em;
    -webkit-print-color-adjust: exact;
    print-color-adjust: exact;
    -webkit-box-decoration-break: clone;
    box-decoration-break: clone;
  }
  ins {
    text-decoration: underline 0.12em;
    text-underline-offset: 0.2em;
  }
  del + ins {
    margin-left: 0.25em;
  }
  del {
    text-decoration: line-through 0.1em;
  }
  .look {
    text-decoration: underline wavy 0.08em;
    text-underline-offset: 0.2em;
  }
  .moved {
    border: 1px dashed #1d1d1b;
    border-radius: 0.2rem;
  }
  .informal {
    --side: #8a4b00;
    background: radial-gradient(circle, #d9ab6d 0.055rem, transparent 0.08rem) 0 0 / 0.35rem 0.35rem
      #fdf3e3;
  }
  .formal {
    --side: #3b4ba3;
    background: repeating-linear-gradient(135deg, #eef0fb 0 0.28rem, #bcc5ec 0.28rem 0.34rem);
  }
  .both {
    --side: #1d1d1b;
    background: #efece6;
  }
  .by,
  .by.informal,
  .by.formal {
    background: #fff;
  }
  .by {
    margin-inline: 0.25em;
    padding: 0 0.35em;
    border: 1px solid var(--side, #767066);
    border-radius: 0.5rem;
    font-size: 0.8125rem;
    font-weight: 400;
    color: var(--side, #1d1d1b);
  }
  p.by {
    width: fit-content;
    margin: 0.25rem 0;
    padding: 0.1rem 0.5rem;
  }
  .tick > p.by {
    display: inline-block;
    margin: 0 0.25rem 0 0;
  }
  .tick > p.by + p {
    display: inline;
  }
  .by.informal {
    border-style: dotted;
    border-width: 2px;
  }
  .by.formal {
    border-style: double;
    border-width: 3px;
  }
  .come,
  .gone,
  .came {
    margin: 0.5rem 0;
    padding-left: 0.5rem;
    border-left: 0.25rem solid var(--side, #767066);
  }
  div.informal,
  div.formal,
  div.both {
    background: none;
  }
  .gone {
    border-left-style: dotted;
  }
  .came {
    border-left-style: dashed;
  }
  .legend {
    padding: 0.75rem 1rem;
    border: 1px solid #c9c4ba;
    border-radius: 0.5rem;
  }
  .legend ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .summary h3 {
    margin-bottom: 0.25rem;
  }
  .summary ul {
    margin-top: 0;
  }
  .table {
    overflow-x: auto;
  }
  @page {
    margin: 18mm 16mm;
    @bottom-right {
      content: counter(page) ' / ' counter(pages);
      font:
        9pt system-ui,
        sans-serif;
      color: #5a554d;
    }
  }
  @media print {
    body {
      max-width: none;
      margin: 0;
      padding: 0;
      font-size: 11pt;
    }
    h2,
    h3,
    h4,
    section > :first-child,
    p.by {
      break-after: avoid;
    }
    .legend,
    p.by,
    li,
    tr {
      break-inside: avoid;
    }
    .summary a {
      color: inherit;
      text-decoration: none;
    }
  }
</style>`;

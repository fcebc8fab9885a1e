/** HTML put together by hand: whatever people wrote is text, and can't become anything else. */

/** A piece of a page; only `html` makes one. */
export interface Html {
  readonly html: string;
}

type Value = string | number | Html | null | readonly Value[];

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A template: pieces and lists of pieces go in as they are, text as it reads, null as nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return {html: parts.map((part, at) => (at ? shown(values[at - 1] ?? null) : '') + part).join('')};
}

function shown(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'string') return value.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? '');
  if (typeof value === 'number') return String(value);
  return 'html' in value ? value.html : value.map(shown).join('');
}

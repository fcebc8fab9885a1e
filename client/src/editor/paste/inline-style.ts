/**
 * What a foreign page says by its `style` attributes, read as text. Our own policy refuses them, even in
 * a page that is never shown, so they get another name before a browser reads them.
 */

const attribute = 'data-said-style';

/** Elements that say how they look. */
export const styled = `[${attribute}]`;

/** Properties in small letters, as they stand; a later one overrules an earlier. */
export type InlineStyle = ReadonlyMap<string, string>;

/** Every `style` by another name, handlers by one that handles nothing, and no style sheets. */
export function withStylesAside(html: string): string {
  return html
    .replaceAll(sheet, '')
    .replaceAll(tag, (found) =>
      found.replaceAll(refused, (_attribute, before: string, name: string) =>
        name.toLowerCase() === 'style' ? `${before}${attribute}` : `${before}data-gone`,
      ),
    );
}

const sheet = /<style\b[^>]*>[^]*?<\/style\s*>/gi;
const tag = /<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi;
const refused = /([\s"'/])(style|on[a-z]+)(?=\s*=)/gi;

export function styleOf(element: Element): InlineStyle {
  const declarations = (element.getAttribute(attribute) ?? '').split(';');
  return new Map(
    declarations.flatMap((declaration) => {
      const at = declaration.indexOf(':');
      if (at < 0) return [];
      const name = declaration.slice(0, at).trim().toLowerCase();
      return [
        [
          name,
          declaration
            .slice(at + 1)
            .trim()
            .toLowerCase(),
        ] as const,
      ];
    }),
  );
}

/** Nobody saw it where it was copied. */
export function isHidden(style: InlineStyle): boolean {
  return style.get('display') === 'none' || style.get('mso-hide') === 'all';
}

/** null: it says nothing about it, so that what is around it holds. */
export function isBold(style: InlineStyle): boolean | null {
  const weight = style.get('font-weight');
  if (weight === undefined) return null;
  return weight.startsWith('bold') || Number(weight) >= 600;
}

export function isItalic(style: InlineStyle): boolean | null {
  const slope = style.get('font-style');
  return slope === undefined ? null : /^(?:italic|oblique)/.test(slope);
}

/** "underline" or "line-through" among the lines that are drawn. */
export function hasLine(style: InlineStyle, line: 'underline' | 'line-through'): boolean {
  const drawn = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`;
  return drawn.split(/\s+/).includes(line);
}

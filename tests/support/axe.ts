/** What a screen must be for everybody: no barrier that a machine can find, and it fits on a phone. */

import axeCore, {type RunOptions} from 'axe-core';
import type {Page} from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** The rules that another colour scheme can break. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** Everything; what colours decide; or all that they don't. */
export type Asked = 'all' | 'colours' | 'shapes';

/** Rule and place of everything that axe holds against the screen as it stands; [] when nothing. */
export async function barriers(page: Page, of: Asked): Promise<readonly string[]> {
  const violations = await violationsIn(page, options(of));
  const found: string[] = [];
  for (const {id, nodes} of violations) {
    for (const {target, failureSummary} of nodes) {
      const place = target.join(' ');
      // Where one writes, a wide table scrolls along with the caret; axe knows no carets.
      if (id === 'scrollable-region-focusable' && (await isWritten(page, place))) continue;
      found.push(`${id}: ${place} – ${failureSummary}`);
    }
  }
  return found;
}

function options(of: Asked): RunOptions {
  return {
    // What is in order is not listed, and no style is fetched again for a rule that is not asked.
    ...{resultTypes: ['violations'], preload: false, iframes: false},
    ...(of === 'colours'
      ? {runOnly: {type: 'rule', values: [...colourRules]}}
      : {
          runOnly: {type: 'tag', values: tags},
          rules: Object.fromEntries(
            of === 'all' ? [] : colourRules.map((id) => [id, {enabled: false}]),
          ),
        }),
  };
}

/** Reading axe takes a page as long as looking at most screens does: each page reads it once. */
async function violationsIn(page: Page, asked: RunOptions) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore.source);
  return page.evaluate(async (runOptions) => {
    const {axe} = window as Window & {axe?: typeof axeCore};
    if (!axe) throw new Error('This page has not read axe.');
    const {violations} = await axe.run(document, runOptions);
    return violations.map(({id, nodes}) => ({
      id,
      nodes: nodes.map(({target, failureSummary}) => ({target, failureSummary})),
    }));
  }, asked);
}

function isWritten(page: Page, place: string): Promise<boolean> {
  return page
    .locator(place)
    .first()
    .evaluate((element) => element instanceof HTMLElement && element.isContentEditable);
}

/** How many pixels one could scroll sideways; 0 is right. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const {scrollWidth, clientWidth} = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth);
  });
}

/** The controls in view that are smaller than a finger; links within sentences may be. */
export function smallTargets(page: Page, px = 44): Promise<readonly string[]> {
  return page.evaluate((least) => {
    const controls = document.querySelectorAll<HTMLElement>(
      'button, a, summary, [role=menuitem], input:not([type=checkbox], [type=radio]), .choice-option',
    );
    return [...controls].flatMap((control) => {
      const {width, height} = control.getBoundingClientRect();
      const isShown = control.checkVisibility({visibilityProperty: true}) && width > 1;
      const isInText = control.closest('p, .prose, .skip-link') !== null;
      // What a widget has for screen readers alone is out of reach of fingers and of Tab.
      const isForReaders = control.tabIndex < 0 && control.closest('[style*="clip"]') !== null;
      if (!isShown || isInText || isForReaders || (width >= least && height >= least)) return [];
      const name = control.textContent || control.getAttribute('aria-label');
      return [`${name}: ${Math.round(width)} × ${Math.round(height)}`];
    });
  }, px);
}

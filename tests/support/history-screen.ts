/** What people do on the pages that look back, in the words they would use for it. */

import type {Locator, Page} from 'playwright-core';

export type HistoryScreen = ReturnType<typeof historyScreen>;

export function historyScreen(page: Page) {
  const handle = page.getByRole('slider', {name: 'Moment in het leven van deze tekst'});
  const text = page.locator('.moment-text .prose');
  return {
    ...{page, handle, text},
    heading: page.getByRole('heading', {name: /^Zo was het/}),

    /** At its own address, now or at a moment. */
    async open(documentId: string, seq?: number): Promise<void> {
      const moment = seq === undefined ? '' : `/${seq}`;
      await page.goto(`/documenten/${documentId}/geschiedenis${moment}`);
      await text.waitFor();
    },
    /** What the handle says about where it stands. */
    stands: async (): Promise<string> => (await handle.getAttribute('aria-valuetext')) ?? '',
    /** Holds the handle at the end of the line, and drags it to this part of its length. */
    async dragFromEnd(to: number): Promise<() => Promise<void>> {
      const box = await handle.boundingBox();
      if (!box) throw new Error('The line is not to be seen');
      const [edge, y] = [12, box.y + box.height / 2];
      await page.mouse.move(box.x + box.width - edge, y);
      await page.mouse.down();
      await page.mouse.move(box.x + edge + (box.width - 2 * edge) * to, y, {steps: 12});
      return () => page.mouse.up();
    },
    /** What can be done with a moment; folded where there is little room. */
    async act(name: string): Promise<void> {
      const fold = page.getByText('Wat kun je met dit moment?', {exact: true});
      const button = page.getByRole('button', {name, exact: true});
      if ((await fold.isVisible()) && !(await button.isVisible())) await fold.click();
      await button.click();
    },
    /** The list of moments; folded where there is little room. */
    async moments(): Promise<Locator> {
      const list = page.getByRole('navigation', {name: 'Momenten'});
      const fold = page.getByText('Alle momenten', {exact: true});
      if ((await fold.isVisible()) && !(await list.isVisible())) await fold.click();
      await list.waitFor();
      return list;
    },
  };
}

/** A clipboard with what another program put on it. */

import type {Page} from 'playwright-core';

/**
 * Pastes where the caret stands, as a browser does that holds this HTML: a page may not put Word's own
 * HTML on a real clipboard, browsers tidy it up first.
 */
export async function pasteHtml(page: Page, html: string): Promise<void> {
  await page.evaluate((copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', copied);
    clipboardData.setData('text/plain', 'zonder opmaak');
    const event = new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true});
    document.activeElement?.dispatchEvent(event);
  }, html);
}

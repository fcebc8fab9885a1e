/** A line to the server on which a person's words can be kept on the way, as on a train or in a lift. */

import type {Page} from 'playwright-core';

export interface HeldLine {
  /**
   * What this page sends over the lines that it has now stays on the way; what the server says comes
   * in as ever, and a new line is as good as any.
   */
  hold(): void;
  /** What was on the way arrives, in order. */
  letGo(): void;
}

/** Before the page opens a document. */
export async function heldLine(page: Page): Promise<HeldLine> {
  const onTheWay: (() => void)[] = [];
  let lines = 0;
  let held = 0;
  await page.routeWebSocket(/\/sync\//, (browser) => {
    const server = browser.connectToServer();
    const line = ++lines;
    browser.onMessage((message) => {
      if (line <= held) onTheWay.push(() => server.send(message));
      else server.send(message);
    });
  });
  return {
    hold: () => {
      held = lines;
    },
    letGo() {
      held = 0;
      for (const arrive of onTheWay.splice(0)) arrive();
    },
  };
}

/** What people do on the screens of a lab's life: begin it, come in, vouch, ask, turn keys. */

import type {Side} from '@samenspel/shared';
import type {Locator, Page} from 'playwright-core';
import {option} from './pages.ts';
import {readQr} from './qr.ts';

export interface Begun {
  readonly lab: string;
  readonly neighbourhood: string;
  readonly name: string;
  readonly side: Side;
}

export interface Asked {
  readonly side: Side;
  readonly use?: 'once' | 'meeting';
}

const mySide = {
  informal: 'Ik ben bewoner of sleutelpersoon',
  formal: 'Ik ben hier voor mijn werk',
} as const;
const theirSide = {
  informal: 'Als bewoner of sleutelpersoon',
  formal: 'Voor het werk, als professional',
} as const;

export function labLife(page: Page) {
  const button = (name: string) => page.getByRole('button', {name, exact: true});
  const field = (name: string) => page.getByRole('textbox', {name});
  const choose = (name: string) => option(page, name).click();
  const title = (name: string) => page.getByRole('heading', {name, exact: true, level: 1});
  const dialog = page.locator('[role=dialog], [role=alertdialog]');

  return {
    ...{button, field, choose, title, dialog},

    /** Ends in the new lab. */
    async begin(link: string, {lab, neighbourhood, name, side}: Begun): Promise<void> {
      await page.goto(link);
      await title('Begin een lab').waitFor();
      await field('Hoe heet jullie lab?').fill(lab);
      await field('Voor welke wijk of buurt?').fill(neighbourhood);
      await field('Hoe heet jij?').fill(name);
      await choose(mySide[side]);
      await button('Begin het lab').click();
      await title(lab).waitFor();
    },

    /** From the lab; the dialog with the link and the code stays open. */
    async invite({side, use = 'once'}: Asked): Promise<{link: string; scanned: string}> {
      await button('Nodig iemand uit').click();
      await choose(theirSide[side]);
      if (use === 'meeting') await choose('Voor een bijeenkomst');
      await button('Maak de uitnodiging').click();
      return this.handedOver('Link van de uitnodiging');
    },
    /** The link as it is written, and as a phone reads it. */
    async handedOver(label: string): Promise<{link: string; scanned: string}> {
      const link = await field(label).inputValue();
      return {link, scanned: await readQr(dialog.getByRole('img', {name: /^Code om te scannen/}))};
    },

    /** A name and nothing else; ends in the lab. */
    async join(link: string, lab: string, name: string): Promise<void> {
      await page.goto(link);
      await title(`Doe mee met ${lab}`).waitFor();
      await field('Hoe heet je?').fill(name);
      await button('Doe mee').click();
      await title(lab).waitFor();
    },

    /** Opens the form for something about somebody; `what` as the menu calls it. */
    async openAbout(name: string, what: string): Promise<void> {
      await button(`Vraag iets over ${name}`).click();
      await page.getByRole('menuitem', {name: what, exact: true}).click();
      await dialog.waitFor();
    },
    /** In an open form; ends where it says what the lab waits for. */
    async ask(reason: string, waitsFor: string): Promise<void> {
      await field('Waarom vraag je dit?').fill(reason);
      await button('Vraag dit aan het lab').click();
      await dialog.getByText(waitsFor).waitFor();
      await button('Klaar').click();
      await dialog.waitFor({state: 'detached'});
    },
    /** One thing that waits for a key. */
    question: (what: string): Locator =>
      page.locator('.question').filter({has: page.getByRole('heading', {name: what})}),
    turn: (what: string) => button(`Draai de sleutel: ${what}`).click(),

    async openLog(labId: string): Promise<void> {
      await page.goto(`/labs/${labId}/wat-er-gebeurde`);
      await page.locator('.log-entry').first().waitFor();
    },
    /** Newest first. */
    sentences: () => page.locator('.log-entry p:first-child').allInnerTexts(),
    /** Whatever stands on the screen. */
    everything: () => page.locator('body').innerText(),
  };
}

/** Of a server without an example: the link that it prints for whoever begins. */
export function foundingLink(printed: string): string {
  const link = /http\S+\/stichten#\S+/.exec(printed)?.[0];
  if (!link) throw new Error('No founding link was printed');
  return link;
}

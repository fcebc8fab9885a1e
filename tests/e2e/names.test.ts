import {test} from 'vitest';
import {browserLab} from '../support/browser-lab.ts';
import {flowWidths} from '../support/browser.ts';
import {labLife} from '../support/lab-life.ts';
import {documentScreen} from '../support/pages.ts';

const lab = browserLab('--people', '2', '--documents', '2', '--words', '0');

test.for(flowWidths)(
  'who changes their name is called by it at once in the text of others (%s)',
  async (width) => {
    const documentId = lab.nextDocument();
    const one = await lab.visit(0, {width});
    const other = await lab.visit(1, {width});
    const [mine, theirs] = [documentScreen(one.page), documentScreen(other.page)];
    await Promise.all([mine.open(documentId), theirs.open(documentId)]);
    const now = width === 'wide' ? 'Aminata' : 'Ami';
    await mine.writeAtEnd('Wij zitten hier. ');
    await theirs.text.locator('.caret-label').waitFor({state: 'attached'});

    // In another tab, while the text stays open in the first.
    const tab = await one.newTab();
    await tab.goto('/ik');
    await labLife(tab).field('Zo heet je in al je labs').fill(now);
    await labLife(tab).button('Verander je naam').click();
    await tab.getByText(`Je heet nu ${now}.`).waitFor();

    await theirs.caretOf(`${now} · informeel`).waitFor({state: 'attached'});
    await other.page.getByRole('button', {name: /hier$/}).click();
    await other.page.getByRole('dialog').getByText(now, {exact: true}).waitFor();
    await one.page.bringToFront();
    await mine.press(width === 'wide' ? now : 'Over jou');
    await tab.close();
  },
);

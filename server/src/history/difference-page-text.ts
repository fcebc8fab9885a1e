/** Both texts in one, as HTML: what came and went in its place, what moved where it stands and stood. */

import {
  type Change,
  type ChangeWords,
  type Difference,
  type DifferenceAway,
  type DifferenceBlock,
  type DifferenceRun,
  isOpenQuestion,
  type NamedPeople,
  type PersonId,
  sourceWord,
  unreachable,
  withSources,
} from '@samenspel/shared';
import {blockHtml, textHtml} from '../export/document-html.ts';
import {type Html, html} from '../export/html.ts';
import {deedWord, pageWords} from './difference-page-words.ts';

export interface DrawnText {
  readonly difference: Difference;
  readonly words: ChangeWords;
  readonly people: NamedPeople;
}

/** Around other blocks, and no place for a line of their own: what is said of them stands in the first. */
const frames: ReadonlySet<string> = new Set([
  ...['table', 'tableRow', 'bulletList', 'orderedList', 'taskList'],
]);
/** Only there inside a frame: nothing can be put around them. */
const framed: ReadonlySet<string> = new Set([
  ...['tableRow', 'tableCell', 'tableHeader', 'listItem', 'taskItem'],
]);

/** Where a place stands on the page, for a link to it. */
export function anchorOf(place: number): string {
  return `plek-${place}`;
}

export function differenceText({difference, words, people}: DrawnText): Html {
  const changes = new Map(difference.changes.map((change) => [change.key, change]));
  const places = new Set(difference.places.map(({number}) => number));
  const told = new Set<string>();
  /** What has a line around what is drawn now. */
  const lined = new Set<string>();

  /** Each is told once, where it is met first. */
  function untold(keys: readonly string[]): readonly Change[] {
    return keys.flatMap((key) => {
      const change = changes.get(key);
      if (!change || told.has(key)) return [];
      told.add(key);
      return [change];
    });
  }

  function drawAll(
    nodes: DifferenceBlock['content'],
    inside: string,
    above: readonly Html[],
  ): readonly Html[] {
    let first = above;
    const drawn: Html[] = [];
    for (const node of nodes) {
      if (node.is === 'block') {
        drawn.push(drawBlock(node, first));
        first = [];
      } else if (node.is === 'away') {
        drawn.push(...drawAway(node, inside));
      }
    }
    return drawn;
  }

  /**
   * What came, went or moved as a whole has a line beside it, once around all that is in it.
   * @param above what is said of the frame around it
   */
  function drawBlock(block: DifferenceBlock, above: readonly Html[]): Html {
    const {type, where} = block;
    const key = block.changes.find((one) => isWhole(changes.get(one), where));
    const isWide = type === 'table' ? ['table'] : [];
    if (key === undefined || lined.has(key)) {
      return apart(block, isWide, drawInside(block, above));
    }
    lined.add(key);
    const drawn = drawInside(block, above);
    lined.delete(key);
    return apart(block, [...isWide, lineOf(where), sideOf(changes.get(key)?.by ?? [])], drawn);
  }

  function apart({number, type}: DifferenceBlock, names: readonly string[], drawn: Html): Html {
    const isPlace = places.has(number);
    if (framed.has(type) || (!isPlace && names.length === 0)) return drawn;
    const id = isPlace ? html` id="${anchorOf(number)}"` : null;
    return html`<div${id} class="${names.join(' ').trim()}">${drawn}</div>`;
  }

  function drawInside(block: DifferenceBlock, above: readonly Html[]): Html {
    const {type, attrs, content} = block;
    const runs = content.filter((node): node is DifferenceRun => node.is === 'run');
    if (runs.length === 0 && isOpenQuestion({type, attrs})) return html`${above}`;
    const tells = untold(block.changes);
    if (runs.length === 0 && content.length > 0) {
      const notes = [...above, ...tells.map((change) => noteOf(change, 'p'))];
      const inside = frames.has(type)
        ? drawAll(content, type, notes)
        : [...notes, ...drawAll(content, type, [])];
      return blockHtml({type, attrs}, inside, people);
    }
    const notes = tells.map((change) => noteOf(change, 'small'));
    const line = [...drawRuns(runs, new Set(block.changes)), ...notes];
    const node = {type, attrs, content: [{type: 'text'}]};
    if (framed.has(type)) return blockHtml(node, [...above, ...line], people);
    const drawn = blockHtml(node, line, people);
    // Where the name of somebody of the lab stands, or a line is drawn, nothing else does.
    const lost = notes.filter((note) => !drawn.html.includes(note.html));
    return html`${above}${drawn}${lost}`;
  }

  function drawRuns(runs: readonly DifferenceRun[], ofBlock: ReadonlySet<string>): readonly Html[] {
    return withSources(runs).map(({piece: run, ends}, at) => {
      const sources = ends.length > 0 && run.where !== 'earlier' ? ends : [];
      const next = runs[at + 1];
      const isLast = run.change !== null && next?.change !== run.change;
      // What is said of a whole block is said there.
      const change = isLast && !ofBlock.has(run.change) ? changes.get(run.change) : undefined;
      return html`${drawRun(run)}${
        sources.length > 0
          ? html` <small class="source">${sources.map(sourceWord).join(', ')}</small>`
          : null
      }${change ? noteOf(change, 'small') : null}`;
    });
  }

  function drawRun(run: DifferenceRun): Html {
    const {type, text, marks, where, was, moved, by} = run;
    const inside =
      type === 'text'
        ? textHtml({type, text, marks: marks.map((mark) => ({...mark}))})
        : html`<br />`;
    const name = [sideOf(by ? [by] : []), moved ? 'moved' : ''].filter(Boolean).join(' ');
    if (where === 'later') return html`<ins class="${name}">${inside}</ins>`;
    if (where === 'earlier') return html`<del class="${name}">${inside}</del>`;
    return was && run.change !== null ? html`<span class="look ${name}">${inside}</span>` : inside;
  }

  function drawAway({change: key}: DifferenceAway, inside: string): readonly Html[] {
    const change = key === null ? undefined : changes.get(key);
    if (!change || told.has(`away ${change.key}`)) return [];
    told.add(`away ${change.key}`);
    const note = html`<p class="by ${sideOf(change.by)}">
      ${pageWords.stoodHere}, ${words.short(change)}${whoHtml(change)}
    </p>`;
    switch (inside) {
      case 'table':
        return [
          html`<tr>
            <td>${note}</td>
          </tr>`,
        ];
      case 'tableRow':
        return [html`<td>${note}</td>`];
      case 'bulletList':
      case 'orderedList':
      case 'taskList':
        return [html`<li>${note}</li>`];
      default:
        return [note];
    }
  }

  function noteOf(change: Change, tag: 'p' | 'small'): Html {
    const isOneSided = change.what === 'inserted' || change.what === 'deleted';
    const isInLine = tag === 'small' && change.what !== 'field' && change.what !== 'retyped';
    const said = isOneSided || isInLine ? deedWord(change) : words.short(change);
    const inside = html`${said}${whoHtml(change)}`;
    const name = `by ${sideOf(change.by)}`;
    return tag === 'p'
      ? html`<p class="${name}">${inside}</p> `
      : html` <small class="${name}">${inside}</small>`;
  }

  function whoHtml({by}: Change): Html {
    const who = words.who(by);
    return who === '' ? html`` : html` · ${who}`;
  }

  function sideOf(by: readonly PersonId[]): string {
    const sides = new Set(by.flatMap((id) => people.get(id)?.side ?? []));
    return sides.size > 1 ? 'both' : ([...sides][0] ?? '');
  }

  return html`${drawAll(difference.blocks, 'doc', [])}`;
}

function isWhole(change: Change | undefined, where: DifferenceBlock['where']): boolean {
  return change !== undefined && (where === 'both' ? change.what === 'moved' : true);
}

function lineOf(where: DifferenceBlock['where']): string {
  switch (where) {
    case 'both':
      return 'came';
    case 'later':
      return 'come';
    case 'earlier':
      return 'gone';
    default:
      return unreachable(where);
  }
}

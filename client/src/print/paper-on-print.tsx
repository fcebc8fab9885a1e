/**
 * Puts a text on paper when the browser is asked to print, by whatever way: it is drawn at that moment,
 * and everything else on the screen stays off the paper.
 */

import {useEffect, useEffectEvent, useState} from 'react';
import {createPortal, flushSync} from 'react-dom';
import {Paper, type PaperContent} from './paper.tsx';
import './paper.css';

export interface PaperOnPrintProps {
  /** Asked at the last moment; null when there is nothing to print. */
  readonly draw: () => PaperContent | null;
}

export function PaperOnPrint({draw}: PaperOnPrintProps) {
  const [content, setContent] = useState<PaperContent | null>(null);
  const begin = useEffectEvent(() => {
    const {dataset} = document.documentElement;
    // Something else, such as the overview, is printed by itself.
    if (dataset['printing'] !== undefined) return;
    const drawn = draw();
    if (!drawn) return;
    dataset['printing'] = 'text';
    // The browser lays out the paper as soon as this is over.
    flushSync(() => setContent(drawn));
  });
  useEffect(() => {
    const end = () => {
      const {dataset} = document.documentElement;
      if (dataset['printing'] !== 'text') return;
      delete dataset['printing'];
      setContent(null);
    };
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
      end();
    };
  }, []);
  return content ? createPortal(<Paper {...content} />, document.body) : null;
}

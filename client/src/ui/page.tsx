/**
 * The frame of every page: a way past the header, the name of the place, one main part.
 * On navigation the title changes and focus moves to the heading, as a full page load would do.
 */

import {type ReactNode, type RefObject, useEffect, useRef} from 'react';
import {ArrowLeft} from 'lucide-react';
import {Link, useLocation} from 'wouter';
import {general} from '../words/index.ts';
import {NewsBell} from '../news/news-bell.tsx';
import {AccountMenu} from '../sign-in/account-menu.tsx';
import './page.css';

export interface PageProps {
  /** What the heading says, and the tab when `tab` is left out. */
  readonly title: string;
  readonly tab?: string;
  /** Under the heading, in muted words. */
  readonly subtitle?: ReactNode;
  /** Where one came from: a link before the heading. */
  readonly back?: {readonly href: string; readonly words: string};
  /** Beside the heading: the page's own buttons. */
  readonly actions?: ReactNode;
  /** 'bare' leaves the heading to the page itself; its h1 needs tabIndex -1 to receive focus. */
  readonly heading?: 'shown' | 'bare';
  /** 'wide' lets two columns stand beside each other. */
  readonly width?: 'text' | 'wide';
  /** Addresses that are one place to the reader: going between them leaves the focus alone. */
  readonly place?: string;
  readonly children?: ReactNode;
}

export function Page({
  title,
  tab = title,
  subtitle,
  back,
  actions,
  heading = 'shown',
  width = 'text',
  place,
  children,
}: PageProps) {
  const main = useRef<HTMLElement>(null);
  usePageTitle(tab);
  useFocusOnNavigation(main, place);
  return (
    <div className={`page page-${width}`}>
      <a className="skip-link" href="#inhoud">
        {general.skip}
      </a>
      <header className="page-header">
        <Link href="/" className="page-product">
          {general.product}
        </Link>
        <div className="page-mine">
          <NewsBell />
          <AccountMenu />
        </div>
      </header>
      <main id="inhoud" ref={main} tabIndex={-1} className="page-main">
        {heading === 'shown' ? (
          <div className="page-top">
            {back ? (
              <Link href={back.href} className="page-back">
                <ArrowLeft size={18} aria-hidden /> {back.words}
              </Link>
            ) : null}
            <div className="page-heading">
              <div>
                <h1 tabIndex={-1}>{title}</h1>
                {subtitle ? <p className="muted page-subtitle">{subtitle}</p> : null}
              </div>
              {actions}
            </div>
          </div>
        ) : null}
        {children}
      </main>
    </div>
  );
}

/** What the browser's tab says. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title === general.product ? title : `${title} – ${general.product}`;
  }, [title]);
}

/** The first page keeps the browser's own start. */
let isFirst = true;

function useFocusOnNavigation(main: RefObject<HTMLElement | null>, named?: string): void {
  const [path] = useLocation();
  const place = named ?? path;
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (shown.current === place) return;
    shown.current = place;
    // Without a heading it only holds the place of a page that is on its way.
    const heading = main.current?.querySelector('h1');
    if (!heading) return;
    if (isFirst) isFirst = false;
    else heading.focus();
  }, [main, place]);
}

/** News as a list of sentences, each a link to its place. */

import {newsPath, newsSentence, type NewsView} from '@samenspel/shared';
import type {MouseEvent} from 'react';
import {useNow} from '../app-world.tsx';
import {when} from '../words/index.ts';
import {news as words} from '../words/news.ts';
import {useReadNews} from './news.ts';

export interface NewsListProps {
  readonly items: readonly NewsView[];
  readonly onFollow: (path: string) => void;
  /** All of it is unread, and of the lab that one is in: neither is said of each. */
  readonly isHere?: boolean;
}

export function NewsList({items, onFollow, isHere = false}: NewsListProps) {
  const read = useReadNews();
  const go = (event: MouseEvent, news: NewsView) => {
    // In a tab of its own it is the browser's.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (!news.isRead) read.mutate([news.id]);
    onFollow(newsPath(news));
  };
  return (
    <ul className="plain news-list">
      {items.map((news) => (
        <li key={news.id}>
          <NewsItem news={news} isHere={isHere} onGo={(event) => go(event, news)} />
        </li>
      ))}
    </ul>
  );
}

interface NewsItemProps {
  readonly news: NewsView;
  readonly isHere: boolean;
  readonly onGo: (event: MouseEvent) => void;
}

function NewsItem({news, isHere, onGo}: NewsItemProps) {
  const now = useNow();
  return (
    <>
      <a href={newsPath(news)} className={news.isRead ? '' : 'news-unread'} onClick={onGo}>
        {newsSentence(news)}
      </a>
      {'begins' in news ? <p className="news-begins">{words.quote(news.begins)}</p> : null}
      <p className="muted">
        {news.isRead || isHere ? null : <span className="news-mark">{words.unread}</span>}
        {isHere ? when(news.at, now) : `${news.labName} · ${when(news.at, now)}`}
      </p>
    </>
  );
}

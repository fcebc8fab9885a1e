/** All that concerns me, newest first; each leads to its place, and is read then. */

import {Button} from '../ui/button.tsx';
import {Dialog, DialogButtons} from '../ui/dialog.tsx';
import {Trouble} from '../ui/message.tsx';
import {EmptyState, Loading} from '../ui/states.tsx';
import {general} from '../words/general.ts';
import {news as words} from '../words/news.ts';
import {useMyNews, useReadNews} from './news.ts';
import {NewsList} from './news-list.tsx';

export interface NewsDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Leads to a place. */
  readonly onFollow: (path: string) => void;
}

export function NewsDialog({isOpen, onClose, onFollow}: NewsDialogProps) {
  const mine = useMyNews();
  const read = useReadNews();
  const items = mine.data?.items ?? [];
  const unread = items.filter(({isRead}) => !isRead).map(({id}) => id);
  return (
    <Dialog title={words.title} isOpen={isOpen} onClose={onClose}>
      {mine.isError ? <Trouble error={mine.error} onRetry={() => void mine.refetch()} /> : null}
      {read.isError ? <Trouble error={read.error} /> : null}
      {mine.isPending ? <Loading /> : null}
      {mine.isSuccess && items.length === 0 ? (
        <EmptyState title={words.none} level={3}>
          {words.noneWhat}
        </EmptyState>
      ) : (
        <NewsList items={items} onFollow={onFollow} />
      )}
      <DialogButtons>
        {unread.length > 0 ? (
          <Button onPress={() => read.mutate(unread)}>{words.allRead}</Button>
        ) : null}
        <Button onPress={onClose}>{general.close}</Button>
      </DialogButtons>
    </Dialog>
  );
}

/** Everything that happened in a lab, for its members to read back. */

import type {LabId} from '@samenspel/shared';
import {failureOf} from '../api.ts';
import {useLab} from '../labs/lab.ts';
import {Button} from '../ui/button.tsx';
import {Trouble} from '../ui/message.tsx';
import {Page} from '../ui/page.tsx';
import {Loading} from '../ui/states.tsx';
import {UnknownPage} from '../ui/unknown-page.tsx';
import {log as words} from '../words/log.ts';
import {logLines} from './log-lines.ts';
import {LogList} from './log-list.tsx';
import {useLog} from './log.ts';

export function LogPage({labId}: {readonly labId: LabId}) {
  const lab = useLab(labId);
  const log = useLog(labId);
  // A reader of the lab has no log; for them there is no such page.
  const failure = log.isError ? failureOf(log.error) : null;
  if (failure === 'not_found' || failure === 'forbidden') return <UnknownPage />;
  const entries = log.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <Page
      title={words.title}
      tab={lab.data ? words.titleOf(lab.data.name) : words.title}
      subtitle={lab.data?.name}
      back={{href: `/labs/${labId}`, words: words.back}}
    >
      {log.isError ? <Trouble error={log.error} onRetry={() => void log.refetch()} /> : null}
      {log.isPending ? <Loading /> : null}
      {log.isSuccess && entries.length === 0 ? <p className="muted">{words.none}</p> : null}
      <LogList lines={logLines(entries)} level={2} />
      {log.hasNextPage ? (
        <div>
          <Button isDisabled={log.isFetchingNextPage} onPress={() => void log.fetchNextPage()}>
            {log.isFetchingNextPage ? words.loading : words.earlier}
          </Button>
        </div>
      ) : null}
    </Page>
  );
}

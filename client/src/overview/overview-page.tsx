/** What all documents of a lab come to, on one page; each line leads to its place in its document. */

import {amsterdamDay, can, type LabId, type LabOverviewView, overviewOf} from '@samenspel/shared';
import {Printer} from 'lucide-react';
import {useMemo} from 'react';
import {failureOf} from '../api.ts';
import {useNow} from '../app-world.tsx';
import {useLab} from '../labs/lab.ts';
import {Button} from '../ui/button.tsx';
import {Message, Trouble} from '../ui/message.tsx';
import {Page} from '../ui/page.tsx';
import {Loading} from '../ui/states.tsx';
import {UnknownPage} from '../ui/unknown-page.tsx';
import {useMedia} from '../ui/use-media.ts';
import {overview as words} from '../words/overview.ts';
import {FundSourcesSection} from './fund-sources-section.tsx';
import {useLabOverview} from './lab-overview.ts';
import {OverviewSections} from './overview-sections.tsx';
import {OverviewWorldProvider} from './overview-world.tsx';

export function OverviewPage({labId}: {readonly labId: LabId}) {
  const lab = useLab(labId);
  const found = useLabOverview(labId);
  if (found.isError && failureOf(found.error) === 'not_found') return <UnknownPage />;
  const mayChange =
    lab.data !== undefined &&
    lab.data.closedAt === null &&
    can(lab.data.role, 'fund_source.change');
  return (
    <Page
      title={words.title}
      tab={lab.data ? words.titleOf(lab.data.name) : words.title}
      subtitle={lab.data?.name}
      back={{href: `/labs/${labId}`, words: words.back}}
      width="wide"
      actions={
        <Button icon={<Printer size={20} aria-hidden />} onPress={() => window.print()}>
          {words.print}
        </Button>
      }
    >
      {found.isError ? <Trouble error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.isPending ? <Loading /> : null}
      {found.data ? <Shown view={found.data} /> : null}
      {found.data ? <FundSourcesSection labId={labId} mayChange={mayChange} /> : null}
    </Page>
  );
}

function Shown({view}: {readonly view: LabOverviewView}) {
  const isWide = useMedia('(min-width: 40rem)');
  const now = useNow();
  const today = amsterdamDay(now);
  const overview = useMemo(
    () =>
      overviewOf(
        view.documents.flatMap(({id, title, plan}) => (plan ? {document: {id, title}, plan} : [])),
        today,
      ),
    [view, today],
  );
  const isNamed = view.documents.length > 1;
  const lead = useMemo(() => ({kind: 'open', isNamed}) as const, [isNamed]);
  const unreadable = view.documents.filter(({plan}) => plan === null).map(({title}) => title);
  return (
    <>
      <p className="overview-moment">{words.madeOn(now)}</p>
      {unreadable.length > 0 ? <Message>{words.unreadable(unreadable)}</Message> : null}
      <OverviewWorldProvider people={view.people} lead={lead}>
        <OverviewSections
          isWide={isWide}
          overview={overview}
          nothing={view.documents.length === 0 ? words.noDocuments : words.nothingInLab}
        />
      </OverviewWorldProvider>
      <p className="muted">{words.personal}</p>
    </>
  );
}

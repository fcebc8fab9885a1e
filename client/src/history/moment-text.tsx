/** The text as it was, read-only, with the way to the moment before and after it. */

import type {DocumentId, Seq} from '@samenspel/shared';
import {ChevronLeft, ChevronRight, List} from 'lucide-react';
import {type ReactNode, useEffect, useRef} from 'react';
import {Link, useLocation} from 'wouter';
import {failureOf} from '../api.ts';
import {useNow} from '../app-world.tsx';
import {Button} from '../ui/button.tsx';
import {Trouble} from '../ui/message.tsx';
import {EmptyState, Loading} from '../ui/states.tsx';
import {history as words, onMoment} from '../words/index.ts';
import {DamagedMoment, nearestOf} from './damaged-moment.tsx';
import {takeLostFocus} from './lost-focus.ts';
import {historyPath, momentPath} from './moment-path.ts';
import {type Standpoint, useMoment} from './moments.ts';
import {Prose} from './prose.tsx';

export interface MomentTextProps {
  readonly documentId: DocumentId;
  readonly standpoint: Standpoint;
}

export function MomentText({documentId, standpoint}: MomentTextProps) {
  const now = useNow();
  const heading = useRef<HTMLHeadingElement>(null);
  const text = useMoment(documentId, standpoint.seq);
  const at = text.data?.at ?? standpoint.moment.until;
  useEffect(() => takeLostFocus(heading.current));
  return (
    <article className="moment-text" aria-labelledby="moment-heading">
      <Link href={historyPath(documentId)} className="moment-all">
        <List size={18} aria-hidden /> {words.allMoments}
      </Link>
      <div className="moment-banner">
        <div className="moment-banner-words">
          <h2 id="moment-heading" ref={heading} tabIndex={-1} aria-live="polite">
            {words.asItWas(onMoment(at, now))}
          </h2>
          <p className="muted">{words.readOnly}</p>
        </div>
        <div className="moment-steps">
          <Step documentId={documentId} to={standpoint.older} icon={<ChevronLeft aria-hidden />}>
            {words.older}
          </Step>
          <Step documentId={documentId} to={standpoint.newer} icon={<ChevronRight aria-hidden />}>
            {words.newer}
          </Step>
        </div>
      </div>
      <Body documentId={documentId} text={text} />
    </article>
  );
}

interface BodyProps {
  readonly documentId: DocumentId;
  readonly text: ReturnType<typeof useMoment>;
}

function Body({documentId, text}: BodyProps) {
  if (text.data) return <Prose content={text.data.content} people={text.data.people} />;
  if (!text.isError) return <Loading />;
  if (failureOf(text.error) === 'damaged') {
    return <DamagedMoment documentId={documentId} nearest={nearestOf(text.error)} />;
  }
  return failureOf(text.error) === 'not_found' ? (
    <EmptyState title={words.absent}>{words.absentWhat}</EmptyState>
  ) : (
    <Trouble error={text.error} onRetry={() => void text.refetch()} />
  );
}

interface StepProps {
  readonly documentId: DocumentId;
  /** null: there is nothing further this way. */
  readonly to: Seq | null;
  readonly icon: ReactNode;
  readonly children: string;
}

function Step({documentId, to, icon, children}: StepProps) {
  const [, navigate] = useLocation();
  return (
    <Button
      icon={icon}
      isDisabled={to === null}
      onPress={() => {
        if (to !== null) navigate(momentPath(documentId, to), {replace: true});
      }}
    >
      {children}
    </Button>
  );
}

/** What a lab agreed about itself, what happened in it, and the ways out. */

import {useMutation, useQueryClient} from '@tanstack/react-query';
import {Download, LogOut} from 'lucide-react';
import {can, type LabView} from '@samenspel/shared';
import {useState} from 'react';
import {Link, useLocation} from 'wouter';
import {ask} from '../api.ts';
import {logLines} from '../log/log-lines.ts';
import {LogList} from '../log/log-list.tsx';
import {useLog} from '../log/log.ts';
import {AskDialog} from '../questions/ask-dialog.tsx';
import {Button} from '../ui/button.tsx';
import {Dialog, DialogButtons} from '../ui/dialog.tsx';
import {Trouble} from '../ui/message.tsx';
import {TextArea} from '../ui/text-area.tsx';
import {log as logWords} from '../words/log.ts';
import {about as words} from '../words/people.ts';
import {asking, finished} from '../words/questions.ts';

type Open = 'rules' | 'close' | 'leave' | null;

export function LabAbout({lab}: {readonly lab: LabView}) {
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const mayAsk = can(lab.role, 'question.ask') && lab.closedAt === null;
  return (
    <>
      {can(lab.role, 'log.read') ? <Latest lab={lab} /> : null}
      <section className="lab-section" aria-labelledby="lab-about">
        <h2 id="lab-about">{words.heading}</h2>
        <div className="lab-rules">
          <h3>{words.rules}</h3>
          {lab.rules.text ? (
            <p className="own-lines">{lab.rules.text}</p>
          ) : (
            <p className="muted">{words.noRules}</p>
          )}
          {mayAsk ? (
            <div>
              <Button onPress={() => setOpen('rules')}>{words.askRules}</Button>
            </div>
          ) : null}
        </div>
        <div className="lab-ways-out">
          {can(lab.role, 'lab.export') ? (
            <a className="button" href={`/api/labs/${lab.id}/export`} download>
              <Download size={20} aria-hidden /> {words.export}
            </a>
          ) : null}
          <Button icon={<LogOut size={20} aria-hidden />} onPress={() => setOpen('leave')}>
            {words.leave}
          </Button>
          {mayAsk ? <Button onPress={() => setOpen('close')}>{words.close}</Button> : null}
        </div>
        <LeaveDialog lab={lab} isOpen={open === 'leave'} onClose={close} />
        {open === 'rules' ? <AskRules lab={lab} onClose={close} /> : null}
        <AskDialog
          labId={lab.id}
          title={asking.close}
          what={asking.closeWhat}
          act={{kind: 'close_lab'}}
          isOpen={open === 'close'}
          onClose={close}
        />
      </section>
    </>
  );
}

/** So many say what goes on; the rest has a page of its own. */
const latestCount = 4;

function Latest({lab}: {readonly lab: LabView}) {
  const entries = useLog(lab.id).data?.pages[0]?.entries ?? [];
  if (entries.length === 0) return null;
  return (
    <section className="lab-section" aria-labelledby="lab-log">
      <h2 id="lab-log">{logWords.latest}</h2>
      <LogList lines={logLines(entries).slice(0, latestCount)} level={3} />
      <p>
        <Link href={`/labs/${lab.id}/wat-er-gebeurde`} className="lab-way">
          {logWords.all}
        </Link>
      </p>
      {can(lab.role, 'question.read') ? (
        <p>
          <Link href={`/labs/${lab.id}/vragen`} className="lab-way">
            {finished.all}
          </Link>
        </p>
      ) : null}
    </section>
  );
}

function AskRules({lab, onClose}: {readonly lab: LabView; readonly onClose: () => void}) {
  const [text, setText] = useState(lab.rules.text);
  const isSame = text.trim() === lab.rules.text.trim();
  return (
    <AskDialog
      labId={lab.id}
      title={asking.rules}
      what=""
      act={isSame ? asking.rulesSame : {kind: 'change_rules', rules: {text: text.trim()}}}
      renderFields={(isTried) => (
        <TextArea
          label={asking.rulesField}
          hint={asking.rulesHint}
          value={text}
          onChange={setText}
          rows={6}
          error={isTried && isSame ? asking.rulesSame : null}
          isFirst
        />
      )}
      isOpen
      onClose={onClose}
    />
  );
}

interface LeaveDialogProps {
  readonly lab: LabView;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function LeaveDialog({lab, isOpen, onClose}: LeaveDialogProps) {
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const leave = useMutation({
    mutationFn: () => ask<void>('POST', `/labs/${lab.id}/leave`),
    onSuccess: async () => {
      await queries.refetchQueries({queryKey: ['me']});
      navigate('/');
      queries.removeQueries({queryKey: ['lab', lab.id]});
    },
  });
  return (
    <Dialog role="alertdialog" title={words.leaveTitle(lab.name)} isOpen={isOpen} onClose={onClose}>
      <p>{words.leaveWhat}</p>
      {leave.isError ? <Trouble error={leave.error} /> : null}
      <DialogButtons>
        <Button kind="primary" onPress={onClose}>
          {words.stay}
        </Button>
        <Button kind="danger" isDisabled={leave.isPending} onPress={() => leave.mutate()}>
          {words.leaveDo}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}

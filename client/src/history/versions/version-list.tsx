/** The moments that got a name, newest first, each with the way to it. */

import type {DocumentId, Seq, VersionView} from '@samenspel/shared';
import {Link} from 'wouter';
import {useNow} from '../../app-world.tsx';
import {Button} from '../../ui/button.tsx';
import {Trouble} from '../../ui/message.tsx';
import {when} from '../../words/index.ts';
import {versions as words} from '../../words/versions.ts';
import {useRemoveVersion} from '../acts/acts.ts';
import {momentPath} from '../moment-path.ts';
import './version-list.css';

export interface VersionListProps {
  readonly documentId: DocumentId;
  readonly versions: readonly VersionView[];
  readonly current: Seq;
  readonly mayName: boolean;
  readonly onChange: (version: VersionView) => void;
  readonly onRemoved: (sentence: string) => void;
}

export function VersionList(props: VersionListProps) {
  const {documentId, versions, current, mayName, onChange, onRemoved} = props;
  const now = useNow();
  const remove = useRemoveVersion(documentId);
  if (versions.length === 0) return null;
  return (
    <section className="version-list" aria-labelledby="version-list">
      <h3 id="version-list">{words.title}</h3>
      {remove.isError ? <Trouble error={remove.error} /> : null}
      <ul className="plain">
        {versions
          .toSorted((one, other) => other.seq - one.seq)
          .map((version) => (
            <li key={version.id}>
              <Link
                href={momentPath(documentId, version.seq)}
                className="moment-link"
                aria-current={version.seq === current ? 'true' : undefined}
              >
                <span className="moment-span">{version.name}</span>
                <span className="muted">
                  {words.by(when(version.at, now), version.by?.name ?? null)}
                </span>
              </Link>
              {version.note === '' ? null : <p className="version-note">{version.note}</p>}
              {mayName ? (
                <div className="version-acts">
                  <Button
                    aria-label={words.changeOf(version.name)}
                    onPress={() => onChange(version)}
                  >
                    {words.change}
                  </Button>
                  <Button
                    aria-label={words.removeOf(version.name)}
                    isDisabled={remove.isPending}
                    onPress={() =>
                      remove.mutate(version, {
                        onSuccess: () => onRemoved(words.removed(version.name)),
                      })
                    }
                  >
                    {words.remove}
                  </Button>
                </div>
              ) : null}
            </li>
          ))}
      </ul>
    </section>
  );
}

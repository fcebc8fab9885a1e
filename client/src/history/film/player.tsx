/** Going through a document's life: by the line, in steps, or played. */

import {capital, type TimelineView, type VersionView} from '@samenspel/shared';
import {ChevronLeft, ChevronRight, Pause, Play} from 'lucide-react';
import {useId, useState} from 'react';
import {useNow} from '../../app-world.tsx';
import {Button} from '../../ui/button.tsx';
import {Picker} from '../../ui/picker.tsx';
import {useMedia} from '../../ui/use-media.ts';
import {authors} from '../../words/authors.ts';
import {history as words, onMoment, dayHeading} from '../../words/index.ts';
import {
  lookingBack,
  type Pace,
  paces,
  paceWord,
  standing,
  strideWord,
} from '../../words/looking-back.ts';
import {AxisSlider} from './axis-slider.tsx';
import {dayAt, type Stride, strides} from './life.ts';
import type {Looking} from './looking.ts';
import './player.css';

export interface PlayerProps {
  readonly looking: Looking;
  readonly timeline: TimelineView;
  readonly versions: readonly VersionView[];
  /** When the text that is shown was like this; null while that is not known. */
  readonly at: number | null;
  /** Who wrote last, when that is known. */
  readonly names: readonly string[];
  readonly stride: Stride;
  readonly onStride: (stride: Stride) => void;
  readonly pace: Pace;
  readonly onPace: (pace: Pace) => void;
  /** Asks whose the chosen words are; null while none are. */
  readonly onWhoWrote: (() => void) | null;
}

export function Player(props: PlayerProps) {
  const {looking, timeline, versions, at, names, onWhoWrote} = props;
  const {isPlaying, play} = looking;
  const now = useNow();
  const day = dayAt(timeline, looking.seq);
  const where = at === null ? day && dayHeading(day.at, now) : onMoment(at, now);
  const stands = standing(where ?? '', names);
  return (
    <section className="player" aria-label={words.title}>
      <AxisSlider
        axis={looking.axis}
        seq={looking.seq}
        valueText={stands}
        ends={endsOf(timeline, now)}
        restores={timeline.restores}
        versions={versions}
        onPrepare={looking.prepare}
        onDrag={looking.drag}
        onStep={looking.step}
        onPlay={() => play(!isPlaying)}
      />
      <Tools {...props} />
      <div className="player-state">
        {/* A screen reader hears it from the handle. */}
        <p className="player-where" aria-hidden="true">
          {capital(stands)}
        </p>
        {onWhoWrote ? <Button onPress={onWhoWrote}>{authors.act}</Button> : null}
      </div>
    </section>
  );
}

function endsOf({days}: TimelineView, now: number): readonly string[] {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  const ends = first === last ? [last] : [first, last];
  return ends.map(({at}) => dayHeading(at, now));
}

/** Where there is little room, how far and how fast is chosen behind a button. */
function Tools(props: PlayerProps) {
  const {looking, stride} = props;
  const {isPlaying, play} = looking;
  const isWide = useMedia('(min-width: 761px)');
  const [isOpen, setOpen] = useState(false);
  const choices = useId();
  return (
    <>
      <div className="player-tools">
        <Button
          icon={<ChevronLeft size={20} aria-hidden />}
          isDisabled={!looking.canStep(stride, -1)}
          onPress={() => looking.step(stride, -1)}
        >
          {words.older}
        </Button>
        <Button
          icon={isPlaying ? <Pause size={20} aria-hidden /> : <Play size={20} aria-hidden />}
          onPress={() => play(!isPlaying)}
        >
          {isPlaying ? lookingBack.pause : lookingBack.play}
        </Button>
        <Button
          icon={<ChevronRight size={20} aria-hidden />}
          isDisabled={!looking.canStep(stride, 1)}
          onPress={() => looking.step(stride, 1)}
        >
          {words.newer}
        </Button>
        {isWide ? (
          <Choices {...props} />
        ) : (
          <Button
            aria-expanded={isOpen}
            aria-controls={choices}
            aria-label={lookingBack.moreChoices}
            onPress={() => setOpen(!isOpen)}
          >
            {lookingBack.more}
          </Button>
        )}
      </div>
      {isWide ? null : (
        <div id={choices} className="player-choices" hidden={!isOpen}>
          <Choices {...props} />
        </div>
      )}
    </>
  );
}

function Choices({versions, stride, onStride, pace, onPace}: PlayerProps) {
  return (
    <>
      <Picker
        label={lookingBack.stride}
        value={stride}
        options={strides
          .filter((one) => one !== 'version' || versions.length > 0)
          .map((one) => ({value: one, words: strideWord(one)}))}
        onChange={onStride}
      />
      <Picker
        label={lookingBack.pace}
        value={pace}
        options={paces.map((one) => ({value: one, words: paceWord(one)}))}
        onChange={onPace}
      />
    </>
  );
}

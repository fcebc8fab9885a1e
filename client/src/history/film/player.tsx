/** Going through a document's life: by the line, in steps, or played. */

import type {TimelineView, VersionView} from '@samenspel/shared';
import {ChevronLeft, ChevronRight, Pause, Play} from 'lucide-react';
import {useNow} from '../../app-world.tsx';
import {Button} from '../../ui/button.tsx';
import {Picker} from '../../ui/picker.tsx';
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
}

export function Player(props: PlayerProps) {
  const {looking, timeline, versions, at, names, stride, onStride, pace, onPace} = props;
  const now = useNow();
  const {isPlaying, play} = looking;
  const day = dayAt(timeline, looking.seq);
  const where = at === null ? day && dayHeading(day.ended, now) : onMoment(at, now);
  return (
    <section className="player" aria-label={words.title}>
      <AxisSlider
        axis={looking.axis}
        seq={looking.seq}
        valueText={standing(where ?? '', names)}
        restores={timeline.restores}
        versions={versions}
        onPrepare={looking.prepare}
        onDrag={looking.drag}
        onStep={looking.step}
        onPlay={() => play(!isPlaying)}
      />
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
      </div>
    </section>
  );
}

/** Going through a document's life: by the line, in steps, or played. */

import type {TimelineView, VersionView} from '@samenspel/shared';
import {ChevronLeft, ChevronRight, Pause, Play} from 'lucide-react';
import {useId} from 'react';
import {useNow} from '../../app-world.tsx';
import {Button} from '../../ui/button.tsx';
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
        <Pick
          label={lookingBack.stride}
          value={stride}
          options={strides.filter((one) => one !== 'version' || versions.length > 0)}
          wordOf={strideWord}
          onChange={onStride}
        />
        <Pick
          label={lookingBack.pace}
          value={pace}
          options={paces}
          wordOf={paceWord}
          onChange={onPace}
        />
      </div>
    </section>
  );
}

interface PickProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Value[];
  readonly wordOf: (value: Value) => string;
  readonly onChange: (value: Value) => void;
}

/** The device's own list: it fits in a line, and in a hand. */
function Pick<Value extends string>({label, value, options, wordOf, onChange}: PickProps<Value>) {
  const id = useId();
  return (
    <span className="player-pick">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option === event.target.value);
          if (chosen) onChange(chosen);
        }}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {wordOf(option)}
          </option>
        ))}
      </select>
    </span>
  );
}

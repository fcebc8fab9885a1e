/** The line of a document's life: how much was written, what got a name, and a handle to drag along it. */

import type {Seq, TimelineView, VersionView} from '@samenspel/shared';
import {type KeyboardEvent, memo, useId} from 'react';
import {lookingBack as words} from '../../words/looking-back.ts';
import {type Axis, barWidth, placeOf, seqAt} from './axis.ts';
import type {Stride} from './life.ts';
import './axis-slider.css';

export interface AxisSliderProps {
  readonly axis: Axis;
  readonly seq: Seq;
  /** What it says about where it stands: "3 mei om 14.10, Samira". */
  readonly valueText: string;
  /** When the line begins and ends, in words; one when that is the same day. */
  readonly ends: readonly string[];
  readonly restores: TimelineView['restores'];
  readonly versions: readonly VersionView[];
  /** A pointer is near: it may begin to drag. */
  readonly onPrepare: () => void;
  readonly onDrag: (seq: Seq) => void;
  readonly onStep: (stride: Stride, by: 1 | -1) => void;
  readonly onPlay: () => void;
}

export function AxisSlider(props: AxisSliderProps) {
  const {axis, seq, valueText, ends, restores, versions} = props;
  const {onPrepare, onDrag, onStep, onPlay} = props;
  const help = useId();
  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === ' ') {
      event.preventDefault();
      return onPlay();
    }
    const step = stepOf(event);
    if (!step) return;
    // A slider's own steps are pixels; ours are what somebody did.
    event.preventDefault();
    onStep(step.stride, step.by);
  };
  return (
    <div className="axis">
      <Bars axis={axis} restores={restores} versions={versions} />
      <input
        type="range"
        className="axis-handle"
        aria-label={words.slider}
        aria-valuetext={valueText}
        aria-describedby={help}
        min={0}
        max={axis.length}
        value={placeOf(axis, seq)}
        onPointerEnter={onPrepare}
        onChange={(event) => {
          const to = seqAt(axis, Number(event.target.value));
          if (to !== null) onDrag(to);
        }}
        onKeyDown={press}
      />
      <p className="axis-ends muted" aria-hidden="true">
        {ends.map((end) => (
          <span key={end}>{end}</span>
        ))}
      </p>
      <p id={help} className="axis-help muted">
        {words.help}
      </p>
    </div>
  );
}

interface Step {
  readonly stride: Stride;
  readonly by: 1 | -1;
}

/** What a key asks for; null when it is none of ours. Home and End are the slider's own. */
function stepOf({key, shiftKey}: KeyboardEvent): Step | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return {stride: shiftKey ? 'pause' : 'change', by: -1};
    case 'ArrowRight':
    case 'ArrowUp':
      return {stride: shiftKey ? 'pause' : 'change', by: 1};
    case 'PageUp':
      return {stride: 'day', by: -1};
    case 'PageDown':
      return {stride: 'day', by: 1};
    case ',':
      return {stride: 'version', by: -1};
    case '.':
      return {stride: 'version', by: 1};
    default:
      return null;
  }
}

type BarsProps = Pick<AxisSliderProps, 'axis' | 'restores' | 'versions'>;

const height = 40;
/** A day of which little was written is still to be seen. */
const least = 3;
/** A life of one day is no block over the whole line: so much of it a bar may take. */
const widest = 1 / 12;

/** A picture; what it tells stands in words in the list of days. */
const Bars = memo(function Bars({axis, restores, versions}: BarsProps) {
  const {bars, length} = axis;
  const most = Math.max(1, ...bars.map(({weight}) => weight));
  const gap = Math.max(leastGap, (barWidth - length * widest) / 2);
  // One shape for all: a life of ten years has thousands.
  const path = bars
    .map(({weight}, index) => {
      const tall = Math.max(least, Math.sqrt(weight / most) * height);
      const [left, right] = [index * barWidth + gap, (index + 1) * barWidth - gap];
      return `M${left} ${height}V${(height - tall).toFixed(1)}H${right}V${height}Z`;
    })
    .join('');
  const across = (seq: Seq) => `${((placeOf(axis, seq) / Math.max(1, length)) * 100).toFixed(3)}%`;
  return (
    <div className="axis-picture" aria-hidden="true">
      <svg viewBox={`0 0 ${Math.max(1, length)} ${height}`} preserveAspectRatio="none">
        <path d={path} />
      </svg>
      {restores.map(({seq}) => (
        <span
          key={seq}
          className="axis-mark axis-restore"
          style={{insetInlineStart: across(seq)}}
        />
      ))}
      {versions.map(({id, seq}) => (
        <span key={id} className="axis-mark axis-version" style={{insetInlineStart: across(seq)}} />
      ))}
    </div>
  );
});

/** Between two bars; none at all where thousands of them have to fit. */
const leastGap = barWidth * 0.06;

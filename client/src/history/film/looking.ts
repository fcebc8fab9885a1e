/**
 * Where one stands while looking back. The address says it; while somebody drags, steps or plays, the
 * screen runs ahead, and the address follows once they rest.
 */

import type {DocumentId, Seq, TimelineView, VersionView} from '@samenspel/shared';
import {useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState} from 'react';
import {flushSync} from 'react-dom';
import {useLocation} from 'wouter';
import {momentPath} from '../moment-path.ts';
import {type Axis, axisOf} from './axis.ts';
import {type LifeFilm, useLifeFilm} from './film.ts';
import {around, landings, type Stride} from './life.ts';
import {useNextPause} from './pauses.ts';
import type {Frame} from './reel.ts';

export interface Looking {
  readonly axis: Axis;
  readonly seq: Seq;
  /**
   * The text here as a step of the film, while it moves perhaps one that is near; null when it is to be
   * asked for by itself.
   */
  readonly frame: Frame | null;
  /** It does not stand still: being dragged, stepped through or played. */
  readonly isMoving: boolean;
  readonly isPlaying: boolean;
  /** Has at hand what dragging shows. */
  readonly prepare: () => void;
  /** To any position, as fast as one drags. */
  readonly drag: (seq: Seq) => void;
  readonly step: (stride: Stride, by: 1 | -1) => void;
  /** Whether there is anything that way; of changes one is never sure. */
  readonly canStep: (stride: Stride, by: 1 | -1) => boolean;
  readonly play: (isPlaying: boolean) => void;
}

export interface LookingOptions {
  readonly documentId: DocumentId;
  readonly timeline: TimelineView;
  readonly versions: readonly VersionView[];
  /** What the address says; null is the latest. */
  readonly asked: Seq | null;
  /** Between two steps of playing. */
  readonly paceMs: number;
}

/** Ahead of the address; `since` is what that said when it began. */
interface Ahead {
  readonly seq: Seq;
  readonly frame: Frame | null;
  readonly since: Seq | null;
}

/** After so long at one place one rests there. */
const restMs = 350;

export function useLooking(options: LookingOptions): Looking {
  const {documentId, timeline, versions, asked, paceMs} = options;
  const axis = useMemo(() => axisOf(timeline), [timeline]);
  const film = useLifeFilm(documentId, axis);
  const [ahead, setAhead] = useState<Ahead | null>(null);
  const [isPlaying, setPlaying] = useState(false);
  // The address that we ourselves put there last.
  const [rested, setRested] = useState<Seq | null>(null);
  // Another address was opened meanwhile: what ran ahead of the old one is over.
  const isOurs = ahead && [ahead.since, ahead.seq, rested].includes(asked);
  const current = isOurs ? ahead : null;
  const seq = current?.seq ?? asked ?? timeline.head;
  const isMoving = current !== null && current.seq !== asked;

  const newest = useRef({seq, asked});
  useLayoutEffect(() => {
    newest.current = {seq, asked};
  }, [seq, asked]);
  const go = useCallback((to: Seq, frame: Frame | null) => {
    newest.current = {...newest.current, seq: to};
    setAhead({seq: to, frame, since: newest.current.asked});
  }, []);
  useRest({documentId, seq, isMoving: isMoving && !isPlaying, onRest: setRested});

  const drag = useDrag({film, newest, go, onBegin: setPlaying});
  const nextPause = useNextPause(documentId, timeline);
  const walk = useWalk(newest, go);
  const step = (stride: Stride, by: 1 | -1) => {
    setPlaying(false);
    if (stride === 'change') return walk((from) => changeFrom(film, from, by));
    if (stride === 'pause') {
      return walk(async (from) => {
        const to = await nextPause(from, by);
        return to === null ? null : {seq: to, frame: exactly(film, to)};
      });
    }
    const {older, newer} = around(landings(stride, timeline, versions), seq);
    const to = by === 1 ? newer : older;
    if (to !== null) go(to, exactly(film, to));
  };
  const play = (isOn: boolean) => {
    const isAtEnd = seq >= timeline.head;
    const first = axis.bars[0]?.from;
    if (isOn && isAtEnd && first !== undefined) drag(first);
    setPlaying(isOn);
  };
  usePlaying({film, paceMs, isPlaying, newest, go, onEnd: () => setPlaying(false)});

  return {
    ...{axis, seq, isMoving, isPlaying, drag, step, play, prepare: film.prepare},
    frame: current && (isMoving || current.frame?.seq === seq) ? current.frame : null,
    canStep(stride, by) {
      if (stride === 'change') return by === 1 ? seq < timeline.head : seq > 1;
      const {older, newer} = around(landings(stride, timeline, versions), seq);
      return (by === 1 ? newer : older) !== null;
    },
  };
}

/** A step of the film that is this very position. */
function exactly(film: LifeFilm, seq: Seq): Frame | null {
  const frame = film.peek(seq);
  return frame?.seq === seq ? frame : null;
}

interface Step {
  readonly seq: Seq;
  readonly frame: Frame | null;
}

async function changeFrom(film: LifeFilm, from: Seq, by: 1 | -1): Promise<Step | null> {
  const frame = await film.change(from, by);
  return frame && {seq: frame.seq, frame};
}

interface Rest {
  readonly documentId: DocumentId;
  readonly seq: Seq;
  readonly isMoving: boolean;
  readonly onRest: (seq: Seq) => void;
}

/** The address follows, without a step back for each place one passed. */
function useRest({documentId, seq, isMoving, onRest}: Rest): void {
  const [, navigate] = useLocation();
  useEffect(() => {
    if (!isMoving) return undefined;
    const timer = setTimeout(() => {
      // First, or the new address would look like somebody else's.
      flushSync(() => onRest(seq));
      navigate(momentPath(documentId, seq), {replace: true});
    }, restMs);
    return () => clearTimeout(timer);
  }, [documentId, seq, isMoving, onRest, navigate]);
}

type Newest = {readonly current: {readonly seq: Seq; readonly asked: Seq | null}};
type Go = (to: Seq, frame: Frame | null) => void;

interface Drag {
  readonly film: LifeFilm;
  readonly newest: Newest;
  readonly go: Go;
  readonly onBegin: (isPlaying: false) => void;
}

/** Where a hand stays for so long, every change is of use. */
const lingerMs = 150;

/** A hand that sweeps is shown the whole life in steps; where it lingers, the finer piece is fetched. */
function useDrag({film, newest, go, onBegin}: Drag): (to: Seq) => void {
  const lingering = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(lingering.current), []);
  return useCallback(
    (to: Seq) => {
      onBegin(false);
      clearTimeout(lingering.current);
      const here = film.peek(to);
      const glimpse = here ?? film.glimpse(to);
      go(here?.seq ?? to, glimpse);
      if (here) return;
      // Only when one is still there: it may have been dragged on meanwhile, or come to rest.
      const isThere = () => newest.current.seq === to && newest.current.asked !== to;
      const show = (asked: Promise<Frame | null>, at: (frame: Frame) => Seq) =>
        asked.then(
          (frame) => (frame && isThere() ? go(at(frame), frame) : undefined),
          () => undefined,
        );
      if (!glimpse) void show(film.look(to), () => to);
      lingering.current = setTimeout(() => {
        void show(film.find(to), ({seq}) => seq);
      }, lingerMs);
    },
    [film, newest, go, onBegin],
  );
}

/** Where what comes next has to be asked; of several presses each counts, in their order. */
function useWalk(newest: Newest, go: Go): (find: (from: Seq) => Promise<Step | null>) => void {
  const line = useRef(Promise.resolve());
  return (find) => {
    line.current = line.current.then(async () => {
      // Without an answer one stays where one is, and may press again.
      const step = await find(newest.current.seq).catch(() => null);
      if (step) go(step.seq, step.frame);
    });
  };
}

interface Playing {
  readonly film: LifeFilm;
  readonly paceMs: number;
  readonly isPlaying: boolean;
  readonly newest: Newest;
  readonly go: Go;
  readonly onEnd: () => void;
}

function usePlaying({film, paceMs, isPlaying, newest, go, onEnd}: Playing): void {
  const end = useRef(onEnd);
  useLayoutEffect(() => {
    end.current = onEnd;
  }, [onEnd]);
  useEffect(() => {
    if (!isPlaying) return undefined;
    let isWaiting = false;
    let isOver = false;
    const timer = setInterval(() => {
      if (isWaiting) return;
      isWaiting = true;
      film
        .after(newest.current.seq)
        .catch(() => null)
        .then((frame) => {
          isWaiting = false;
          if (isOver) return;
          if (frame) go(frame.seq, frame);
          else end.current();
        })
        .catch(() => undefined);
    }, paceMs);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [film, paceMs, isPlaying, newest, go]);
}

/** The film of a document's life, asked for where somebody looks and kept as long as they do. */

import {type QueryClient, useQueryClient} from '@tanstack/react-query';
import type {DocumentId, Film, Seq} from '@samenspel/shared';
import {useMemo, useState} from 'react';
import {ask} from '../../api.ts';
import type {Axis} from './axis.ts';
import {closeTo, overviewOf, type Piece, pieceIndex, piecesOf} from './pieces.ts';
import {type Frame, type Reel, reelOf} from './reel.ts';

export interface LifeFilm {
  /** Has the whole life here in few steps, before somebody drags along it. */
  prepare(): void;
  /** The step at this position, if that piece of the film is here. */
  peek(seq: Seq): Frame | null;
  /** The same, or of the whole life the step that comes nearest. */
  glimpse(seq: Seq): Frame | null;
  /** Of the whole life the step that comes nearest, asked for where it is not here. */
  look(seq: Seq): Promise<Frame | null>;
  /** The step at this position, asked for where it is not here. */
  find(seq: Seq): Promise<Frame | null>;
  /** The step after this position; null at the end. */
  after(seq: Seq): Promise<Frame | null>;
  /** One change further (1) or back (-1); null where there is none. */
  change(seq: Seq, by: 1 | -1): Promise<Frame | null>;
}

export function useLifeFilm(documentId: DocumentId, axis: Axis): LifeFilm {
  const queries = useQueryClient();
  // Where somebody goes on writing the line grows; the whole is not asked for anew each time.
  const [overview] = useState(() => overviewOf(piecesOf(axis)));
  return useMemo(
    () => openFilm(queries, documentId, axis, overview),
    [queries, documentId, axis, overview],
  );
}

function openFilm(
  queries: QueryClient,
  documentId: DocumentId,
  axis: Axis,
  overview: Piece | null,
): LifeFilm {
  const pieces = piecesOf(axis);
  const head = axis.bars.at(-1)?.until ?? (0 as Seq);

  const keyOf = ({from, until, steps}: Piece) => ['film', documentId, from, until, steps];

  async function load(piece: Piece): Promise<Reel> {
    const {from, until, steps} = piece;
    const film = await queries.fetchQuery({
      queryKey: keyOf(piece),
      queryFn: () =>
        ask<Film>(
          'GET',
          `/documents/${documentId}/film?from=${from}&until=${until}&steps=${steps}`,
        ),
      // What was, stays as it was.
      staleTime: Infinity,
    });
    return reelOf(film);
  }

  /** Beforehand; who gets there asks again if it did not come. */
  function fetchAhead(piece: Piece | null | undefined): void {
    if (piece) load(piece).catch(() => undefined);
  }

  async function frameOf(piece: Piece | null | undefined, seq: Seq): Promise<Frame | null> {
    if (!piece) return null;
    const reel = await load(piece);
    return reel.frame(reel.indexAt(seq));
  }

  function frameIn(piece: Piece | null | undefined, seq: Seq): Frame | null {
    const film = piece && queries.getQueryData<Film>(keyOf(piece));
    if (!film) return null;
    const reel = reelOf(film);
    return reel.frame(reel.indexAt(seq));
  }

  const pieceAt = (seq: Seq) => pieces[pieceIndex(pieces, seq)];
  const peek = (seq: Seq) => frameIn(pieceAt(seq), seq);

  return {
    prepare: () => fetchAhead(overview ?? pieces[0]),
    peek,
    glimpse: (seq) => peek(seq) ?? frameIn(overview, seq),
    look: (seq) => frameOf(overview ?? pieceAt(seq), seq),
    find: (seq) => frameOf(pieceAt(seq), seq),
    async after(seq) {
      for (let index = pieceIndex(pieces, seq); index < pieces.length; index += 1) {
        const piece = pieces[index];
        if (!piece) return null;
        const reel = await load(piece);
        const next = reel.seqs.findIndex((one) => one > seq);
        if (next > reel.seqs.length / 2) fetchAhead(pieces[index + 1]);
        if (next >= 0) return reel.frame(next);
      }
      return null;
    },
    async change(seq, by) {
      const reel = await load(closeTo(seq, head));
      const next = by === 1 ? reel.seqs.findIndex((one) => one > seq) : before(reel, seq);
      return next < 0 ? null : reel.frame(next);
    },
  };
}

function before({seqs}: Reel, seq: Seq): number {
  return seqs.findLastIndex((one) => one < seq);
}

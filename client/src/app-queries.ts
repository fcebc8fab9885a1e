/** How data is fetched and kept: patient with the network, and done once somebody is signed out. */

import {
  type InvalidateOptions,
  type InvalidateQueryFilters,
  MutationCache,
  QueryCache,
  QueryClient,
} from '@tanstack/react-query';
import {failureOf} from './api.ts';

export {QueryClientProvider as QueriesProvider} from '@tanstack/react-query';

export function createQueries(): QueryClient {
  const onError = (error: unknown) => {
    // Signed out elsewhere, or expired: every screen then asks for a link.
    if (failureOf(error) === 'signed_out') queries.setQueryData(['me'], null);
  };
  const queries = new Queries({
    queryCache: new QueryCache({onError}),
    mutationCache: new MutationCache({onError}),
    defaultOptions: {
      // 'always': a browser that thinks it is offline would otherwise leave us waiting for ever.
      queries: {
        networkMode: 'always',
        retry: (count, error) => failureOf(error) === 'unreachable' && count < 1,
        retryDelay: 700,
        staleTime: 2_000,
      },
      mutations: {networkMode: 'always'},
    },
  });
  return queries;
}

/** Outdates an answer that is still on its way as well: it may have been read before what happened. */
class Queries extends QueryClient {
  override async invalidateQueries(
    filters?: InvalidateQueryFilters,
    options?: InvalidateOptions,
  ): Promise<void> {
    // Of what is known already the library gives up an answer on its way; a first one it would keep.
    const first = this.getQueryCache()
      .findAll({...filters, fetchStatus: 'fetching'})
      .filter(({state}) => state.data === undefined);
    await super.invalidateQueries(filters, options);
    if (first.length === 0) return;
    await Promise.allSettled(first.flatMap(({promise}) => promise ?? []));
    await super.invalidateQueries({predicate: (query) => first.includes(query)}, options);
  }
}

/** How data is fetched and kept: patient with the network, and done once somebody is signed out. */

import {MutationCache, QueryCache, QueryClient} from '@tanstack/react-query';
import {failureOf} from './api.ts';

export {QueryClientProvider as QueriesProvider} from '@tanstack/react-query';

export function createQueries(): QueryClient {
  const onError = (error: unknown) => {
    // Signed out elsewhere, or expired: every screen then asks for a link.
    if (failureOf(error) === 'signed_out') queries.setQueryData(['me'], null);
  };
  const queries = new QueryClient({
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

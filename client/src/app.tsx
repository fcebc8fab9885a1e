/** The whole client: what surrounds every screen, and which address shows which one. */

// Before everything else, so that what a widget says about itself comes later and counts.
import './ui/tokens.css';
import './ui/base.css';
import type {QueryClient} from '@tanstack/react-query';
import type {ReactNode} from 'react';
import {I18nProvider, RouterProvider} from 'react-aria-components';
import {useLocation} from 'wouter';
import {AppBoundary} from './app-boundary.tsx';
import {QueriesProvider} from './app-queries.ts';
import {AppRoutes} from './app-routes.tsx';
import {type World, WorldProvider} from './app-world.tsx';
import {NewsProvider} from './news/news-provider.tsx';

export interface AppProps {
  readonly world: World;
  readonly queries: QueryClient;
}

export function App({world, queries}: AppProps) {
  return (
    <I18nProvider locale="nl-NL">
      <WorldProvider world={world}>
        <QueriesProvider client={queries}>
          <Navigation>
            <Screens />
          </Navigation>
        </QueriesProvider>
      </WorldProvider>
    </I18nProvider>
  );
}

/** Links inside widgets go through our router instead of loading the page anew. */
function Navigation({children}: {readonly children: ReactNode}) {
  const [, navigate] = useLocation();
  return <RouterProvider navigate={(path) => navigate(path)}>{children}</RouterProvider>;
}

function Screens() {
  const [path] = useLocation();
  return (
    <AppBoundary path={path}>
      <NewsProvider>
        <AppRoutes />
      </NewsProvider>
    </AppBoundary>
  );
}

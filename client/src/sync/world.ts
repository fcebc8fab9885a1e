/** What a session needs of the browser, handed in so that tests own it. */

export interface World {
  readonly WebSocket: typeof WebSocket;
  /** Epoch milliseconds. */
  now(): number;
  /** Calls back once; returns its stop. */
  after(ms: number, callback: () => void): () => void;
  /** `gone`: the browser lost the network; `back`: it has it again, or the page is looked at again. */
  watchNetwork(listener: {readonly gone: () => void; readonly back: () => void}): () => void;
}

export const world: World = {
  get WebSocket() {
    return globalThis.WebSocket;
  },
  now: () => Date.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
  watchNetwork({gone, back}) {
    const seen = () => {
      if (document.visibilityState === 'visible') back();
    };
    window.addEventListener('offline', gone);
    window.addEventListener('online', back);
    document.addEventListener('visibilitychange', seen);
    return () => {
      window.removeEventListener('offline', gone);
      window.removeEventListener('online', back);
      document.removeEventListener('visibilitychange', seen);
    };
  },
};

/** What a start can do without: loaded at first use, once, so that nobody waits for it to listen. */

/** The first call loads, all get the same; what failed is tried again by the next call. */
export function late<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
}

/** Builds only when dist/ is missing or older than the sources. */
export declare const ensureBuilt: () => Promise<void>

/** The built entry of a thread: beside the program when it is built, in `dist/` when its source runs in a test. */
export const threadScript = (name: 'thread' | 'sheet-thread' | 'import-thread'): URL =>
  new URL(import.meta.url.endsWith('.ts') ? `../dist/${name}.js` : `./${name}.js`, import.meta.url)

/**
 * One line on a terminal that says how far the work is, wiped in the end; nothing when piped. Written to standard error,
 * so that the answer stays clean.
 */
export const progressLine = () => {
  const write = (text: string) => void (process.stderr.isTTY && process.stderr.write(`\r\u001b[K${text}`))
  return {
    show: (what: string, done?: number, total?: number) =>
      write(done === undefined || total === undefined ? `${what}…` : `${what} ${done}/${total}`),
    end: () => write(''),
  }
}

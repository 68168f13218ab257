/** As much of saxen as is used here; the package brings no types. */
declare module 'saxen' {
  export class Parser {
    on(event: 'openTag' | 'closeTag', listener: (name: string) => void): this
    on(event: 'text', listener: (value: string, decodeEntities: (text: string) => string) => void): this
    on(event: 'cdata' | 'attention' | 'question', listener: (value: string) => void): this
    on(event: 'error', listener: (error: Error) => void): this
    parse(xml: string): void
  }
}

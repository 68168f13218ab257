declare module 'subset-font' {
  /** Cuts a font to the characters of a text. */
  export default function subset(
    font: Buffer,
    text: string,
    options: { targetFormat: 'truetype' | 'woff' | 'woff2' },
  ): Promise<Buffer>
}

/** What we use of a package that says nothing of its types. */

declare module 'subset-font' {
  interface Options {
    readonly targetFormat: 'woff2';
    readonly variationAxes: Readonly<Record<string, {readonly min: number; readonly max: number}>>;
  }
  /** The font with nothing but these characters. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: Options,
  ): Promise<Uint8Array>;
}

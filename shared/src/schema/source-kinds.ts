/** What words can rest on, and the mark that says so. */

export const sourceKinds = ['lived', 'professional', 'policy', 'research'] as const;
/** Equal in standing; the order is only that of reading. */
export type SourceKind = (typeof sourceKinds)[number];

const markNames = {
  lived: 'sourceLived',
  professional: 'sourceProfessional',
  policy: 'sourcePolicy',
  research: 'sourceResearch',
} as const satisfies Readonly<Record<SourceKind, string>>;

/** The mark that says that words rest on this kind of source. */
export function sourceMark(kind: SourceKind): (typeof markNames)[SourceKind] {
  return markNames[kind];
}

/** The kind of source that a mark stands for; null when it is another mark. */
export function sourceOfMark(name: string): SourceKind | null {
  return sourceKinds.find((kind) => markNames[kind] === name) ?? null;
}

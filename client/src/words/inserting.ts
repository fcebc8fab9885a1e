/** The sentences of the menu that "/" opens, and the other words by which one may look for a thing. */

export const inserting = {
  label: 'Wat wil je invoegen?',
  insert: 'Invoegen',
  count: (count: number) => (count === 1 ? 'Eén keuze' : `${count} keuzes`),
  /** By the id of the choice. */
  also: {
    task: 'probleem buurt',
    goal: 'resultaat willen',
    action: 'doen stap',
    agreement: 'verwachting belofte',
    'heading-1': 'titel',
    'heading-2': 'tussenkop',
    'heading-3': 'tussenkop',
    quote: 'uitspraak',
    line: 'lijn scheiding',
    bulletList: 'opsomming',
    orderedList: 'opsomming volgorde',
    taskList: 'takenlijst vinkjes todo',
    insert: 'kolommen rijen',
  } as Readonly<Record<string, string>>,
};

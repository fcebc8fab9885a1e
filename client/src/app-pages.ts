/** The screens as pieces of code of their own; where from each is fetched stands once. */

export const pages = {
  start: async () => (await import('./sign-in/start-page.tsx')).StartPage,
  signIn: async () => (await import('./sign-in/sign-in-page.tsx')).SignInPage,
  address: async () => (await import('./sign-in/address-page.tsx')).AddressPage,
  review: async () => (await import('./review/review-page.tsx')).ReviewPage,
  mailOff: async () => (await import('./news/mail-off-page.tsx')).MailOffPage,
  lab: async () => (await import('./labs/lab-page.tsx')).LabPage,
  overview: async () => (await import('./overview/overview-page.tsx')).OverviewPage,
  log: async () => (await import('./log/log-page.tsx')).LogPage,
  questions: async () => (await import('./questions/questions-page.tsx')).QuestionsPage,
  founding: async () => (await import('./founding/founding-page.tsx')).FoundingPage,
  join: async () => (await import('./invitations/join-page.tsx')).JoinPage,
  account: async () => (await import('./account/account-page.tsx')).AccountPage,
  document: async () => {
    const [{DocumentPage}] = await Promise.all([
      import('./documents/document-page.tsx'),
      // Signing out asks it what is unsent, also when there is no line to fetch it over.
      import('./sync/index.ts'),
    ]);
    return DocumentPage;
  },
  history: async () => (await import('./history/history-page.tsx')).HistoryPage,
  voice: async () => (await import('./history/voice/voice-page.tsx')).VoicePage,
  compare: async () => (await import('./history/compare/compare-page.tsx')).ComparePage,
} as const;

/** Where one goes from a document, and one's own menu; fetched beforehand they open without a line too. */
export function fetchAroundDocument(): void {
  const menu = () => import('./sign-in/account-menu-open.tsx');
  for (const page of [pages.lab, pages.history, pages.log, pages.account, menu]) {
    // Not here yet is what it was; opening the page tries again.
    page().catch(() => undefined);
  }
}

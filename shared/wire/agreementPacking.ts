import type { Agreement } from '../session/vocabulary/agreements.ts';

/** An agreement as text; each travels by itself, so that a signature resends one agreement only. */
export function agreementText(agreement: Agreement): string {
  return JSON.stringify(agreement);
}

/** The agreement that `agreementText` wrote; the server is the only writer. */
export function agreementOfText(text: string): Agreement {
  const agreement: Agreement = JSON.parse(text);
  return agreement;
}

/** A seat's secret agreements as one text; empty for none. */
export function agreementsText(agreements: readonly Agreement[]): string {
  return agreements.length === 0 ? '' : JSON.stringify(agreements);
}

/** The agreements that `agreementsText` wrote. */
export function agreementsOfText(text: string): readonly Agreement[] {
  if (text === '') return [];
  const agreements: readonly Agreement[] = JSON.parse(text);
  return agreements;
}

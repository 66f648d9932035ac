import type { AgreementView } from '../session/views/agreementView.ts';

/** An agreement as text; each travels separately, so that a signature resends only its own agreement. */
export function agreementText(agreement: AgreementView): string {
  return JSON.stringify(agreement);
}

/** The agreement that `agreementText` wrote; the server is the only writer. */
export function agreementOfText(text: string): AgreementView {
  const agreement: AgreementView = JSON.parse(text);
  return agreement;
}

/** A seat's secret agreements as one text; empty for none. */
export function agreementsText(agreements: readonly AgreementView[]): string {
  return agreements.length === 0 ? '' : JSON.stringify(agreements);
}

/** The agreements that `agreementsText` wrote. */
export function agreementsOfText(text: string): readonly AgreementView[] {
  if (text === '') return [];
  const agreements: readonly AgreementView[] = JSON.parse(text);
  return agreements;
}

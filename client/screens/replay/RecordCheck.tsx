import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { VerifyReport } from '#shared/log/verify.ts';
import { Seal } from '../../components/Seal.tsx';
import type { RecordedSource } from '../../source/recorded.ts';
import { verifyAside } from '../../source/verifyAside.ts';
import { words } from '../../text/language.ts';
import { faultPlace } from '../../components/faultPlace.ts';

/**
 * Says whether the record is unchanged, and how long it is unless that is hidden. Checked on this device, after the first picture is
 * on the screen.
 */
export function RecordCheck({ source }: { readonly source: RecordedSource }) {
  const report = useSignal<VerifyReport | null>(null);
  useEffect(() => {
    report.value = null;
    let stop = (): void => undefined;
    const later = setTimeout(() => {
      stop = verifyAside(source, (told) => (report.value = told));
    }, 300);
    return () => {
      clearTimeout(later);
      stop();
    };
  }, [source]);
  const { check } = words.value.replay;
  const now = report.value;
  return (
    <p class={now?.ok === false ? 'record-check is-bad' : 'record-check'} role="status">
      <Seal sealed={now?.ok === true} size={20} />
      <span>{source.hidesAhead.value && now?.ok === true ? check.whole : sentenceOf(now)}</span>
    </p>
  );
}

function sentenceOf(report: VerifyReport | null): string {
  const { check } = words.value.replay;
  if (report === null) return check.running;
  if (report.ok) {
    const again = report.checks.every(({ done }) => done);
    return again ? check.good(report.lines) : `${check.good(report.lines)} · ${check.notAgain}`;
  }
  const where = report.firstFault?.where ?? 'file';
  const failed = report.checks.find((one) => !one.ok)?.name;
  if (failed === 'outcomes' || failed === 'decisions') return check[failed](faultPlace(where));
  return where === 'footer' ? check.open : check.bad(faultPlace(where));
}

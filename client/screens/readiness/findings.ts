import type { Readiness } from '#shared/wire/api.ts';
import type { Finding } from '../../components/FindingList.tsx';
import { words } from '../../text/language.ts';

const LITTLE_MIB = 500;
const CLOCK_APART_MS = 2000;

/** The server's self-check; `urls` are the address for other devices and other addresses that may work. */
export function serverFindings(found: Readiness, urls: readonly string[]): readonly Finding[] {
  const { readiness: text } = words.value;
  return [
    { mark: found.storage ? 'good' : 'bad', text: found.storage ? text.storage.good : text.storage.bad },
    diskFinding(found.freeMiB),
    ...addressFindings(urls),
    {
      mark: found.password ? 'good' : 'mind',
      text: found.password ? text.password.good : text.password.mind,
    },
    { mark: 'good', text: text.version(found.version) },
  ];
}

/** The result of this page's own live connection; `offsetMs` is null if there is none. */
export function socketFindings(offsetMs: number | null): readonly Finding[] {
  const { readiness: text } = words.value;
  if (offsetMs === null) return [{ mark: 'bad', text: text.socket.bad }];
  const apart = Math.abs(offsetMs);
  const seconds = (Math.ceil(apart / 100) / 10).toFixed(1);
  const isNear = apart < CLOCK_APART_MS;
  return [
    { mark: 'good', text: text.socket.good },
    { mark: isNear ? 'good' : 'mind', text: isNear ? text.clock.good(seconds) : text.clock.mind(seconds) },
  ];
}

function diskFinding(freeMiB: number | null): Finding {
  const { disk } = words.value.readiness;
  if (freeMiB === null) return { mark: 'mind', text: disk.unknown };
  const free = freeMiB >= 1024 ? `${(freeMiB / 1024).toFixed(1)} GB` : `${freeMiB} MB`;
  return freeMiB < LITTLE_MIB
    ? { mark: 'mind', text: disk.mind(free) }
    : { mark: 'good', text: disk.good(free) };
}

function addressFindings([first, ...others]: readonly string[]): readonly Finding[] {
  const { address } = words.value.readiness;
  if (first === undefined) return [{ mark: 'bad', text: address.bad }];
  const typed = first.replace(/^https?:\/\//, '');
  const more = others.length === 0 ? '' : ` ${address.others(others.join(', '))}`;
  return [{ mark: 'good', text: `${address.good(typed)}${more === '' ? '.' : `.${more}`}` }];
}

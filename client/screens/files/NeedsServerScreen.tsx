import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ScenarioListItem } from '#shared/wire/api.ts';
import { Page } from '../../components/Page.tsx';
import { api } from '../../net/api.ts';
import { pathTo } from '../../net/ownAddress.ts';
import { pick, words } from '../../text/language.ts';
import { kitAddress } from '../kit/kitPace.ts';
import '../../styles/join.css';

/** Where the program is a folder of files: what needs a server, and what one can prepare here all the same. */
export function NeedsServerScreen() {
  const { folder, shell } = words.value;
  return (
    <Page class="practice" back="/">
      <h1>{folder.needsServer}</h1>
      <p class="summary">{folder.needsServerText}</p>
      <p class="summary">{folder.howTo}</p>
      <h2>{folder.prepare}</h2>
      <Kits />
      <p class="note">{shell.files.onDevice}</p>
      <div class="act">
        <a class="btn primary lg" href={pathTo('/practice')}>
          {shell.home.practice}
        </a>
      </div>
    </Page>
  );
}

/** The facilitator's kit of every scenario. */
function Kits() {
  const scenarios = useSignal<readonly ScenarioListItem[]>([]);
  useEffect(() => {
    void api.scenarios().then((answer) => {
      if (answer.ok) scenarios.value = answer.value;
    });
  }, []);
  const { folder } = words.value;
  return (
    <ul class="kit-list">
      {scenarios.value.flatMap((item) => {
        const [plan] = item.plans;
        if (plan === undefined) return [];
        const address = pathTo(kitAddress(item.id, plan.id, null, { seats: null }));
        return [
          <li key={item.id}>
            <a href={address}>{folder.kitOf(pick(item.title))}</a>
          </li>,
        ];
      })}
    </ul>
  );
}

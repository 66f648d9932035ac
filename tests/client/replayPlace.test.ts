import { beforeAll, expect, test } from 'vitest';
import { replayPlaceSchema } from '#shared/wire/replayPlace.ts';
import { newPlayState } from '../../client/panels/playState.ts';
import { placeText, showPlace } from '../../client/screens/replay/replayAddress.ts';
import { recordedSource, type RecordedSource } from '../../client/source/recorded.ts';
import { namedPlaces } from '../../client/source/recordPlaces.ts';
import { fetchWords } from '../../client/text/language.ts';
import { quarrelLog } from '../log/quarrelLog.ts';

let one: RecordedSource;
let other: RecordedSource;

beforeAll(async () => {
  await fetchWords('en');
  [one, other] = [opened(), opened()];
});

function opened(): RecordedSource {
  const result = recordedSource(quarrelLog());
  if (!result.ok) throw new Error(result.failure.what);
  return result.value;
}

test('a place shows the same on another device, and closes what it does not name', () => {
  const places = namedPlaces(one.lines);
  const [here, there] = [newPlayState(), newPlayState()];
  one.position.value = one.breaks[3] ?? 0;
  one.viewer.value = { kind: 'participantAfterEnd', seat: 'meridia' };
  here.tab.value = 'why';
  here.asked.value = { subject: { kind: 'trust', of: 'meridia', in: 'aurelia' }, round: 3 };
  here.lit.value = ['aurelia', 'meridia'];
  here.thread.value = 'between aurelia meridia';
  there.looking.value = 'savannah';
  there.agreement.value = 'public-2';
  const text = placeText(one, here, places);
  expect(replayPlaceSchema.safeParse(text).success).toBe(true);
  showPlace(text, other, there, places);
  expect(placeText(other, there, places)).toBe(text);
  expect(other.position.value).toBe(one.position.value);
  expect(there.asked.value).toEqual(here.asked.value);
  expect([there.looking.value, there.agreement.value]).toEqual([null, null]);
});

test('a question about a round that has not come at its place is about the last one that has', () => {
  const places = namedPlaces(other.lines);
  const ui = newPlayState();
  showPlace('at=round2.reveal&tab=why&why=trust:meridia:aurelia&round=3', other, ui, places);
  expect(ui.asked.value?.round).toBe(2);
  showPlace('at=round1.briefing&tab=why&why=trust:meridia:aurelia&round=3', other, ui, places);
  expect(ui.asked.value).toBeNull();
});

test('a place takes with it that what lies ahead is hidden, and shows it where it does not say so', () => {
  const places = namedPlaces(one.lines);
  const ui = newPlayState();
  one.hidesAhead.value = true;
  showPlace(placeText(one, newPlayState(), places), other, ui, places);
  expect(other.hidesAhead.value).toBe(true);
  one.hidesAhead.value = false;
  showPlace(placeText(one, newPlayState(), places), other, ui, places);
  expect(other.hidesAhead.value).toBe(false);
});

test('a place closes what lies over the table', () => {
  const ui = newPlayState();
  [ui.whatIf.value, ui.debriefing.value] = [2, true];
  showPlace('at=ended', other, ui, namedPlaces(other.lines));
  expect([ui.whatIf.value, ui.debriefing.value]).toEqual([null, false]);
});

test('a place with nonsense in it shows what is sound of it', () => {
  const ui = newPlayState();
  other.position.value = 7;
  showPlace('at=round99.reveal&eyes=nobody&tab=none&why=x:y&lit=', other, ui, namedPlaces(other.lines));
  expect(other.position.value).toBe(7);
  expect(ui.asked.value).toBeNull();
});

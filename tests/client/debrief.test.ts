import { beforeAll, describe, expect, test } from 'vitest';
import { debriefSteps } from '#shared/session/vocabulary/debriefSteps.ts';
import { SURVEY_ITEMS, SURVEY_POINTS } from '#shared/session/vocabulary/survey.ts';
import { minutesOf } from '../../client/screens/debrief/minutes.ts';
import { recordedSource, type RecordedSource } from '../../client/source/recorded.ts';
import { en } from '../../client/text/en.ts';
import { zh } from '../../client/text/zh.ts';
import { playedLog } from '../log/playedLog.ts';

describe('the steps of a debrief', () => {
  test('take about a third of each time plan together, and each at least a minute', () => {
    for (const minutes of [45, 60, 90]) {
      const each = debriefSteps.map((step) => minutesOf(step, minutes));
      const all = each.reduce((sum, one) => sum + one, 0);
      expect(Math.min(...each)).toBeGreaterThanOrEqual(1);
      expect(all / minutes).toBeGreaterThan(0.26);
      expect(all / minutes).toBeLessThan(0.38);
    }
  });

  test('have as many sentences and points to answer by as the rules count, in both languages', () => {
    for (const { debrief } of [en, zh]) {
      expect(debrief.survey.items).toHaveLength(SURVEY_ITEMS);
      expect(debrief.survey.scale).toHaveLength(SURVEY_POINTS);
    }
  });
});

describe('a record', () => {
  let source: RecordedSource;
  beforeAll(async () => {
    const opened = recordedSource(await playedLog('archipelago', 5));
    if (!opened.ok) throw new Error(opened.failure.what);
    source = opened.value;
  });

  test('opens its debrief at the end, with what it shows about itself, and not before', async () => {
    source.position.value = source.length - 1;
    expect(source.view.value?.table.debrief).toBeNull();
    expect(await source.ask({ ask: 'findings' })).toMatchObject({ ok: false });
    source.position.value = source.length;
    expect(source.view.value?.table.debrief?.steps).toContain('pivotal');
    const answer = await source.ask({ ask: 'findings' });
    expect(answer?.ok && answer.answer.chain).toHaveLength(3);
    expect(answer?.ok && answer.answer.pivotal.weighed).toBeGreaterThan(0);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dispositionIds } from '../../shared/session/vocabulary/actors.ts';
import { actionIds } from '../../shared/model/actions.ts';
import { tones } from '../../shared/model/eventDeck.ts';
import { sizedEffects, stages, worldEventIds } from '../../shared/model/world.ts';
import { objectiveIds, scenarioSchema } from '../../shared/scenario/schema.ts';

const root = new URL('../../', import.meta.url);
const text = (path: string) => readFileSync(new URL(path, root), 'utf8');

function sourceFiles(folder: string): string[] {
  return readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`);
}

describe('docs/sources.md', () => {
  const sources = text('docs/sources.md');

  it('explains every key that a docstring of the rules, the bots or the scenarios names', () => {
    const used = sourceFiles('shared').flatMap((path) => {
      return [...text(path).matchAll(/\[([a-z]+(?:-[a-z]+)*-\d{4})[ \]]/g)].map((match) => match[1] ?? '');
    });
    expect(used.length).toBeGreaterThan(0);
    for (const key of used) expect(sources).toContain(`\`${key}\``);
  });

  it('explains every section of the rules that a docstring names', () => {
    const used = sourceFiles('shared').flatMap((path) => {
      return [...text(path).matchAll(/\[model ([A-Z]\.\d+)/g)].map((match) => match[1] ?? '');
    });
    for (const section of used) expect(sources).toContain(`\`[model ${section}]\``);
  });
});

describe('docs/bots.md', () => {
  const bots = text('docs/bots.md');

  it('documents every disposition with its source and its file, and none besides', () => {
    const [characters = ''] = bots.split(/^## /m);
    const rows = characters.split('\n').filter((line) => line.startsWith('| `'));
    expect(new Set(rows.map((row) => row.split('`')[1]))).toEqual(new Set(dispositionIds));
    expect(rows).toHaveLength(dispositionIds.length);
    for (const row of rows) {
      const [, , , , source = '', file = ''] = row.split('|');
      expect(source).toMatch(/\[model D\.\d+\]/);
      expect(text(`shared/bots/${file.replaceAll('`', '').trim()}`)).toContain('Disposition');
    }
  });
});

describe('docs/scenarios.md', () => {
  const guide = text('docs/scenarios.md');

  const examples = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');

  it('shows an event and a plan that the schema accepts', () => {
    const [event = '', plan = ''] = examples;
    expect(scenarioSchema.shape.events.safeParse([JSON.parse(event)]).error?.message).toBeUndefined();
    expect(scenarioSchema.shape.plans.safeParse([JSON.parse(plan)]).error?.message).toBeUndefined();
  });

  it('names every field of a scenario, every objective and every event', () => {
    const fields = Object.keys(scenarioSchema.shape);
    const seatFields = Object.keys(scenarioSchema.shape.seats.element.shape);
    for (const name of [
      ...fields,
      ...seatFields,
      ...objectiveIds,
      ...worldEventIds,
      ...sizedEffects,
      ...tones,
    ]) {
      expect(guide).toContain(`\`${name}\``);
    }
  });
});

describe('GLOSSARY.md', () => {
  const glossary = text('GLOSSARY.md');

  it.each([...actionIds, ...stages])('has %s, with a Chinese name in its row', (id) => {
    const row = glossary.split('\n').find((line) => line.includes(`| \`${id}\` |`));
    expect(row).toMatch(/\p{Script=Han}/u);
  });
});

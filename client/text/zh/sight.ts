import type { SightWords } from '../en/sight.ts';

export const sight: SightWords = {
  option: '各国看到的信任',
  options: { all: '所有国家的', own: '只有与本国有关的' },
  settings: '各国只看到与本国有关的信任',
  note: '每国只看到自己信任谁、谁信任自己。平均值仍然公开；结束后全部公开。',
  between: '本局不显示别国之间的信任。',
  why: '本局不显示别国之间信任变化的原因：它们在这里合为一项。',
  preview: '本局不显示别国之间的信任；这里按平均值推算。',
  objective: '本局不显示别国之间的信任；结束时才看到完成了多少。',
  untilEnd: '结束时显示',
};

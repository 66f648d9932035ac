import { useSignal } from '@preact/signals';
import type { Preset } from '#shared/wire/api.ts';
import { announce } from '../../components/Announcer.tsx';
import { words } from '../../text/language.ts';
import type { OpeningForm } from './useOpening.ts';

/** Saved openings: one tap applies all their options. The current options are saved in the same place. */
export function Presets({ parts }: { readonly parts: OpeningForm }) {
  const { presets: text } = words.value.opening;
  const list = parts.presets.value;
  return (
    <details class="more-choices presets" open={list.length > 0}>
      <summary>{text.title(list.length)}</summary>
      <ul>
        {list.map((preset) => (
          <PresetRow key={preset.name} preset={preset} parts={parts} />
        ))}
      </ul>
      <KeepAs parts={parts} />
    </details>
  );
}

function PresetRow({ preset, parts }: { readonly preset: Preset; readonly parts: OpeningForm }) {
  const { presets: text } = words.value.opening;
  const isAsking = useSignal(false);
  const take = (): void => {
    parts.choose(preset.opening);
    announce(text.taken(preset.name));
  };
  return (
    <li>
      <button type="button" class="btn" onClick={take}>
        {preset.name}
      </button>
      <button
        type="button"
        class={isAsking.value ? 'btn' : 'btn quiet'}
        aria-label={isAsking.value ? text.reallyDelete(preset.name) : text.deleteOf(preset.name)}
        onBlur={() => {
          isAsking.value = false;
        }}
        onClick={() => {
          if (isAsking.value) void parts.drop(preset.name);
          isAsking.value = !isAsking.value;
        }}
      >
        {isAsking.value ? text.sure : text.delete}
      </button>
    </li>
  );
}

function KeepAs({ parts }: { readonly parts: OpeningForm }) {
  const { presets: text } = words.value.opening;
  const name = useSignal('');
  const keep = (): void => {
    const typed = name.value.trim();
    if (typed === '') return;
    void parts.keepAs(typed).then((kept) => {
      if (!kept) return;
      announce(text.kept(typed));
      name.value = '';
    });
  };
  return (
    <div class="name-row">
      <input
        class="input"
        maxLength={60}
        aria-label={text.name}
        placeholder={text.name}
        value={name.value}
        onInput={(event) => {
          name.value = event.currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          keep();
        }}
      />
      <button type="button" class="btn" onClick={keep}>
        {text.keep}
      </button>
    </div>
  );
}

import { useSignal } from '@preact/signals';
import type { TemplateId } from '#shared/session/topics/agreements/templates.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { words } from '../../text/language.ts';
import type { PlayState, OfferDraft } from '../playState.ts';
import { fromTemplate, offeredTemplates } from './offerDraft.ts';
import '../../styles/play-templates.css';

interface GalleryProps {
  readonly view: View;
  readonly draft: OfferDraft;
  readonly ui: PlayState;
}

/** Agreements to start from: the purpose of each, and how its historical model is judged. */
export function TemplateGallery({ view, draft, ui }: GalleryProps) {
  const { templates } = words.value;
  const isOpen = useSignal(false);
  const choose = (template: TemplateId): void => {
    isOpen.value = false;
    ui.offer.value = fromTemplate(view, draft, template);
  };
  return (
    <div class="gallery">
      <button
        type="button"
        class="gallery-switch"
        aria-expanded={isOpen.value}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        {templates.start}
        <b>{draft.template === null ? templates.own : templates.known[draft.template].name}</b>
      </button>
      {isOpen.value && (
        <ul class="gallery-list">
          {offeredTemplates(view, draft).map((template) => (
            <li key={template}>
              <button
                type="button"
                aria-pressed={draft.template === template}
                onClick={() => choose(template)}
              >
                <b>{templates.known[template].name}</b>
                <span>{templates.known[template].gist}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {draft.template !== null && !isOpen.value && <Background template={draft.template} />}
    </div>
  );
}

/** Two readings of a template's historical model, side by side, with the source. */
function Background({ template }: { readonly template: TemplateId }) {
  const { templates } = words.value;
  const { gist, history } = templates.known[template];
  return (
    <div class="gallery-note">
      <p>{gist}</p>
      {history && (
        <details>
          <summary>{templates.like(history.like)}</summary>
          <dl>
            <dt>{templates.paper}</dt>
            <dd>{history.paper}</dd>
            <dt>{templates.other}</dt>
            <dd>{history.other}</dd>
          </dl>
          <p class="panel-note">{history.source}</p>
        </details>
      )}
    </div>
  );
}

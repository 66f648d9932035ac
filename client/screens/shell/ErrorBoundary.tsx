import { Component, type ComponentChildren } from 'preact';
import { firstWords } from '../../text/language.ts';
import { PlainPage } from '../../components/PlainPage.tsx';
import { pathTo } from '../../net/ownAddress.ts';

interface Held {
  readonly broken: boolean;
}

/** Catches a page that failed to render: the session is safe where it runs, so reloading is enough. */
export class ErrorBoundary extends Component<{ readonly children: ComponentChildren }, Held> {
  override state: Held = { broken: false };

  override componentDidCatch(error: unknown): void {
    console.error(error);
    this.setState({ broken: true });
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    const { shell } = firstWords.value;
    return (
      <PlainPage title={shell.broken.title} text={shell.broken.text}>
        <button type="button" class="btn primary" onClick={() => location.reload()}>
          {shell.loadAgain}
        </button>
        <a class="btn" href={pathTo('/')}>
          {shell.toHome}
        </a>
      </PlainPage>
    );
  }
}

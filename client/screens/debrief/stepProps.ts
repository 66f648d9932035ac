import type { View } from '#shared/session/views/tableView.ts';
import type { ViewSource } from '../../source/viewSource.ts';

/** What every step receives. `onProjector`: the class looks at it, and nobody types there. */
export interface StepProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly onProjector?: boolean;
}

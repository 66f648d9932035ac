import { BadgesOf } from '../../panels/course/PaperParts.tsx';
import { WhoPaid } from '../../panels/ending/WhoPaid.tsx';
import type { StepProps } from './stepProps.ts';

/** Who paid: for each state what it gave and what the world gained, and from which orders. */
export function PaidStep({ view, source, onProjector = false }: StepProps) {
  return (
    <>
      <WhoPaid view={view} source={source} inFull={!onProjector} />
      <BadgesOf view={view} source={source} inFull />
    </>
  );
}

import { UndirectedGraph } from 'graphology';
import { num } from '../lib/at.ts';

/** Ties between n seats: a symmetric flat matrix, `i * n + j`, of strengths 0 and above, zero on the diagonal. */
export interface Network {
  readonly n: number;
  readonly ties: Float64Array;
}

/** What a tie carries in a graph. */
export interface Tie {
  readonly weight: number;
}

/** A network as a graph of the library; nodes are seat indices as text. */
export type NetworkGraph = UndirectedGraph<Record<string, never>, Tie>;

/** The graph of all seats and of the ties of at least this strength; ties of strength 0 are none. */
export function graphOf({ n, ties }: Network, least = 0): NetworkGraph {
  const graph: NetworkGraph = new UndirectedGraph();
  for (let i = 0; i < n; i += 1) graph.addNode(String(i));
  for (let i = 0; i < n; i += 1) {
    for (let j = i + 1; j < n; j += 1) {
      const weight = num(ties, i * n + j);
      if (weight > 0 && weight >= least) graph.addEdge(String(i), String(j), { weight });
    }
  }
  return graph;
}

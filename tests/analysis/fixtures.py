"""What NetworkX says of the networks in graphs.json, frozen in networkx.json.

Run from the project's root, with NetworkX 3 and NumPy (Debian: python3-networkx):

    python3 tests/analysis/fixtures.py
"""

import json
import pathlib

import networkx as nx

HERE = pathlib.Path(__file__).parent
THRESHOLDS = (0.3, 0.5, 0.7)


def graph_of(n, ties):
    graph = nx.Graph()
    graph.add_nodes_from(range(n))
    strengths = iter(ties)
    for i in range(n):
        for j in range(i + 1, n):
            tie = next(strengths)
            if tie > 0:
                graph.add_edge(i, j, weight=tie, length=1 / tie)
    return graph


def partition_of(labels):
    groups = {}
    for seat, label in enumerate(labels):
        groups.setdefault(("alone", seat) if label is None else label, set()).add(seat)
    return list(groups.values())


def modularity(graph, labels):
    return nx.community.modularity(graph, partition_of(labels), weight="weight")


def efficiency(graph, weights):
    """Latora and Marchiori's efficiency over the weighted pairs of different seats."""
    total = 0.0
    pairs = 0.0
    for i, lengths in nx.all_pairs_dijkstra_path_length(graph, weight="length"):
        for j in graph:
            if i != j:
                pairs += weights[i] * weights[j]
                total += weights[i] * weights[j] / lengths[j] if j in lengths else 0.0
    return total / pairs


def external_internal(graph, groups):
    """Krackhardt and Stern's index from its definition: (E - I) / (E + I) over the ties of members."""
    members = [seat for seat, group in enumerate(groups) if group is not None]
    touched = [(i, j, tie) for i, j, tie in graph.edges(members, data="weight")]
    inside = sum(tie for i, j, tie in touched if groups[i] == groups[j])
    outside = sum(tie for i, j, tie in touched if groups[i] != groups[j])
    return (outside - inside) / (outside + inside) if touched else None


def largest(graph, least):
    strong = [(i, j) for i, j, tie in graph.edges(data="weight") if tie >= least]
    kept = nx.Graph(strong)
    kept.add_nodes_from(graph)
    return max(len(part) for part in nx.connected_components(kept)) / len(graph)


def measured(given):
    graph = graph_of(given["n"], given["ties"])
    has_groups = any(group is not None for group in given["groups"])
    louvain = [nx.community.louvain_communities(graph, weight="weight", seed=seed) for seed in range(20)]
    return {
        "name": given["name"],
        "efficiency": efficiency(graph, given["weights"]),
        "campModularity": modularity(graph, given["groups"]) if has_groups else None,
        "campClosure": external_internal(graph, given["groups"]),
        "foundModularity": modularity(graph, given["found"]),
        "bestModularity": max(nx.community.modularity(graph, parts, weight="weight") for parts in louvain),
        "algebraicConnectivity": float(nx.laplacian_spectrum(graph, weight="weight")[1]),
        "largest": [largest(graph, least) for least in THRESHOLDS],
    }


def main():
    graphs = json.loads((HERE / "graphs.json").read_text())
    rows = [json.dumps(measured(given)) for given in graphs]
    text = ",\n".join(rows)
    command = "python3 tests/analysis/fixtures.py"
    head = json.dumps({"command": command, "networkx": nx.__version__})[1:-1]
    (HERE / "networkx.json").write_text("{%s, \"measured\": [\n%s\n]}\n" % (head, text))


main()

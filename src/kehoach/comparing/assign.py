"""The best one-to-one assignment of rows to columns (Kuhn 1955, Munkres 1957; shortest augmenting paths)."""

from __future__ import annotations

LARGEST = 250
"""Rows above which the best assignment is looked for greedily: the exact one takes their cube."""

Edge = tuple[float, int, int]
"""Gain, row, column."""


def assignment(edges: list[Edge]) -> list[Edge]:
    """Those of ``edges`` that give the greatest sum with no row and no column twice; all gains are above zero.

    Rows and columns that no edges join are solved apart from each other. Ties go to the lower row, then column.
    """
    chosen: list[Edge] = []
    for group in _components(edges):
        rows = {row for _, row, _ in group}
        chosen += _greedy(group) if len(rows) > LARGEST or len(group) == 1 else _exact(group)
    return sorted(chosen, key=lambda edge: (edge[1], edge[2]))


def _components(edges: list[Edge]) -> list[list[Edge]]:
    parent: dict[tuple[int, int], tuple[int, int]] = {}

    def find(node: tuple[int, int]) -> tuple[int, int]:
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for _, row, column in edges:
        one, two = find((0, row)), find((1, column))
        if one != two:
            parent[max(one, two)] = min(one, two)
    groups: dict[tuple[int, int], list[Edge]] = {}
    for edge in edges:
        groups.setdefault(find((0, edge[1])), []).append(edge)
    return [groups[key] for key in sorted(groups)]


def _greedy(edges: list[Edge]) -> list[Edge]:
    rows: set[int] = set()
    columns: set[int] = set()
    out = []
    for edge in sorted(edges, key=lambda edge: (-edge[0], edge[1], edge[2])):
        if edge[1] not in rows and edge[2] not in columns:
            rows.add(edge[1])
            columns.add(edge[2])
            out.append(edge)
    return out


def _exact(edges: list[Edge]) -> list[Edge]:
    rows = sorted({row for _, row, _ in edges})
    columns = sorted({column for _, _, column in edges})
    gains = {(row, column): gain for gain, row, column in edges}
    top = max(gains.values())
    # A column of its own for every row stands for "nothing": it costs what a gain of zero does.
    nothing = [[top if r == i else 2 * top + 2 for r in range(len(rows))] for i in range(len(rows))]
    cost = [[top - gains.get((row, column), -1.0) for column in columns] + nothing[i] for i, row in enumerate(rows)]
    match = _shortest_paths(cost)
    return [
        (gains[row, columns[j]], row, columns[j])
        for row, j in zip(rows, match, strict=True)
        if j < len(columns) and (row, columns[j]) in gains
    ]


def _shortest_paths(cost: list[list[float]]) -> list[int]:
    """For each row of ``cost``, which has at least as many columns as rows, the column of the cheapest assignment."""
    n, m = len(cost), len(cost[0])
    u, v = [0.0] * (n + 1), [0.0] * (m + 1)
    owner, way = [0] * (m + 1), [0] * (m + 1)
    for i in range(1, n + 1):
        owner[0] = i
        column = 0
        least = [float("inf")] * (m + 1)
        used = [False] * (m + 1)
        while owner[column]:
            used[column] = True
            row, delta, nearest = owner[column], float("inf"), 0
            costs, base = cost[row - 1], u[row]
            for j in range(1, m + 1):
                if not used[j]:
                    reduced = costs[j - 1] - base - v[j]
                    if reduced < least[j]:
                        least[j], way[j] = reduced, column
                    if least[j] < delta:
                        delta, nearest = least[j], j
            for j in range(m + 1):
                if used[j]:
                    u[owner[j]] += delta
                    v[j] -= delta
                else:
                    least[j] -= delta
            column = nearest
        while column:
            owner[column] = owner[way[column]]
            column = way[column]
    out = [0] * n
    for j in range(1, m + 1):
        if owner[j]:
            out[owner[j] - 1] = j - 1
    return out

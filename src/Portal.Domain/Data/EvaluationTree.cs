namespace Portal.Domain.Data;

/// <summary>A node of an evaluation tree (trees.csv).</summary>
/// <param name="Id">Id, unique in its tree.</param>
/// <param name="Parent">Id of the node above, empty for the root.</param>
/// <param name="Order">Place among the nodes of the same parent, from 0.</param>
/// <param name="Label">What is looked at.</param>
/// <param name="Points">Most points of a leaf, above 0; blank where the tree is rated by levels, and above the leaves.</param>
/// <param name="Source">Document, null where none is named.</param>
public sealed record EvaluationNode(string Id, string Parent, long Order, string Label, Cell Points, SourceId? Source);

/// <summary>
/// An evaluation tree of school supervision 督导评价指标体系, of any depth: below the root stand the areas, at the ends the leaves that are
/// rated (北京市密云区 has 7 areas, 22 and 50 nodes on three levels; 《中国教师报》2025-03-12). The tree's data say how leaves are rated:
/// by the levels of its scale, best first, or, where it has none, by points from 0 to those of the leaf.
/// </summary>
public sealed class EvaluationTree
{
    private readonly Dictionary<string, EvaluationNode> byId;
    private readonly ILookup<string, EvaluationNode> children;

    /// <summary>A tree from its nodes; they have one root, and every other node has a parent among them without a circle.</summary>
    /// <exception cref="ArgumentException">The nodes are no tree.</exception>
    public EvaluationTree(string id, IReadOnlyList<string> scale, IReadOnlyList<EvaluationNode> nodes)
    {
        (Id, Scale) = (id, scale);
        byId = nodes.ToDictionary(n => n.Id, StringComparer.Ordinal);
        children = nodes.OrderBy(n => n.Order).ThenBy(n => n.Id, StringComparer.Ordinal).ToLookup(n => n.Parent, StringComparer.Ordinal);
        EvaluationNode[] roots = [.. children[""]];
        if (roots.Length != 1)
        {
            throw new ArgumentException($"The tree {id} has {roots.Length} roots.", nameof(nodes));
        }

        Root = roots[0];
        Areas = [.. children[Root.Id]];
        Nodes = [.. Below(Root).Prepend(Root)];
        if (Nodes.Count != nodes.Count)
        {
            throw new ArgumentException($"Some nodes of the tree {id} are not below its root.", nameof(nodes));
        }
    }

    /// <summary>Id.</summary>
    public string Id { get; }

    /// <summary>Levels, best first: codes of the vocabulary <c>rating</c>. Empty where leaves are rated by points.</summary>
    public IReadOnlyList<string> Scale { get; }

    /// <summary>True where leaves are rated by points.</summary>
    public bool ByPoints => Scale.Count == 0;

    /// <summary>The root: its label is the tree's title.</summary>
    public EvaluationNode Root { get; }

    /// <summary>First-level branches 领域, in their order: what is judged, each by itself.</summary>
    public IReadOnlyList<EvaluationNode> Areas { get; }

    /// <summary>All nodes, each before those below it, in their order.</summary>
    public IReadOnlyList<EvaluationNode> Nodes { get; }

    /// <summary>The node of that id, or null.</summary>
    public EvaluationNode? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>Nodes directly below, in their order.</summary>
    public IEnumerable<EvaluationNode> ChildrenOf(EvaluationNode node) => children[node.Id];

    /// <summary>True for a node that is rated: nothing is below it, and it is not the root.</summary>
    public bool IsLeaf(EvaluationNode node) => node != Root && !children.Contains(node.Id);

    /// <summary>Leaves below an area in order; the area itself where it is a leaf.</summary>
    public IEnumerable<EvaluationNode> LeavesOf(EvaluationNode area) => Below(area).Prepend(area).Where(IsLeaf);

    /// <summary>Nodes between an area and a leaf, from above, both left out.</summary>
    public IReadOnlyList<EvaluationNode> PathTo(EvaluationNode area, EvaluationNode leaf)
    {
        List<EvaluationNode> path = [];
        for (EvaluationNode? node = Find(leaf.Parent); node is not null && node != area && node != Root; node = Find(node.Parent))
        {
            path.Insert(0, node);
        }

        return leaf == area ? [] : path;
    }

    /// <summary>Levels of nodes below the root with the number of nodes on each: 7, 22, 50.</summary>
    public IReadOnlyList<int> Shape()
    {
        List<int> shape = [];
        for (EvaluationNode[] level = [.. Areas]; level.Length > 0; level = [.. level.SelectMany(ChildrenOf)])
        {
            shape.Add(level.Length);
        }

        return shape;
    }

    // A stack of its own: a tree may be as deep as it likes.
    private IEnumerable<EvaluationNode> Below(EvaluationNode node)
    {
        Stack<EvaluationNode> open = new(children[node.Id].Reverse());
        while (open.TryPop(out EvaluationNode? next))
        {
            yield return next;
            foreach (EvaluationNode child in children[next.Id].Reverse())
            {
                open.Push(child);
            }
        }
    }
}

namespace Portal.Domain.Data;

/// <summary>
/// The rows of a table by key, as ranges over one array: what a look-up of groups would keep a second time is not kept. Rows of a key
/// stay in the order of the table; a table whose keys do not lie together is put into such an order first.
/// </summary>
internal sealed class Ranges<TKey, T>
    where TKey : notnull
{
    private readonly T[] rows;
    private readonly Dictionary<TKey, (int Start, int Length)> ranges = [];

    /// <summary>Finds the ranges.</summary>
    public Ranges(IReadOnlyList<T> table, Func<T, TKey> key)
    {
        if (!Find(table, key))
        {
            table = [.. table.GroupBy(key).SelectMany(g => g)];
            ranges.Clear();
            Find(table, key);
        }

        rows = table as T[] ?? [.. table];
        ranges.TrimExcess();
    }

    /// <summary>Rows of a key, in order of the table; empty where it has none.</summary>
    public ArraySegment<T> this[TKey key] => ranges.TryGetValue(key, out (int Start, int Length) range) ? new ArraySegment<T>(rows, range.Start, range.Length) : ArraySegment<T>.Empty;

    private bool Find(IReadOnlyList<T> table, Func<T, TKey> key)
    {
        int start = 0;
        for (int i = 1; i <= table.Count; i++)
        {
            TKey own = key(table[start]);
            if (i == table.Count || !EqualityComparer<TKey>.Default.Equals(key(table[i]), own))
            {
                if (!ranges.TryAdd(own, (start, i - start)))
                {
                    return false;
                }

                start = i;
            }
        }

        return true;
    }
}

namespace Portal.Domain.Evaluation;

/// <summary>
/// What was worked out last, a fixed number of it: the pages of a county are made one after the other, so a few counties are enough to work
/// each out once, where a country's would not fit into memory. What has been let go is worked out anew, with the same result.
/// </summary>
/// <param name="kept">How many are kept, above 0.</param>
public sealed class LastAsked<TKey, TValue>(int kept)
    where TKey : notnull
{
    private readonly Dictionary<TKey, TValue> found = [];
    private readonly Queue<TKey> order = new();
    private readonly Lock gate = new();

    /// <summary>The value of a key, worked out where it is not kept; two threads that ask at once may both work it out.</summary>
    public TValue Of(TKey key, Func<TKey, TValue> make)
    {
        lock (gate)
        {
            if (found.TryGetValue(key, out TValue? known))
            {
                return known;
            }
        }

        TValue made = make(key);
        lock (gate)
        {
            if (found.TryAdd(key, made))
            {
                order.Enqueue(key);
                if (order.Count > kept)
                {
                    found.Remove(order.Dequeue());
                }
            }
        }

        return made;
    }
}

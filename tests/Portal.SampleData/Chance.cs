namespace Portal.SampleData;

/// <summary>
/// SplitMix64: a generator whose algorithm is fixed here, so that the same seed gives the same data on every machine and every
/// version of .NET (System.Random promises neither).
/// </summary>
internal sealed class Chance
{
    private ulong state;

    /// <summary>Seeds from words, so that each county has its own stream and adding one leaves the others as they were.</summary>
    public Chance(string seed)
    {
        state = 14695981039346656037;
        foreach (var letter in seed)
        {
            state = (state ^ letter) * 1099511628211;
        }
    }

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>From 0 up to, not including, 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public double Between(double low, double high) => low + ((high - low) * Unit());

    public int Below(int count) => (int)(Next() % (ulong)count);

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>Bell-shaped around 0 with deviation 1: twelve uniform draws, no library function.</summary>
    public double Bell()
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++)
        {
            sum += Unit();
        }

        return sum;
    }
}

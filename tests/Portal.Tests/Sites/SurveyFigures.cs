namespace Portal.Tests.Sites;

/// <summary>
/// Whole unknown numbers and what has been published of their sums. It knows nothing of how figures are withheld: it narrows bounds until
/// they stay, which may show that a number has one value only; and it looks for another solution near a known one, which shows that it has not.
/// </summary>
internal sealed class SurveyFigures
{
    private readonly Dictionary<string, int> most = new(StringComparer.Ordinal);
    private readonly List<(string[] Of, double Low, double High, string From)> sums = [];

    /// <summary>Names of the numbers.</summary>
    public IEnumerable<string> Names => most.Keys;

    /// <summary>How many sums are known.</summary>
    public int Known => sums.Count;

    /// <summary>A number from 0 to <paramref name="upTo"/>.</summary>
    public void Add(string name, int upTo) => most.TryAdd(name, upTo);

    /// <summary>A published sum; names that are no number are an error.</summary>
    public void Publish(IEnumerable<string> of, double low, double high, string from)
    {
        string[] names = [.. of];
        Assert.All(names, n => Assert.True(most.ContainsKey(n), $"{from}: {n}"));
        sums.Add((names, low - 1e-6, high + 1e-6, from));
    }

    /// <summary>A copy that more can be published of.</summary>
    public SurveyFigures Copy()
    {
        SurveyFigures copy = new();
        foreach ((string name, int upTo) in most)
        {
            copy.most[name] = upTo;
        }

        copy.sums.AddRange(sums);
        return copy;
    }

    /// <summary>The first published sum that does not hold, or null.</summary>
    public string? Wrong(Func<string, int> value) => sums.Where(s => !Holds(s.Of.Sum(value), s)).Select(s => $"{s.From}: {string.Join(" + ", s.Of)}").FirstOrDefault();

    /// <summary>True where a sum would hold.</summary>
    public static bool WouldHold(double sum, double low, double high) => sum >= low - 1e-6 && sum <= high + 1e-6;

    /// <summary>Numbers whose bounds meet.</summary>
    public HashSet<string> Solved()
    {
        Dictionary<string, (int Low, int High)> bounds = most.ToDictionary(m => m.Key, m => (0, m.Value), StringComparer.Ordinal);
        for (bool again = true; again;)
        {
            again = false;
            foreach ((string[] of, double low, double high, _) in sums)
            {
                double least = of.Sum(n => bounds[n].Low);
                double largest = of.Sum(n => bounds[n].High);
                foreach (string name in of)
                {
                    (int from, int to) = bounds[name];
                    (int, int) now = (Math.Max(from, (int)Math.Ceiling(low - (largest - to))), Math.Min(to, (int)Math.Floor(high - (least - from))));
                    if (now != (from, to))
                    {
                        bounds[name] = now;
                        again = true;
                        least = of.Sum(n => bounds[n].Low);
                        largest = of.Sum(n => bounds[n].High);
                    }
                }
            }
        }

        return [.. bounds.Where(b => b.Value.Low == b.Value.High).Select(b => b.Key)];
    }

    /// <summary>True where all that is published would be the same with another value of a number.</summary>
    public bool HasAnother(string name, Func<string, int> value) => new[] { 1, -1 }.Any(step => Repaired(new Dictionary<string, int>(StringComparer.Ordinal) { [name] = step }, value, 5));

    private bool Repaired(Dictionary<string, int> changes, Func<string, int> value, int left)
    {
        int Now(string n) => value(n) + changes.GetValueOrDefault(n);
        if (changes.Keys.Any(n => Now(n) < 0 || Now(n) > most[n]))
        {
            return false;
        }

        (string[] Of, double Low, double High, string From) broken = sums.FirstOrDefault(s => s.Of.Any(changes.ContainsKey) && !Holds(s.Of.Sum(Now), s));
        if (broken.Of is null)
        {
            return true;
        }

        int step = broken.Of.Sum(Now) > broken.High ? -1 : 1;
        foreach (string other in left == 0 ? [] : broken.Of.Where(n => !changes.ContainsKey(n)))
        {
            if (Repaired(new Dictionary<string, int>(changes, StringComparer.Ordinal) { [other] = step }, value, left - 1))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Holds(double sum, (string[] Of, double Low, double High, string From) known) => sum >= known.Low && sum <= known.High;
}

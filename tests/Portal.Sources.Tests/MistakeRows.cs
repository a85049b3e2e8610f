namespace Portal.Sources.Tests;

/// <summary>Tables of mistakes: what is spoiled in a valid set, and the one line that must come of it.</summary>
internal static class MistakeRows
{
    /// <summary>The rows by number and code, as a theory takes them.</summary>
    public static TheoryData<int, string> Of((string Code, Action<SmallSet> Make, string Line)[] mistakes)
    {
        TheoryData<int, string> rows = [];
        for (int i = 0; i < mistakes.Length; i++)
        {
            rows.Add(i, mistakes[i].Code);
        }

        return rows;
    }

    /// <summary>Spoils the set and holds its problems to the mistake's line, which names its code.</summary>
    public static void GivesItsLine(SmallSet set, (string Code, Action<SmallSet> Make, string Line) mistake)
    {
        mistake.Make(set);
        Assert.Equal([mistake.Line], set.Problems());
        Assert.Contains(" " + mistake.Code + " ", mistake.Line, StringComparison.Ordinal);
    }
}

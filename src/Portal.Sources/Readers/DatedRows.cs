using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Sources.Files;
using Portal.Sources.Tables;

namespace Portal.Sources.Readers;

/// <summary>A row of a scheme's rules that holds at a place from a day to a day.</summary>
/// <param name="Rule">What was read.</param>
/// <param name="Matter">What it is about; rows of one matter and place must not overlap.</param>
/// <param name="Place">Place.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, null where it still holds.</param>
/// <param name="Row">Row.</param>
internal sealed record Dated<T>(T Rule, string Matter, string Place, DateOnly From, DateOnly? Until, TableRow Row)
{
    /// <summary>True where both hold on some day.</summary>
    public bool Meets(Dated<T> other) => From <= (other.Until ?? DateOnly.MaxValue) && other.From <= (Until ?? DateOnly.MaxValue);
}

/// <summary>What all dated rules by place have in common: in order, without overlap, none looser than the country's.</summary>
internal static class DatedRows
{
    /// <summary>Checks that a row does not end before it begins.</summary>
    public static bool IsInOrder(Reading reading, TableRow row)
    {
        if (row.Day("until") is { } until && until < row.Day("from"))
        {
            reading.Add(ProblemKinds.UntilBeforeFrom, row.At("until"), row.Text("from"), row.Text("until"));
            return false;
        }

        return true;
    }

    /// <summary>Checks rows against each other and against the country's.</summary>
    /// <param name="reading">Run.</param>
    /// <param name="rows">Rows that hold for the set.</param>
    /// <param name="all">The same with those of common that the set's own file replaces.</param>
    /// <param name="looserThan">The column in which a row is looser than another, with the other's value; null where it is not.</param>
    /// <param name="related">Other matters by which the country rules what a row rules, where it has none of that matter.</param>
    public static void Check<T>(Reading reading, List<Dated<T>> rows, List<Dated<T>> all, Func<T, T, (string Column, Cell Value)?> looserThan, Func<T, IEnumerable<string>>? related = null)
    {
        ILookup<string, Dated<T>> country = all.Where(r => r.Place == PlaceCode.Country.Value).ToLookup(r => r.Matter, StringComparer.Ordinal);
        Dictionary<(string Matter, string Place), List<Dated<T>>> earlier = [];
        foreach (Dated<T> row in rows)
        {
            if (!earlier.TryGetValue((row.Matter, row.Place), out List<Dated<T>>? same))
            {
                earlier[(row.Matter, row.Place)] = same = [];
            }

            if (same.Find(r => r.Meets(row)) is { } other)
            {
                reading.Add(ProblemKinds.Overlap, row.Row.At("from"), other.Row.Where.ToString());
            }

            same.Add(row);

            IEnumerable<Dated<T>> nations = country.Contains(row.Matter) || related is null ? country[row.Matter] : related(row.Rule).SelectMany(matter => country[matter]);
            foreach (Dated<T> nation in nations.Where(n => n != row && n.Meets(row)))
            {
                bool sameTable = row.Place == PlaceCode.Country.Value && rows.Contains(nation);
                if (!sameTable && looserThan(row.Rule, nation.Rule) is var (column, value))
                {
                    reading.Add(ProblemKinds.Looser, row.Row.At(column), row.Row.Text(column), value.ToString());
                    break;
                }
            }
        }
    }
}

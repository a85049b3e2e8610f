using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Sources.Files;
using Portal.Sources.Tables;

namespace Portal.Sources.Readers;

/// <summary>Checks on groups.csv as a whole: what one row cannot show.</summary>
/// <param name="reading">Run.</param>
/// <param name="vocabulary">Words, for 城乡类型.</param>
/// <param name="releases">Releases, oldest first.</param>
internal sealed class GroupChecks(Reading reading, Vocabulary vocabulary, IReadOnlyList<Release> releases)
{
    /// <summary>Tells what is wrong with the groups.</summary>
    /// <param name="rows">Good rows of the table.</param>
    /// <param name="all">All rows: a group whose other row has a problem of its own is not told to be alone.</param>
    public void Check(IReadOnlyList<TableRow> rows, IReadOnlyList<TableRow> all)
    {
        foreach (TableRow row in rows.Where(r => new DateText(r.Text("until")).LastDay < new DateText(r.Text("from")).FirstDay))
        {
            reading.Add(ProblemKinds.UntilBeforeFrom, row.At("until"), row.Text("from"), row.Text("until"));
        }

        ILookup<string, TableRow> members = all.ToLookup(r => r.Text("group"), StringComparer.Ordinal);
        foreach (IGrouping<string, TableRow> group in rows.GroupBy(r => r.Text("group"), StringComparer.Ordinal))
        {
            TableRow first = group.First();
            foreach (TableRow row in group.Skip(1))
            {
                Same(ProblemKinds.GroupOfTwoKinds, "kind", first, row);
                Same(ProblemKinds.GroupOfTwoNames, "name", first, row);
            }

            if (members[group.Key].Count() == 1)
            {
                reading.Add(ProblemKinds.GroupOfOne, first.Where, first.Text("name"), group.Key);
            }
            else if (first.Text("kind") == "结对" && group.Count() == members[group.Key].Count() && group.All(r => IsRural(r.Text("school"))))
            {
                reading.Add(ProblemKinds.PartnersAllRural, first.Where, first.Text("name"), group.Key);
            }
        }
    }

    /// <summary>Tells of proposed closures without a notice.</summary>
    public void CheckProposals(IEnumerable<TableRow> links)
    {
        foreach (TableRow row in links.Where(r => r.Text("kind") == "proposed" && r.Text("notice").Length == 0))
        {
            reading.Add(ProblemKinds.ProposalWithoutNotice, row.At("notice"), Find(row.Text("from"))?.Name ?? row.Text("from"));
        }
    }

    private void Same(ProblemKind kind, string column, TableRow first, TableRow row)
    {
        if (first.Text(column) != row.Text(column))
        {
            reading.Add(kind, row.At(column), row.Text("group"), first.Where.Row.ToString(CultureInfo.InvariantCulture), first.Text(column), row.Text(column));
        }
    }

    // A blank 城乡类型 is not known to be rural.
    private bool IsRural(string school) => Find(school) is { UrbanRural.Length: > 0 } found && vocabulary.IsRural(found.UrbanRural);

    private School? Find(string id)
    {
        for (int i = releases.Count - 1; i >= 0; i--)
        {
            if (releases[i].Schools.Find(new SchoolId(id)) is { } row)
            {
                return releases[i].Schools[row];
            }
        }

        return null;
    }
}

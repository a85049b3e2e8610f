using Portal.Domain.Data;
using Portal.Domain.Evaluation;

namespace Portal.Site.Pages;

/// <summary>Outcomes of one duty and period, counted by county.</summary>
/// <param name="Duty">Duty.</param>
/// <param name="Clock">Its clock.</param>
/// <param name="Period">Year or term; empty where the duty has no common period: its states are counted together.</param>
/// <param name="Counties">Counts by county, in order of codes; index is the outcome.</param>
public sealed record DutyCount(Duty Duty, Clock Clock, string Period, SortedList<PlaceCode, int[]> Counties)
{
    /// <summary>The same of some counties.</summary>
    public DutyCount In(IEnumerable<PlaceCode> counties)
    {
        SortedList<PlaceCode, int[]> own = [];
        foreach (PlaceCode county in counties)
        {
            if (Counties.TryGetValue(county, out int[]? counts))
            {
                own.Add(county, counts);
            }
        }

        return this with { Counties = own };
    }

    /// <summary>All with an outcome.</summary>
    public int Total(DutyOutcome outcome) => Counties.Values.Sum(c => c[(int)outcome]);
}

/// <summary>The duties of the whole area, counted once for all pages.</summary>
/// <param name="Release">Release.</param>
/// <param name="Counts">Counts in order of duties.csv, then of periods.</param>
/// <param name="NotReported">Counties of which the ledgers hold nothing, by code.</param>
public sealed record DutyTally(Release Release, IReadOnlyList<DutyCount> Counts, IReadOnlyList<Place> NotReported)
{
    /// <summary>Counts the newest release; null where there is nothing to judge by.</summary>
    public static DutyTally? Of(SiteContext site)
    {
        if (site.Latest is not { } release || site.DutiesIn(release) is not { } book)
        {
            return null;
        }

        string[] order = [.. book.Duties.Select(d => d.Id)];
        Dictionary<(string Duty, string Period), DutyCount> counts = [];
        List<Place> silent = [];
        foreach (Place county in site.Index.CountiesOf(release, site.Index.Root.Code))
        {
            if (!book.Knows(county.Code))
            {
                silent.Add(county);
                continue;
            }

            foreach (DutyState state in book.Of(county.Code).Concat(SchoolsOf(release, county.Code).SelectMany(book.Of)))
            {
                string period = Group(state);
                if (!counts.TryGetValue((state.Duty.Id, period), out DutyCount? count))
                {
                    counts.Add((state.Duty.Id, period), count = new DutyCount(state.Duty, state.Clock, period, []));
                }

                if (!count.Counties.TryGetValue(county.Code, out int[]? own))
                {
                    count.Counties.Add(county.Code, own = new int[Enum.GetValues<DutyOutcome>().Length]);
                }

                own[(int)state.Outcome]++;
            }
        }

        return new DutyTally(release, [.. counts.Values.OrderBy(c => Array.IndexOf(order, c.Duty.Id)).ThenBy(c => c.Period, StringComparer.Ordinal)], silent);
    }

    /// <summary>Schools of a county in a release, in order of the table.</summary>
    public static IEnumerable<School> SchoolsOf(Release release, PlaceCode county)
    {
        (int start, int length) = release.Schools.RowsOf(county).GetOffsetAndLength(release.Schools.Count);
        return Enumerable.Range(start, length).Select(row => release.Schools[row]);
    }

    /// <summary>The period under which a state is counted: a year or a term; empty for what each place has at days of its own.</summary>
    public static string Group(DutyState state) => state.Clock.Kind is ClockKind.Every or ClockKind.Within ? "" : state.Period;
}

using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A period's value in a chain.</summary>
/// <param name="Period">Period in words.</param>
/// <param name="Text">Value, or why there is none.</param>
/// <param name="IsValue">True for a value.</param>
/// <param name="Over">True where it is over its limit.</param>
public sealed record ChainCell(string Period, string Text, bool IsValue, bool Over);

/// <summary>A county's stage in monitoring.</summary>
/// <param name="Code">Code of the county.</param>
/// <param name="County">County, linked where it has a page.</param>
/// <param name="Stage">Label of the stage.</param>
/// <param name="State">State.</param>
/// <param name="Chain">Values, oldest period first, at most <see cref="MostPeriods"/>.</param>
/// <param name="Limit">Limit as printed, empty where none is known.</param>
/// <param name="Note">What there is to say.</param>
/// <param name="NoValue">What stands in a period that is not in the chain: 当时未申报, 没有测算.</param>
public sealed record MonitoringRow(string Code, Crumb County, string Stage, MonitoringState State, IReadOnlyList<ChainCell> Chain, string Limit, string Note, string NoValue)
{
    /// <summary>Periods shown in a table; the download has all.</summary>
    public const int MostPeriods = 5;

    /// <summary>The row of a case.</summary>
    public static MonitoringRow Of(SiteContext site, MonitoringCase found) => new(
        found.Place.Value,
        PlaceWords.Link(site, site.Data.Places[found.Place]),
        found.Scheme.StageLabel(found.Stage),
        found.State,
        [.. found.Chain.TakeLast(MostPeriods).Select(p => new ChainCell(Format.Period(p.Release.Id.Period), MonitoringText.Value(p), p.Decided, p.Result?.Outcome == Outcome.NotMet && p.Decided))],
        MonitoringText.Limit(found),
        MonitoringText.Note(found),
        found.Scheme.AppliesToAll ? "没有测算" : "当时未申报");
}

/// <summary>The counties of one outcome, in order of code.</summary>
/// <param name="Group">Outcome.</param>
/// <param name="Id">Anchor.</param>
/// <param name="Counties">Number of counties.</param>
/// <param name="Rows">Their stages.</param>
public sealed record MonitoringList(MonitoringGroup Group, string Id, int Counties, IReadOnlyList<MonitoringRow> Rows);

/// <summary>How many counties of a place have an outcome, with the list behind the number.</summary>
/// <param name="Group">Outcome.</param>
/// <param name="Counties">Counties, at least 1.</param>
/// <param name="Address">The list.</param>
public sealed record MonitoringTile(MonitoringGroup Group, int Counties, string Address);

/// <summary>Monitoring of a place in its newest period: counts by outcome, each with its list.</summary>
/// <param name="Period">Period in words.</param>
/// <param name="Address">Page of the period.</param>
/// <param name="SchemeShort">Scheme by which it is counted.</param>
/// <param name="Tiles">Counts; never empty.</param>
public sealed record MonitoringSummary(string Period, string Address, string SchemeShort, IReadOnlyList<MonitoringTile> Tiles)
{
    /// <summary>The newest period with something to monitor at or below a place, by the scheme that applies to all; null where there is none.</summary>
    public static MonitoringSummary? Of(SiteContext site, PlaceCode place) => site.MonitoredReleases.Count == 0 ? null : Of(site, place, site.MonitoredReleases[^1]);

    /// <summary>A period at a place; null where nothing is monitored there.</summary>
    public static MonitoringSummary? Of(SiteContext site, PlaceCode place, Release release)
    {
        Monitoring monitoring = site.MonitoringOf(release);
        if (monitoring.Schemes.OrderBy(s => !s.AppliesToAll).FirstOrDefault() is not { } scheme)
        {
            return null;
        }

        string address = Addresses.MonitoringOf(release.Id.Period);
        MonitoringTile[] tiles = [.. Enum.GetValues<MonitoringGroup>()
            .Select(g => new MonitoringTile(g, monitoring.Count(place, scheme.Id, g), $"{address}#{MonitoringPage.Anchor(scheme.Id, g)}")).Where(t => t.Counties > 0)];
        return tiles.Length == 0 ? null : new MonitoringSummary(Format.Period(release.Id.Period), address, scheme.Short, tiles);
    }
}

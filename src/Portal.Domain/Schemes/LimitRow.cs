using Portal.Domain.Data;

namespace Portal.Domain.Schemes;

/// <summary>Why a row of limits is used or not (data.md §3: the most specific place, then the latest <c>from</c> at the statistics date).</summary>
public enum LimitWhy
{
    /// <summary>It is used.</summary>
    Used,

    /// <summary>Not yet in force on the day, or no longer.</summary>
    OtherTime,

    /// <summary>A more specific place has a row of its own.</summary>
    WiderPlace,

    /// <summary>A row of the same place is in force from a later day.</summary>
    Earlier,

    /// <summary>Each indicator has a row of its own at the same place, which comes before <c>each</c>.</summary>
    OwnRows,
}

/// <summary>A row of limits that could apply to a county's stage, and whether it does.</summary>
/// <param name="Limit">Row.</param>
/// <param name="Why">Why it is used or not.</param>
/// <param name="For">Indicators, or the composite, that it is used for; empty where it is not used.</param>
public sealed record LimitRow(Limit Limit, LimitWhy Why, IReadOnlyList<IndicatorId> For)
{
    /// <summary>
    /// The rows of a stage for a place and all above it, the most specific place first: those on the scheme's coefficients, and on the
    /// composite where the scheme works it out.
    /// </summary>
    public static IReadOnlyList<LimitRow> Of(Scheme scheme, StageId stage, IReadOnlyList<Place> pathUp, DateOnly day)
    {
        IndicatorId[] matters = [.. scheme.CoefficientIndicators.Select(i => i.Id), .. scheme.Composite ? [IndicatorId.Composite] : Array.Empty<IndicatorId>()];
        (IndicatorId Matter, Limit? Limit)[] chosen = [.. matters.Select(m => (m, scheme.LimitFor(stage, m, pathUp, day)))];
        List<LimitRow> rows = [];
        foreach (Place place in pathUp)
        {
            foreach (Limit limit in scheme.Limits.Where(l => l.Stage == stage && l.Place == place.Code && matters.Any(m => IsOn(l, m))).OrderByDescending(l => l.From))
            {
                IndicatorId[] uses = [.. chosen.Where(c => c.Limit == limit).Select(c => c.Matter)];
                rows.Add(new LimitRow(limit, uses.Length > 0 ? LimitWhy.Used : WhyNot(limit), uses));
            }
        }

        return rows;

        LimitWhy WhyNot(Limit limit)
        {
            if (limit.From > day || limit.Until < day)
            {
                return LimitWhy.OtherTime;
            }

            Limit[] instead = [.. chosen.Where(c => IsOn(limit, c.Matter)).Select(c => c.Limit!)];
            return instead.All(l => l.Place != limit.Place) ? LimitWhy.WiderPlace
                : instead.Any(l => l.Place == limit.Place && l.What == limit.What) ? LimitWhy.Earlier
                : LimitWhy.OwnRows;
        }
    }

    private static bool IsOn(Limit limit, IndicatorId matter) => limit.What == matter.Value || (limit.What == "each" && matter != IndicatorId.Composite);
}
